/**
 * What the bot keeps, as ports. Types only. Every method is async; every write is durable when its promise
 * resolves (fsync or transaction) and leaves nothing behind when it rejects. A store failure rejects with
 * `StoreError`; expected outcomes are tagged values.
 */

import type { Band } from '../../knowledge/match/answer.ts';
import type { Draft } from '../checklist/draft.ts';
import type { Commit, Notice } from '../records/commit.ts';
import type { RecordHeading, SharingRecord } from '../records/record.ts';

export type { Draft } from '../checklist/draft.ts';
export type { Commit, Notice } from '../records/commit.ts';
export type { RecordEvent, RecordHeading, SharingRecord } from '../records/record.ts';

export type Role = 'approver' | 'editor' | 'ig-lead';

/** Kinds of organisation a person can work for; decides which options the checklist offers. */
export type OrganisationKind =
  | 'council'
  | 'police'
  | 'health'
  | 'school'
  | 'probation'
  | 'housing'
  | 'fire'
  | 'voluntary'
  | 'central-government'
  | 'other';

/** What a person told us about their side of a share (About me). */
export interface Profile {
  readonly organisation: string;
  readonly kind: OrganisationKind;
  readonly area: 'kent' | 'london' | 'elsewhere';
  readonly roleTitle: string;
  /** Our id of the approver they chose among holders of the role; null when none is there. */
  readonly approver: string | null;
}

/** Where a person's personal chat with the bot is; the newest seen. */
export interface ConversationReference {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly userId: string;
}

/** Somebody who has spoken to the bot or holds a role. Names and directory ids live here and nowhere else. */
export interface Person {
  /** Our own random id; what the ledger carries. */
  readonly id: string;
  readonly directoryId: string;
  readonly tenant: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly profile: Profile | null;
  /** Area chosen when asked back, before there is a profile. */
  readonly area: 'kent' | 'london' | 'elsewhere' | null;
  readonly chat: ConversationReference | null;
}

/** What the IG lead sets for the whole organisation. */
export interface Settings {
  readonly organisation: string;
  /** People to ask, as text a user reads: role and contact, e.g. `IG team, ig@example.invalid`. */
  readonly igContact: string;
  readonly dpoContact: string;
  readonly caldicottContact: string;
  /** Shown in emergencies beside 999, e.g. `Children’s front door 020 7946 0000`. */
  readonly frontDoor: string;
  readonly outOfHours: string;
  /** Our ids of approvers used when a person has none. */
  readonly defaultApprovers: readonly string[];
}

/** One change to one field of one piece of content. */
export interface KnowledgeChange {
  /** E.g. `agreement:asb`. */
  readonly target: string;
  readonly field: 'summary' | 'alias' | 'situation';
  /** The former text; null when the change adds. */
  readonly before: string | null;
  /** The new text; null when the change takes one away. */
  readonly after: string | null;
}

/** A published change. */
export interface Revision {
  readonly number: number;
  readonly change: KnowledgeChange;
  readonly why: string;
  readonly proposedBy: string;
  /** The same person only where a second editor is not required. */
  readonly publishedBy: string;
  readonly at: string;
}

/** An unpublished change. */
export interface Proposal {
  readonly id: string;
  /** Knowledge revision it was checked against. */
  readonly base: number;
  readonly change: KnowledgeChange;
  readonly why: string;
  readonly proposedBy: string;
  readonly at: string;
  readonly state: 'open' | 'published' | 'turned-down' | 'withdrawn';
  /** What the check found when it was proposed: the example questions tried, and those with another first answer. */
  readonly check: {
    readonly tried: number;
    readonly changed: readonly {
      readonly question: string;
      readonly before: string;
      readonly after: string;
      readonly worse: boolean;
    }[];
  };
}

/** A question that somebody sent to the IG team. */
export interface AskedQuestion {
  readonly id: string;
  /** Our id of the person who asked. */
  readonly asker: string;
  /** Instant it was sent. */
  readonly at: string;
  /** Instant from which nothing of it is kept. */
  readonly until: string;
  readonly soon: 'today' | 'this-week' | 'when-you-can';
  /** What the bot offered before: its confidence, and labels as `ask.show` takes them, best first. */
  readonly band: Band;
  readonly offered: readonly string[];
  /** Our ids of the IG leads who were sent a card of it. */
  readonly leadsTold: readonly string[];
  /** `answered` until the answer has reached the asker, then `delivered`. */
  readonly state: 'waiting' | 'answered' | 'delivered' | 'withdrawn';
  /** What people typed, screened; null once nobody needs it: delivered or withdrawn. */
  readonly words: { readonly question: string; readonly tried: string; readonly answer: string } | null;
  /** Our id of who answered, when, and what it belongs to: an agreement’s id, `topic:<label>` or nothing; null while
   * nobody has. */
  readonly answered: { readonly by: string; readonly at: string; readonly label: string | null } | null;
}

export type Saved = { readonly kind: 'saved'; readonly revision: number } | { readonly kind: 'conflict' };

export interface PendingNotice extends Notice {
  readonly id: string;
}

export type Committed =
  | { readonly kind: 'committed'; readonly revision: number; readonly sequence: number }
  /** Somebody was first; nothing was written. */
  | { readonly kind: 'conflict' }
  /** Another case has this reference; make another. */
  | { readonly kind: 'reference-taken' };

export interface RecordStore {
  commit(commit: Commit): Promise<Committed>;
  /** The whole record, decrypted; null when there is none. */
  open(caseId: string): Promise<SharingRecord | null>;
  heading(caseId: string): Promise<RecordHeading | null>;
  byReference(reference: string): Promise<RecordHeading | null>;
  /** Newest first. */
  list(filter: { requester?: string; approver?: string; review?: RecordHeading['review'] }): Promise<RecordHeading[]>;
  /** Walks the whole ledger; needs no key. */
  verify(): Promise<Verified>;
  count(): Promise<number>;
}

