/** What is due of a review that nobody finishes: a word to whoever has it, then to the IG leads. */
import type { Commit } from './commit.ts';
import type { Office } from './office.ts';
import { BOT, type RecordHeading } from './record.ts';
import { noticesOf, type Tell } from './reviewNotices.ts';
import { patienceFor, type ReviewPatience } from './reviewPatience.ts';
import { approversOf } from './standing.ts';

export type ReviewDue = 'remind' | 'escalate';

const isToRemind = ({ remindedAt, escalatedAt }: RecordHeading): boolean => remindedAt === null && escalatedAt === null;

/** Where no approver can review it the IG leads have it already. */
const isToEscalate = (record: RecordHeading, office: Office): boolean =>
  record.review === 'awaiting' && record.escalatedAt === null && approversOf(record, office).length > 0;

/** What a record calls for by its working hours of waiting; the later alone, should both have been missed. */
export function reviewDue(
  heading: RecordHeading,
  hoursWaited: () => number,
  patience: ReviewPatience,
  office: Office,
): ReviewDue | null {
  const [mayRemind, mayEscalate] = [isToRemind(heading), isToEscalate(heading, office)];
  if (!mayRemind && !mayEscalate) return null;
  const [hours, after] = [hoursWaited(), patienceFor(heading, patience)];
  if (mayEscalate && hours >= after.escalate) return 'escalate';
  return mayRemind && hours >= after.remind ? 'remind' : null;
}

/** The commit of a reminder to whoever has a record to review; null when that was done, or there is nobody. */
export function remindReviewer(record: RecordHeading, office: Office, now: Date): Commit | null {
  if (!isToRemind(record)) return null;
  const at = now.toISOString();
  const tell: Tell = record.review === 'awaiting' ? { approver: 'review-reminder' } : { igLeads: 'review-reminder' };
  const notices = noticesOf(tell, { before: record, after: record, by: BOT, office });
  if (notices.length === 0) return null;
  return {
    case: record.case,
    expectRevision: record.revision,
    heading: { ...record, remindedAt: at, changedAt: at },
    events: [{ type: 'reminded', reminder: 'review-waits', by: BOT, at }],
    notices,
  };
}
