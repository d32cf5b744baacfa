import type { House } from '../conversation/house.ts';
import { bankHolidays } from '../records/bankHolidays.ts';
import { dayOf } from '../records/workingDays.ts';
import { instantOf, isWorkedOn } from '../records/workingHours.ts';

type Room = Pick<House, 'stores' | 'nudge'>;

/**
 * The head of the ledger to the IG leads, once a day from the hour at which work begins: on every working day, and on
 * others when something was recorded since the last. What was shortened or rewritten later does not hold it any more.
 */
export async function dailyHead({ stores, nudge }: Room, at: Date): Promise<void> {
  const { records, people, settings } = stores;
  const day = dayOf(at);
  const last = await records.headNoted();
  const hours = await settings.read();
  if ((last && last.day >= day) || at.getTime() < instantOf(day, hours.opensAt)) return;
  const igLeads = (await people.withRole('ig-lead')).map(({ id }) => id);
  if (igLeads.length === 0) return;
  // The calendar is loaded when it decides.
  if (last?.isLast && !isWorkedOn(day, hours, await bankHolidays())) return;
  const { kind } = await records.noteHead(day, igLeads);
  if (kind === 'noted') nudge();
}
