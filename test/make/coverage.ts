import type { Cover } from '../../bot/records/cover.ts';
import type { Reviewer } from '../../bot/records/standing.ts';
import { aCover, anOffice } from './office.ts';
import { APPROVER, REQUESTER } from './record.ts';
import { holders } from './review.ts';

/** Every set of roles the store or a forged card could know, the administrator's included. */
export const roleSets: readonly (readonly string[])[] = [
  [],
  ['approver'],
  ['ig-lead'],
  ['approver', 'ig-lead'],
  ['editor'],
  ['administrator'],
  ['approver', 'editor', 'administrator'],
  ['approver', 'ig-lead', 'editor', 'administrator'],
];

const on = (of: string, from: string, to: string, state: Cover['state']) => ({ of, from, to, state });
/** Who named somebody to cover for them, and when. Records were submitted on 22 November and are decided on the day after. */
const covers = {
  none: [],
  covers: [on(APPROVER, '2026-11-23', '2026-11-23', 'to-come')],
  // It ended on the day on which the record was submitted.
  delegate: [on(REQUESTER, '2026-11-01', '2026-11-22', 'over')],
  'was-delegate': [on(REQUESTER, '2026-11-01', '2026-11-21', 'over')],
  both: [on(APPROVER, '2026-11-23', '2026-11-23', 'on'), on(REQUESTER, '2026-11-23', '2026-11-23', 'on')],
} as const;
export type Covers = keyof typeof covers;
export const everyCover = Object.keys(covers) as Covers[];

/** Somebody, and what is so around them. */
export interface Who {
  readonly person: string;
  readonly roles: readonly string[];
  readonly cover: Covers;
  /** The approver holds the role, unless the person is the approver, whose roles stand above. */
  readonly holds: boolean;
  /** The requester has left, and their work was handed over. */
  readonly left: boolean;
}

/** The person among everybody else. */
export function reviewerOf({ person, roles, cover, holds, left }: Who): Reviewer {
  const named = (of: string) =>
    covers[cover].filter((one) => one.of === of).map(({ from, to, state }) => aCover(person, from, to, state));
  const inOffice = anOffice(
    { ...holders, [APPROVER]: holds ? ['approver'] : [], [person]: roles },
    { [APPROVER]: named(APPROVER), [REQUESTER]: named(REQUESTER) },
  );
  return { id: person, office: { ...inOffice, left: new Set(left ? [REQUESTER] : []) } };
}
