import { type Candidate, reasonsFor } from './candidates.ts';
import type { MatchIndex } from './matchIndex.ts';
import type { Question } from './question.ts';
import type { Scorer } from './scorer.ts';
import { stopStems } from './stopWords.ts';

/** Below these an answer would be a guess. Measured on the content’s situations, left out, and on talk of other things. */
const leastScore = 5;
const leastStrength = 3;
/** One word may fit by chance; it counts for less than two. */
const oneWordShare = 0.7;

/**
 * True when enough of the question speaks for a candidate. A name is enough; otherwise its score is weighed by the
 * share of the question it rests on: talk of something else may hit a word, and the rest of it then says nothing.
 */
export function isStrong(index: MatchIndex, question: Question, candidate: Candidate): boolean {
  if (candidate.isNamed) return true;
  if (candidate.score < leastScore) return false;
  const spoke = stemsThatSpoke(index, question, candidate);
  const alone = spoke.size < 2 ? oneWordShare : 1;
  return candidate.score * coverage(question, index.scorer, spoke) * alone >= leastStrength;
}

/** The share of what a question says that speaks for a candidate, 0 to 1, rare words counting more. */
export function coverageOf(index: MatchIndex, question: Question, candidate: Candidate): number {
  return coverage(question, index.scorer, stemsThatSpoke(index, question, candidate));
}

function stemsThatSpoke(index: MatchIndex, question: Question, candidate: Candidate): ReadonlySet<string> {
  return new Set(reasonsFor(index, question, candidate).map(({ word }) => question.stems[word] ?? ''));
}

function coverage({ stems }: Question, scorer: Scorer, spoke: ReadonlySet<string>): number {
  let [all, covered] = [0, 0];
  for (const root of new Set(stems)) {
    if (stopStems.has(root) || /^\d+$/.test(root)) continue;
    const rarity = scorer.rarityOf(root);
    all += rarity;
    if (spoke.has(root)) covered += rarity;
  }
  return all === 0 ? 0 : covered / all;
}
