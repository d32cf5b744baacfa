import { canonicalJson } from './canonicalJson.ts';
import type { Commit } from './commit.ts';
import { datesAfter, lifeOf } from './life.ts';
import type { Office } from './office.ts';
import type { RecordEvent, RecordHeading, ReviewEvent, ReviewState, SharingRecord } from './record.ts';
import { type Condition, type Row, type Standing, TABLE } from './review.ts';
import { noticesOf } from './reviewNotices.ts';
import { isUnsaid } from './said.ts';
import { approversOf, couldApprove, coversFor, freeLeads, type Reviewer, standings } from './standing.ts';
import { waitAfter } from './waiting.ts';

export interface Refused {
  readonly kind: 'refused';
  /**
   * `own-record`: nobody reviews their own. `delegate-of-requester`: nor does whom the requester named to cover for them.
   * `already-decided`: the first decision stands; show it. `not-now`: it is not the time for that. `nobody-to-ask`: there
   * is no IG lead but those who have it already. `not-them`: who is named cannot review it.
   */
  readonly why:
    | 'own-record'
    | 'delegate-of-requester'
    | 'not-your-role'
    | 'already-decided'
    | 'not-now'
    | 'reason-needed'
    | 'nobody-to-ask'
    | 'not-them';
}

/** Of these, those for which the words that come with an act do not matter. */
type Unfit = Exclude<Refused['why'], 'reason-needed' | 'nobody-to-ask' | 'not-them'>;

export type Decided = { readonly kind: 'done'; readonly commit: Commit } | Refused;

const DECIDED: readonly ReviewState[] = ['approved', 'declined', 'withdrawn'];
/** Why a standing that has no row for an event is refused it. */
const strangers: Readonly<Partial<Record<Standing, Unfit>>> = {
  requester: 'own-record',
  delegate: 'delegate-of-requester',
};
/** Of these the first stands. */
const decisions: readonly Row['event'][] = [
  'approved',
  'declined',
  'returned',
  'asked-ig-lead',
  'advised',
  'escalated',
  'reassigned',
  'withdrawn',
  'revoked',
];

/** True when the person could do this to the record as it stands, so that a button for it makes sense. */
export function may(
  record: RecordHeading,
  event: Row['event'],
  person: Reviewer,
  circumstances: Circumstances = {},
): boolean {
  return rowFor(record, event, person, circumstances).kind === 'found';
}

/** What the table asks that the record does not tell. */
export interface Circumstances {
  /** What is handed in refers the decision to the IG lead. */
  readonly refers?: boolean;
  /** It has been closed for as long as it is to be kept. */
  readonly isRetentionReached?: boolean;
}

/** The row of the table for what somebody wants to do to a record as it stands, or why there is none. */
export function rowFor(
  record: RecordHeading,
  event: Row['event'],
  person: Reviewer,
  circumstances: Circumstances = {},
): { readonly kind: 'found'; readonly row: Row } | (Refused & { readonly why: Unfit }) {
  const mine = standings(record, person);
  const rows = TABLE.filter((one) => one.event === event);
  const life = lifeOf(record);
  const fits = ({ from, where, only, when }: Row): boolean =>
    when.includes(life) &&
    from.includes(record.review) &&
    where.includes(record.disclosure) &&
    holds(only, record, person, circumstances);
  const fitting = rows.filter(fits);
  const row = fitting.find(({ by }) => mine.includes(by));
  if (row) return { kind: 'found', row };
  const isMine = rows.some(({ by }) => mine.includes(by));
  if (!isMine) return { kind: 'refused', why: strangers[mine[0] ?? 'other'] ?? 'not-your-role' };
  if (fitting.length > 0) return { kind: 'refused', why: 'not-your-role' };
  const isTooLate = decisions.includes(event) && DECIDED.includes(record.review);
  return { kind: 'refused', why: isTooLate ? 'already-decided' : 'not-now' };
}

