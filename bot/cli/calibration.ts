/**
 * How far a confidence can be trusted: fits its weights on labelled questions and judges them on questions that were
 * held out. Pure.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { isAlone } from '../../knowledge/match/chosen.ts';
import { confidenceOf, type Signals } from '../../knowledge/match/confidence.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import { isRight, isSingle, type Labelled } from './evaluation.ts';

/** One answered question: what could be seen of its answer, and whether its first answer was right. */
export interface Case {
  readonly signals: Signals;
  readonly isRight: boolean;
  /** Nothing of its kind is offered beside it: only then may it be *this one*. */
  readonly isAlone: boolean;
  /** Exactly one label is right, and it is not `none`. */
  readonly isSingle: boolean;
}

/** The labelled questions that were answered with something, and how that went. */
export function casesOf(knowledge: Knowledge, questions: readonly Labelled[]): { cases: Case[]; singles: number } {
  const cases = questions.flatMap((question): Case[] => {
    const { ranked, signals, together } = matchQuestion(knowledge, question.q, { area: question.area, answers: {} });
    const labels = ranked.map(({ label }) => label);
    if (signals.length === 0) return [];
    const mayBeSure = together || isAlone(ranked.filter(({ kind }) => kind === ranked[0]?.kind));
    return [{ signals, isAlone: mayBeSure, isRight: isRight(question, labels, 1), isSingle: isSingle(question) }];
  });
  return { cases, singles: questions.filter(isSingle).length };
}

/** Gradient descent with momentum: enough rounds for the third decimal to stand still. */
const rounds = 500;
const rate = 0.5;
const momentum = 0.9;
/** Holds the weights back a little, so that few questions do not make large ones. */
const pull = 0.0015;

/** Weights of the logistic model that tells right answers from wrong ones: the intercept, then one a signal. */
export function fitWeights(cases: readonly Case[]): number[] {
  const size = (cases[0]?.signals.length ?? 0) + 1;
  const weights = new Float64Array(size);
  const speed = new Float64Array(size);
  for (let round = 0; round < rounds; round++) {
    const slope = slopeAt(weights, cases);
    for (let at = 0; at < size; at++) {
      speed[at] = momentum * (speed[at] ?? 0) - rate * (slope[at] ?? 0);
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  return [...weights];
}

function slopeAt(weights: Float64Array, cases: readonly Case[]): Float64Array {
  const slope = weights.map((weight, at) => (at === 0 ? 0 : pull * weight));
  for (const { signals, isRight } of cases) {
    let sum = weights[0] ?? 0;
    for (let at = 0; at < signals.length; at++) sum += (signals[at] ?? 0) * (weights[at + 1] ?? 0);
    const off = (1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0)) / cases.length;
    slope[0] = (slope[0] ?? 0) + off;
    for (let at = 0; at < signals.length; at++) slope[at + 1] = (slope[at + 1] ?? 0) + off * (signals[at] ?? 0);
  }
  return slope;
}

/** The share of right answers that *this one* promises, with something to spare for questions nobody has seen. */
export const rightWanted = 0.97;

/** The lowest confidence from which on at least `share` of those that stand alone are right; above 1 when there is none. */
export function thresholdFor(cases: readonly Case[], weights: readonly number[], share: number): number {
  const sorted = cases
    .filter(({ isAlone }) => isAlone)
    .map(({ signals, isRight }) => ({ confidence: confidenceOf(signals, weights), isRight }))
    .sort((a, b) => b.confidence - a.confidence);
  let [right, threshold] = [0, 2];
  sorted.forEach(({ confidence, isRight }, at) => {
    if (isRight) right += 1;
    if (right / (at + 1) >= share) threshold = confidence;
  });
  return threshold;
}

/** Of cases held out: how many would be answered *this one*, how many of those are right, how many have one right label. */
export interface HeldOut {
  readonly sure: number;
  readonly right: number;
  readonly single: number;
}

/** Fits weights and threshold on all folds but one and counts on that one, for every fold. */
export function heldOut(cases: readonly Case[], share: number, folds = 10): HeldOut {
  const counted = { sure: 0, right: 0, single: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const others = cases.filter((_, at) => at % folds !== fold);
    const weights = fitWeights(others);
    const threshold = thresholdFor(others, weights, share);
    for (const { signals, isAlone, isRight, isSingle } of cases.filter((_, at) => at % folds === fold)) {
      if (!isAlone || confidenceOf(signals, weights) < threshold) continue;
      counted.sure += 1;
      if (isRight) counted.right += 1;
      if (isSingle) counted.single += 1;
    }
  }
  return counted;
}
