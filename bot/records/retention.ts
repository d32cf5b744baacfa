import { dayOf } from './workingDays.ts';

/** The last day on which a record is kept that was closed at this instant; 29 February counts on to 1 March. */
export function keptUntil(closedAt: string, years: number): string {
  const day = new Date(dayOf(new Date(closedAt)));
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return day.toISOString().slice(0, 10);
}

/** The record has been closed for as long as it is to be kept; never while nobody has said how long that is. */
export function isRetentionReached(closedAt: string | null, years: number | null, now: Date): boolean {
  return closedAt !== null && years !== null && keptUntil(closedAt, years) < dayOf(now);
}