/** Looks an event up in the table: the commit to write, or why not. Writes nothing. */
export function decide(
  record: RecordHeading,
  event: ReviewEvent,
  person: Reviewer,
  now: Date,
  circumstances: Circumstances = {},
): Decided {
  const found = rowFor(record, event.type, person, circumstances);
  if (found.kind === 'refused') return found;
  if (found.row.needsReason && isUnsaid(event)) return { kind: 'refused', why: 'reason-needed' };
  const { id, office } = person;
  if (hasNobodyToAsk(event, record, office)) return { kind: 'refused', why: 'nobody-to-ask' };
  if (
    event.type === 'reassigned' &&
    (event.approver === record.approver || !couldApprove(record, event.approver, office))
  )
    return { kind: 'refused', why: 'not-them' };
  const isCover = found.row.by === 'approver' && coversFor(record, id, office);
  const made: RecordEvent = { ...event, by: id, at: now.toISOString(), ...(isCover && { covering: true }) };
  return { kind: 'done', commit: commitOf(record, found.row, made, office) };
}

/**
 * Somebody who saw the record at `revision` has not seen what was handed in, advised or put right since. Other things may have
 * happened to it that change nothing of what is reviewed. A commit has one event or more, so that this errs towards
 * showing it again.
 */
export function hasNewsSince(record: SharingRecord, revision: number): boolean {
  return record.events.slice(revision).some(({ type }) => news.has(type));
}

const news: ReadonlySet<RecordEvent['type']> = new Set(['resubmitted', 'advised', 'corrected']);

/**
 * The person did just that after `revision`: the same press once more. With other words it is another press, whose words
 * must not be lost.
 */
export function didSince(record: SharingRecord, revision: number, event: ReviewEvent, by: string): boolean {
  const press = canonicalJson(event);
  return record.events
    .slice(revision)
    .some(({ by: who, at: _at, covering: _covering, ...done }) => who === by && canonicalJson(done) === press);
}

/** An approver who leads may take the question to themselves; that it waits they know already. */
function hasNobodyToAsk({ type }: ReviewEvent, record: RecordHeading, office: Office): boolean {
  if (type !== 'asked-ig-lead' && type !== 'escalated') return false;
  const approvers = approversOf(record, office);
  return freeLeads(record, office).every((id) => type === 'escalated' && approvers.includes(id));
}

function holds(
  only: Condition | null,
  record: RecordHeading,
  { id, office }: Reviewer,
  { refers = false, isRetentionReached = false }: Circumstances,
): boolean {
  switch (only) {
    case null:
      return true;
    case 'due':
      return record.completeBy !== null;
    case 'whole':
      return record.completeBy === null;
    case 'has-approver':
      return approversOf(record, office).length > 0;
    case 'escalated':
      return record.escalatedAt !== null;
    case 'escalates':
      return record.escalatedAt === null && approversOf(record, office).length > 0;
    case 'retention-over':
      return isRetentionReached;
    case 'agreed':
      return isRetentionReached && record.disposalAskedBy !== id;
    case 'requester-left':
      return office.left.has(record.requester);
    case 'refers':
      return refers;
    case 'refers-not':
      return !refers;
  }
}

function commitOf(record: RecordHeading, found: Row, event: RecordEvent, office: Office): Commit {
  const approver = event.type === 'reassigned' ? event.approver : record.approver;
  const heading = { ...headingAfter(record, found, event), approver };
  return {
    case: record.case,
    expectRevision: record.revision,
    heading,
    events: [event],
    notices: noticesOf(found.tell, { before: record, after: heading, by: event.by, office }),
  };
}

/** The record as a row of the table leaves it. */
export function headingAfter(record: RecordHeading, row: Row, event: RecordEvent): RecordHeading {
  const { to, life } = row;
  const dates = life === null ? {} : datesAfter(record, life, event);
  const due = life === 'closed' ? { completeBy: null } : {};
  return { ...record, ...to, ...dates, ...due, ...waitAfter(record, row, event.at), changedAt: event.at };
}
