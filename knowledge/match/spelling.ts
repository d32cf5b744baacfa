/** Finds the known word that was probably meant by an unknown one; null when none or several are as near. */
export type Spelling = (word: string) => string | null;

/** Shorter words are left as they are: too many real words lie one letter away (`cars`, `care`). */
const shortest = 5;
/** From this length on two slips are forgiven. */
const longEnoughForTwo = 8;

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
  const once = [word, ...withoutOne(word)];
  const one = within(word, once, forms, 1);
  if (one.length > 0) return one.length === 1 ? (one[0] ?? null) : bestOf(word, one);
  if (word.length < longEnoughForTwo) return null;
  const two = within(word, once.flatMap(withoutOne), forms, 2);
  return two.length === 1 ? (two[0] ?? null) : null;
}

/** Among several one slip away: those with the same first letter and length of ending; none when still several. */
function bestOf(word: string, candidates: readonly string[]): string | null {
  const likely = candidates.filter((candidate) => candidate[0] === word[0] && sameLetters(candidate, word));
  const sameStart = candidates.filter((candidate) => candidate[0] === word[0]);
  if (likely.length === 1) return likely[0] ?? null;
  return sameStart.length === 1 ? (sameStart[0] ?? null) : null;
}

function sameLetters(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

function within(word: string, keys: readonly string[], forms: ReadonlyMap<string, string[]>, most: number): string[] {
  const candidates = new Set(keys.flatMap((key) => forms.get(key) ?? []));
  return [...candidates].filter((candidate) => slips(word, candidate, most) <= most);
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Letters missing, added, changed or swapped with their neighbour; anything above `most` may be reported as such. */
function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity;
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + same, swapped));
    }
    before = row;
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
