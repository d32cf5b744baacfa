import { type Measured, median, rounded, spreadOf } from './row.ts';

const pairs = 7;

/** What is to be compared, e.g. turns a second, measured now. */
export type Measure = () => Promise<number>;

/** Whether a ratio keeps the floor. */
export const atLeast = (floor: number) => (ratio: number) => ratio >= floor;
export const atMost = (floor: number) => (ratio: number) => ratio <= floor;

/** Bot and echo in turn, so that what else the machine does falls on both. The first two of each only warm up. */
export async function inPairs(
  bot: Measure,
  echo: Measure,
  isKept: (ratio: number) => boolean,
  places = 0,
): Promise<Measured> {
  for (const warm of [bot, echo, bot, echo]) await warm();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    ours.push(await bot());
    theirs.push(await echo());
  }
  const ratios = ours.map((value, pair) => value / (theirs[pair] ?? Number.NaN));
  const ratio = rounded(median(ratios));
  const [low, high] = spreadOf(ratios);
  return {
    value: rounded(median(ours), places),
    baseline: rounded(median(theirs), places),
    ratio,
    ok: isKept(ratio),
    spread: [rounded(low), rounded(high)],
    runs: pairs,
  };
}
