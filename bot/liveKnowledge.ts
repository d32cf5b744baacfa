import { fileURLToPath } from 'node:url';
import { ContentError } from '../knowledge/contentError.ts';
import { crossCheck } from '../knowledge/crossCheck.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { loadCompiled } from '../knowledge/loadCompiled.ts';
import { makeKnowledge } from '../knowledge/makeKnowledge.ts';
import { applyChange } from '../knowledge/revision/applyChange.ts';
import { findDeadEnds } from './checklist/findDeadEnds.ts';
import type { LiveKnowledge, Log } from './conversation/house.ts';
import type { RevisionStore } from './stores/ports.ts';

const checks = [findDeadEnds];
const isCompiled = import.meta.url.endsWith('.js');

/** The content as shipped: the one JSON of the build, or the YAML folder when run from source. */
export async function loadContent(): Promise<Knowledge> {
  const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  if (isCompiled) return loadCompiled(beside('../knowledge.json'));
  // Only now: a start of what was built has no use for the reader of YAML.
  const { loadKnowledge } = await import('../knowledge/loadKnowledge.ts');
  return loadKnowledge(beside('../knowledge/content/'), checks);
}

/** The content as shipped with every published change on it, in their order. */
export async function liveKnowledge(shipped: Knowledge, revisions: RevisionStore, log: Log): Promise<LiveKnowledge> {
  let current = await read();
  return {
    current: () => current,
    refresh: async () => {
      const newest = await read();
      // Two publications may be read at once, and the earlier end later.
      if (newest.revision > current.revision) current = newest;
      return current;
    },
  };

  async function read(): Promise<Knowledge> {
    const published = await revisions.all();
    if (published.length === 0) return shipped;
    let content = shipped.content;
    for (const { number, change } of published) {
      const outcome = applyChange(content, change);
      if (outcome.kind === 'applied') content = outcome.content;
      // Content shipped since may have the change already, or have dropped what it changed: the newer text stands.
      else
        log.warn(
          { revision: number, target: change.target, outcome: outcome.kind },
          'a published change has no effect',
        );
    }
    const problems = [crossCheck, ...checks].flatMap((check) => check(content));
    if (problems.length > 0) throw new ContentError('does-not-hold', problems);
    return makeKnowledge(content, published.at(-1)?.number ?? 0);
  }
}
