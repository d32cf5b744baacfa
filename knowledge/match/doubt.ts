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
const ownDoubt: ReadonlySet<string> = new Set('sure certain clear know think only just one longer'.split(' '));
const reach = 4;

/** Indexes of words that are denied: up to four after a denial, in the same clause. */
export function denied(words: readonly Word[]): ReadonlySet<number> {
  const found = new Set<number>();
  words.forEach(({ plain }, at) => {
    if (!denials.has(plain) || ownDoubt.has(words[at + 1]?.plain ?? '')) return;
    for (let next = at + 1; next <= at + reach && next < words.length; next++) {
      const word = words[next];
      if (!word || word.startsClause || word.plain === 'but') break;
      found.add(next);
    }
  });
  return found;
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
