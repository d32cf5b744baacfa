import { join } from 'node:path';
import type { LedgerLine } from '../../records/ledger.ts';
import type { Stores, Verified } from '../ports.ts';
import { cannotWrite } from '../storeError.ts';
import { openCaseKeys } from './caseKeys.ts';
import { openCountStore } from './countStore.ts';
import { finishDisposals } from './disposals.ts';
import { openDraftStore } from './draftStore.ts';
import { type FileSystem, nodeFileSystem } from './fileSystem.ts';
import { inWords } from './inWords.ts';
import { type LedgerFile, openLedgerFile } from './ledgerFile.ts';
import { ledgerIndex } from './ledgerIndex.ts';
import { takeLock } from './lock.ts';
import { openOutbox } from './outboxStore.ts';
import { openPeopleStore } from './peopleStore.ts';
import { openProposalStore } from './proposalStore.ts';
import { openQuestionStore } from './questionStore.ts';
import { recordStore } from './recordStore.ts';
import { openRevisionStore } from './revisionStore.ts';
import { type Damaged, setAside } from './setAside.ts';
import { openSettingsStore } from './settingsStore.ts';
import { readSnapshot } from './snapshot.ts';
import { keepSnapshots } from './snapshots.ts';
import { checkKey, makeStore, readStoreId } from './storeId.ts';
import { reasonOf, verdictOf } from './verdict.ts';

export { type Rekeyed, rekeyEmbedded } from './rekeyEmbedded.ts';
export { verifyEmbedded } from './verifyEmbedded.ts';

export interface EmbeddedOptions {
  readonly dir: string;
  /** 32 bytes. */
  readonly recordKey: Uint8Array;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Makes the store when the folder holds none yet: for the demo, samples and local mode. */
  readonly init?: boolean;
  readonly fs?: FileSystem;
  /** Fewer lines than `from` are read and proven whole at each start, which takes a moment; more from a snapshot, which
   * is taken after `every` lines. */
  readonly snapshots?: { readonly from: number; readonly every: number };
  /** Told of a ledger that is broken, at the start; after a start from a snapshot, once, what a proof of the whole of it
   * in the background found. */
  readonly onProven?: (verdict: Verified) => void;
  /** Told of each file that could not be read and was moved beside, e.g. `questions/6f1c….json`. */
  readonly onSetAside?: (file: string) => void;
}

const SNAPSHOTS = { from: 5_000, every: 10_000 };

/** Opens the store in a folder for this process alone. */
export const openEmbedded = (options: EmbeddedOptions): Promise<Stores> => inWords(open(options));

/** Begins a store in a folder; one that is there already is left as it is, and its key is checked. */
export const initEmbedded = (options: InitOptions): Promise<'made' | 'already-there'> => inWords(init(options));

type InitOptions = Pick<EmbeddedOptions, 'dir' | 'recordKey' | 'now' | 'fs'>;

