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

/** A citation as users read it, e.g. `MAS DSA §4.4`. */
export function cite(knowledge: Knowledge, source: SourceRef): string {
  return `${knowledge.documents.get(source.document)?.shortTitle ?? source.document} ${source.section}`;
}
