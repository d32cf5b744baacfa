import { confidenceOf } from '../../knowledge/match/confidence.ts';
import { type Case, fitWeights, heldOut, rightWanted, thresholdFor } from './calibration.ts';
import { percent } from './evaluation.ts';

/** Lower ends of the rows of the reliability table. */
const steps = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** How far the confidence can be trusted: on questions held out, and the constants that fit all of them. */
export function calibrationText({
  cases,
  singles,
}: {
  readonly cases: readonly Case[];
  readonly singles: number;
}): string {
  const { sure, right, single } = heldOut(cases, rightWanted);
  const weights = fitWeights(cases);
  return [
    `${cases.length} answers to fit on; ten folds, each judged with what the others gave:`,
    `answered “this one”: ${sure}, right ${percent(right, sure).toFixed(1)} %; ${percent(single, singles).toFixed(1)} % of the ${singles} with one right answer`,
    '',
    'confidence       n      right',
    ...steps.map((from, at) => stepLine(cases, from, steps[at + 1] ?? 1.01)),
    '',
    `weights that fit all: ${weights.map((weight) => weight.toFixed(2)).join(', ')}`,
    `“this one” from ${thresholdFor(cases, weights, rightWanted).toFixed(3)}`,
  ].join('\n');
}

/** With the confidence as shipped. */
function stepLine(cases: readonly Case[], from: number, to: number): string {
  const inStep = cases.filter(({ signals }) => confidenceOf(signals) >= from && confidenceOf(signals) < to);
  const right = inStep.filter(({ isRight }) => isRight).length;
  const share = inStep.length === 0 ? '-' : `${percent(right, inStep.length).toFixed(1)} %`;
  return `from ${from.toFixed(2)} ${String(inStep.length).padStart(8)} ${share.padStart(10)}`;
}
