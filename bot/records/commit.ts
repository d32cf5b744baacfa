import type { RecordEvent, RecordHeading } from './record.ts';

/** What a person will be told, once, after a commit. Rendered when it is sent. */
export interface Notice {
  /** Our id of the person. */
  readonly to: string;
  readonly kind:
    | 'review-asked'
    /** It has waited for its review for long: a word to whoever has it. */
    | 'review-reminder'
    /** The same to the IG leads, who may decide as well then. */
    | 'escalated'
    | 'outcome'
    | 'changed'
    /** Information went although nobody agreed to it. */
    | 'sharing-alert'
    | 'proposal-asked'
    | 'proposal-outcome'
    | 'role-granted'
    | 'question-asked'
    | 'question-changed'
    | 'question-answered'
    | 'full-record-due'
    | 'draft-expiring'
    /** The daily list of what waits for somebody; about the day. */
    | 'digest'
    /** The head of the ledger, for IG leads to keep; about `SEQ:HASH`. */
    | 'daily-head'
    /** Something saved could not be read. */
    | 'set-aside'
    /** Something in a record was put right. */
    | 'corrected'
    /** Nobody has said how long records are kept; about the month. */
    | 'retention-unset'
    /** An IG lead asks another to agree that a record is disposed of. */
    | 'disposal-asked'
    /** Another IG lead keeps it: for whoever asked. */
    | 'disposal-refused'
    /** It was disposed of: the person’s cards of it say so, and no more. */
    | 'disposed'
    /** About who named the person to cover for them. */
    | 'cover-changed'
    /** For IG leads, about somebody who seems to have left. */
    | 'person-left'
    /** About whom the person named as approver or cover. */
    | 'colleague-left'
    | 'draft-handed-over';
  /** Id of the case, the draft, the proposal or the question it is about; for `role-granted`, `cover-changed`,
   * `person-left` and `colleague-left` the id of the person; for `set-aside` what it was: `drafts`, `questions`,
   * `proposals`, or `my-` before these. */
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
