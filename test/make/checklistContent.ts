import { fileURLToPath } from 'node:url';
import type { Case, SharerKind } from '../../bot/checklist/case.ts';
import type { Answers } from '../../bot/checklist/draft.ts';
import { loadContentFolder } from '../../knowledge/loadContentFolder.ts';
import type { Content } from '../../knowledge/schema.ts';

/** The content as shipped. Shapes only are checked here. */
export const content: Content = await loadContentFolder(
  fileURLToPath(new URL('../../knowledge/content', import.meta.url)),
);

/** What the checklist needs of some content. */
export function knowledgeOf(from: Content): Case['knowledge'] {
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((item) => [item.id, item]));
  return {
    content: from,
    questions: from.questions,
    agreements: byId(from.agreements),
    documents: byId(from.documents),
  };
}

const knowledge = knowledgeOf(content);

/** A case over the shipped content, with just these answers. */
export function makeCase(answers: Answers = {}, kind: SharerKind | null = 'council'): Case {
  return { knowledge, answers, sharer: kind && { kind } };
}
