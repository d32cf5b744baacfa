import { describe, expect, it } from 'vitest';
import { isRetentionReached, keptUntil } from '../../bot/records/retention.ts';

describe('retention', () => {
  it('ends years after the day of closing in England, and that day still counts', () => {
    expect(keptUntil('2026-11-23T09:00:00.000Z', 6)).toBe('2032-11-23');
    const reached = (at: string) => isRetentionReached('2026-11-23T09:00:00.000Z', 6, new Date(at));
    expect(reached('2032-11-23T23:59:59Z')).toBe(false);
    expect(reached('2032-11-24T00:00:00Z')).toBe(true);
  });

  it('counts the day as it was in England, also in summer', () => {
    expect(keptUntil('2026-06-30T23:30:00.000Z', 1)).toBe('2027-07-01');
  });

  it('is over when the next day begins in England, also in summer', () => {
    const reached = (at: string) => isRetentionReached('2026-06-30T09:00:00.000Z', 6, new Date(at));
    expect(reached('2032-06-30T22:59:59Z')).toBe(false);
    expect(reached('2032-06-30T23:00:00Z')).toBe(true);
  });

  it('is a day longer from a 29 February into a year that has none', () => {
    expect(keptUntil('2028-02-29T09:00:00.000Z', 1)).toBe('2029-03-01');
    expect(keptUntil('2028-02-29T09:00:00.000Z', 4)).toBe('2032-02-29');
  });

  it('is never reached of an open record, nor while nobody has set it', () => {
    const muchLater = new Date('2126-01-01T00:00:00Z');
    expect(isRetentionReached(null, 1, muchLater)).toBe(false);
    expect(isRetentionReached('2026-11-23T09:00:00.000Z', null, muchLater)).toBe(false);
  });
});
