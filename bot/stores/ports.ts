/**
 * What the bot keeps, as ports. Types only. Every method is async; every write is durable when its promise
 * resolves (fsync or transaction) and leaves nothing behind when it rejects. A store failure rejects with
 * `StoreError`; expected outcomes are tagged values.
 */

import type { Band } from '../../knowledge/match/answer.ts';
import type { Draft } from '../checklist/draft.ts';
import type { Commit, Notice } from '../records/commit.ts';
import type { Cover } from '../records/cover.ts';
import type { DisposedRecord, RecordHeading, SharingRecord } from '../records/record.ts';
import type { ReviewPatience } from '../records/reviewPatience.ts';
import type { WorkingHours } from '../records/workingHours.ts';

export type { Draft } from '../checklist/draft.ts';
export type { Commit, Notice } from '../records/commit.ts';
export type { DisposedRecord, RecordEvent, RecordHeading, SharingRecord } from '../records/record.ts';

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
  /** The daily list of what waits for them: whether they stopped it, and the last day in England that was seen to,
   * e.g. `2026-11-24`. Absent until it is first due or switched. */
  readonly digest?: { readonly isOff: boolean; readonly sentOn: string | null };
  /** Whom they named to cover for them as an approver; ended covers stay, because a delegate of a requester never decides. */
  readonly covers?: readonly Cover[];
  /** `it-seems`: Teams does not list them any more, and IG leads were told. `handed-over`: an IG lead handed their work over.
   * Missing or null for everybody else; who comes back is not gone. */
  readonly left?: 'it-seems' | 'handed-over' | null;
}

/** The approver that an IG lead set for an agreement. */
export interface AgreementApprover {
  /** Agreement id, or `none` for what no held agreement covers. */
  readonly agreement: string;
  /** Our id of the approver. */
  readonly approver: string;
}

/** What the IG lead sets for the whole organisation. */
export interface Settings extends WorkingHours, ReviewPatience {
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
  /** Who reviews what is shared under an agreement (its id, or `none`), unless the person chose somebody. */
  readonly agreementApprovers: readonly AgreementApprover[];
  /** Days after which a draft that nobody changed goes, and how many days before that its owner is warned. */
  readonly draftDays: number;
  readonly draftWarningDays: number;
  /** Whole years for which a record is kept after it was closed; null until an IG lead sets it. */
  readonly retentionYears: number | null;
  /** The month in which IG leads were last reminded to set it, e.g. `2026-11`; null before the first. */
  readonly retentionAsked: string | null;
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
  /** Instant it was committed or added. */
  readonly at: string;
}

export type Committed =
  | { readonly kind: 'committed'; readonly revision: number; readonly sequence: number }
  /** Somebody was first; nothing was written. */
  | { readonly kind: 'conflict' }
  /** Another case has this reference; make another. */
  | { readonly kind: 'reference-taken' };

export interface RecordStore {
  commit(commit: Commit): Promise<Committed>;
  /** The whole record, decrypted; what is left of one that was disposed of; null when there is none. */
  open(caseId: string): Promise<SharingRecord | DisposedRecord | null>;
  heading(caseId: string): Promise<RecordHeading | null>;
  byReference(reference: string): Promise<RecordHeading | null>;
  /** Newest first. `incomplete`: the rest of the record is still due, in time or late. `changedSince` leaves out those to
   * which nothing has happened from that instant on. `closed`: and still kept. */
  list(filter: {
    requester?: string;
    approver?: string;
    review?: RecordHeading['review'];
    incomplete?: true;
    changedSince?: Date;
    closed?: true;
    disposed?: true;
  }): Promise<RecordHeading[]>;
  /**
   * Does what a committed `disposed` stands for: the case's key goes, and with it all that was ever written of it; who
   * has a card of it is owed the stub. Resolves with those that were not finished before; repeated without harm.
   */
  finishDisposals(): Promise<RecordHeading[]>;
  /** Walks the whole ledger; needs no key. */
  verify(): Promise<Verified>;
  /** The day for which the head was last noted, and whether anything was recorded since; null before the first. */
  headNoted(): Promise<{ readonly day: string; readonly isLast: boolean } | null>;
  /**
   * Writes into the ledger what its head is, once a day, and owes it to these people as `SEQ:HASH`: one write, so that
   * neither is there without the other. `not-now`: it was written for that day, or nothing is recorded yet.
   */
  noteHead(day: string, to: readonly string[]): Promise<{ readonly kind: 'noted' | 'not-now' }>;
  count(): Promise<number>;
}

