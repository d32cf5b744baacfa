import type { Abbreviation } from './abbreviations.ts';
import { denied, isGuess } from './doubt.ts';
import { featuresOf, formOf } from './features.ts';
import type { MatchIndex, Named } from './matchIndex.ts';
import { readWords, type Word } from './normalise.ts';
import type { Found } from './phraseBook.ts';
import { placesIn, type Sighting } from './places.ts';
import type { Evidence } from './scorer.ts';
import { stem } from './stem.ts';

/** A question as the matching reads it. */
export interface Question {
  readonly words: readonly Word[];
  /** Its plain words in a row. */
  readonly said: string;
  /** The stem of each word. */
  readonly stems: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Names of agreements and topics that stand in it. */
  readonly names: readonly Found<Named>[];
  /** A name stands in it that the asker denies or only guesses at; it is not among `names`. */
  readonly hasDoubts: boolean;
  readonly places: readonly Sighting[];
  /** A word with several meanings, none of them told yet; null when there is none. */
  readonly unclear: Unclear | null;
}

export interface Unclear {
  /** As typed, e.g. `SAR`. */
  readonly typed: string;
  readonly abbreviation: Abbreviation;
}

/** A word as typed is trusted more than its idea, a pair, a guessed spelling or what is denied. Measured on the content. */
const trust = { inIdea: 0.7, inPair: 0.8, inSpelling: 0.8, whenDenied: 0.1, whenGuessed: 0.25, inForm: 0.3 };

/**
 * Reads a question: words, slips put right, names and places found, features weighed. `meaning` is the told meaning of
 * a word that has several. `doubting` = false takes every name and word at its face value.
 */
export function readQuestion(index: MatchIndex, text: string, meaning = '', doubting = true): Question {
  const words = readWords(text)
    .map((word) => putRight(index, word))
    .flatMap((word) => splitJoined(index, word))
    .flatMap((word) => asMeant(index, word, meaning));
  const stems = words.map(({ plain: word }) => stem(word));
  const plain = words.map((word) => word.plain);
  const named = index.names.findAll(plain);
  const doubted = doubting ? named.filter(({ start, end }) => isGuess(words, start, end)) : [];
  const guessed = named.filter(({ value }) => doubted.some((name) => name.value.id === value.id));
  const [notMeant, inGuess] = [doubting ? denied(words) : new Set<number>(), wordsOf(guessed)];
  const form = formOf(stems).map(({ name, word }) => ({ name, word, trust: trust.inForm }));
  const evidence = mostTrusted([
    ...form,
    ...featuresOf(words, stems, index.abbreviations).map(({ name, word, isIdiom }) => {
      const slip = words[word]?.isSlip ? trust.inSpelling : 1;
      const doubt = notMeant.has(word) && !isIdiom ? trust.whenDenied : inGuess.has(word) ? trust.whenGuessed : 1;
      return { name, word, trust: slip * doubt * trustOf(name) };
    }),
  ]);
  const names = named.filter((name) => !guessed.includes(name) && !notMeant.has(name.start));
  const places = placesIn(words, index.places, wordsOf(named));
  const unclear = unclearWord(index, words, stems, named);
  return {
    words,
    said: plain.join(' '),
    stems,
    evidence,
    names,
    hasDoubts: names.length < named.length,
    places,
    unclear,
  };
}

/** A word whose meaning was told, in the words of that meaning. All keep what was typed. */
function asMeant({ abbreviations }: MatchIndex, word: ReadWord, meaning: string): ReadWord[] {
  const told = abbreviations.get(stem(word.plain))?.meanings.find(({ id }) => id === meaning);
  if (!told) return [word];
  return told.words.map((plain, at) => ({
    ...word,
    plain,
    ...(at > 0 && { startsSentence: false, startsClause: false }),
  }));
}

/** The first word with several meanings, unless a longer name tells (`Channel panel`). */
function unclearWord(
  { abbreviations }: MatchIndex,
  words: readonly Word[],
  stems: readonly string[],
  names: readonly Found<Named>[],
): Unclear | null {
  const inName = wordsOf(names.filter(({ start, end }) => end - start > 1));
  for (const [at, root] of stems.entries()) {
    const abbreviation = abbreviations.get(root);
    const typed = words[at]?.typed ?? '';
    if (abbreviation && abbreviation.meanings.length > 1 && !inName.has(at)) return { typed, abbreviation };
  }
  return null;
}

interface ReadWord extends Word {
  /** Its spelling was put right. */
  readonly isSlip: boolean;
}

/** Only a word that nobody wrote can be a slip. */
function putRight(index: MatchIndex, word: Word): ReadWord {
  const isWord = index.known.has(word.plain) || apart(index, word.plain) !== null;
  const meant = isWord ? null : index.spelling(word.plain);
  return { ...word, plain: meant ?? word.plain, isSlip: meant !== null };
}

/** The shortest words that are read apart; shorter ones run together too easily by chance: `be`, `at`. */
const shortestApart = 3;

/** A word that the content writes as two, and never or hardly ever as one: `healthvisitor`, `dogfouling`. Both keep what was typed. */
function splitJoined(index: MatchIndex, word: ReadWord): ReadWord[] {
  const [first, second] = apart(index, word.plain) ?? [];
  if (first === undefined || second === undefined) return [word];
  return [
    { ...word, plain: first },
    { ...word, plain: second, startsSentence: false, startsClause: false },
  ];
}

function apart({ known, scorer }: MatchIndex, plain: string): readonly [string, string] | null {
  if ((known.get(plain) ?? 0) > 1) return null;
  for (let at = shortestApart; at <= plain.length - shortestApart; at++) {
    const [first, second] = [plain.slice(0, at), plain.slice(at)];
    if (known.has(first) && known.has(second) && scorer.has(`${stem(first)} ${stem(second)}`)) {
      return [first, second];
    }
  }
  return null;
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

function wordsOf(names: readonly Found<Named>[]): ReadonlySet<number> {
  return new Set(names.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
}
