import type { Content } from './schema.ts';

/** One thing wrong with the content, told so that the person who wrote it can put it right. */
export interface Problem {
  /** File below the content folder, e.g. `agreements/asb.yaml`. */
  readonly file: string;
  /** Place inside the file, e.g. `aliases[3]`; empty when it is the whole file. */
  readonly path: string;
  /** What is wrong, e.g. `“nuisance” is also an alias of licensing`. */
  readonly problem: string;
  /** What to do about it, as a sentence. */
  readonly cure: string;
}

/** A further check over all content, e.g. the checklist's search for dead ends. Pure; no problems = an empty list. */
export type Check = (content: Content) => Problem[];

export type ContentErrorCode =
  /** The folder or a file is missing or cannot be read. */
  | 'cannot-read'
  /** A file is not YAML. */
  | 'not-readable-as-text'
  /** The compiled file is not as the build made it. */
  | 'not-as-built'
  /** A file does not have the shape of the schema. */
  | 'wrong-shape'
  /** Every file is well shaped, but together they do not hold. */
  | 'does-not-hold';

/** One line for a terminal: file, place, what is wrong and the cure. */
export function problemLine({ file, path, problem, cure }: Problem): string {
  return `${[file, path].filter(Boolean).join(': ')}: ${problem}. ${cure}`;
}

/** Content that cannot be used. Holds every problem found, not only the first; `message` lists them line by line. */
export class ContentError extends Error {
  readonly code: ContentErrorCode;
  readonly problems: readonly Problem[];

  constructor(code: ContentErrorCode, problems: readonly Problem[]) {
    super(problems.map(problemLine).join('\n'));
    this.name = 'ContentError';
    this.code = code;
    this.problems = problems;
  }
}
