/** What a person answered to one input: one option or words, or several options. An empty string or list means
 * that the person was asked and left an optional field empty. */
export type Answer = string | readonly string[];

/** Answers by input key, e.g. `{ 'information-origin': 'own' }`. */
export type Answers = Readonly<Record<string, Answer>>;

/** What had been asked when a draft was saved: enough to say what the questions of later knowledge ask otherwise. */
export interface Asked {
  /** Id of the question where the draft stood; null when it was ready to be checked. */
  readonly place: string | null;
  /** Questions with answers that counted, by the names they had then, and the keys of those answers. */
  readonly answered: readonly { readonly question: string; readonly name: string; readonly keys: readonly string[] }[];
}

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
  /** What those questions had asked by then; missing in a draft that an earlier version saved. */
  readonly asked?: Asked;
  /** The case whose record this one completes, e.g. the full record after an emergency; null for a new record. */
  readonly resubmits: string | null;
  /** Marks of what looked like an identifier and is not about a person; see `conversation/screened.ts`. */
  readonly notPersonal: readonly string[];
  /** ISO instants. */
  readonly startedAt: string;
  readonly savedAt: string;
}