export type Verified =
  /** `torn` names the events that say that a cut last line was set aside. */
  | { readonly kind: 'whole'; readonly sequence: number; readonly hash: string; readonly torn: readonly number[] }
  | { readonly kind: 'broken'; readonly sequence: number; readonly reason: string };

export interface DraftStore {
  /** Saves when the stored revision equals `expectRevision` (0 = new); the stored draft gets `expectRevision + 1`. */
  save(draft: Draft, expectRevision: number): Promise<Saved>;
  open(id: string): Promise<Draft | null>;
  /** Newest first. */
  ofOwner(owner: string): Promise<Draft[]>;
  discard(id: string): Promise<void>;
}

export interface PeopleStore {
  byId(id: string): Promise<Person | null>;
  byDirectory(directoryId: string): Promise<Person | null>;
  /** Who has this directory id already, else the newcomer, saved: one step, so that two first turns make one person. */
  meet(newcomer: Person): Promise<Person>;
  /** Rejects with `directory-taken` when somebody else has the directory id. */
  save(person: Person): Promise<void>;
  /** Read-change-write as one step, so that two turns of one person lose nothing; null when there is no such person. */
  change(id: string, change: (person: Person) => Person): Promise<Person | null>;
  withRole(role: Role): Promise<Person[]>;
  all(): Promise<Person[]>;
}

export interface SettingsStore {
  read(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
}

export interface RevisionStore {
  /** Oldest first. */
  all(): Promise<Revision[]>;
  /** Publishes when `revision.number` is the next one. */
  publish(revision: Revision): Promise<{ kind: 'published' } | { kind: 'conflict' }>;
}

export interface ProposalStore {
  save(proposal: Proposal): Promise<void>;
  open(id: string): Promise<Proposal | null>;
  /** Those in state `open`, oldest first. */
  waiting(): Promise<Proposal[]>;
}

/**
 * Questions sent to the IG team. From the instant `until` on a question is not found by any of these but `expired`,
 * whether it was deleted already or not; `at` is the instant of asking.
 */
export interface QuestionStore {
  /** Keeps a new one; `taken` when there is one of this id. */
  add(question: AskedQuestion): Promise<{ readonly kind: 'added' } | { readonly kind: 'taken' }>;
  open(id: string, at: Date): Promise<AskedQuestion | null>;
  /** Oldest first. */
  list(filter: { asker?: string; state?: AskedQuestion['state'] }, at: Date): Promise<AskedQuestion[]>;
  /** Read-change-write as one step; null when there is no such question. */
  change(id: string, at: Date, change: (question: AskedQuestion) => AskedQuestion): Promise<AskedQuestion | null>;
  /** Those that are to be deleted, without what was typed. */
  expired(at: Date): Promise<AskedQuestion[]>;
  delete(id: string): Promise<void>;
}

/** What is counted of an answer: what people said of it, that it was sent to the IG team, or how sure the bot was. */
export type Counted = 'right' | 'wrong' | 'none-of-these' | 'sent' | `answered:${Band}`;

export interface Count {
  /** Label of an agreement or topic, as `ask.show` takes it; `none` where nothing was named. */
  readonly label: string;
  readonly what: Counted;
  /** E.g. `2026-11`. */
  readonly month: string;
  readonly count: number;
}

/** How the answers do: labels and numbers, never words, never who. */
export interface CountStore {
  /**
   * Adds one to the month of `at`. The one write that waits for no disk, because no answer may wait for it: a crash may
   * lose the last seconds, and a disk that refuses is tried again with what comes next.
   */
  add(label: string, what: Counted, at: Date): void;
  /** All there is, oldest month first. */
  read(): Promise<Count[]>;
}

/** A card that stands in somebody's chat and shows a case, or a question sent to the IG team. */
export interface Post {
  readonly case: string;
  readonly person: string;
  readonly activityId: string;
}

/** Notices still to be sent are derived: those committed minus those settled. */
export interface OutboxStore {
  pending(): Promise<PendingNotice[]>;
  /** Notices that belong to no record commit (proposals, roles, questions). Durable on resolve. */
  add(notices: readonly Notice[]): Promise<void>;
  settle(id: string, outcome: 'sent' | 'not-delivered'): Promise<void>;
  posted(post: Post): Promise<void>;
  posts(caseId: string): Promise<Post[]>;
}

export interface Stores {
  readonly records: RecordStore;
  readonly drafts: DraftStore;
  readonly people: PeopleStore;
  readonly settings: SettingsStore;
  readonly revisions: RevisionStore;
  readonly proposals: ProposalStore;
  readonly questions: QuestionStore;
  readonly outbox: OutboxStore;
  readonly counts: CountStore;
  /** Writes what is queued, gives back the lock. */
  close(): Promise<void>;
}

export type StoreErrorCode =
  /** The folder is missing or has no store id: a first run, or a lost volume. */
  | 'no-store'
  /** Another process holds the folder. */
  | 'locked'
  /** The key does not open this store. */
  | 'wrong-key'
  /** The ledger's chain is broken; writes are refused. */
  | 'broken-chain'
  /** A file is missing or does not have the shape it was written in. */
  | 'damaged'
  /** A second person with one directory id; a programming error, see `PeopleStore.meet`. */
  | 'directory-taken'
  /** The disk refused (full, read-only, gone). */
  | 'cannot-write';

/** The one error a store throws. `message` is for logs and the terminal; it never holds content. */
export interface StoreFailure extends Error {
  readonly code: StoreErrorCode;
}
