/** What a person answered to one input: one option or words, or several options. An empty string or list means
 * that the person was asked and left an optional field empty. */
export type Answer = string | readonly string[];

/** Answers by input key, e.g. `{ 'information-origin': 'own' }`. */
export type Answers = Readonly<Record<string, Answer>>;

/** A case in progress. Only answers are stored; the place in the checklist is computed from them. */
export interface Draft {
  /** Random case id; the record keeps it. */
  readonly id: string;
  /** Our random id of the person whose draft it is. */
  readonly owner: string;
  /** Counts saves; compare-and-set on it makes a click count once. 0 before the first save. */
  readonly revision: number;
  /** Revision of the knowledge the questions were asked from. */
  readonly knowledgeRevision: number;
  readonly answers: Answers;
  /** ISO instants. */
  readonly startedAt: string;
  readonly savedAt: string;
}
