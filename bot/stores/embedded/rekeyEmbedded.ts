import { join } from 'node:path';
import { cannotWrite, StoreError } from '../storeError.ts';
import { openExisting, piecesOf } from './appendFile.ts';
import { isKeyLine, type KeyLine, openCaseKey, sealCaseKey } from './caseKeys.ts';
import { type FileSystem, nodeFileSystem } from './fileSystem.ts';
import { inWords } from './inWords.ts';
import { readJsonLines } from './jsonLines.ts';
import { takeLock } from './lock.ts';
import { replaceFile } from './replaceFile.ts';
import { readSnapshot, type SnapshotPlace, writeSnapshot } from './snapshot.ts';
import { opensStore, readStoreId, type StoreId, sealedFor, writeStoreId } from './storeId.ts';

export type Rekeyed =
  /** `caseKeys` were sealed anew; those that an interrupted change had done already are not counted. */
  { readonly kind: 'rekeyed'; readonly caseKeys: number } | { readonly kind: 'already-rekeyed' };

/**
 * Seals every case key with another record key; no record is written anew. The store's id file says first that a change
 * is under way, so that after a crash the store opens with neither key until this was done again; all is checked before
 * anything is written.
 */
export const rekeyEmbedded = (options: Options): Promise<Rekeyed> => inWords(rekey(options));

interface Options {
  readonly dir: string;
  readonly recordKey: Uint8Array;
  readonly oldKey: Uint8Array;
  readonly fs?: FileSystem;
}

async function rekey(options: Options): Promise<Rekeyed> {
  const { dir, recordKey, oldKey, fs = nodeFileSystem } = options;
  await readStoreId(fs, dir);
  const lock = await takeLock(dir);
  try {
    const store = await readStoreId(fs, dir);
    if (store.nextKeyCheck === undefined && opensStore(store, recordKey)) return { kind: 'already-rekeyed' };
    if (!opensStore(store, oldKey)) {
      throw new StoreError('wrong-key', 'RECORD_KEY_OLD is not the key this store was made with; nothing was changed.');
    }
    const { lines, caseKeys } = await sealedAnew(fs, dir, oldKey, recordKey);
    await write(fs, dir, store, sealedFor(store.id, recordKey), lines);
    await keepSnapshot({ fs, dir, store: store.id }, oldKey, recordKey);
    return { kind: 'rekeyed', caseKeys };
  } finally {
    await lock.release();
  }
}

async function write(fs: FileSystem, dir: string, store: StoreId, keyCheck: string, lines: readonly string[]) {
  const { nextKeyCheck: _former, ...settled } = store;
  try {
    await writeStoreId(fs, dir, { ...settled, nextKeyCheck: keyCheck });
    await replaceFile(fs, join(dir, 'keys'), [Buffer.from(lines.join(''))]);
    await writeStoreId(fs, dir, { ...settled, keyCheck });
  } catch (error) {
    throw cannotWrite('the keys', error);
  }
}

/** It goes on as a witness, and makes the next start quick. Should the disk refuse, the ledger is read instead. */
async function keepSnapshot(place: Omit<SnapshotPlace, 'recordKey'>, oldKey: Uint8Array, recordKey: Uint8Array) {
  const copy = await readSnapshot({ ...place, recordKey: oldKey });
  if (copy !== null) await writeSnapshot({ ...place, recordKey }, copy).catch(() => undefined);
}

async function sealedAnew(fs: FileSystem, dir: string, oldKey: Uint8Array, recordKey: Uint8Array) {
  const found = await keyLines(fs, dir);
  let caseKeys = 0;
  const lines = found.map((line) => {
    const key = openCaseKey(oldKey, line);
    if (key !== null) caseKeys += 1;
    else if (openCaseKey(recordKey, line) === null) {
      throw new StoreError('damaged', `The key of case ${line.case} opens with neither key; nothing was changed.`);
    }
    return `${JSON.stringify(key === null ? line : sealCaseKey(recordKey, line.case, key))}\n`;
  });
  return { lines, caseKeys };
}

async function keyLines(fs: FileSystem, dir: string): Promise<KeyLine[]> {
  const lines: KeyLine[] = [];
  const file = await openExisting(fs, join(dir, 'keys'), 'r', 'the keys');
  try {
    const pieces = piecesOf(file, (await file.stat()).size, 'the keys');
    await readJsonLines(pieces, 'the keys', isKeyLine, (line) => lines.push(line));
  } finally {
    await file.close();
  }
  return lines;
}
