import type { Case } from './case.ts';
import { type Step, walk } from './walk.ts';

/** Where a case stands: at a card, or ready to be checked. */
export type CasePlace = { readonly kind: 'question'; readonly step: Step } | { readonly kind: 'check' };

/** How far a case is, in numbered questions. `number` is 0 before the first one and never more than `of`. */
export interface Progress {
  readonly number: number;
  readonly of: number;
}

/** The cards that apply to a case, in order. */
export function stepsOf(theCase: Case): readonly Step[] {
  return walk(theCase).steps;
}

/** One card of a case; null when there is no such question or it does not apply. */
export function stepOf(theCase: Case, question: string): Step | null {
  return stepsOf(theCase).find((step) => step.question.id === question) ?? null;
}

/** The first card with something left to answer; the check when there is none. */
export function placeOf(theCase: Case): CasePlace {
  const step = stepsOf(theCase).find((each) => !isComplete(each));
  return step ? { kind: 'question', step } : { kind: 'check' };
}

/** Every visible input of the card has an answer that will do. */
export function isComplete({ inputs }: Step): boolean {
  return inputs.every(({ settled }) => settled);
}

/** The card before a question, even where that question no longer applies; null at the start. `check` = the end. */
export function previousOf(theCase: Case, question: string | 'check'): Step | null {
  const order = theCase.knowledge.questions.map(({ id }) => id);
  const end = question === 'check' ? order.length : order.indexOf(question);
  return stepsOf(theCase).findLast((step) => order.indexOf(step.question.id) < end) ?? null;
}

/**
 * Progress at a question. A follow-up has no number and shows that of the question it follows; the start questions
 * show 0.
 */
export function progressAt(theCase: Case, question: string): Progress {
  const { questions } = theCase.knowledge;
  const passed = questions.slice(0, questions.findIndex(({ id }) => id === question) + 1);
  return { number: highest(passed), of: highest(questions) };
}

function highest(questions: readonly { readonly number: number | null }[]): number {
  return Math.max(0, ...questions.map(({ number }) => number ?? 0));
}
