/** One line of the bench: what is measured, how it came out, and the floor it must keep. */
export interface Row {
  /** E.g. `ask-turn`; NAME on the command line is the beginning of it. */
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly floor: number;
  /** The floor in words, e.g. `ratio at least 0.65`. */
  readonly says: string;
  /** Absent while what it measures is not built. */
  readonly measure?: () => Promise<Measured>;
}

export interface Measured {
  readonly value: number;
  /** What it is held against, in the same unit; null where the floor is absolute. */
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly ok: boolean;
  /** Lowest and highest of the runs, as they count for the floor. */
  readonly spread?: readonly [number, number];
  readonly runs?: number;
  /** What else was looked at, and what was wrong with it. */
  readonly notes?: readonly string[];
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

export const spreadOf = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
];

export const rounded = (value: number, places = 2): number => Number(value.toFixed(places));
