import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bankHolidays } from '../../bot/records/bankHolidays.ts';
import type { IsHoliday } from '../../bot/records/workingDays.ts';
import { isWorkingTime, type WorkingHours, workingHoursBetween } from '../../bot/records/workingHours.ts';
import { nineToFive } from '../make/workingHours.ts';

let isHoliday: IsHoliday;
beforeAll(async () => {
  isHoliday = await bankHolidays();
});

const between = (from: string, to: string, hours: WorkingHours = nineToFive) =>
  workingHoursBetween(new Date(from), new Date(to), hours, isHoliday);

describe('working time', () => {
  it.each([
    ['2026-11-23T08:59:59Z', false],
    ['2026-11-23T09:00:00Z', true],
    ['2026-11-23T16:59:59Z', true],
    ['2026-11-23T17:00:00Z', false],
    ['2027-06-07T08:00:00Z', true],
    ['2027-06-07T16:00:00Z', false],
    ['2026-11-22T12:00:00Z', false],
    ['2026-12-28T12:00:00Z', false],
  ])('at %s is %s, by the clock in London', (at, isOpen) => {
    expect(isWorkingTime(new Date(at), nineToFive, isHoliday)).toBe(isOpen);
  });
});

describe('working hours', () => {
  const always: WorkingHours = {
    workDays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
    opensAt: '00:00',
    closesAt: '12:00',
  };

  it.each([
    ['within a day', '2026-11-23T10:00:00Z', '2026-11-23T11:30:00Z', 1.5],
    ['over a night', '2026-11-23T16:00:00Z', '2026-11-24T10:00:00Z', 2],
    ['over a weekend', '2026-11-20T16:00:00Z', '2026-11-23T10:00:00Z', 2],
    ['over Christmas 2026, with its substitute day', '2026-12-24T16:00:00Z', '2026-12-29T10:00:00Z', 2],
    ['in summer, by the clock in London', '2027-06-07T07:00:00Z', '2027-06-07T17:00:00Z', 8],
    ['while nobody works', '2026-11-21T00:00:00Z', '2026-11-22T23:00:00Z', 0],
    ['backwards', '2026-11-23T11:30:00Z', '2026-11-23T10:00:00Z', 0],
  ])('%s', (_when, from, to, hours) => {
    expect(between(from, to)).toBe(hours);
  });

  it('are one fewer in the night the clocks go forward, and one more when they go back', () => {
    expect(between('2027-03-27T12:00:00Z', '2027-03-28T23:00:00Z', always)).toBe(11);
    expect(between('2026-10-24T12:00:00Z', '2026-10-25T23:00:00Z', always)).toBe(13);
    expect(between('2026-10-31T12:00:00Z', '2026-11-01T23:00:00Z', always)).toBe(12);
  });

  const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2032-12-31'), noInvalidDate: true });
  const week = fc
    .record({
      workDays: fc.subarray([...always.workDays], { minLength: 1 }),
      opens: fc.integer({ min: 0, max: 11 }),
      closes: fc.integer({ min: 12, max: 23 }),
      minutes: fc.constantFrom('00', '30'),
    })
    .map(({ workDays, opens, closes, minutes }): WorkingHours => {
      const time = (hour: number) => `${String(hour).padStart(2, '0')}:${minutes}`;
      return { workDays, opensAt: time(opens), closesAt: time(closes) };
    });
  const quarter = 15 * 60_000;

  it('add up, whatever the week, the clock changes and the bank holidays', () => {
    fc.assert(
      fc.property(instants, week, fc.array(fc.nat(10 * 96), { minLength: 2, maxLength: 4 }), (start, hours, steps) => {
        let [at, sum] = [start, 0];
        for (const step of steps) {
          const next = new Date(at.getTime() + step * quarter);
          sum += workingHoursBetween(at, next, hours, isHoliday);
          at = next;
        }
        expect(workingHoursBetween(start, at, hours, isHoliday)).toBeCloseTo(sum, 6);
      }),
      { numRuns: 200 },
    );
  });

  it('are as many as the quarters of an hour in which people are at work', () => {
    fc.assert(
      fc.property(instants, week, fc.nat(8 * 96), (around, hours, quarters) => {
        const start = Math.floor(around.getTime() / quarter) * quarter;
        let worked = 0;
        for (let step = 0; step < quarters; step += 1) {
          if (isWorkingTime(new Date(start + step * quarter), hours, isHoliday)) worked += 1;
        }
        const to = new Date(start + quarters * quarter);
        expect(workingHoursBetween(new Date(start), to, hours, isHoliday)).toBe(worked / 4);
      }),
      { numRuns: 60 },
    );
  });
});
