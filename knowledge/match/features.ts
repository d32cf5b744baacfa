import { ageAt } from './ages.ts';
import { conceptsOfStem } from './concepts.ts';
import type { Word } from './normalise.ts';
import { stem } from './stem.ts';
import { stopStems } from './stopWords.ts';

/** Something a text says that can speak for an answer. */
export interface Feature {
  /** A stem (`bruis`), an idea (`~child`), or two stems that stand together (`front door`). */
  readonly name: string;
  /** Index of the word it comes from. */
  readonly word: number;
}

/** What the words of a text say: their stems, the ideas they stand for, and pairs that stand together. */
export function featuresOf(words: readonly Word[]): Feature[] {
  const plain = words.map((word) => word.plain);
  const stems = plain.map(stem);
  return stems.flatMap((root, index) => featuresAt(plain, stems, root, index));
}

function featuresAt(plain: readonly string[], stems: readonly string[], root: string, index: number): Feature[] {
  const age = ageAt(plain, index);
  const names = age ? [`~${age}`] : [];
  if (stopStems.has(root)) return names.map((name) => ({ name, word: index }));
  const next = stems[index + 1];
  const pair = next !== undefined && !stopStems.has(next) ? [`${root} ${next}`] : [];
  return [...names, root, ...(conceptsOfStem.get(root) ?? []), ...pair].map((name) => ({ name, word: index }));
}
