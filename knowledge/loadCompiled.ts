import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ContentError, type ContentErrorCode } from './contentError.ts';
import type { Knowledge } from './knowledge.ts';
import { makeKnowledge } from './makeKnowledge.ts';
import { makeAbbreviations } from './match/abbreviations.ts';
import { keepReadings, type PackedReadings, packReadings } from './match/reading.ts';
import type { Content } from './schema.ts';

/**
 * The one JSON file that the build makes of the content, with what the matching reads of it, so that a start parses no
 * YAML, counts no words and repeats no check: it begins with the SHA-256 of everything after that.
 */
interface Compiled {
  readonly sha256: string;
  readonly content: Content;
  readonly readings: PackedReadings;
}

/** Content must have been checked: see `loadKnowledge`. */
export async function writeCompiled(content: Content, file: string): Promise<void> {
  const readings = packReadings(content, makeAbbreviations(content.abbreviations));
  const rest = JSON.stringify({ content, readings }).slice(1);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, headOf(Buffer.from(rest)) + rest);
}

/** Revision 0. Rejects with a `ContentError` when the file is missing, or not as the build left it. */
export async function loadCompiled(file: string): Promise<Knowledge> {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const refuse = (code: ContentErrorCode, problem: string, cure: string): never => {
    throw new ContentError(code, [{ file: name, path: '', problem, cure }]);
  };
  const bytes = await readFile(file).catch((error: Error) =>
    refuse(
      'cannot-read',
      `cannot be read (${error.message})`,
      'Run `npm run build`, which makes it from the content folder.',
    ),
  );
  if (bytes.toString('utf8', 0, headLength) !== headOf(bytes.subarray(headLength)))
    refuse(
      'not-as-built',
      'is not as the build made it',
      'Change the content folder instead, and run `npm run build`.',
    );
  const { content, readings } = JSON.parse(bytes.toString()) as Compiled;
  keepReadings(content, readings);
  return makeKnowledge(content, 0);
}

const headOf = (rest: Uint8Array): string => `{"sha256":"${createHash('sha256').update(rest).digest('hex')}",`;
const headLength = headOf(Buffer.alloc(0)).length;
