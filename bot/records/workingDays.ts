/**
 * Working days in England: Monday to Friday, less the bank holidays, which are handed in. A day is a calendar day in
 * London, e.g. `2026-11-24`, so that no clock change and no server's time zone can move it.
 */

export type IsHoliday = (day: string) => boolean;

const dayMs = 24 * 60 * 60_000;
/** Swedish writes a day as ISO does. */
const londonDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/London' });

/** The day it is in London. */
export function dayOf(at: Date): string {
  return londonDay.format(at);
}

/** It is written as a day is, and there is such a day. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export function isWorkingDay(day: string, isHoliday: IsHoliday): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** The working day so many working days after a day, which does not count itself; before it for a negative number. */
export function workingDaysFrom(day: string, count: number, isHoliday: IsHoliday): string {
  let reached = day;
  for (let left = Math.abs(count); left > 0; ) {
    reached = neighbour(reached, Math.sign(count));
    if (isWorkingDay(reached, isHoliday)) left -= 1;
  }
  return reached;
}

/** The day after a day. */
export const dayAfter = (day: string): string => neighbour(day, 1);

function neighbour(day: string, step: number): string {
  return new Date(Date.parse(day) + step * dayMs).toISOString().slice(0, 10);
}
