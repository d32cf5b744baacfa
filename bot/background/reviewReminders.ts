import type { House } from '../conversation/house.ts';
import { waitedWords } from '../conversation/words.ts';
import { bankHolidays } from '../records/bankHolidays.ts';
import type { Commit } from '../records/commit.ts';
import { decide } from '../records/decide.ts';
import { type Office, officeOn } from '../records/office.ts';
import { BOT, type RecordHeading } from '../records/record.ts';
import { type ReviewDue, remindReviewer, reviewDue } from '../records/reviewDue.ts';
import { patienceFor } from '../records/reviewPatience.ts';
import { hoursWaited } from '../records/waiting.ts';
import { dayOf } from '../records/workingDays.ts';
import { isWorkingTime } from '../records/workingHours.ts';
import type { Settings } from '../stores/ports.ts';

type Room = Pick<House, 'stores' | 'nudge' | 'log'>;

/** After a long stop nobody is told everything at once; the rest comes the next time. */
const mostARound = 200;

/**
 * Reminds whoever has a record to review that it waits, and tells the IG leads when it has waited too long, the oldest
 * first. As with other reminders, what was done stands in the record itself, in one write with its notices.
 */
export async function reviewReminders({ stores, nudge, log }: Room, at: Date): Promise<void> {
  const { records, settings, people } = stores;
  const waiting = [
    ...(await records.list({ review: 'awaiting' })),
    ...(await records.list({ review: 'with-ig-lead' })),
  ];
  // The calendar is loaded when there is something to look up.
  if (waiting.length === 0) return;
  const [isHoliday, hours] = [await bankHolidays(), await settings.read()];
  if (!isWorkingTime(at, hours, isHoliday)) return;
  const office = officeOn(dayOf(at), await people.all());
  const commits = waiting.toReversed().flatMap((heading) => {
    const due = reviewDue(heading, () => hoursWaited(heading, at, hours, isHoliday), hours, office);
    return (due && commitOf(heading, due, { hours, office, at })) ?? [];
  });
  for (const commit of commits.slice(0, mostARound)) {
    try {
      await records.commit(commit);
    } catch (error) {
      log.error(
        { case: commit.case, error: error instanceof Error ? error.name : 'unknown' },
        'a reminder was not made',
      );
    }
  }
  if (commits.length > 0) nudge();
}

interface Round {
  readonly hours: Settings;
  readonly office: Office;
  readonly at: Date;
}

/** Where there is no other IG lead to tell, its approver is reminded. */
function commitOf(heading: RecordHeading, due: ReviewDue, { hours, office, at }: Round): Commit | null {
  if (due === 'remind') return remindReviewer(heading, office, at);
  const reason = waitedWords(patienceFor(heading, hours).escalate);
  const decided = decide(heading, { type: 'escalated', reason }, { id: BOT, office }, at);
  return decided.kind === 'done' ? decided.commit : remindReviewer(heading, office, at);
}
