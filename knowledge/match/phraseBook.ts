/** A phrase found in a text. */
export interface Found<T> {
  readonly value: T;
  /** Index of its first word. */
  readonly start: number;
  /** Index after its last word. */
  readonly end: number;
}

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Phrases by their first word, longest first. Looking through a text is linear in its length. */
export class PhraseBook<T> {
  readonly #byFirst = new Map<string, Entry<T>[]>();

  /** `words` are plain words, e.g. `['front', 'door']`. The same phrase may be added with several values. */
  add(words: readonly string[], value: T): void {
    const [first] = words;
    if (first === undefined) return;
    const entries = this.#byFirst.get(first) ?? [];
    entries.push({ words, value });
    entries.sort((a, b) => b.words.length - a.words.length);
    this.#byFirst.set(first, entries);
  }

  /** Every phrase in the text, left to right; a phrase inside a longer one that was found is not reported. */
  findAll(words: readonly string[]): Found<T>[] {
    const found: Found<T>[] = [];
    for (let start = 0; start < words.length; start++) {
      const longest = this.#longestAt(words, start);
      found.push(...longest);
      start = (longest[0]?.end ?? start + 1) - 1;
    }
    return found;
  }

  #longestAt(words: readonly string[], start: number): Found<T>[] {
    const entries = this.#byFirst.get(words[start] ?? '') ?? [];
    const fits = entries.filter((entry) => entry.words.every((word, at) => words[start + at] === word));
    const length = fits[0]?.words.length;
    return fits
      .filter((entry) => entry.words.length === length)
      .map(({ value, words: phrase }) => ({ value, start, end: start + phrase.length }));
  }
}
