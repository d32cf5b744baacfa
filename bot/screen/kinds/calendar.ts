/** True for a day that is on the calendar. Months count from 1. */
export function isRealDay(day: number, month: number, year: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A year from two digits is the latest one that has begun: in 2026, 26 is 2026 and 27 is 1927. */
export function wholeYear(digits: string, today: Date): number {
  if (digits.length > 2) return Number(digits);
  const now = today.getFullYear();
  const year = now - (now % 100) + Number(digits);
  return year > now ? year - 100 : year;
}
