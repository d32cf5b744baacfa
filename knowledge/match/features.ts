import { stemsOfAbbreviation } from './abbreviations.ts';
import { ageAt } from './ages.ts';
import { conceptsOfStem } from './concepts.ts';
import { idiomsAt } from './idioms.ts';
import type { Word } from './normalise.ts';
import { stopStems } from './stopWords.ts';

/** Something a text says that can speak for an answer. */
export interface Feature {
  /** A stem (`bruis`), an idea (`~child`), or two stems that stand together (`front door`). */
  readonly name: string;
  /** Index of the word it comes from. */
  readonly word: number;
}

/** What an abbreviation stands for, as stems and pairs of stems.
 * A word that completes an idiom stands for that idea instead of its own.
 */
function inFull(root: string): readonly string[] {
  const stems = stemsOfAbbreviation.get(root) ?? [];
  return stems.flatMap((one, at) => {
    const next = stems[at + 1];
    return next === undefined ? [one] : [one, `${one} ${next}`];
  });
}

/**
 * What the words of a text say: their stems (given, one a word), the ideas they stand for, and pairs of stems.
 * A word that completes an idiom stands for that idea instead of its own.
 */
export function featuresOf(words: readonly Word[], stems: readonly string[]): Feature[] {
  const plain = words.map((word) => word.plain);
  const features: Feature[] = [];
  stems.forEach((root, word) => {
    const age = ageAt(plain, word);
    if (age) features.push({ name: `~${age}`, word });
    if (stopStems.has(root)) return;
    const idioms = idiomsAt(plain, word);
    if (!/^\d+$/.test(root)) features.push({ name: root, word });
    for (const name of inFull(root)) features.push({ name, word });
    const ideas = idioms.length > 0 ? idioms : (conceptsOfStem.get(root) ?? []);
    for (const name of ideas) features.push({ name, word });
    const next = stems[word + 1];
    if (next !== undefined && !stopStems.has(next)) features.push({ name: `${root} ${next}`, word });
  });
  return features;
}
