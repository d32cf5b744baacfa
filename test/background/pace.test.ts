import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patient, pauseBeforeTry, sparing } from '../../bot/background/backoff.ts';
import { fullBucket, type Limit, makePace, refilled, waitFor } from '../../bot/background/pace.ts';

describe('a token bucket', () => {
  const limit: Limit = { burst: 3, perSecond: 2 };
  const empty = { tokens: 0, at: 1_000 };

  it('lets its burst through at once and then so many a second', () => {
    const full = fullBucket(limit, 0);
    expect([waitFor(limit, full), waitFor(limit, empty), waitFor(limit, { tokens: -3, at: 0 })]).toEqual([
      0, 500, 2_000,
    ]);
    expect(refilled(limit, empty, 2_000)).toEqual({ tokens: 2, at: 2_000 });
    expect(refilled(limit, empty, 60_000)).toEqual({ tokens: 3, at: 60_000 });
  });

  it('neither gives nor takes when its clock is set back', () => {
    expect(refilled(limit, { tokens: 1, at: 9_000 }, 1_000)).toEqual({ tokens: 1, at: 1_000 });
  });
});

describe('the pace', () => {
  /** What Teams takes (PLATFORM 2.2): so many within so many ms. */
  const teams = [
    [7, 1_000],
    [8, 2_000],
    [60, 30_000],
    [1_800, 3_600_000],
  ] as const;
  const most = (times: readonly number[], windowMs: number) =>
    Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));

  it('keeps within what Teams takes in one chat, and leaves room for answers', () => {
    let now = 0;
    const pace = makePace(() => now);
    const times: number[] = [];
    while (now < 4_000_000) {
      now += pace.take('chat');
      times.push(now);
    }
    for (const [count, windowMs] of teams) expect(most(times, windowMs)).toBeLessThan(count * 0.75);
    expect(times.length).toBeGreaterThan(1_000);
  });

  it('keeps within what Teams takes in a tenant, whoever it goes to and whenever', () => {
    const step = fc.record({ chat: fc.integer({ min: 0, max: 300 }), idle: fc.integer({ min: 0, max: 400 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 50, maxLength: 300 }), (steps) => {
        let now = 0;
        const pace = makePace(() => now);
        const times = steps.map(({ chat, idle }) => {
          now += idle > 300 ? idle : 0;
          return now + pace.take(String(chat));
        });
        expect(most(times, 1_000)).toBeLessThanOrEqual(30);
      }),
      { numRuns: 60 },
    );
  });

  it('makes one chat wait for nothing that went to another', () => {
    const pace = makePace(() => 0);
    for (let times = 0; times < 3; times++) pace.take('one');
    expect([pace.until('one') > 0, pace.until('other'), pace.untilAny()]).toEqual([true, 0, 0]);
  });

  it('remembers no chat longer than it must', () => {
    let now = 0;
    const pace = makePace(() => now);
    for (let chat = 0; chat < 5_000; chat++) {
      now += 100;
      pace.take(String(chat));
    }
    expect(pace.size).toBeLessThan(100);
  });
});

describe('the pause before another try', () => {
  it('doubles up to a longest one, and is anything from nothing to that', () => {
    const longest = [1, 2, 3, 9, 10, 49].map((tried) => pauseBeforeTry(patient, tried, 1));
    expect(longest).toEqual([2_000, 4_000, 8_000, 512_000, 600_000, 600_000]);
    expect([0, 0.5, 1].map((random) => pauseBeforeTry(patient, 1, random))).toEqual([0, 1_000, 2_000]);
  });

  const total = (patience: typeof patient, random: number) =>
    Array.from({ length: patience.tries - 1 }, (_, tried) => pauseBeforeTry(patience, tried + 1, random)).reduce(
      (sum, ms) => sum + ms / 60_000,
      0,
    );

  it('adds up to three or four hours where nothing arrived, to half an hour where it may have', () => {
    expect(total(patient, 0.5)).toBeGreaterThan(180);
    expect(total(patient, 0.5)).toBeLessThan(240);
    expect(total(sparing, 0.5)).toBeCloseTo(30.5, 1);
  });
});
