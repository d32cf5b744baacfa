import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { ContentError, type ContentErrorCode, type Problem } from './contentError.ts';
import { agreementFile, singleFiles, topicFile } from './contentFiles.ts';
import { type Agreement, agreementSchema, type Content, contentSchema, type Topic, topicSchema } from './schema.ts';
import { shapeProblems } from './shapeProblems.ts';

interface Faults {
  readonly problems: Problem[];
  code: ContentErrorCode | null;
}

/**
 * Reads the YAML tree: one file for each of documents, purposes, notes, legislation, places, abbreviations, declines, questions and
 * rules,
 * one for each agreement and one for each topic label. Checks shapes only. Rejects with a `ContentError` that lists
 * the problems of every file.
 */
export async function loadContentFolder(folder: string): Promise<Content> {
  const faults: Faults = { problems: [], code: null };
  const single = await Promise.all(
    singleFiles.map(async (part) => [part, await loadFile(folder, `${part}.yaml`, contentSchema.shape[part], faults)]),
  );
  const agreements = await loadFolder(folder, 'agreements', agreementSchema, faults);
  const topics = await loadFolder(folder, 'topics', topicSchema.array(), faults);
  checkNames(agreements, topics, faults);
  if (faults.code) throw new ContentError(faults.code, faults.problems);
  return { ...Object.fromEntries(single), agreements: agreements.map(last), topics: topics.flatMap(last) } as Content;
}

type Loaded<T> = readonly [file: string, value: T];

function last<T>([, value]: Loaded<T>): T {
  return value;
}

/** Every YAML file of a folder below the content folder, in alphabetical order; those at fault are left out. */
async function loadFolder<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
  faults: Faults,
): Promise<Loaded<z.infer<S>>[]> {
  const names = await readdir(join(folder, name)).catch((error: Error) => {
    const problem = `cannot be read (${error.message})`;
    blame(faults, 'cannot-read', [{ file: name, path: '', problem, cure: 'Check that the content folder is whole.' }]);
    return [];
  });
  const files = names.filter((file) => file.endsWith('.yaml')).sort();
  const loaded = await Promise.all(
    files.map(async (file): Promise<Loaded<z.infer<S>>[]> => {
      const value = await loadFile(folder, `${name}/${file}`, schema, faults);
      return value === undefined ? [] : [[`${name}/${file}`, value]];
    }),
  );
  return loaded.flat();
}

async function loadFile<S extends z.ZodType>(
  folder: string,
  file: string,
  schema: S,
  faults: Faults,
): Promise<z.infer<S> | undefined> {
  const value = await loadYaml(folder, file, faults);
  if (value === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  blame(faults, 'wrong-shape', shapeProblems(file, parsed.error.issues, value));
  return undefined;
}

async function loadYaml(folder: string, file: string, faults: Faults): Promise<unknown> {
  const text = await readFile(join(folder, file), 'utf8').catch((error: Error) => {
    const problem = `cannot be read (${error.message})`;
    blame(faults, 'cannot-read', [{ file, path: '', problem, cure: 'Put the file in its place.' }]);
    return undefined;
  });
  if (text === undefined) return undefined;
  const document = parseDocument(text);
  if (document.errors.length === 0) return document.toJS() ?? null;
  const cure = 'Correct the YAML: indentation, quotes and the space after a colon are the usual causes.';
  const wrong = document.errors.map(({ message }) => ({ file, path: '', problem: `is not YAML (${message})`, cure }));
  blame(faults, 'not-readable-as-text', wrong);
  return undefined;
}

/** A file is found by its name, so the name has to be the id (of an agreement) or the label (of topics). */
function checkNames(agreements: Loaded<Agreement>[], topics: Loaded<Topic[]>[], faults: Faults): void {
  const wrong = [
    ...agreements.map(([file, { id }]) => misnamed(file, agreementFile(id), 'id', id)),
    ...topics.flatMap(([file, list]) =>
      list.map(({ label }, index) => misnamed(file, topicFile(label), `[${index}].label`, label)),
    ),
  ];
  blame(faults, 'wrong-shape', wrong.flat());
}

function misnamed(file: string, wanted: string, path: string, name: string): Problem[] {
  if (file === wanted) return [];
  return [{ file, path, problem: `is ${name}, which belongs in ${wanted}`, cure: 'Rename the file, or correct this.' }];
}

function blame(faults: Faults, code: ContentErrorCode, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  faults.problems.push(...problems);
  faults.code ??= code;
}
