import type { RecordEvent, RecordHeading } from './record.ts';

/** What a person will be told, once, after a commit. Rendered when it is sent. */
export interface Notice {
  /** Our id of the person. */
  readonly to: string;
  readonly kind:
    | 'review-asked'
    | 'outcome'
    | 'changed'
    | 'proposal-asked'
    | 'proposal-outcome'
    | 'role-granted'
    | 'question-asked'
    | 'question-changed'
    | 'question-answered';
  /** Id of the case, the proposal or the question it is about; for `role-granted` the id of the person. */
  readonly about: string;
}

/** What happened to a case, written all or nothing: one line of the ledger, or one transaction. */
export interface Commit {
  readonly case: string;
  /** Revision of the record as the writer saw it; 0 for a new record. */
  readonly expectRevision: number;
  /** State in clear after the events. `revision`, `submittedAt` and `changedAt` are ignored: the store counts the
   * commits and takes the instants from the events. */
  readonly heading: RecordHeading;
  /** At least one. */
  readonly events: readonly RecordEvent[];
  readonly notices: readonly Notice[];
}
