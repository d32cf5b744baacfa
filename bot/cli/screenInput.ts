import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Refusal } from './evaluateInput.ts';
import { type Sentence, sentenceSchema } from './screenFigures.ts';

const usage = 'Use screen [-- FILE.jsonl] [--json]; without FILE it measures the project’s own sentences.';

const textSchema = z.object({
  /** The file’s own name for the line, e.g. `t001`. */
  id: z.string().min(1),
  text: z.string(),
});
export type Text = z.infer<typeof textSchema>;

/** Reads what stands after `npm run screen --`; `file` is null for the project’s own. Throws a `Refusal`. */
export function readArguments(args: readonly string[]): { file: string | null; asJson: boolean } {
  try {
    const options = { json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file = null] = positionals;
    if (positionals.length <= 1) return { file, asJson: values.json ?? false };
  } catch {
    throw new Refusal(`An option is not known. ${usage}`);
  }
  throw new Refusal(`Name at most one file of texts. ${usage}`);
}

/** Texts to screen, one JSON object a line; empty lines are skipped. Throws a `Refusal` that names the first bad line. */
export const readTexts = (text: string, file: string): Text[] =>
  read(textSchema, text, file, 'a text with id and text');

/** Labelled sentences, in the same way. */
export const readSentences = (text: string, file: string): Sentence[] =>
  read(sentenceSchema, text, file, 'a sentence with id, text and expect');

/** The line itself is never repeated: it may hold what it is screened for. */
function read<T>(schema: z.ZodType<T>, text: string, file: string, what: string): T[] {
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    const parsed = schema.safeParse(jsonOf(line));
    if (parsed.success) return [parsed.data];
    throw new Refusal(`${file} line ${index + 1} is not ${what}.`);
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
