import { type Check, ContentError } from './contentError.ts';
import { crossCheck } from './crossCheck.ts';
import type { Knowledge } from './knowledge.ts';
import { loadContentFolder } from './loadContentFolder.ts';
import { makeKnowledge } from './makeKnowledge.ts';
import type { Content } from './schema.ts';

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

/** Content that has its shape -> knowledge in use; throws a `ContentError` when cross-checks or `checks` object. */
function checkedKnowledge(content: Content, checks: Check[], revision: number): Knowledge {
  const problems = [crossCheck, ...checks].flatMap((check) => check(content));
  if (problems.length > 0) throw new ContentError('does-not-hold', problems);
  return makeKnowledge(content, revision);
}
