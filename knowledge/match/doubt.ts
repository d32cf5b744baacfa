/**
 * Words that a question says and does not mean: what is denied (“no weapons were found”), and the name of an
 * agreement that the asker only guesses at (“or is it licensing?”). They speak less for what they name.
 */
import type { Word } from './normalise.ts';

const denials: ReadonlySet<string> = new Set(
  `no not isnt arent wasnt werent doesnt didnt hasnt havent wont never nobody noone none nothing without neither
    nor`.split(/\s+/),
);
/** `not sure`, `do not know`: the asker’s own doubt, which denies nothing. */
const ownDoubt: ReadonlySet<string> = new Set('sure certain clear know think only just'.split(' '));
/** What a denial no longer reaches: the next thing is said for itself. */
const turns: ReadonlySet<string> = new Set('but so because who which until unless though although'.split(' '));
/** Words a denial reaches at most, on either side. */
const reach = 7;
/** “too young for the adult scheme”, “rather than the panel”. */
const leadsAway = /^(too \w+ for|rather than|instead of|as opposed to|apart from|other than|except for)$/;
/** “the offenders meeting won’t have her”. */
const turnedAway = /^(wont|will not|cant|cannot|doesnt|does not|didnt) (have|take|accept|want|see|touch|apply|fit)$/;

/** Indexes of words that are denied: those after a denial in the same clause, and those before what turns somebody away. */
export function denied(words: readonly Word[]): ReadonlySet<number> {
  const plain = words.map((word) => word.plain);
  const found: number[] = [];
  plain.forEach((word, at) => {
    const opens = denials.has(word) && !ownDoubt.has(plain[at + 1] ?? '');
    if (opens) found.push(...reached(words, at + 1));
    for (const length of [2, 3]) {
      const phrase = plain.slice(at, at + length).join(' ');
      if (leadsAway.test(phrase)) found.push(...reached(words, at + length));
      if (turnedAway.test(phrase)) found.push(...before(words, at));
    }
  });
  return new Set(found);
}

/** Words from `start` to the end of the clause, as far as a denial reaches. */
function reached(words: readonly Word[], start: number): number[] {
  const end = words.findIndex((word, at) => at >= start && (word.startsClause || turns.has(word.plain)));
  return range(start, Math.min(start + reach, end < 0 ? words.length : end));
}

/** Words of the same clause before `end`. */
function before(words: readonly Word[], end: number): number[] {
  const start = words.findLastIndex((word, at) => at < end && (word.startsClause || turns.has(word.plain)));
  return range(Math.max(start, end - reach, 0), end);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);
}

/** How people write a name that they only guess at; NAME stands for it. */
const guesses: readonly RegExp[] = [
  // “is it licensing”, “should we go under CCTV”
  /\b(is|isnt|was|would|wouldnt|should|shouldnt) (it|this|that|we) (not )?(be )?(covered )?(use |using |under |by |go under )?(the |a |an )?NAME\b/,
  // “is licensing the correct agreement”, “CCTV or another”
  /\b(is|isnt|are|would) (the |a |an )?NAME( \w+){0,2} (the )?(right|correct|wrong|best)\b/,
  /\bNAME( \w+)? (or (is|are|was|something|another|someone|somewhere|a different)|(the )?(right|correct|wrong) (one|agreement|place)|isnt it)\b/,
  // “the manager suggests using CDOP”, “do we need CDOP”
  /\b(says?|said|told (me|us)|thinks?|thought|reckons?|suggests?|suggested) (to |its |it is |we |i |should |use |using |try |go |for |the )+NAME\b/,
  /\b(do|would) (i|we) (need|use|want) (the |a )?NAME\b|\bNAME (i|we) (need|want|should)\b/,
  // “licensing cannot help”
  /\bNAME( \w+)? (wont|cant|cannot|will not|does not|doesnt|do not|dont|isnt|is not|refused?|refuses|declined|says no)\b/,
];

/** True when the name from `start` to `end` is a guess the asker wants checked. */
export function isGuess(words: readonly Word[], start: number, end: number): boolean {
  const plain = words.map((word) => word.plain);
  const around = [...plain.slice(Math.max(0, start - 8), start), 'NAME', ...plain.slice(end, end + 5)].join(' ');
  return guesses.some((guess) => guess.test(around));
}
