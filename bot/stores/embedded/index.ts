import { join } from 'node:path';
import type { LedgerLine } from '../../records/ledger.ts';
import type { Stores } from '../ports.ts';
import { cannotWrite } from '../storeError.ts';
import { openCaseKeys } from './caseKeys.ts';
import { openCountStore } from './countStore.ts';
import { openDraftStore } from './draftStore.ts';
import { type FileSystem, nodeFileSystem } from './fileSystem.ts';
import { openLedgerFile } from './ledgerFile.ts';
import { ledgerIndex } from './ledgerIndex.ts';
import { takeLock } from './lock.ts';
import { openOutbox } from './outboxStore.ts';
import { openPeopleStore } from './peopleStore.ts';
import { openProposalStore } from './proposalStore.ts';
import { openQuestionStore } from './questionStore.ts';
import { recordStore } from './recordStore.ts';
import { openRevisionStore } from './revisionStore.ts';
import { openSettingsStore } from './settingsStore.ts';
import { checkKey, makeStore, requireStore } from './storeId.ts';

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
}

/** Opens the store in a folder for this process alone. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Stores> {
  const { dir, recordKey, fs = nodeFileSystem } = options;
  if (options.init === true) await initEmbedded(options);
  await requireStore(fs, dir);
  const lock = await takeLock(dir);
  const closing: (() => Promise<void>)[] = [lock.release];
  const close = () => closeAll(closing);
  try {
    await checkKey(fs, dir, recordKey);
    return { ...(await openParts({ ...options, fs }, closing)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Begins a store in a folder; one that is there already is left as it is, and its key is checked. */
export async function initEmbedded(
  options: Pick<EmbeddedOptions, 'dir' | 'recordKey' | 'now' | 'fs'>,
): Promise<'made' | 'already-there'> {
  const { dir, recordKey, now, fs = nodeFileSystem } = options;
  await fs.mkdir(dir, { recursive: true, mode: 0o700 }).catch((error) => {
    throw cannotWrite('the data folder', error);
  });
  const lock = await takeLock(dir);
  try {
    const outcome = await makeStore(fs, dir, recordKey, now());
    await checkKey(fs, dir, recordKey);
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
  options: EmbeddedOptions & { fs: FileSystem },
  closing: (() => Promise<void>)[],
): Promise<Omit<Stores, 'close'>> {
  const { dir, fs, now } = options;
  const index = ledgerIndex();
  const keys = await openCaseKeys(fs, join(dir, 'keys'), options.recordKey);
  closing.push(keys.close);
  const outbox = await openOutbox(fs, dir, options.newId);
  closing.push(outbox.close);
  const onLine = (line: LedgerLine) => {
    index.add(line);
    outbox.learn(line);
  };
  const ledger = await openLedgerFile({ fs, dir, now }, onLine);
  closing.push(ledger.close);
  outbox.ready();

  const isSubmitted = (caseId: string) => index.heading(caseId) !== null;
  const stores = {
    records: recordStore({ ledger, index, keys, now, onLine }),
    drafts: await openDraftStore({ fs, folder: join(dir, 'drafts'), keys, isSubmitted }),
    people: await openPeopleStore(fs, join(dir, 'people')),
    settings: await openSettingsStore(fs, join(dir, 'settings')),
    revisions: await openRevisionStore(fs, join(dir, 'revisions')),
    proposals: await openProposalStore(fs, join(dir, 'proposals')),
    questions: await openQuestionStore({ fs, folder: join(dir, 'questions'), keys }),
    counts: await openCountStore(fs, join(dir, 'counts')),
    outbox,
  };
  closing.push(stores.counts.close);
  closing.push(stores.records.idle);
  const { drafts, people, settings, revisions, proposals, questions } = stores;
  for (const store of [drafts, people, settings, revisions, proposals, questions]) closing.push(store.idle);
  return stores;
}
