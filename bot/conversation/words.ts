/** A day and time as users read it, in UK time, e.g. `22 November 2026, 16:05`. */
export function dayAndTime(at: string | Date): string {
  return dayTime.format(new Date(at));
}

/** A day as users read it, e.g. `22 November 2026`. */
export function day(at: string | Date): string {
  return dayOnly.format(new Date(at));
}

/** A day by its date, e.g. `2026-11-24`, as users read it: `Tuesday 24 November 2026`. */
export function weekdayAndDay(date: string): string {
  return weekday.format(new Date(date)).replace(',', '');
}

/** Why the IG leads hear of a review. */
export function waitedWords(hours: number): string {
  return `It has waited ${hours === 1 ? 'one working hour' : `${hours} working hours`} for its review.`;
}

/** A month as users read it, e.g. `November 2026`. */
export function monthAndYear(at: Date): string {
  return monthOnly.format(at);
}

const monthOnly = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
const dayTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });
const dayOnly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
