import { ContentError } from '../../knowledge/contentError.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

/** Loads the content; when it does not hold, lists every problem on stderr, sets exit code 1 and gives null. */
export async function contentSound(load: () => Promise<Knowledge>): Promise<Knowledge | null> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    const { length } = error.problems;
    console.error(`The content has ${length} ${length === 1 ? 'problem' : 'problems'}.`);
    process.exitCode = 1;
    return null;
  }
}
