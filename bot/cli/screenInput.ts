import { z } from 'zod';
import { readFileArguments, readJsonLines } from './jsonLines.ts';
import { type Sentence, sentenceSchema } from './screenFigures.ts';

const usage = 'Use screen [-- FILE.jsonl] [--json]; without FILE it measures the project’s own sentences.';

const textSchema = z.object({
  /** The file’s own name for the line, e.g. `t001`. */
  id: z.string().min(1),
  text: z.string(),
});
export type Text = z.infer<typeof textSchema>;

/** Reads what stands after `npm run screen --`; `file` is null for the project’s own. Throws a `Refusal`. */
export const readArguments = (args: readonly string[]) => readFileArguments(args, { usage, of: 'texts' });

/** Texts to screen, one JSON object a line. Throws a `Refusal` that names the first bad line. */
export const readTexts = (text: string, file: string): Text[] =>
  readJsonLines(textSchema, text, file, 'a text with id and text');

/** Labelled sentences, in the same way. */
export const readSentences = (text: string, file: string): Sentence[] =>
  readJsonLines(sentenceSchema, text, file, 'a sentence with id, text and expect');
