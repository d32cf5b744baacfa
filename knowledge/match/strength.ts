import type { Candidate } from './candidates.ts';
import type { Question } from './question.ts';
import type { Scorer } from './scorer.ts';
import { stem } from './stem.ts';
import { stopStems } from './stopWords.ts';

/**
 * The share of what a question says that speaks for an item, 0 to 1, rare words counting more. A question on
 * something else altogether may hit a word or two by chance; the rest of it then says nothing for the item.
 */
export function coverage(question: Question, scorer: Scorer, item: number): number {
  const spoke = new Set(scorer.reasons(question.evidence, item).map(({ word }) => word));
  let all = 0;
  let covered = 0;
  question.words.forEach(({ plain }, index) => {
    const root = stem(plain);
    if (stopStems.has(root)) return;
    all += scorer.rarityOf(root);
    if (spoke.has(index)) covered += scorer.rarityOf(root);
  });
  return all === 0 ? 0 : covered / all;
}

/** Below this an answer would be a guess. Measured on the content’s situations, left out, and on talk of other things. */
const leastStrength = 3;

/** True when enough of the question speaks for a candidate. A name is enough. */
export function isStrong(question: Question, scorer: Scorer, { score, item, isNamed }: Candidate): boolean {
  const P=(globalThis as any).P??{}; const n=new Set(scorer.reasons(question.evidence, item).map(({ word }) => word)).size;
  const ls = item<21?(P.la??leastStrength):(P.lt??leastStrength);
  return isNamed || score * coverage(question, scorer, item)*(n<2?(P.one??1):1) >= ls;
}
