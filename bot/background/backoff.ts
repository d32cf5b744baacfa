/** How often something is tried again, and how long apart. */
export interface Patience {
  /** Longest pause before the second try, ms; it doubles with each try … */
  readonly firstMs: number;
  /** … up to this. */
  readonly longestMs: number;
  /** Tries in all; after the last one somebody has to look. */
  readonly tries: number;
}

/** Where it is known that nothing arrived, or sending twice shows once: three to four hours. */
export const patient: Patience = { firstMs: 2_000, longestMs: 10 * 60_000, tries: 50 };

/**
 * Where nobody knows whether the card arrived: told twice is better than not told, but not told fifty times. About
 * half an hour, in few tries.
 */
export const sparing: Patience = { firstMs: 60_000, longestMs: 30 * 60_000, tries: 7 };

/**
 * How long to wait before the next try, ms: anything up to a pause that doubles each time (full jitter), so that those
 * who were refused together do not come back together. `tried` counts from 1, `random` is from 0 to 1.
 */
export function pauseBeforeTry({ firstMs, longestMs }: Patience, tried: number, random: number): number {
  return Math.round(Math.min(firstMs * 2 ** (tried - 1), longestMs) * random);
}
