import { join } from 'node:path';
import { type LedgerHead, type LedgerLine, type Walked, walkLedger } from '../../records/ledger.ts';
import type { Verified } from '../ports.ts';
import { openExisting, piecesOf } from './appendFile.ts';
import { isKeyLine, openCaseKey } from './caseKeys.ts';
import { type FileSystem, nodeFileSystem } from './fileSystem.ts';
import { readJsonLines } from './jsonLines.ts';
import { checkKey, requireStore } from './storeId.ts';
import { type LineCheck, verdictOf } from './verdict.ts';

/** How often a break is looked at again: beside a running bot it may be a line that is just being written. */
const LOOKS = 3;
const LOOK_AGAIN_AFTER_MS = 200;

/**
 * Proves the ledger without the lock, so also beside a running bot, and without the key. With `recordKey` the key of
 * every case must open too; with `kept`, the head noted down earlier must still be in its place.
 */
export async function verifyEmbedded(options: {
  readonly dir: string;
  readonly recordKey?: Uint8Array;
  readonly kept?: LedgerHead;
  readonly fs?: FileSystem;
}): Promise<Verified> {
  const { dir, recordKey, kept = null, fs = nodeFileSystem } = options;
  await requireStore(fs, dir);
  if (recordKey !== undefined) await checkKey(fs, dir, recordKey);
  for (let look = 1; ; look++) {
    const check = recordKey === undefined ? undefined : await caseKeyCheck(fs, dir, recordKey);
    const verdict = await verdictOf((onLine) => walkFile(fs, dir, onLine), kept, check);
    if (verdict.kind === 'whole' || look === LOOKS) return verdict;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_AFTER_MS));
  }
}

async function walkFile(fs: FileSystem, dir: string, onLine: (line: LedgerLine) => void): Promise<Walked> {
  const walking = walkLedger(onLine);
  await eachPiece(fs, join(dir, 'ledger'), 'the ledger', async (pieces) => {
    for await (const piece of pieces) walking.push(piece);
  });
  return walking.end();
}

/** Every case of the ledger must have a key, and every key must open. */
async function caseKeyCheck(fs: FileSystem, dir: string, recordKey: Uint8Array): Promise<LineCheck> {
  const opens = new Map<string, boolean>();
  await eachPiece(fs, join(dir, 'keys'), 'the keys', async (pieces) => {
    await readJsonLines(pieces, 'the keys', isKeyLine, (line) => {
      opens.set(line.case, openCaseKey(recordKey, line) !== null);
    });
  });
  return ({ entry }) => {
    if (entry.case === null || opens.get(entry.case) === true) return null;
    return opens.has(entry.case) ? 'sealed: the key of its case does not open' : 'sealed: the key of its case is gone';
  };
}

async function eachPiece(
  fs: FileSystem,
  path: string,
  name: string,
  read: (pieces: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const file = await openExisting(fs, path, 'r', name);
  try {
    await read(piecesOf(file, (await file.stat()).size, name));
  } finally {
    await file.close();
  }
}
