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

/** Something that can be found: the features of each of its fields, and how much each field counts. */
export interface Scorable {
  readonly fields: readonly { readonly weight: number; readonly features: readonly string[] }[];
}

interface Postings {
  readonly items: number[];
  readonly impacts: number[];
}

const nothing: Postings = { items: [], impacts: [] };

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
  readonly #rarity = new Map<string, number>();

  constructor(items: readonly Scorable[]) {
    this.size = items.length;
    const counts = items.map(countFeatures);
    const lengths = counts.map((count) => [...count.values()].reduce((sum, one) => sum + one, 0));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, items.length);
    const holders = new Map<string, number>();
    for (const count of counts) for (const name of count.keys()) holders.set(name, (holders.get(name) ?? 0) + 1);
    for (const [name, held] of holders) this.#rarity.set(name, rarity(items.length, held));
    counts.forEach((count, item) => {
      const length = 1 - lengthShare + (lengthShare * (lengths[item] ?? 0)) / Math.max(mean, 1e-9);
      for (const [name, times] of count) this.#post(name, item, times, length);
    });
  }

  #post(name: string, item: number, times: number, length: number): void {
    const rare = this.rarityOf(name);
    if (rare < leastRarity) return;
    const postings = this.#postings.get(name) ?? { items: [], impacts: [] };
    if (postings.items.length === 0) this.#postings.set(name, postings);
    postings.items.push(item);
    postings.impacts.push((rare * times * (saturation + 1)) / (times + saturation * length));
  }

  /** How rare a feature is; one that no item has counts as the rarest. */
  rarityOf(name: string): number {
    return this.#rarity.get(name) ?? rarest;
  }

  /** Score of each item, by its place in the list; 0 where nothing speaks for it. */
  scores(evidence: readonly Evidence[]): Float64Array {
    const scores = new Float64Array(this.size);
    for (const { name, trust } of evidence) {
      const { items, impacts } = this.#postings.get(name) ?? nothing;
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
      const { items, impacts } = this.#postings.get(name) ?? nothing;
      const added = trust * (impacts[items.indexOf(item)] ?? 0);
      if (added > 0) byWord.set(word, (byWord.get(word) ?? 0) + added);
    }
    return [...byWord].map(([word, added]) => ({ word, added })).sort((a, b) => b.added - a.added || a.word - b.word);
  }
}

function countFeatures({ fields }: Scorable): Map<string, number> {
  const count = new Map<string, number>();
  for (const { weight, features } of fields) {
    for (const name of features) count.set(name, (count.get(name) ?? 0) + weight);
  }
  return count;
}

function rarity(items: number, held: number): number {
  return (rarest * inverseFrequency(items, held)) / inverseFrequency(items, 1);
}

function inverseFrequency(items: number, held: number): number {
  return Math.log(1 + (items - held + 0.5) / (held + 0.5));
}
