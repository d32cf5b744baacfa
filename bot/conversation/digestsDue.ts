import { bankHolidays } from '../records/bankHolidays.ts';
import { dayOf } from '../records/workingDays.ts';
import { isWorkingTime } from '../records/workingHours.ts';
import type { Person } from '../stores/ports.ts';
import { digestCard, digestOf, hasDigest } from './digest.ts';
import type { House } from './house.ts';
import type { NoticeCard } from './notices.ts';

/** Once a day for each person, whether anything waited for them or not. */
async function note(house: House, id: string, day: string): Promise<void> {
  await house.stores.people.change(id, (person) => ({ ...person, digest: { ...digestOf(person), sentOn: day } }));
}

/** ISO days stand in the order of their text. */
const isDue = (person: Person, day: string): boolean => {
  const { isOff, sentOn } = digestOf(person);
  return hasDigest(person) && person.chat !== null && !isOff && (sentOn === null || sentOn < day);
};

/** Yesterday’s list is nothing to tell any more. */
async function forgetOlder(house: House, day: string): Promise<void> {
  const { outbox } = house.stores;
  const older = (await outbox.notDelivered()).filter(({ kind, about }) => kind === 'digest' && about < day);
  for (const { id } of older) await outbox.settle(id, 'otherwise');
}

/**
 * The daily list of what waits for each person, when work begins on a working day, or later that day should the bot not
 * have run then. A stop between owing it and noting that is made up for: what is owed is not owed twice, and what was
 * sent is noted as well.
 */
export async function digestsDue(house: House, at: Date): Promise<void> {
  const { people, outbox, settings } = house.stores;
  const day = dayOf(at);
  const due = (await people.all()).filter((person) => isDue(person, day));
  // The calendar is loaded when there is somebody to tell.
  if (due.length === 0 || !isWorkingTime(at, await settings.read(), await bankHolidays())) return;
  await forgetOlder(house, day);
  const pending = await outbox.pending();
  for (const person of due) {
    const isOwed = pending.some(({ to, kind, about }) => to === person.id && kind === 'digest' && about === day);
    if (!isOwed && (await digestCard(house, person, at)))
      await outbox.add([{ to: person.id, kind: 'digest', about: day }]);
    await note(house, person.id, day);
  }
  house.nudge();
}

/** As things stand when it is sent, on its day alone; null when nothing waits any more. */
export async function digestNotice(house: House, person: Person, day: string): Promise<NoticeCard | null> {
  const at = house.now();
  const card = dayOf(at) === day && !digestOf(person).isOff ? await digestCard(house, person, at) : null;
  return card && { card, afterwards: () => note(house, person.id, day) };
}
