import { parseArgs } from 'node:util';
import { type Labelled, labelledSchema } from './evaluation.ts';

const usage = 'Use eval [-- FILE.jsonl] [--json]; without FILE it asks the project’s own questions.';

/** Bad use of the command line, or a file that cannot be used. The message is a sentence; the exit code is 2. */
export class Refusal extends Error {}

/** Reads what stands after `npm run eval --`; `file` is null for the project’s own. Throws a `Refusal` on anything unknown. */
export function readArguments(args: readonly string[]): { file: string | null; asJson: boolean } {
  try {
    const options = { json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file = null] = positionals;
    if (positionals.length <= 1) return { file, asJson: values.json ?? false };
  } catch {
    throw new Refusal(`An option is not known. ${usage}`);
  }
  throw new Refusal(`Name at most one file of questions. ${usage}`);
}

/** Questions, one JSON object a line; empty lines are skipped. Throws a `Refusal` that names the first bad line. */
export function readQuestions(text: string, file: string): Labelled[] {
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    const parsed = labelledSchema.safeParse(jsonOf(line));
    if (parsed.success) return [parsed.data];
    throw new Refusal(`${file} line ${index + 1} is not a question with id, q, gold, area and kind.`);
  });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
