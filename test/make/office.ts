import type { Cover } from '../../bot/records/cover.ts';
import { type Member, type Office, officeOn } from '../../bot/records/office.ts';
import type { Reviewer } from '../../bot/records/standing.ts';

/** Day of the made-up decisions. */
const TODAY = '2026-11-23';

/** Who could review, from ids with their roles; `covers` by who named them. */
export const aCover = (by: string, from: string, to: string, state: Cover['state'] = 'to-come'): Cover => ({
  id: `cover-${by}`,
  by,
  from,
  to,
  state,
});

export const anOffice = (
  roles: Readonly<Record<string, readonly string[]>>,
  covers: Readonly<Record<string, readonly Cover[]>> = {},
  day = TODAY,
): Office =>
  officeOn(
    day,
    [...new Set([...Object.keys(roles), ...Object.keys(covers)])].map(
      (id): Member => ({ id, roles: roles[id] ?? [], covers: covers[id] ?? [] }),
    ),
  );

/** Somebody who holds these roles, in an office where the approvers and the IG leads given hold theirs too. */
export const aReviewer = (
  id: string,
  roles: readonly string[],
  others: Readonly<Record<string, readonly string[]>> = {},
): Reviewer => ({ id, office: anOffice({ ...others, [id]: roles }) });
