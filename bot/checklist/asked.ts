import type { Case } from './case.ts';
import type { Asked } from './draft.ts';
import { isComplete } from './steps.ts';
import { type AskedInput, walk } from './walk.ts';

/** What the questions of a later version ask otherwise, as names of questions. All empty: nothing to tell. */
interface AskedOtherwise {
  /** Answered before; what was chosen is no longer offered, or more is wanted. */
  readonly again: readonly string[];
  /** Not asked before, and further back than the person had come. */
  readonly anew: readonly string[];
  /** Answered before and asked no more. */
  readonly noLonger: readonly string[];
}

/** What a case has been asked, compact enough to be kept with its draft. */
export function askedOf(theCase: Case): Asked {
  const { steps } = walk(theCase);
  const answered = steps.map(({ question: { id, name }, inputs }) => ({
    question: id,
    name,
    keys: inputs.filter(saysSomething).map(({ input }) => input.key),
  }));
  return {
    place: steps.find((step) => !isComplete(step))?.question.id ?? null,
    answered: answered.filter(({ keys }) => keys.length > 0),
  };
}

/**
 * Compares what was asked with what the same answers are asked now, e.g. after new questions were shipped, or after the
 * person’s side changed. The former questions themselves are not needed. Beyond the place where the case stands now
 * nothing is said to be asked no more: an answer still to come may bring it back.
 */
export function askedOtherwise(before: Asked, theCase: Case): AskedOtherwise {
  const { steps } = walk(theCase);
  const order = theCase.knowledge.questions.map(({ id }) => id);
  const placeOf = (question: string | undefined) => (question === undefined ? order.length : order.indexOf(question));
  const passed = passedIn(before, order);
  const place = placeOf(steps.find((step) => !isComplete(step))?.question.id);
  const answered = new Set(before.answered.flatMap(({ keys }) => keys));
  const asked = new Set(steps.flatMap(({ inputs }) => inputs.map(({ input }) => input.key)));
  const questionOfKey = new Map(
    theCase.knowledge.questions.flatMap(({ id, inputs }) => inputs.map(({ key }) => [key, id] as const)),
  );

  const open = steps.filter((step) => !isComplete(step));
  const wasAnswered = (inputs: readonly AskedInput[]) =>
    inputs.some(({ input, settled }) => !settled && answered.has(input.key));
  const isGone = (key: string): boolean => {
    const question = questionOfKey.get(key);
    return !asked.has(key) && (question === undefined || placeOf(question) < place);
  };
  return {
    again: open.filter(({ inputs }) => wasAnswered(inputs)).map(({ question }) => question.name),
    anew: open
      .filter(({ question, inputs }) => placeOf(question.id) < passed && !wasAnswered(inputs))
      .map(({ question }) => question.name),
    noLonger: before.answered.filter(({ keys }) => keys.some(isGone)).map(({ name }) => name),
  };
}

const saysSomething = ({ settled, answer }: AskedInput): boolean => settled && answer !== null && answer.length > 0;

/** How many of today’s questions lie behind the person: all before the one where they stood, or after the last they answered. */
function passedIn({ place, answered }: Asked, order: readonly string[]): number {
  if (place === null) return order.length;
  const stood = order.indexOf(place);
  return stood >= 0 ? stood : 1 + Math.max(-1, ...answered.map(({ question }) => order.indexOf(question)));
}
