import type { CaseEntry, LedgerLine } from '../../records/ledger.ts';
import type { Commit, Committed, RecordStore, SharingRecord } from '../ports.ts';
import { StoreError } from '../storeError.ts';
import type { CaseKeys } from './caseKeys.ts';
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
}

interface Job {
  readonly commit: Commit;
  readonly key: Uint8Array;
}

/** The records port over one ledger file. `idle` resolves when no commit waits. */
export function recordStore(parts: Parts): RecordStore & { idle(): Promise<void> } {
  const { ledger, index, keys } = parts;
  const queue = groupCommit<Job, Committed>((jobs) => writeBatch(parts, jobs));
  const headingOf = (caseId: string | null) => (caseId === null ? null : index.heading(caseId));

  return {
    async commit(commit) {
      ledger.requireWhole();
      return queue.add({ commit, key: await keys.ensure(commit.case) });
    },
    open: (caseId) => openRecord(parts, caseId),
    heading: async (caseId) => headingOf(caseId),
    byReference: async (reference) => headingOf(index.caseOf(reference)),
    list: async (filter) => index.list(filter),
    async verify() {
      return verdictOf((onLine) => ledger.walk(onLine));
    },
    count: async () => index.count,
    idle: () => queue.idle(),
  };
}

/** Compare-and-set in the order of the queue: a commit sees those before it in its own batch. */
async function writeBatch({ ledger, index, now, onLine }: Parts, jobs: readonly Job[]): Promise<Committed[]> {
  const revisions = new Map<string, number>();
  const references = new Map<string, string>();
  const entries: CaseEntry[] = [];

  const outcomes = jobs.map(({ commit, key }): Committed => {
    const { reference } = commit.heading;
    const current = revisions.get(commit.case) ?? index.heading(commit.case)?.revision ?? 0;
    if (current !== commit.expectRevision) return { kind: 'conflict' };
    const holder = references.get(reference) ?? index.caseOf(reference) ?? commit.case;
    if (holder !== commit.case) return { kind: 'reference-taken' };
    const place = { sequence: ledger.head.sequence + entries.length + 1, revision: current + 1 };
    entries.push(entryOf(commit, key, place, now()));
    revisions.set(commit.case, place.revision);
    references.set(reference, commit.case);
    return { kind: 'committed', ...place };
  });

  if (entries.length > 0) for (const line of await ledger.append(entries)) onLine(line);
  return outcomes;
}

function entryOf(commit: Commit, key: Uint8Array, place: { sequence: number; revision: number }, now: Date): CaseEntry {
  const { reference, agreement, organisation, requester, approver, review, disclosure, emergency } = commit.heading;
  const heading = { reference, agreement, organisation, requester, approver, review, disclosure, emergency };
  return {
    ...place,
    ...heading,
    time: now.toISOString(),
    case: commit.case,
    events: commit.events.map(({ type, by, at }) => ({ type, by, at })),
    notices: commit.notices.map(({ to, kind, about }) => ({ to, kind, about })),
    sealed: sealEvents(key, { case: commit.case, sequence: place.sequence }, commit.events),
  };
}

async function openRecord({ ledger, index, keys }: Parts, caseId: string): Promise<SharingRecord | null> {
  const heading = index.heading(caseId);
  if (heading === null) return null;
  const key = keys.find(caseId);
  if (key === null) throw new StoreError('damaged', 'The key of a record is gone.');
  const entries = await Promise.all(index.places(caseId).map((place) => ledger.read(place)));
  const events = entries.flatMap((entry) => (entry.case === null ? [] : openEvents(key, entry)));
  const submission = events.findLast((event) => event.type === 'submitted')?.submission;
  if (submission === undefined) throw new StoreError('damaged', 'The submission of a record is gone.');
  return { ...heading, submission, events };
}
