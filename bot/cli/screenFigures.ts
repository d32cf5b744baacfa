import { z } from 'zod';
import { type IdentifierKind, identifierKinds, type Level } from '../screen/identifier.ts';
import { type Identifier, screen } from '../screen/screen.ts';
import { percent } from './evaluation.ts';

/** A sentence and what should be found in it. */
export const sentenceSchema = z.object({
  id: z.string().min(1),
  text: z.string(),
  /** In reading order; empty in a clean sentence. */
  expect: z.array(
    z.object({
      kind: z.enum(identifierKinds),
      level: z.enum(['high', 'medium']),
      /** The very words, e.g. `943 476 5919`. */
      found: z.string().min(1),
    }),
  ),
});
export type Sentence = z.infer<typeof sentenceSchema>;

/** What was to be found, and what came of it. */
export interface Tally {
  readonly wanted: number;
  readonly caught: number;
  /** Found where nothing of this kind and level was wanted, or with other first or last words. */
  readonly falseAlarms: number;
}

export interface Figures {
  readonly sentences: number;
  /** Sentences with nothing to find, and those of them that lost words to a mask. */
  readonly clean: number;
  readonly cleanMasked: number;
  /** Clean sentences in which something was masked or pointed at. */
  readonly cleanTouched: number;
  /** Per cent to one decimal. */
  readonly highCaught: number;
  readonly mediumCaught: number;
  readonly cleanMaskedShare: number;
  readonly cleanTouchedShare: number;
  readonly byKind: Readonly<Record<string, Tally>>;
  /** Ids of sentences in which something was missed or falsely found. Never their words. */
  readonly wrong: readonly string[];
}

interface Judged {
  readonly sentence: Sentence;
  readonly caught: readonly Identifier[];
  readonly missed: readonly Identifier[];
  readonly falseAlarms: readonly Identifier[];
}

/** The screen measured on labelled sentences: a find counts when kind, level and both ends are right. */
export function screenFigures(sentences: readonly Sentence[], today: Date): Figures {
  const judged = sentences.map((sentence) => judge(sentence, today));
  const clean = judged.filter(({ sentence }) => sentence.expect.length === 0);
  const cleanMasked = clean.filter(({ falseAlarms }) => falseAlarms.some(({ level }) => level === 'high')).length;
  const cleanTouched = clean.filter(({ falseAlarms }) => falseAlarms.length > 0).length;
  return {
    sentences: sentences.length,
    clean: clean.length,
    cleanMasked,
    cleanTouched,
    highCaught: share(judged, ({ level }) => level === 'high'),
    mediumCaught: share(judged, ({ level }) => level === 'medium'),
    cleanMaskedShare: percent(cleanMasked, clean.length),
    cleanTouchedShare: percent(cleanTouched, clean.length),
    byKind: Object.fromEntries(identifierKinds.map((kind) => [kind, tally(judged, (one) => one.kind === kind)])),
    wrong: judged
      .filter(({ missed, falseAlarms }) => missed.length + falseAlarms.length > 0)
      .map(({ sentence }) => sentence.id),
  };
}

function judge(sentence: Sentence, today: Date): Judged {
  const wanted = wantedIn(sentence);
  const found = screen(sentence.text, today);
  const isIn = (list: readonly Identifier[]) => (one: Identifier) => list.some((other) => isSame(one, other));
  const not = (is: (one: Identifier) => boolean) => (one: Identifier) => !is(one);
  return {
    sentence,
    caught: wanted.filter(isIn(found)),
    missed: wanted.filter(not(isIn(found))),
    falseAlarms: found.filter(not(isIn(wanted))),
  };
}

function wantedIn({ id, text, expect }: Sentence): Identifier[] {
  let from = 0;
  return expect.map(({ kind, level, found }) => {
    const start = text.indexOf(found, from);
    if (start < 0) throw new Error(`The sentence ${id} does not hold what it expects.`);
    from = start + found.length;
    return { kind, level, start, end: from };
  });
}

const isSame = (one: Identifier, other: Identifier): boolean =>
  one.kind === other.kind && one.level === other.level && one.start === other.start && one.end === other.end;

type Which = (one: { readonly kind: IdentifierKind; readonly level: Level }) => boolean;

function tally(judged: readonly Judged[], which: Which): Tally {
  const count = (of: (one: Judged) => readonly Identifier[]) => judged.flatMap(of).filter(which).length;
  const caught = count((one) => one.caught);
  return { wanted: caught + count((one) => one.missed), caught, falseAlarms: count((one) => one.falseAlarms) };
}

function share(judged: readonly Judged[], which: Which): number {
  const { caught, wanted } = tally(judged, which);
  return percent(caught, wanted);
}
