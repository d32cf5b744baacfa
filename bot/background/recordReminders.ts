import type { House } from '../conversation/house.ts';
import { bankHolidays } from '../records/bankHolidays.ts';
import { officeOn } from '../records/office.ts';
import { remind, reminderAt } from '../records/reminders.ts';
import { dayOf } from '../records/workingDays.ts';

type Room = Pick<House, 'stores' | 'nudge' | 'log'>;

/**
 * Reminds people of records that are still to be completed. What was reminded stands in the record itself, in one write
 * with its notices: a stop at any place, or a second run, tells nobody twice and leaves nobody out. A record that
 * somebody else writes to at the same moment, or that does not open, is looked at again the next time.
 */
export async function recordReminders({ stores, nudge, log }: Room, at: Date): Promise<void> {
  const incomplete = await stores.records.list({ incomplete: true });
  // The calendar is loaded when there is something to look up.
  if (incomplete.length === 0) return;
  const isHoliday = await bankHolidays();
  const hours = await stores.settings.read();
  const office = officeOn(dayOf(at), await stores.people.all());
  for (const { case: id, completeBy } of incomplete) {
    const reminder = completeBy && reminderAt(completeBy, at, hours, isHoliday);
    if (!reminder) continue;
    try {
      const record = await stores.records.open(id);
      const commit = record && record.submission !== null && remind(record, reminder, office, at);
      if (commit) await stores.records.commit(commit);
    } catch (error) {
      log.error({ case: id, error: error instanceof Error ? error.name : 'unknown' }, 'a reminder was not made');
    }
  }
  nudge();
}
