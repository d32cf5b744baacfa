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

/** Stands where a person would, for what the bot does by itself. */
export const BOT = 'bot';

/** Which reminder: of a record that is still to be completed, or, `review-waits`, of its review. */
export type Reminder = 'due-soon' | 'due-today' | 'late' | 'review-waits';

/** How information went, in words without names. */
export interface Disclosure {
  readonly what: string;
  /** Day in England, e.g. `2026-11-22`. */
  readonly on: string;
  /** To whom: a role and an organisation. */
  readonly toRole: string;
  readonly toOrganisation: string;
  readonly how: string;
  /** What shows that it arrived; empty when nothing does. */
  readonly receipt: string;
}

interface EventBase {
  /** Our random id of the person who did it, or `BOT`. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** They stood in for the approver that the record named. */
  readonly covering?: true;
}
/** What somebody does to a record after it was submitted. */
export type ReviewEvent =
  | { readonly type: 'approved'; readonly comment: string }
  | {
      /**
       * `reason` is what they said: why; of `returned` what is missing, of `asked-ig-lead` the question, of `advised` the
       * advice, of `escalated` what the IG leads should know. Empty where the review table needs none.
       */
      readonly type:
        | 'declined'
        | 'returned'
        | 'asked-ig-lead'
        | 'advised'
        | 'escalated'
        | 'withdrawn'
        | 'revoked'
        | 'stopped'
        | 'closed'
        | 'disposal-asked'
        | 'disposal-refused'
        | 'disposed';
      readonly reason: string;
    }
  /** `approver` is our id of the new one. */
  | { readonly type: 'reassigned'; readonly approver: string; readonly reason: string }
  /** Says what in the record is wrong or missing, and what is right. What was stored before stays as it was. */
  | { readonly type: 'corrected'; readonly wrong: string; readonly right: string }
  | { readonly type: 'disclosure-made'; readonly disclosure: Disclosure; readonly reason: string };

export type RecordEvent =
  | (EventBase & { readonly type: 'submitted'; readonly submission: Submission })
  /** Handed in again, whole; the submissions before it are kept. */
  | (EventBase & { readonly type: 'resubmitted'; readonly submission: Submission })
  | (EventBase & ReviewEvent)
  | (EventBase & { readonly type: 'reminded'; readonly reminder: Reminder });

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
  /** The day in England by whose end the rest of the record is due, e.g. `2026-11-24`; null when nothing is missing. */
  readonly completeBy: string | null;
  /** ISO instant at which its review last came to whoever has it; null while nobody has to act. */
  readonly waitingSince: string | null;
  /** ISO instants at which they were reminded of that, and at which the IG leads were told that it waits; null again once that is over. */
  readonly remindedAt: string | null;
  readonly escalatedAt: string | null;
  /** When it was closed: nothing more is to come. Null while it is open. */
  readonly closedAt: string | null;
  /** Our id of the IG lead who asked to dispose of it; null while nobody asks. */
  readonly disposalAskedBy: string | null;
  /** When it was disposed of; null as long as it is kept. */
  readonly disposedAt: string | null;
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

/** What is left of a record that was disposed of: that it existed. Its words are gone, also from copies. */
export interface DisposedRecord extends RecordHeading {
  readonly submission: null;
  readonly events: readonly [];
}
