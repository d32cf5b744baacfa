import type { Problem } from '../../../knowledge/contentError.ts';
import { locate } from '../../../knowledge/contentFiles.ts';
import type { Condition, Content, Input, Question } from '../../../knowledge/schema.ts';

/** A place in the content, e.g. `['questions', 3, 'inputs', 0]`. */
export type ContentPath = readonly (string | number)[];

/** One problem at a place of the content. */
export function problemAt(content: Content, path: ContentPath, problem: string, cure: string): Problem {
  return { ...locate(content, path), problem, cure };
}

/** An input with where it stands. */
export interface PlacedInput {
  readonly question: Question;
  readonly input: Input;
  readonly path: ContentPath;
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