export type Verified =
  | {
      readonly kind: 'whole';
      readonly sequence: number;
      readonly hash: string;
      /** Events that say that a cut last line was set aside. */
      readonly torn: readonly number[];
      /** References of records that were disposed of and whose key is still there. */
      readonly unfinished: readonly string[];
    }
  | { readonly kind: 'broken'; readonly sequence: number; readonly reason: string };

/** What its owner was told of the end of a draft that nobody changes. */
export interface DraftWarning {
  /** Instant until which it stays. */
  readonly until: string;
  /** The warning has reached them. */
  readonly told: boolean;
}

/** What stands in clear about a draft: enough to list it without opening it. */
export interface DraftHeading extends Pick<Draft, 'id' | 'owner' | 'revision' | 'savedAt'> {
  /** Null until its owner is to be warned; every save takes it away. */
  readonly warned: DraftWarning | null;
}

export interface DraftStore {
  /** Saves when the stored revision equals `expectRevision` (0 = new); the stored draft gets `expectRevision + 1`. */
  save(draft: Draft, expectRevision: number): Promise<Saved>;
  open(id: string): Promise<Draft | null>;
  /** Newest first. */
  ofOwner(owner: string): Promise<Draft[]>;
  /** Headings, newest first; `savedBy` leaves out what was saved after that instant. */
  list(filter: { owner?: string; savedBy?: Date }): Promise<DraftHeading[]>;
  /** Notes a warning on a draft of this revision; one that was saved since, or has gone, is left as it is. */
  warn(id: string, revision: number, warning: DraftWarning): Promise<void>;
  /** Deletes it; with a revision only when nothing was saved since. */
  discard(id: string, revision?: number): Promise<{ readonly kind: 'discarded' | 'conflict' }>;
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
  /** Read-change-write as one step. */
  change(change: (settings: Settings) => Settings): Promise<void>;
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

/**
 * What is counted of an answer: what people said of it, that it was sent to the IG team, or how sure the bot was; and
 * how often the identifier screen was wrong (`not-personal`, its label `screen:` and the kind).
 */
export type Counted = 'right' | 'wrong' | 'none-of-these' | 'sent' | 'not-personal' | `answered:${Band}`;

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

/** A notice that was given up, until somebody has it tried again or has told the person another way. */
export interface NotDelivered extends PendingNotice {
  /** Instant it was given up. */
  readonly since: string;
  /** What the other side said, e.g. `403 MessageWritesBlocked`; never content. */
  readonly why: string;
}

/** The first thing that a person is owed. */
export interface Owed extends PendingNotice {
  /** Ids of later notices that would show the person the same, because cards are made when they are sent. */
  readonly repeats: readonly string[];
}

/**
 * Notices still to be sent are derived: those committed or added, less those settled. Each person’s stand in the order
 * in which they came, also after a restart. Everything here is durable on resolve.
 */
export interface OutboxStore {
  /** All of them, oldest first. */
  pending(): Promise<PendingNotice[]>;
  /** Who is owed something. */
  peopleOwed(): Promise<string[]>;
  /** The oldest that a person is owed; null when there is none. Takes the same time however many there are. */
  next(person: string): Promise<Owed | null>;
  /** Notices that belong to no record commit (proposals, roles, questions). */
  add(notices: readonly Notice[]): Promise<void>;
  /**
   * Ends one. `sent` also ends what was given up before and would have shown the same; `otherwise`: somebody told the
   * person another way; `not-delivered` gives it up, `why` says what the other side said, and of several that would
   * show the same one is kept.
   */
  settle(id: string, outcome: 'sent' | 'otherwise' | 'not-delivered', why?: string): Promise<void>;
  /** What was given up, longest ago first. */
  notDelivered(): Promise<NotDelivered[]>;
  /** Owes it again, behind what the person is owed already. False when it is not there any more. */
  again(id: string): Promise<boolean>;
  /** Notes where a card stands. */
  posted(post: Post): Promise<void>;
  /** Of each person the latest last. */
  posts(caseId: string): Promise<Post[]>;
  /** Forgets where a person’s cards of a case stand: nothing of it will change any more. */
  forgetPosts(caseId: string, person: string): Promise<void>;
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
