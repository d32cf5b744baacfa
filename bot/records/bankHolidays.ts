import type { IsHoliday } from './workingDays.ts';

let england: Promise<IsHoliday> | undefined;

/**
 * England's bank holidays, substitute days and one-off days among them. The library takes 0.2 s and 30 MB (ADR 11), so
 * it is loaded when it is first asked for and not at the start.
 */
export function bankHolidays(): Promise<IsHoliday> {
  england ??= load();
  return england;
}

async function load(): Promise<IsHoliday> {
  const { default: Holidays } = await import('date-holidays');
  const library = new Holidays('GB', 'ENG', { types: ['public', 'bank'], languages: 'en' });
  /** A year's days are computed once. */
  const years = new Map<string, ReadonlySet<string>>();
  return (day) => {
    const year = day.slice(0, 4);
    const days = years.get(year) ?? new Set(library.getHolidays(year).map(({ date }) => date.slice(0, 10)));
    years.set(year, days);
    return days.has(day);
  };
}
