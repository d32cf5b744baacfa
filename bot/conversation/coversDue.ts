import { type Cover, stateOn } from '../records/cover.ts';
import { officeOn } from '../records/office.ts';
import { dayOf } from '../records/workingDays.ts';
import type { House } from './house.ts';
import { tellReviewers } from './reviewersChanged.ts';

/**
 * Covers that begin or end by the day: who covers is sent what waits, or hears that it is over. What they were sent is
 * noted on the cover afterwards, so that a stop in between is made up for the next time. It runs at the start
 * and every hour.
 */
export async function coversDue(house: House, at: Date): Promise<void> {
  const { people } = house.stores;
  const day = dayOf(at);
  const everybody = await people.all();
  const isDue = (cover: Cover): boolean => cover.state !== stateOn(cover, day);
  const due = everybody.filter(({ covers = [] }) => covers.some(isDue));
  if (due.length === 0) return;
  const told = officeOn(day, everybody, ({ state }) => state === 'on');
  await tellReviewers(house, told, officeOn(day, everybody));
  const noted = new Set(due.flatMap(({ covers = [] }) => covers.filter(isDue).map(({ id }) => id)));
  for (const { id } of due) await noteCovers(house, id, at, noted);
}

/** Notes on a person's covers where they stand, once those were told who had to be. */
export async function noteCovers(house: House, person: string, at: Date, which: ReadonlySet<string>): Promise<void> {
  const noted = (cover: Cover): Cover => (which.has(cover.id) ? { ...cover, state: stateOn(cover, dayOf(at)) } : cover);
  await house.stores.people.change(person, (current) => ({ ...current, covers: (current.covers ?? []).map(noted) }));
}
