import type { Knowledge } from './knowledge.ts';
import { makeMatchIndex } from './match/matchIndex.ts';
import type { Content } from './schema.ts';

/** Looks everything up by id and builds the index that answers questions (tens of milliseconds). Content is trusted. */
export function makeKnowledge(content: Content, revision: number): Knowledge {
  return {
    revision,
    content,
    agreements: byId(content.agreements),
    topics: byId(content.topics),
    documents: byId(content.documents),
    // The file gives the order: a follow-up has no number and stands right after the question it follows.
    questions: content.questions,
    matchIndex: makeMatchIndex(content),
  };
}

function byId<T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((item) => [item.id, item]));
}
