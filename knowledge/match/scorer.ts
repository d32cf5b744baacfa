/** Evidence in a question: a feature, the word it comes from and how much it is trusted. Each feature stands once. */
export interface Evidence {
  readonly name: string;
  /** Index of the word in the question. */
  readonly word: number;
  /** 1 for a word as typed, less for an idea, a pair or a corrected spelling. */
  readonly trust: number;
}

/** What one word of the question, by its index, added to a score. */
export interface Reason {
  readonly word: number;
  readonly added: number;
}

/** Which items say a feature, and how much each is worth for it. */
interface Postings {
  readonly items: number[];
  readonly impacts: number[];
  rarity: number;
}

/** How often each feature stands in one item, weighted; in parts that are added up. */
export type Parts = readonly ReadonlyMap<string, number>[];

/** How fast repetition stops adding (BM25's k1) and how much length counts (its b). Measured on the content itself. */
const saturation = 2.5;
const lengthShare = 0.4;
/** Rarity of a feature that one item alone has, however many items there are: scores of any content compare. */
const rarest = 4.5;
/** Features that nearly every item has say nothing and only cost time. */
const leastRarity = 0.05;

/**
 * Scores items by BM25 over weighted fields: a rare feature that an item says often speaks for it. Everything that
 * does not depend on the question is worked out once, so that scoring is one addition for each item a feature is in.
 */
export class Scorer {
  readonly size: number;
  readonly #postings = new Map<string, Postings>();

  constructor(counts: readonly Parts[]) {
    this.size = counts.length;
    const lengths = counts.map((parts, item) => this.#gather(parts, item));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, counts.length);
    const room = lengths.map((length) => 1 - lengthShare + (lengthShare * length) / Math.max(mean, 1e-9));
    for (const postings of this.#postings.values()) weigh(postings, counts.length, room);
  }

  /** Takes in how often an item says each feature; returns how much it says in all. */
  #gather(parts: Parts, item: number): number {
    let length = 0;
    for (const part of parts) {
      for (const [name, times] of part) {
        length += times;
        const postings = this.#postings.get(name);
        const last = postings ? postings.items.length - 1 : -1;
        if (!postings) this.#postings.set(name, { items: [item], impacts: [times], rarity: rarest });
        else if (postings.items[last] === item) postings.impacts[last] = (postings.impacts[last] ?? 0) + times;
        else {
          postings.items.push(item);
          postings.impacts.push(times);
        }
      }
    }
    return length;
  }

  /** True when something that can be found says it. */
  has(name: string): boolean {
    return this.#postings.has(name);
  }

  /** How rare a feature is; one that no item has counts as the rarest. */
  rarityOf(name: string): number {
    return this.#postings.get(name)?.rarity ?? rarest;
  }

  /** Score of each item, by its place in the list; 0 where nothing speaks for it. */
  scores(evidence: readonly Evidence[]): Float64Array {
    const scores = new Float64Array(this.size);
    for (const { name, trust } of evidence) {
      const postings = this.#postings.get(name);
      if (!postings || postings.rarity < leastRarity) continue;
      const { items, impacts } = postings;
      for (let at = 0; at < items.length; at++) {
        const item = items[at] ?? 0;
        scores[item] = (scores[item] ?? 0) + trust * (impacts[at] ?? 0);
      }
    }
    return scores;
  }

  /** What each word of the question added to an item's score, the strongest first. */
  reasons(evidence: readonly Evidence[], item: number): Reason[] {
    const byWord = new Map<number, number>();
    for (const { name, word, trust } of evidence) {
      const postings = this.#postings.get(name);
      if (!postings || postings.rarity < leastRarity) continue;
      const added = trust * (postings.impacts[placeOf(item, postings.items)] ?? 0);
      if (added > 0) byWord.set(word, (byWord.get(word) ?? 0) + added);
    }
    return [...byWord].map(([word, added]) => ({ word, added })).sort((a, b) => b.added - a.added || a.word - b.word);
  }
}

/** Where an item stands among those of a feature, which are in order; -1 when it is not there. */
function placeOf(item: number, items: readonly number[]): number {
  let [low, high] = [0, items.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = items[middle] ?? 0;
    if (found === item) return middle;
    if (found < item) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Turns how often items say a feature into what it is worth for each. `room` is 1 for an item of mean length. */
function weigh(postings: Postings, items: number, room: readonly number[]): void {
  postings.rarity = rarity(items, postings.items.length);
  postings.items.forEach((item, at) => {
    const times = postings.impacts[at] ?? 0;
    postings.impacts[at] = (postings.rarity * times * (saturation + 1)) / (times + saturation * (room[item] ?? 1));
  });
}

function rarity(items: number, held: number): number {
  return (rarest * inverseFrequency(items, held)) / inverseFrequency(items, 1);
}

function inverseFrequency(items: number, held: number): number {
  return Math.log(1 + (items - held + 0.5) / (held + 0.5));
}
