import type { Case } from './case.ts';
import type { Answers } from './draft.ts';
import { isComplete } from './steps.ts';
import { type AskedInput, type Step, type Walk, walk } from './walk.ts';

/** One input, as words to tell a person about it. */
export interface InputPlace {
  /** Question id, to link to it. */
  readonly question: string;
  /** Short name of the question, e.g. `Lawful basis`. */
  readonly name: string;
  readonly key: string;
  readonly label: string;
}

/** Answers after a change, and what the change did to answers beyond it. */
export interface ChangedAnswers {
  /** All answers. Those that no longer apply stay in, unseen, so that changing back loses nothing. */
  readonly answers: Answers;
  /** Answered before, and no longer asked. */
  readonly noLongerApplies: readonly InputPlace[];
  /** To be answered (again): what was chosen is no longer offered, or the change asks something new further back. */
  readonly reopened: readonly InputPlace[];
}

/** Puts answers of one card into a case and says which other answers that undoes or asks for. */
export function changeAnswers(theCase: Case, changes: Answers): ChangedAnswers {
  const answers = { ...theCase.answers, ...changes };
  return { answers, ...differences(theCase, { ...theCase, answers }, changes) };
}

/** What became of answers other than the changed ones. */
function differences(was: Case, is: Case, changes: Answers): Omit<ChangedAnswers, 'answers'> {
  const before = walk(was);
  const after = walk(is);
  const passed = questionsPassed(was, before);
  return {
    noLongerApplies: places(before, ({ input, settled, answer }) => {
      return settled && answer?.length !== 0 && !Object.hasOwn(changes, input.key) && !isAsked(after, input.key);
    }),
    reopened: places(after, ({ input, settled }, { question }) => {
      if (settled || Object.hasOwn(changes, input.key)) return false;
      return wasSettled(before, input.key) || passed.has(question.id);
    }),
  };
}

/** Questions before the place where the case stood, whether or not they applied then. */
function questionsPassed({ knowledge }: Case, { steps }: Walk): ReadonlySet<string> {
  const order = knowledge.questions.map(({ id }) => id);
  const place = steps.find((step) => !isComplete(step))?.question.id;
  return new Set(place === undefined ? order : order.slice(0, order.indexOf(place)));
}

function isAsked({ steps }: Walk, key: string): boolean {
  return steps.some(({ inputs }) => inputs.some(({ input }) => input.key === key));
}

function wasSettled({ steps }: Walk, key: string): boolean {
  return steps.some(({ inputs }) => inputs.some(({ input, settled }) => input.key === key && settled));
}

function places({ steps }: Walk, belongs: (asked: AskedInput, step: Step) => boolean): readonly InputPlace[] {
  return steps.flatMap((step) =>
    step.inputs
      .filter((asked) => belongs(asked, step))
      .map(({ input: { key, label } }) => ({ question: step.question.id, name: step.question.name, key, label })),
  );
}
