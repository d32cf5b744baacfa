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
  readonly evidence: readonly Evidence[];
  /** Names of agreements and topics that stand in it. */
  readonly names: readonly Found<Subject>[];
  readonly places: readonly Sighting[];
}

/** A word as typed is trusted more than its idea, a pair, a guessed spelling or what is denied. Measured on the content. */
const trust = { inIdea: 0.7, inPair: 0.8, inSpelling: 0.8, whenDenied: 0.6, whenGuessed: 0.25 };

/** Reads a question: words, slips put right, names and places found, features weighed. */
export function readQuestion(index: MatchIndex, text: string): Question {
  const typed = splitJoined(index, readWords(text));
  const words = typed.map((word) => putRight(index, word));
  const named = index.names.findAll(words.map(({ plain }) => plain));
  const guesses = new Set(named.filter(({ start, end }) => isGuess(words, start, end)).map(({ value }) => value.id));
  const guessed = named.filter(({ value }) => guesses.has(value.id));
  const [notMeant, inGuess] = [denied(words), wordsOf(guessed)];
  const evidence = featuresOf(words).map(({ name, word }) => {
    const slip = words[word]?.plain === typed[word]?.plain ? 1 : trust.inSpelling;
    const doubt = notMeant.has(word) ? trust.whenDenied : inGuess.has(word) ? trust.whenGuessed : 1;
    return { name, word, trust: slip * doubt * trustOf(name) };
  });
  const names = named.filter((name) => !guessed.includes(name) && !notMeant.has(name.start));
  return { words, evidence, names, places: placesIn(words, index.places, wordsOf(named)) };
}

/** A word that nobody wrote may be two that somebody did: `jobcentre`, `flytipping`. Both keep what was typed. */
function splitJoined({ known, pairs }: MatchIndex, words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    if (known.has(word.plain) || word.plain.length < 6 || word.plain.length > 24) return [word];
    for (let at = 3; at <= word.plain.length - 3; at++) {
      const [first, second] = [word.plain.slice(0, at), word.plain.slice(at)];
      if (!pairs.has(`${first} ${second}`)) continue;
      return [{ ...word, plain: first }, { ...word, plain: second, startsSentence: false, startsClause: false }];
    }
    return [word];
  });
}

/** Only a word that nobody wrote can be a slip. */
function putRight({ known, spelling }: MatchIndex, word: Word): Word {
  if (known.has(word.plain)) return word;
  const meant = spelling(word.plain);
  return meant ? { ...word, plain: meant } : word;
}

function trustOf(feature: string): number {
  if (feature.startsWith('~')) return trust.inIdea;
  return feature.includes(' ') ? trust.inPair : 1;
}

function wordsOf(names: readonly Found<Subject>[]): ReadonlySet<number> {
  return new Set(names.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
}
