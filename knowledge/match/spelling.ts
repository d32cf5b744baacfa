/**
 * Finds the known word that was probably meant by an unknown one; null when none is near, or several that are as usual.
 * The first letter is taken to be right.
 */
export type Spelling = (word: string) => string | null;

/** Shorter words are left as they are: too many real words lie one letter away (`cars`, `care`). */
const shortest = 4;
/** Of words this short only a letter left out is put right: `pupl`. */
const short = 4;
/** From this length on a changed consonant is forgiven; in a shorter word it more often makes another (`bread`, `break`). */
const long = 8;
/** Longer words are left as they are. */
const longest = 24;
const vowels = 'aeiouy';
/** How much more often the content must say a word than the others that are as near. */
const oftener = 2;

/**
 * Spelling by the known words, each with how often the content says it. They lie by first letter and length, so that a
 * word is compared with a few hundred, one pass each.
 */
export function makeSpelling(known: ReadonlyMap<string, number>): Spelling {
  const shelves = new Map<string, string[]>();
  for (const word of known.keys()) {
    if (word.length < shortest || word.length > longest || /\d/.test(word)) continue;
    const shelf = shelves.get(shelfOf(word, 0));
    if (shelf) shelf.push(word);
    else shelves.set(shelfOf(word, 0), [word]);
  }
  return (word) => {
    if (word.length < shortest || word.length > longest || /\d/.test(word)) return null;
    const near = [-1, 0, 1]
      .flatMap((longer) => shelves.get(shelfOf(word, longer)) ?? [])
      .filter((candidate) => isOneSlipAway(word, candidate));
    return meant(word, near, known);
  };
}

function shelfOf(word: string, longer: number): string {
  return `${word[0]}${word.length + longer}`;
}

/** The only one; else the one of the same letters in another order; else the one the content says far more often. */
function meant(word: string, near: string[], known: ReadonlyMap<string, number>): string | null {
  const sorted = (letters: string) => [...letters].sort().join('');
  const swapped = near.length > 1 ? near.filter((candidate) => sorted(candidate) === sorted(word)) : [];
  if (swapped.length === 1) return swapped[0] ?? null;
  const times = (one: string | undefined) => known.get(one ?? '') ?? 0;
  const [first, second] = near.sort((a, b) => times(b) - times(a) || (a < b ? -1 : 1));
  return second === undefined || times(first) >= oftener * times(second) ? (first ?? null) : null;
}

/** A letter missing, added, changed or swapped with its neighbour: what follows the first difference is the same. */
function isOneSlipAway(word: string, candidate: string): boolean {
  let at = 1;
  while (at < word.length && word[at] === candidate[at]) at++;
  if (candidate.length === word.length + 1) return isSameFrom(word, at, candidate, at + 1);
  if (word.length <= short) return false;
  if (candidate.length === word.length - 1) return isSameFrom(word, at + 1, candidate, at);
  const isSwap = word[at] === candidate[at + 1] && word[at + 1] === candidate[at];
  if (isSwap && isSameFrom(word, at + 2, candidate, at + 2)) return true;
  return mayChange(word, word[at], candidate[at]) && isSameFrom(word, at + 1, candidate, at + 1);
}

function isSameFrom(word: string, from: number, candidate: string, other: number): boolean {
  for (let at = from; at < word.length; at++) if (word[at] !== candidate[other + at - from]) return false;
  return true;
}

function mayChange(word: string, from = '', to = ''): boolean {
  return word.length >= long || (vowels.includes(from) && vowels.includes(to));
}
