import { readFile } from 'node:fs/promises';
import { type Check, ContentError } from './contentError.ts';
import { crossCheck } from './crossCheck.ts';
import type { Knowledge } from './knowledge.ts';
import { loadContentFolder } from './loadContentFolder.ts';
import { makeKnowledge } from './makeKnowledge.ts';
import { keepReadings, type PackedReadings } from './match/reading.ts';
import { type Content, contentSchema } from './schema.ts';
import { shapeProblems } from './shapeProblems.ts';

/** `revision` is 0 for content as shipped, then one more for each published change. */
export interface LoadOptions {
  readonly revision?: number;
}

/**
 * Reads the YAML tree of content and checks all of it: shape, cross-references, then `checks`.
 * Rejects with a `ContentError` that lists every problem found with its file, place and cure. Shapes are checked
 * before references, because a file that cannot be read would make every reference to it look broken.
 */
export async function loadKnowledge(folder: string, checks: Check[], options: LoadOptions = {}): Promise<Knowledge> {
  const content = await loadContentFolder(folder);
  return checkedKnowledge(content, checks, options.revision ?? 0);
}

/** Reads the one JSON file that the build makes (`writeCompiled`); checks and errors as `loadKnowledge`. */
export async function loadCompiled(file: string, checks: Check[], options: LoadOptions = {}): Promise<Knowledge> {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const { content, readings } = ((await loadJson(file, name)) ?? {}) as Partial<Compiled>;
  const parsed = contentSchema.safeParse(content);
  if (!parsed.success) throw new ContentError('wrong-shape', shapeProblems(name, parsed.error.issues, undefined));
  if (readings) keepReadings(parsed.data, readings);
  return checkedKnowledge(parsed.data, checks, options.revision ?? 0);
}

/** What `writeCompiled` writes. */
interface Compiled {
  readonly content: unknown;
  readonly readings: PackedReadings;
}

async function loadJson(file: string, name: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    const cure = 'Run `npm run build`, which makes it from the content folder.';
    throw new ContentError('cannot-read', [
      { file: name, path: '', problem: `cannot be read (${error.message})`, cure },
    ]);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    const problem = `is not JSON (${error instanceof Error ? error.message : String(error)})`;
    throw new ContentError('not-readable-as-text', [
      { file: name, path: '', problem, cure: 'Run `npm run build` again.' },
    ]);
  }
}

/** Content that has its shape -> knowledge in use; throws a `ContentError` when cross-checks or `checks` object. */
function checkedKnowledge(content: Content, checks: Check[], revision: number): Knowledge {
  const problems = [crossCheck, ...checks].flatMap((check) => check(content));
  if (problems.length > 0) throw new ContentError('does-not-hold', problems);
  return makeKnowledge(content, revision);
}
