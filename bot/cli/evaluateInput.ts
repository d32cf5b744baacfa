import { type Labelled, labelledSchema } from './evaluation.ts';
import { readFileArguments, readJsonLines } from './jsonLines.ts';

const usage = 'Use eval [-- FILE.jsonl] [--json]; without FILE it asks the project’s own questions.';

/** Reads what stands after `npm run eval --`; `file` is null for the project’s own. Throws a `Refusal`. */
export const readArguments = (args: readonly string[]) => readFileArguments(args, { usage, of: 'questions' });

/** Questions, one JSON object a line. Throws a `Refusal` that names the first bad line. */
export const readQuestions = (text: string, file: string): Labelled[] =>
  readJsonLines(labelledSchema, text, file, 'a question with id, q, gold, area and kind');
