import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bankHolidays } from '../../bot/records/bankHolidays.ts';
import { completeBy, reminderAt } from '../../bot/records/reminders.ts';
import { dayOf, type IsHoliday, isWorkingDay, workingDaysFrom } from '../../bot/records/workingDays.ts';
import { isWorkingTime } from '../../bot/records/workingHours.ts';
import { nineToFive } from '../make/workingHours.ts';

let isHoliday: IsHoliday;
beforeAll(async () => {
  isHoliday = await bankHolidays();
});

/** Published on gov.uk for England and Wales; 2027 and 2028 from the same rules. */
const published = [
  ...['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'],
  ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
  ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  ...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
];

function* weekdaysOf(year: number): Generator<string> {
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = workingDaysFrom(day, 1, () => false)) {
    if (isWorkingDay(day, () => false)) yield day;
  }
}

describe('England’s bank holidays', () => {
  it.each([2025, 2026, 2027, 2028])('of %i are those published, and no other weekday', (year) => {
    expect([...weekdaysOf(year)].filter(isHoliday)).toEqual(published.filter((day) => day.startsWith(String(year))));
  });

  it('know the days that were given once, and those of Scotland alone are none', () => {
    for (const day of ['2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']) expect(isHoliday(day)).toBe(true);
    for (const day of ['2026-01-02', '2026-08-03', '2026-11-30', '2026-03-17']) expect(isHoliday(day)).toBe(false);
  });

  it.each(['Pacific/Auckland', 'America/Los_Angeles'])('are the same on a server in %s', async (TZ) => {
    const code = `
      import { bankHolidays } from './bot/records/bankHolidays.ts';
      import { completeBy } from './bot/records/reminders.ts';
      bankHolidays().then((isHoliday) => console.log(completeBy(new Date('2027-03-25T23:30:00Z'), isHoliday)));`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', code];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, TZ } });
    expect(stdout.trim()).toBe('2027-03-31');
  });
});

describe('the rest of an emergency’s record', () => {
  it.each([
    ['on a Monday', '2026-11-23T10:00:00Z', '2026-11-25'],
    ['on a Friday at five', '2026-11-20T17:00:00Z', '2026-11-24'],
    ['on a Saturday', '2026-11-21T03:00:00Z', '2026-11-24'],
    ['on a Sunday', '2026-11-22T10:00:00Z', '2026-11-24'],
    ['on a Friday before a bank holiday weekend', '2027-04-30T16:00:00Z', '2027-05-05'],
    ['on the Thursday before Easter', '2027-03-25T17:00:00Z', '2027-03-31'],
    ['on Good Friday', '2027-03-26T12:00:00Z', '2027-03-31'],
    ['on Christmas Eve 2026, whose Boxing Day is a Saturday', '2026-12-24T20:00:00Z', '2026-12-30'],
    ['on Christmas Eve 2027, with two substitute days', '2027-12-24T20:00:00Z', '2027-12-30'],
    ['on New Year’s Eve 2027, with a substitute day', '2027-12-31T20:00:00Z', '2028-01-05'],
    ['after midnight in London, when it is still the day before in UTC', '2027-06-08T23:30:00Z', '2027-06-11'],
    ['just before midnight in London', '2027-06-08T22:59:59Z', '2027-06-10'],
    ['in the night when the clocks go forward', '2027-03-28T00:59:59Z', '2027-03-31'],
  ])('that was made %s (%s) is due %s', (_when, at, due) => {
    expect(completeBy(new Date(at), isHoliday)).toBe(due);
  });

  const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });

  it('is due on a working day, the second after the day it was made, whenever that was', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const made = dayOf(at);
        const due = completeBy(at, isHoliday);
        expect(isWorkingDay(due, isHoliday)).toBe(true);
        const passed: string[] = [];
        for (let ms = Date.parse(made); ms < Date.parse(due); ms += 86_400_000) {
          passed.push(new Date(ms + 86_400_000).toISOString().slice(0, 10));
        }
        expect(passed.filter((day) => isWorkingDay(day, isHoliday))).toHaveLength(2);
        expect(workingDaysFrom(workingDaysFrom(due, -2, isHoliday), 2, isHoliday)).toBe(due);
      }),
    );
  });

  it('is reminded of in office hours alone, in order, and of each thing on one day or, when late, ever after', () => {
    fc.assert(
      fc.property(instants, (madeAt) => {
        const due = completeBy(madeAt, isHoliday);
        const seen: string[] = [];
        for (let hour = 0; hour < 24 * 14; hour += 1) {
          const at = new Date(madeAt.getTime() + hour * 3_600_000);
          const reminder = reminderAt(due, at, nineToFive, isHoliday);
          if (reminder === null) continue;
          expect(isWorkingTime(at, nineToFive, isHoliday)).toBe(true);
          expect(reminder === 'due-today').toBe(dayOf(at) === due);
          expect(reminder === 'late').toBe(dayOf(at) > due);
          if (seen.at(-1) !== reminder) seen.push(reminder);
        }
        expect(seen.filter((each) => each !== 'due-soon')).toEqual(['due-today', 'late']);
        // Made in office hours on the working day before nothing can be, for the day of making does not count.
        expect(seen[0]).toBe('due-soon');
      }),
      { numRuns: 40 },
    );
  });
});
