/** Reminders of records that are still to be completed. They are events of the record, so that each is made once. */
import type { Commit } from './commit.ts';
import type { Office } from './office.ts';
import { BOT, type Reminder, type SharingRecord } from './record.ts';
import { approversOf } from './standing.ts';
import { dayOf, type IsHoliday, workingDaysFrom } from './workingDays.ts';
import { isWorkingTime, type WorkingHours } from './workingHours.ts';

/** Working days that a person has for the rest of an emergency's record. */
const DAYS_TO_COMPLETE = 2;

/** The day by whose end the rest of a record is due that was made at this instant; the day of making does not count. */
export function completeBy(madeAt: Date, isHoliday: IsHoliday): string {
  return workingDaysFrom(dayOf(madeAt), DAYS_TO_COMPLETE, isHoliday);
}

/**
 * The reminder that this instant calls for: one on the working day before it is due, one on the day, and one once it is
 * late. Only while people are at work. A later one makes up for those that nobody made in time.
 */
export function reminderAt(due: string, at: Date, hours: WorkingHours, isHoliday: IsHoliday): Reminder | null {
  if (!isWorkingTime(at, hours, isHoliday)) return null;
  const today = dayOf(at);
  if (today > due) return 'late';
  if (today === due) return 'due-today';
  return today === workingDaysFrom(due, -1, isHoliday) ? 'due-soon' : null;
}

/** The commit of a reminder; null when it was made before, or nothing is missing. Once it is late, those who can help hear of it as well. */
export function remind(record: SharingRecord, reminder: Reminder, office: Office, now: Date): Commit | null {
  if (record.completeBy === null) return null;
  if (record.events.some((event) => event.type === 'reminded' && event.reminder === reminder)) return null;
  const at = now.toISOString();
  const helpers = [...approversOf(record, office), ...office.igLeads];
  // Who has left hears nothing, and it is no use to hurry others for them.
  const maker = office.left.has(record.requester) ? [] : [record.requester];
  const told = new Set([...maker, ...(reminder === 'late' ? helpers : [])]);
  if (told.size === 0) return null;
  return {
    case: record.case,
    expectRevision: record.revision,
    heading: { ...record, changedAt: at },
    events: [{ type: 'reminded', reminder, by: BOT, at }],
    notices: [...told].map((to) => ({ to, kind: 'full-record-due', about: record.case })),
  };
}
