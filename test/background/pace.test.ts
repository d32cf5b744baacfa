import { expect, it } from 'vitest';
import { pauseBeforeTry } from '../../bot/background/pace.ts';

it('waits longer after each try, up to ten minutes, and not everybody at once', () => {
  const middle = [1, 2, 3, 8, 9, 10, 30].map((tried) => pauseBeforeTry(tried, 0.5));
  expect(middle).toEqual([2_000, 4_000, 8_000, 256_000, 512_000, 600_000, 600_000]);
  expect([pauseBeforeTry(1, 0), pauseBeforeTry(1, 1)]).toEqual([1_750, 2_250]);
});
