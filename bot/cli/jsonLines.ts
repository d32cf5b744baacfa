import { parseArgs } from 'node:util';
import type { z } from 'zod';

/** Bad use of the command line, or a file that cannot be used. The message is a sentence; the exit code is 2. */
export class Refusal extends Error {}

/** Reads `[FILE] [--json]`; `file` is null where none is named. Throws a `Refusal` on anything else. */
export function readFileArguments(
  args: readonly string[],
  { usage, of }: { readonly usage: string; readonly of: string },
): { file: string | null; asJson: boolean } {
  try {
    const options = { json: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file = null] = positionals;
    if (positionals.length <= 1) return { file, asJson: values.json ?? false };
  } catch {
    throw new Refusal(`An option is not known. ${usage}`);
  }
  throw new Refusal(`Name at most one file of ${of}. ${usage}`);
}

/**
 * One JSON object a line; empty lines are skipped. Throws a `Refusal` that names the first bad line and never repeats it:
 * it may hold what it is screened for.
 */
export function readJsonLines<T>(schema: z.ZodType<T>, text: string, file: string, what: string): T[] {
  return text.split('\n').flatMap((line, index) => {
    if (!line.trim()) return [];
    const parsed = schema.safeParse(jsonOf(line));
    if (parsed.success) return [parsed.data];
    throw new Refusal(`${file} line ${index + 1} is not ${what}.`);
  });
}

function jsonOf(line: string): unknown {
  try {
    // Trimmed, it is also without the byte order mark that Windows puts before the first line.
    return JSON.parse(line.trim());
  } catch {
    return undefined;
  }
}
