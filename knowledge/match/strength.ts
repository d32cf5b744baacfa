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

function coverage(question: Question, scorer: Scorer, spoke: ReadonlySet<string>): number {
  const { all, rarities } = weightsOf(question, scorer);
  let covered = 0;
  for (const root of spoke) covered += rarities.get(root) ?? 0;
  return all === 0 ? 0 : covered / all;
}

interface Weights {
  readonly all: number;
  /** By the stem of each word that says something. */
  readonly rarities: ReadonlyMap<string, number>;
}

/** A question is held against a dozen candidates, and more often where it is asked back; it is weighed once. */
const weighed = new WeakMap<Question, Weights>();

function weightsOf(question: Question, scorer: Scorer): Weights {
  const known = weighed.get(question);
  if (known) return known;
  const rarities = new Map<string, number>();
  for (const root of question.stems)
    if (!stopStems.has(root) && !/^\d+$/.test(root)) rarities.set(root, scorer.rarityOf(root));
  const weights = { all: [...rarities.values()].reduce((sum, rarity) => sum + rarity, 0), rarities };
  weighed.set(question, weights);
  return weights;
}
