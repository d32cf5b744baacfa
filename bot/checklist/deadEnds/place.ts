import type { Place } from '../../../knowledge/checks/report.ts';
import type { Condition, Content, Input, Question } from '../../../knowledge/schema.ts';

/** An input with where it stands. */
export interface PlacedInput {
  readonly question: Question;
  readonly input: Input;
  readonly path: Place;
}

/** Every input of every question, in order. */
export function inputsOf(content: Content): readonly PlacedInput[] {
  return content.questions.flatMap((question, index) =>
    question.inputs.map((input, at) => ({ question, input, path: ['questions', index, 'inputs', at] })),
  );
}

/** The conditions that are there. */
export function present(...conditions: readonly (Condition | undefined)[]): readonly Condition[] {
  return conditions.flatMap((condition) => condition ?? []);
}
