import type { Knowledge } from './knowledge.ts';
import { type MatchIndex, makeMatchIndex } from './match/matchIndex.ts';
import type { Content } from './schema.ts';

/**
 * Looks everything up by id. The index that answers questions takes a fifth of a second, so it is built when it is
 * first asked for; a starting bot asks once it listens. Content is trusted.
 */
export function makeKnowledge(content: Content, revision: number): Knowledge {
  let index: MatchIndex | undefined;
  return {
    revision,
    content,
    agreements: byId(content.agreements),
    topics: byId(content.topics),
    documents: byId(content.documents),
    // The file gives the order: a follow-up has no number and stands right after the question it follows.
    questions: content.questions,
    get matchIndex() {
      index ??= makeMatchIndex(content);
      return index;
    },
  };
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]));
}
