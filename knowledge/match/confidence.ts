import type { Band } from './answer.ts';
import type { Asking } from './asking.ts';
import type { Candidate } from './candidates.ts';
import { asksForSeveral } from './form.ts';
import { coverageOf } from './strength.ts';

/** What can be seen of an answer that tells how far to trust it, each from 0 to about 1, in the order of the weights. */
export type Signals = readonly number[];

/** The best score at which more says nothing more: as much as three names. */
const highScore = 30;

/** `rival` is the best of what the answer leaves out or offers instead. */
export function signalsOf(
  { knowledge, question, area }: Asking,
  best: Candidate,
  rival: Candidate | undefined,
): Signals {
  const isTopic = best.subject.kind === 'topic';
  return [
    1 - Math.min(1, (rival?.score ?? 0) / best.score),
    Math.min(1, best.score / highScore),
    coverageOf(knowledge.matchIndex, question, best),
    best.isNamed ? 1 : 0,
    isTopic ? 1 : 0,
    !isTopic && area === 'kent' ? 1 : 0,
    question.hasDoubts ? 1 : 0,
    asksForSeveral(question) ? 1 : 0,
  ];
}

/** Weights of a logistic model: the intercept, then one a signal. Fitted on the project’s own questions. */
const weights: readonly number[] = [-3.16, 1.97, 4.06, 1.28, -0.71, 1.67, 0.5, -0.55, -0.72];

/** How likely the first answer is right, 0 to 1. */
export function confidenceOf(signals: Signals, from: readonly number[] = weights): number {
  const [intercept = 0, ...slopes] = from;
  const sum = signals.reduce((total, signal, at) => total + signal * (slopes[at] ?? 0), intercept);
  return 1 / (1 + Math.exp(-sum));
}

/** From which confidence an answer stands alone, and from which it comes first with others beside it. */
export interface Thresholds {
  readonly sure: number;
  readonly likely: number;
}

const thresholds: Thresholds = { sure: 0.83, likely: 0.65 };

export function bandOf(confidence: number, { sure, likely }: Thresholds = thresholds): Exclude<Band, 'none'> {
  if (confidence >= sure) return 'this-one';
  return confidence >= likely ? 'probably' : 'choose';
}
