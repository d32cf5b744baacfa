import type { Content } from '../schema.ts';
import { sayPlainly } from './normalise.ts';
import { stem } from './stem.ts';

/** One thing an abbreviation can stand for. */
export interface Meaning {
  readonly id: string;
  readonly label: string;
  /** What it says, as plain words. */
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

export interface Abbreviation {
  /** As the content writes it, e.g. `SAR`. */
  readonly short: string;
  /** An ordinary word: asked about only when little else leads anywhere. */
  readonly isVague: boolean;
  readonly meanings: readonly Meaning[];
}

/** Abbreviations by the stem of what people write. */
export type Abbreviations = ReadonlyMap<string, Abbreviation>;

export function makeAbbreviations(abbreviations: Content['abbreviations']): Abbreviations {
  return new Map(
    abbreviations.map(({ short, vague, meanings }) => [
      stem(sayPlainly(short)),
      { short, isVague: vague, meanings: meanings.map(readMeaning) },
    ]),
  );
}

function readMeaning({ id, label, words }: Content['abbreviations'][number]['meanings'][number]): Meaning {
  const plain = sayPlainly(words ?? label).split(' ');
  return { id, label, words: plain, stems: plain.map(stem) };
}

/** What an abbreviation of one meaning says: its stems, and pairs of them. One of several says nothing until it is told. */
export function inFull(abbreviation: Abbreviation | undefined): readonly string[] {
  const [meaning, another] = abbreviation?.meanings ?? [];
  if (!meaning || another) return [];
  return meaning.stems.flatMap((one, at) => {
    const next = meaning.stems[at + 1];
    return next === undefined ? [one] : [one, `${one} ${next}`];
  });
}
