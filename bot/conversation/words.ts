/** A day and time as users read it, in UK time, e.g. `22 November 2026, 16:05`. */
export function dayAndTime(at: string | Date): string {
  return dayTime.format(new Date(at));
}

/** A day as users read it, e.g. `22 November 2026`. */
export function day(at: string | Date): string {
  return dayOnly.format(new Date(at));
}

/** A month as users read it, e.g. `November 2026`. */
export function monthAndYear(at: Date): string {
  return monthOnly.format(at);
}

const monthOnly = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });
const dayOnly = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
