import type { Answers } from '../checklist/draft.ts';
import type { Finding } from '../checklist/finding.ts';

/** Fact one of a record's state: where its human review stands. */
export type ReviewState = 'awaiting' | 'with-ig-lead' | 'returned' | 'approved' | 'declined' | 'withdrawn';
/** Fact two: whether the information has been shared. */
export type DisclosureState = 'not-yet' | 'made' | 'stopped' | 'none-intended';

/** What the person decided. */
export type Outcome = 'share' | 'share-in-part' | 'do-not-share' | 'refer';

export interface Decision {
  readonly outcome: Outcome;
  readonly rationale: string;
}

/** One question with its answers in the words that stood on the card when it was submitted. */
export interface AnsweredQuestion {
  readonly question: string;
  readonly title: string;
  readonly answers: readonly { readonly label: string; readonly value: string }[];
}

/** What was submitted, as it stood. Encrypted at rest. */
export interface Submission {
  readonly answers: Answers;
  readonly wording: readonly AnsweredQuestion[];
  readonly decision: Decision;
  readonly findings: readonly Finding[];
  /** Revision of the knowledge it was made with. */
  readonly knowledgeRevision: number;
  /** Review standing of the agreement's document on the day, e.g. `No review shown since 31 January 2025`. */
  readonly currency: string;
  /** The sharer's side: role and organisation, never a name. */
  readonly sharer: { readonly organisation: string; readonly kind: string; readonly roleTitle: string };
  readonly emergency: boolean;
}

interface EventBase {
  /** Our random id of the person who did it. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}
export type RecordEvent =
  | (EventBase & { readonly type: 'submitted'; readonly submission: Submission })
  | (EventBase & { readonly type: 'approved'; readonly comment: string })
  | (EventBase & { readonly type: 'declined'; readonly reason: string });

/** What stands in clear about a record: enough to list it without opening it. */
export interface RecordHeading {
  /** Case id, the same as the draft's. */
  readonly case: string;
  /** Reference people quote, e.g. `SR-7K3M-Q9`. */
  readonly reference: string;
  /** Agreement id, or `none` where no held agreement covers the share. */
  readonly agreement: string;
  /** The sharer's organisation. */
  readonly organisation: string;
  /** Our random ids. `approver` is null while no approver is known. */
  readonly requester: string;
  readonly approver: string | null;
  readonly review: ReviewState;
  readonly disclosure: DisclosureState;
  readonly emergency: boolean;
  /** ISO instants of the first and the latest event. */
  readonly submittedAt: string;
  readonly changedAt: string;
  /** Number of commits of this case; compare-and-set on it. */
  readonly revision: number;
}

/** A decision handed over for review, with everything that happened to it since. */
export interface SharingRecord extends RecordHeading {
  /** The latest submission. */
  readonly submission: Submission;
  readonly events: readonly RecordEvent[];
}
