/**
 * Finds the known word that was probably meant by an unknown one; null when none or several are as near. The first
 * letter is taken to be right.
 */
export type Spelling = (word: string) => string | null;

/** Shorter words are left as they are: too many real words lie one letter away (`cars`, `care`). */
const shortest = 5;
/** From this length on a changed consonant is forgiven. */
const long = 8;
const vowels = 'aeiouy';

/**
 * A spelling index over known words by the words with one letter left out: two words one slip apart (a letter missing,
 * added, changed, or two swapped) share such a form. Looking up costs a few map reads a letter, however many words
 * are known.
 */
export function makeSpelling(known: Iterable<string>): Spelling {
  const forms = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < shortest - 1 || /\d/.test(word)) continue;
    for (const form of [word, ...withoutOne(word)]) {
      const words = forms.get(form);
      if (words) words.push(word);
      else forms.set(form, [word]);
    }
  }
  return (word) => nearest(word, forms);
}

function nearest(word: string, forms: ReadonlyMap<string, string[]>): string | null {
  if (word.length < shortest || word.length > 24 || /\d/.test(word)) return null;
  const near = oneSlipAway(word, forms);
  return near.length === 1 ? (near[0] ?? null) : sameLetters(word, near);
}

/** Among several one slip away, the one of the same letters in another order; null when that leaves more or none. */
function sameLetters(word: string, candidates: readonly string[]): string | null {
  const sorted = (letters: string) => [...letters].sort().join('');
  const swapped = candidates.filter((candidate) => sorted(candidate) === sorted(word));
  return swapped.length === 1 ? (swapped[0] ?? null) : null;
}

function oneSlipAway(word: string, forms: ReadonlyMap<string, string[]>): string[] {
  const candidates = new Set([word, ...withoutOne(word)].flatMap((form) => forms.get(form) ?? []));
  return [...candidates].filter((candidate) => candidate[0] === word[0] && slips(word, candidate) <= 1);
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/**
 * Letters missing, added, changed or swapped with their neighbour. In a short word a changed consonant counts twice: it is more often another word (`bread`, `break`) than a slip.
 */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : change(a, a[i - 1], b[j - 1]);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity;
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + same, swapped));
    }
    before = row;
    row = next;
  }
  return at(row, b.length);
}

function change(word: string, from = '', to = ''): number {
  return word.length >= long || (vowels.includes(from) && vowels.includes(to)) ? 1 : 2;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
