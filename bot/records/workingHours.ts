/**
 * The hours in which people are at work: on given days of the week, less the bank holidays, from one time of day in
 * London to another. By instants, so that a day on which the clocks change has the hours it really has.
 */
import { dayAfter, dayOf, type IsHoliday } from './workingDays.ts';

/** In the order of `Date.getUTCDay`. */
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Weekday = (typeof days)[number];

export interface WorkingHours {
  readonly workDays: readonly Weekday[];
  /** Times of day in London, e.g. `09:00` and `17:00`. */
  readonly opensAt: string;
  readonly closesAt: string;
}

const hourMs = 60 * 60_000;
/** Swedish writes a day and a time as ISO does, e.g. `2026-11-24 09:00`. */
const londonClock = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** How many working hours passed from one instant to another, e.g. 1.5; 0 when the other is not later. */
export function workingHoursBetween(from: Date, to: Date, hours: WorkingHours, isHoliday: IsHoliday): number {
  let ms = 0;
  for (let day = dayOf(from), last = dayOf(to); day <= last; day = dayAfter(day)) {
    if (!isWorkedOn(day, hours, isHoliday)) continue;
    const begin = Math.max(from.getTime(), instantOf(day, hours.opensAt));
    const end = Math.min(to.getTime(), instantOf(day, hours.closesAt));
    ms += Math.max(0, end - begin);
  }
  return ms / hourMs;
}

export function isWorkingTime(at: Date, hours: WorkingHours, isHoliday: IsHoliday): boolean {
  const day = dayOf(at);
  const isOpen = at.getTime() >= instantOf(day, hours.opensAt) && at.getTime() < instantOf(day, hours.closesAt);
  return isOpen && isWorkedOn(day, hours, isHoliday);
}

export function isWorkedOn(day: string, { workDays }: WorkingHours, isHoliday: IsHoliday): boolean {
  const weekday = days[new Date(day).getUTCDay()];
  return weekday !== undefined && workDays.includes(weekday) && !isHoliday(day);
}

/** The instant, in ms, at which clocks in London first show a time on a day. */
export function instantOf(day: string, time: string): number {
  const inWinter = Date.parse(`${day}T${time}:00Z`);
  const inSummer = inWinter - hourMs;
  return londonClock.format(inSummer) === `${day} ${time}` ? inSummer : inWinter;
}
