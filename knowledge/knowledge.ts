import type { MatchIndex } from './match/matchIndex.ts';
import type { Agreement, Content, Question, SourceDocument, SourceRef, Topic } from './schema.ts';

/** All content of one revision, looked up by id, with the index that answers questions. Immutable. */
export interface Knowledge {
  /** 0 for the content as shipped, then one more for each published change. */
  readonly revision: number;
  readonly content: Content;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  /** All cards of the checklist in order: the start questions, then the ten. */
  readonly questions: readonly Question[];
  readonly matchIndex: MatchIndex;
}

/** Citations as users read them, one a document, e.g. `['MAS DSA §1, §2.5', 'Supporting Families DSA §1.6']`. */
export function cite({ documents }: Pick<Knowledge, 'documents'>, sources: readonly SourceRef[]): string[] {
  const sections = new Map<string, string[]>();
  for (const { document, section } of sources) sections.set(document, [...(sections.get(document) ?? []), section]);
  return [...sections].map(([id, cited]) => `${documents.get(id)?.shortTitle ?? id} ${cited.join(', ')}`);
}
