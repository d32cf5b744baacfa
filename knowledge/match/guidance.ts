import { isForm } from './features.ts';
import { type Reading, sumOf } from './reading.ts';
import type { Evidence } from './scorer.ts';

/** How much an unseen form counts on either side. */
const smoothing = 0.5;
/** Forms are many and say the same again: their log-odds are divided by the root of their number, times this. */
const repeated = 1.5;
/** The form alone decides nothing beyond this. */
const most = 2;

/**
 * Tells a question on how to share from one on what to share under by its small words alone (“can I”, “how long”):
 * naive Bayes over the content’s own examples, guidance against agreements.
 */
export class Guidance {
  readonly #odds = new Map<string, number>();

  constructor(guidance: readonly Examples[], agreements: readonly Examples[]) {
    const [asked, told] = [sumOf(guidance.map(({ forms }) => forms)), sumOf(agreements.map(({ forms }) => forms))];
    const [allAsked, allTold] = [numberOf(guidance), numberOf(agreements)];
    const share = (count: number, all: number) => (count + smoothing) / (all + 2 * smoothing);
    for (const name of new Set([...asked.keys(), ...told.keys()])) {
      const odds = share(asked.get(name) ?? 0, allAsked) / share(told.get(name) ?? 0, allTold);
      this.#odds.set(name, Math.log(odds));
    }
  }

  /** From -2 (an agreement is asked for) to 2 (guidance is). */
  oddsOf(evidence: readonly Evidence[]): number {
    const forms = evidence.filter(({ name }) => isForm(name));
    const sum = forms.reduce((total, { name }) => total + (this.#odds.get(name) ?? 0), 0);
    return Math.max(-most, Math.min(most, sum / (repeated * Math.sqrt(Math.max(1, forms.length)))));
  }
}

/** In how many of some examples each form stands. */
type Examples = Pick<Reading, 'forms' | 'examples'>;

function numberOf(pieces: readonly Examples[]): number {
  return pieces.reduce((sum, { examples }) => sum + examples, 0);
}
