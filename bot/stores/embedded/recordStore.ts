import type { CaseEntry, LedgerEntry, LedgerLine } from '../../records/ledger.ts';
import type { Commit, Committed, DisposedRecord, RecordStore, SharingRecord } from '../ports.ts';
import { StoreError } from '../storeError.ts';
import type { CaseKeys } from './caseKeys.ts';
import { dailyHeadEntry } from './dailyHead.ts';
import { unfinished } from './disposals.ts';
import { groupCommit } from './groupCommit.ts';
import type { LedgerFile } from './ledgerFile.ts';
import type { LedgerIndex } from './ledgerIndex.ts';
import { openEvents, sealEvents } from './sealedEvents.ts';
import { verdictOf } from './verdict.ts';

interface Parts {
  readonly ledger: LedgerFile;
  readonly index: LedgerIndex;
  readonly keys: CaseKeys;
  readonly now: () => Date;
  /** Called for each line once it is on the disk. */
  readonly onLine: (line: LedgerLine) => void;
  /** Called after the lines of a batch. */
  readonly onBatch: () => void;
}

interface CommitJob {
  readonly commit: Commit;
  readonly key: Uint8Array;
}

interface HeadJob {
  readonly day: string;
  readonly to: readonly string[];
}

type Noted = Awaited<ReturnType<RecordStore['noteHead']>>;

/** The records port over one ledger file. `idle` resolves when no commit waits. */
export function recordStore(parts: Parts): Omit<RecordStore, 'finishDisposals'> & { idle(): Promise<void> } {
  const { ledger, index, keys } = parts;
  const queue = groupCommit<CommitJob | HeadJob, Committed | Noted>((jobs) => writeBatch(parts, jobs));
  const headingOf = (caseId: string | null) => (caseId === null ? null : index.heading(caseId));

  return {
    async commit(commit) {
      ledger.requireWhole();
      const before = index.heading(commit.case);
      // Nothing happens to it any more, and a key made for it would be taken for one that was left behind.
      if (before !== null && before.disposedAt !== null) return { kind: 'conflict' };
      // Another key would be made for it, and what is there would never open again, nor after the keys are put back.
      if (before !== null && keys.find(commit.case) === null) throw keyIsGone(commit.case);
      return queue.add({ commit, key: await keys.ensure(commit.case) }) as Promise<Committed>;
    },
    open: (caseId) => openRecord(parts, caseId),
    heading: async (caseId) => headingOf(caseId),
    byReference: async (reference) => headingOf(index.caseOf(reference)),
    list: async (filter) => index.list(filter),
    async verify() {
      const references = unfinished(parts).map(({ reference }) => reference);
      return verdictOf((onLine) => ledger.walk(onLine), { unfinished: () => references });
    },
    async headNoted() {
      const { noted } = index;
      return noted && { day: noted.day, isLast: noted.sequence === ledger.head.sequence };
    },
    async noteHead(day, to) {
      ledger.requireWhole();
      return queue.add({ day, to }) as Promise<Noted>;
    },
    count: async () => index.count,
    idle: () => queue.idle(),
  };
}

/**
 * Compare-and-set in the order of the queue: a commit sees those before it in its own batch. A head that is to be noted
 * is that before the batch, whose lines have no hash yet.
 */
async function writeBatch(
  { ledger, index, now, onLine, onBatch }: Parts,
  jobs: readonly (CommitJob | HeadJob)[],
): Promise<(Committed | Noted)[]> {
  const revisions = new Map<string, number>();
  const references = new Map<string, string>();
  const { head } = ledger;
  const wanted = jobs.find((job): job is HeadJob => 'day' in job && isNewDay(job.day));
  const entries: LedgerEntry[] = wanted ? [dailyHeadEntry(head, wanted.day, wanted.to, now())] : [];

  const outcomes = jobs.map((job): Committed | Noted => {
    if ('day' in job) return { kind: job === wanted ? 'noted' : 'not-now' };
    const { commit, key } = job;
    const { reference } = commit.heading;
    const current = revisions.get(commit.case) ?? index.heading(commit.case)?.revision ?? 0;
    if (current !== commit.expectRevision) return { kind: 'conflict' };
    const holder = references.get(reference) ?? index.caseOf(reference) ?? commit.case;
    if (holder !== commit.case) return { kind: 'reference-taken' };
    const place = { sequence: head.sequence + entries.length + 1, revision: current + 1 };
    entries.push(entryOf(commit, key, place, now()));
    revisions.set(commit.case, place.revision);
    references.set(reference, commit.case);
    return { kind: 'committed', ...place };
  });

  if (entries.length > 0) for (const line of await ledger.append(entries)) onLine(line);
  onBatch();
  return outcomes;

  /** ISO days stand in the order of their text. */
  function isNewDay(day: string): boolean {
    return head.sequence > 0 && (index.noted === null || index.noted.day < day);
  }
}

function entryOf(commit: Commit, key: Uint8Array, place: { sequence: number; revision: number }, now: Date): CaseEntry {
  const { reference, agreement, organisation, requester, approver, review, disclosure, emergency } = commit.heading;
  const { completeBy, waitingSince, remindedAt, escalatedAt } = commit.heading;
  const { closedAt, disposalAskedBy, disposedAt } = commit.heading;
  const heading = { reference, agreement, organisation, requester, approver, review, disclosure, emergency };
  return {
    ...place,
    ...heading,
    ...{ completeBy, waitingSince, remindedAt, escalatedAt, closedAt, disposalAskedBy, disposedAt },
    time: now.toISOString(),
    case: commit.case,
    events: commit.events.map(({ type, by, at }) => ({ type, by, at })),
    notices: commit.notices.map(({ to, kind, about }) => ({ to, kind, about })),
    sealed: sealEvents(key, { case: commit.case, sequence: place.sequence }, commit.events),
  };
}

function keyIsGone(caseId: string): StoreError {
  return new StoreError('damaged', `The key of case ${caseId} is gone; restore the file \`keys\` from a backup.`);
}

async function openRecord(
  { ledger, index, keys }: Parts,
  caseId: string,
): Promise<SharingRecord | DisposedRecord | null> {
  const heading = index.heading(caseId);
  if (heading === null) return null;
  if (heading.disposedAt !== null) return { ...heading, submission: null, events: [] };
  const key = keys.find(caseId);
  if (key === null) throw keyIsGone(caseId);
  const entries = await Promise.all(index.places(caseId).map((place) => ledger.read(place)));
  const events = entries.flatMap((entry) => (entry.case === null ? [] : openEvents(key, entry)));
  const submission = events.flatMap((event) => ('submission' in event ? [event.submission] : [])).at(-1);
  if (submission === undefined) throw new StoreError('damaged', 'The submission of a record is gone.');
  return { ...heading, submission, events };
}
