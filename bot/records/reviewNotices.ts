import type { Notice } from './commit.ts';
import type { Office } from './office.ts';
import type { RecordHeading } from './record.ts';
import { hearForRequester, reviewersOf } from './standing.ts';

/**
 * Those who can be told of something that happened to a record. `escalatedTo`: the IG leads, where they had been told
 * that it waits. `disposalAsker`: the IG lead who had asked to dispose of it.
 */
export type Told = 'requester' | 'approver' | 'formerApprover' | 'igLeads' | 'escalatedTo' | 'disposalAsker';

/** Who is told, and what kind of notice they get. */
export type Tell = { readonly [Who in Told]?: Notice['kind'] };

interface Happened {
  readonly before: RecordHeading;
  readonly after: RecordHeading;
  /** Our id of who did it: they know. */
  readonly by: string;
  readonly office: Office;
}

/** What matters most first: a person who is two things to a record is told once. */
const pressing: readonly Notice['kind'][] = [
  'review-asked',
  'review-reminder',
  'escalated',
  'disposal-asked',
  'disposal-refused',
  'sharing-alert',
  'outcome',
  'corrected',
  'changed',
];

/** The notices of a row of the review table. The requester is told as such, whatever else they are. */
export function noticesOf(tell: Tell, happened: Happened): Notice[] {
  const { after, by } = happened;
  const told = new Map<string, Notice['kind']>();
  for (const kind of pressing) {
    for (const who of Object.keys(tell) as Told[]) {
      if (tell[who] !== kind) continue;
      for (const to of idsOf(who, happened)) if (to !== by && !told.has(to)) told.set(to, kind);
    }
  }
  return [...told].map(([to, kind]) => ({ to, kind, about: after.case }));
}

/** Who covers for an approver hears what they hear; where nobody can review it the IG leads stand in. */
function idsOf(who: Told, { before, after, office }: Happened): readonly string[] {
  const named = {
    requester: () => hearForRequester(after, office),
    approver: () => reviewersOf(after, office),
    formerApprover: () => reviewersOf(before, office),
    igLeads: () => office.igLeads,
    escalatedTo: () => (before.escalatedAt === null ? [] : office.igLeads),
    disposalAsker: () => (before.disposalAskedBy === null ? [] : [before.disposalAskedBy]),
  }[who]();
  return who === 'requester' ? named : named.filter((id) => id !== after.requester);
}
