import { stemsOf } from './contentWords.ts';
import { denied, isGuess } from './doubt.ts';
import { featuresOf } from './features.ts';
import type { MatchIndex, Subject } from './matchIndex.ts';
import { readWords, type Word } from './normalise.ts';
import type { Found } from './phraseBook.ts';
import { placesIn, type Sighting } from './places.ts';
import type { Evidence } from './scorer.ts';

/** A question as the matching reads it. */
export interface Question {
  readonly words: readonly Word[];
  /** Its plain words in a row. */
  readonly said: string;
  /** The stem of each word. */
  readonly stems: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Names of agreements and topics that stand in it. */
  readonly names: readonly Found<Subject>[];
  /** A name stands in it that the asker denies or only guesses at; it is not among `names`. */
  readonly hasDoubts: boolean;
  readonly places: readonly Sighting[];
}

/** A word as typed is trusted more than its idea, a pair, a guessed spelling or what is denied. Measured on the content. */
const trust = { inIdea: 0.7, inPair: 0.8, inSpelling: 0.8, whenDenied: 0.6, whenGuessed: 0.25 };

/**
 * Reads a question: words, slips put right, names and places found, features weighed. `doubting` = false takes every
 * name and word at its face value.
 */
export function readQuestion(index: MatchIndex, text: string, doubting = true): Question {
  const words = readWords(text).flatMap((word) => splitJoined(index, putRight(index, word)));
  const stems = stemsOf(words, index.known);
  const plain = words.map((word) => word.plain);
  const named = index.names.findAll(plain);
  const doubted = doubting ? named.filter(({ start, end }) => isGuess(words, start, end)) : [];
  const guessed = named.filter(({ value }) => doubted.some((name) => name.value.id === value.id));
  const [notMeant, inGuess] = [doubting ? denied(words) : new Set<number>(), wordsOf(guessed)];
  const evidence = mostTrusted(
    featuresOf(words, stems).map(({ name, word }) => {
      const slip = words[word]?.isSlip ? trust.inSpelling : 1;
      const doubt = notMeant.has(word) ? trust.whenDenied : inGuess.has(word) ? trust.whenGuessed : 1;
      return { name, word, trust: slip * doubt * trustOf(name) };
    }),
  );
  const names = named.filter((name) => !guessed.includes(name) && !notMeant.has(name.start));
  const places = placesIn(words, index.places, wordsOf(named));
  return { words, said: plain.join(' '), stems, evidence, names, hasDoubts: names.length < named.length, places };
}

interface ReadWord extends Word {
  /** Its spelling was put right. */
  readonly isSlip: boolean;
}

/** Only a word that nobody wrote can be a slip. */
function putRight({ known, joined, spelling }: MatchIndex, word: Word): ReadWord {
  const isKnown = known.has(word.plain) || joined.has(word.plain);
  const meant = isKnown ? null : spelling(word.plain);
  return { ...word, plain: meant ?? word.plain, isSlip: meant !== null };
}

/** A word that the content writes as two: `healthvisitor`, `dogfouling`. Both keep what was typed. */
function splitJoined({ joined }: MatchIndex, word: ReadWord): ReadWord[] {
  const [first, second] = joined.get(word.plain) ?? [];
  if (first === undefined || second === undefined) return [word];
  return [
    { ...word, plain: first },
    { ...word, plain: second, startsSentence: false, startsClause: false },
  ];
}

/** A feature counts once, however often it is said: the first of the most trusted. */
function mostTrusted(evidence: readonly Evidence[]): Evidence[] {
  const best = new Map<string, Evidence>();
  for (const piece of evidence) if ((best.get(piece.name)?.trust ?? 0) < piece.trust) best.set(piece.name, piece);
  return [...best.values()];
}

function trustOf(feature: string): number {
  if (feature.startsWith('~')) return trust.inIdea;
  return feature.includes(' ') ? trust.inPair : 1;
}

function wordsOf(names: readonly Found<Subject>[]): ReadonlySet<number> {
  return new Set(names.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
}