async function open(options: EmbeddedOptions): Promise<Stores> {
  const { dir, recordKey, fs = nodeFileSystem } = options;
  if (options.init === true) await init(options);
  await readStoreId(fs, dir);
  const lock = await takeLock(dir);
  const closing: (() => Promise<void>)[] = [lock.release];
  const close = () => closeAll(closing);
  try {
    // Once more: it may just have been given another key.
    const store = await readStoreId(fs, dir);
    checkKey(store, recordKey);
    return { ...(await openParts({ ...options, fs, store: store.id }, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function init(options: InitOptions): Promise<'made' | 'already-there'> {
  const { dir, recordKey, now, fs = nodeFileSystem } = options;
  await fs.mkdir(dir, { recursive: true, mode: 0o700 }).catch((error) => {
    throw cannotWrite('the data folder', error);
  });
  const lock = await takeLock(dir);
  try {
    const outcome = await makeStore(fs, dir, recordKey, now());
    checkKey(await readStoreId(fs, dir), recordKey);
    return outcome;
  } finally {
    await lock.release();
  }
}

/** Closes all, also when one fails: the lock, which was first, must be given back in any case. */
async function closeAll(closing: (() => Promise<void>)[]): Promise<void> {
  const step = closing.pop();
  if (step === undefined) return;
  try {
    await step();
  } finally {
    await closeAll(closing);
  }
}

/** What is opened puts its own closing on `closing`; it is closed in the opposite order. */
async function openParts(
  options: EmbeddedOptions & { fs: FileSystem; store: string },
  closing: (() => Promise<void>)[],
): Promise<Omit<Stores, 'close'>> {
  const { dir, fs, now, store } = options;
  const { from, every } = options.snapshots ?? SNAPSHOTS;
  const index = ledgerIndex();
  const keys = await openCaseKeys(fs, join(dir, 'keys'), options.recordKey);
  closing.push(keys.close);
  const outbox = await openOutbox({ fs, dir, now, newId: options.newId });
  closing.push(outbox.close);
  const onLine = (line: LedgerLine) => {
    index.add(line);
    outbox.learn(line);
  };
  const place = { fs, dir, store, recordKey: options.recordKey };
  const copy = await readSnapshot(place);
  const isWorthIt = (copy?.head.sequence ?? 0) >= from;
  const snapshot = copy && { copy, isEnough: isWorthIt && outbox.upTo >= copy.head.sequence };
  const ledger = await openLedgerFile({ fs, dir, now, store, index, snapshot }, onLine);
  closing.push(ledger.close);
  await outbox.ready(ledger.head.sequence);
  const taken = ledger.isUnproven ? (copy?.head.sequence ?? 0) : 0;
  const keeper = keepSnapshots({ ...place, index, ledger, outbox, taken, every });
  closing.push(keeper.close);

  const damaged: Damaged[] = [];
  const onDamaged = (one: Damaged) => void damaged.push(one);
  const isSubmitted = (caseId: string) => index.heading(caseId) !== null;
  const drafts = await openDraftStore({ fs, path: join(dir, 'drafts'), keys, isSubmitted, onDamaged });
  closing.push(drafts.close);
  const stores = {
    records: {
      ...recordStore({ ledger, index, keys, now, onLine, onBatch: keeper.note }),
      finishDisposals: () => finishDisposals({ index, keys, drafts, outbox }),
    },
    drafts,
    people: await openPeopleStore(fs, join(dir, 'people')),
    settings: await openSettingsStore(fs, join(dir, 'settings')),
    revisions: await openRevisionStore(fs, join(dir, 'revisions')),
    proposals: await openProposalStore(fs, join(dir, 'proposals'), onDamaged),
    questions: await openQuestionStore({ fs, folder: join(dir, 'questions'), keys, onDamaged }),
    counts: await openCountStore(fs, join(dir, 'counts'), onDamaged),
    outbox,
  };
  closing.push(stores.counts.close);
  closing.push(stores.records.idle);
  const { people, settings, revisions, proposals, questions } = stores;
  for (const store of [people, settings, revisions, proposals, questions]) closing.push(store.idle);
  await setAside({ fs, dir, people, outbox, onSetAside: options.onSetAside }, damaged);
  let isClosing = false;
  closing.push(async () => {
    isClosing = true;
  });
  if (!ledger.isUnproven && ledger.broken !== null) {
    options.onProven?.({ kind: 'broken', sequence: ledger.broken.sequence, reason: reasonOf(ledger.broken) });
  }
  if (ledger.isUnproven) void proveBehind(ledger, keeper.drop, (verdict) => isClosing || options.onProven?.(verdict));
  return stores;
}

/** Proves the whole ledger while people work. */
async function proveBehind(
  ledger: LedgerFile,
  dropSnapshot: () => Promise<void>,
  onProven: EmbeddedOptions['onProven'],
): Promise<void> {
  const walked = await ledger.prove();
  if (walked === null) return;
  // The next start must see the break before it opens the doors.
  if (walked.broken !== null) await dropSnapshot();
  onProven?.(await verdictOf(async () => walked));
}
