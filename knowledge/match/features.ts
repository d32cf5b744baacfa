import { type Abbreviations, inFull } from './abbreviations.ts';
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
  /** It comes from several words together, so that a denial among them is part of what it says. */
  readonly isIdiom?: boolean;
}

/**
 * What the words of a text say: their stems (given, one a word), the ideas they stand for, and pairs of stems.
 * A word that completes an idiom stands for that idea instead of its own.
 */
export function featuresOf(words: readonly Word[], stems: readonly string[], abbreviations: Abbreviations): Feature[] {
  const plain = words.map((word) => word.plain);
  const features: Feature[] = [];
  stems.forEach((root, word) => {
    const age = ageAt(plain, word);
    if (age) features.push({ name: `~${age}`, word });
    if (stopStems.has(root)) return;
    const idioms = idiomsAt(plain, word);
    if (!isNumber(root)) features.push({ name: root, word });
    for (const name of inFull(abbreviations.get(root))) features.push({ name, word });
    for (const name of idioms) features.push({ name, word, isIdiom: true });
    const ideas = idioms.length > 0 ? [] : (conceptsOfStem.get(root) ?? []);
    for (const name of ideas) features.push({ name, word });
    const next = stems[word + 1];
    if (next !== undefined && !stopStems.has(next)) features.push({ name: `${root} ${next}`, word });
  });
  return features;
}

/** Marks what the small words of a text say: how it asks (`=can i`), not what about. */
const formMark = '=';

export function isForm(name: string): boolean {
  return name.startsWith(formMark);
}

/** The small words of a text, each with the word after it, and the one it opens with: “can I”, “how long”. */
export function formOf(stems: readonly string[]): Feature[] {
  const form: Feature[] = [];
  stems.forEach((root, word) => {
    const next = stems[word + 1];
    const isSmall = stopStems.has(root);
    if (isSmall) form.push({ name: formMark + root, word });
    if (next !== undefined && (isSmall || stopStems.has(next))) form.push({ name: `${formMark}${root} ${next}`, word });
    if (word === 0) form.push({ name: `${formMark}^ ${root}`, word });
  });
  return form;
}

function isNumber(root: string): boolean {
  return root.charCodeAt(0) <= 57 && /^\d+$/.test(root);
}
