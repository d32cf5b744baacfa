import { join } from 'node:path';
import {
  type CaseEntry,
  type LedgerHead,
  type LedgerLine,
  type Walked,
  type WalkOptions,
  walkLedger,
} from '../../records/ledger.ts';
import type { Verified } from '../ports.ts';
import { openExisting, piecesOf } from './appendFile.ts';
import { isKeyLine, openCaseKey } from './caseKeys.ts';
import { type FileSystem, nodeFileSystem, type OpenFile } from './fileSystem.ts';
import { inWords } from './inWords.ts';
import { readJsonLines } from './jsonLines.ts';
import { opens } from './sealedEvents.ts';
import { snapshotHead } from './snapshot.ts';
import { checkKey, readStoreId } from './storeId.ts';
import { type Checks, verdictOf } from './verdict.ts';

/** How often a break is looked at again: beside a running bot it may be a line that is just being written. */
const LOOKS = 3;
const LOOK_AGAIN_AFTER_MS = 200;

/**
 * Proves the ledger without the lock, so also beside a running bot, and without the key: every case must have its key.
 * With `recordKey` that must open too; with `kept`, the head noted down earlier must still be in its place, as must the
 * one at which the last snapshot was taken.
 */
export const verifyEmbedded = (options: Options): Promise<Verified> => inWords(verify(options));

interface Options {
  readonly dir: string;
  readonly recordKey?: Uint8Array;
  readonly kept?: LedgerHead;
  readonly fs?: FileSystem;
}

async function verify(options: Options): Promise<Verified> {
  const { dir, recordKey = null, kept, fs = nodeFileSystem } = options;
  const store = await readStoreId(fs, dir);
  if (recordKey !== null) checkKey(store, recordKey);
  for (let look = 1; ; look++) {
    // The size first: a bot that runs writes a case's key before its line, so that none can be missing up to there.
    const witness = await snapshotHead({ fs, dir, store: store.id, recordKey });
    const size = await sizeOfLedger(fs, dir);
    const check = await caseKeyCheck(fs, dir, recordKey);
    const walk = { store: store.id, kept: [kept, witness].filter((one) => one != null) };
    const verdict = await verdictOf((onLine) => walkFile(fs, dir, size, onLine, walk), check);
    if (verdict.kind === 'whole' || look === LOOKS) return verdict;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_AFTER_MS));
  }
}

function sizeOfLedger(fs: FileSystem, dir: string): Promise<number> {
  return withFile(fs, dir, 'ledger', async (file) => (await file.stat()).size);
}

function walkFile(
  fs: FileSystem,
  dir: string,
  size: number,
  onLine: (line: LedgerLine) => void,
  options: WalkOptions,
): Promise<Walked> {
  const walking = walkLedger(onLine, options);
  return withFile(fs, dir, 'ledger', async (file, name) => {
    for await (const piece of piecesOf(file, size, name)) walking.push(piece);
    return walking.end();
  });
}

/**
 * Every case of the ledger must have a key, and with the record key that must open, and open every event of the case:
 * what was moved to another case or place is found also where all was hashed anew. One that was disposed of must have
 * none; where it has, the disposal is not finished.
 */
async function caseKeyCheck(fs: FileSystem, dir: string, recordKey: Uint8Array | null): Promise<Checks> {
  /** Null: it does not open. */
  const keys = new Map<string, Uint8Array | 'not-tried' | null>();
  await withFile(fs, dir, 'keys', async (file, name) => {
    await readJsonLines(piecesOf(file, (await file.stat()).size, name), name, isKeyLine, (line) => {
      keys.set(line.case, recordKey === null ? 'not-tried' : openCaseKey(recordKey, line));
    });
  });
  /** First events of cases that do not open, in the order of the ledger. */
  const wrong = new Map<string, { readonly sequence: number; readonly reason: string }>();
  const unfinished: string[] = [];
  return {
    line({ entry, sequence }) {
      if (entry.case === null) return;
      if (entry.disposedAt !== null) {
        wrong.delete(entry.case);
        if (keys.has(entry.case)) unfinished.push(entry.reference);
        return;
      }
      const reason = sealedReason(keys.get(entry.case), entry);
      if (reason !== null && !wrong.has(entry.case)) wrong.set(entry.case, { sequence, reason });
    },
    wrong: () => wrong.values().next().value ?? null,
    unfinished: () => unfinished,
  };
}

function sealedReason(key: Uint8Array | 'not-tried' | null | undefined, entry: CaseEntry): string | null {
  if (key === undefined) return 'sealed: the key of its case is gone';
  if (key === null) return 'sealed: the key of its case does not open';
  return key === 'not-tried' || opens(key, entry) ? null : 'sealed: what is sealed in it was not sealed for this place';
}

async function withFile<T>(
  fs: FileSystem,
  dir: string,
  file: 'ledger' | 'keys',
  read: (file: OpenFile, name: string) => Promise<T>,
): Promise<T> {
  const name = `the ${file}`;
  const open = await openExisting(fs, join(dir, file), 'r', name);
  try {
    return await read(open, name);
  } finally {
    await open.close();
  }
}
