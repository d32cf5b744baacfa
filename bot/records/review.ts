import type { Commit, Notice } from './commit.ts';
import type { DisclosureState, RecordEvent, RecordHeading, ReviewState } from './record.ts';

/** What a reviewer does. `comment` may be empty, `reason` may not. */
export type ReviewEvent =
  | { readonly type: 'approved'; readonly comment: string }
  | { readonly type: 'declined'; readonly reason: string };

/** Who acts: our id and the roles our store has for them now. */
export interface Reviewer {
  readonly id: string;
  readonly roles: readonly string[];
}

/** What somebody is to one record. */
export type Standing = 'requester' | 'approver' | 'ig-lead' | 'other';

export type Decided =
  | { readonly kind: 'done'; readonly commit: Commit }
  /** `own-record`: nobody reviews their own. `already-decided`: the first decision stands; show it. */
  | { readonly kind: 'refused'; readonly why: 'own-record' | 'not-your-role' | 'already-decided' | 'reason-needed' };

/** One thing that may happen to a record. */
export interface Row {
  readonly event: ReviewEvent['type'];
  readonly by: Standing;
  readonly from: ReviewState;
  readonly to: { readonly review: ReviewState; readonly disclosure?: DisclosureState };
  readonly needsReason: boolean;
  /** Besides whoever acted, who need not be told. */
  readonly tell: readonly ('requester' | 'approver')[];
}

/** The one table of what may happen to a record after it was submitted. What has no row cannot happen. */
export const TABLE: readonly Row[] = [
  row('approved', 'approver', 'awaiting', { review: 'approved' }, { tell: ['requester'] }),
  row('declined', 'approver', 'awaiting', { review: 'declined' }, { tell: ['requester'], needsReason: true }),
  // A record that was referred is the IG lead's to decide; the approver then hears of it.
  row('approved', 'ig-lead', 'with-ig-lead', { review: 'approved' }, { tell: ['requester', 'approver'] }),
  row(
    'declined',
    'ig-lead',
    'with-ig-lead',
    { review: 'declined' },
    { tell: ['requester', 'approver'], needsReason: true },
  ),
];

const DECIDED: readonly ReviewState[] = ['approved', 'declined', 'withdrawn'];

/**
 * What somebody is to a record; may be several. The approver is the one the record names, as long as they hold the
 * role; where it names none an IG lead stands in, so that no record waits for nobody. The requester is never anything
 * else.
 */
export function standings(record: RecordHeading, person: Reviewer): readonly Standing[] {
  if (person.id === record.requester) return ['requester'];
  const isIgLead = person.roles.includes('ig-lead');
  const isNamed = person.id === record.approver && person.roles.includes('approver');
  const isApprover = isNamed || (record.approver === null && isIgLead);
  const found: Standing[] = [...(isApprover ? ['approver' as const] : []), ...(isIgLead ? ['ig-lead' as const] : [])];
  return found.length > 0 ? found : ['other'];
}

/** True when the person could decide on the record as it stands, so that buttons to do so make sense. */
export function mayDecide(record: RecordHeading, person: Reviewer): boolean {
  const mine = standings(record, person);
  return TABLE.some((one) => one.from === record.review && mine.includes(one.by));
}

/** Looks an event up in the table: the commit to write, or why not. Writes nothing. */
export function decide(record: RecordHeading, event: ReviewEvent, person: Reviewer, now: Date): Decided {
  const mine = standings(record, person);
  if (mine.includes('requester')) return { kind: 'refused', why: 'own-record' };
  const rows = TABLE.filter((one) => one.event === event.type && mine.includes(one.by));
  if (rows.length === 0) return { kind: 'refused', why: 'not-your-role' };
  if (DECIDED.includes(record.review)) return { kind: 'refused', why: 'already-decided' };
  const found = rows.find((one) => one.from === record.review);
  if (found === undefined) return { kind: 'refused', why: 'not-your-role' };
  if (found.needsReason && textOf(event).trim() === '') return { kind: 'refused', why: 'reason-needed' };
  return { kind: 'done', commit: commitOf(record, found, { ...event, by: person.id, at: now.toISOString() }) };
}

function commitOf(record: RecordHeading, found: Row, event: RecordEvent): Commit {
  const told = new Set(found.tell.map((who) => record[who]));
  const notices = [...told].flatMap((to): Notice[] =>
    to === null || to === event.by
      ? []
      : [{ to, kind: to === record.requester ? 'outcome' : 'changed', about: record.case }],
  );
  return {
    case: record.case,
    expectRevision: record.revision,
    heading: { ...record, ...found.to, changedAt: event.at },
    events: [event],
    notices,
  };
}

function textOf(event: ReviewEvent): string {
  return event.type === 'approved' ? event.comment : event.reason;
}

function row(
  event: Row['event'],
  by: Standing,
  from: ReviewState,
  to: Row['to'],
  { tell, needsReason = false }: { tell: Row['tell']; needsReason?: boolean },
): Row {
  return { event, by, from, to, needsReason, tell };
}
