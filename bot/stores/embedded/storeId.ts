import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { cannotWrite, StoreError } from '../storeError.ts';
import { DurableFile } from './durableFile.ts';
import { type FileSystem, isMissing } from './fileSystem.ts';
import { seal, unseal } from './seal.ts';

/** Append-only files of a store. `init` makes them, so that a lost one is noticed and never begun anew. */
export const APPENDED = ['ledger', 'keys', 'outbox', 'posts', 'drafts'] as const;

const FILE = 'store.json';
const CHECK_TEXT = 'sharing-guide';

const storeIdSchema = z.strictObject({
  /** Version of the folder's layout. */
  format: z.literal(1),
  /** Random; tells one store from another. */
  id: z.uuid(),
  madeAt: z.string(),
  /** A known text sealed with the record key: proves the key without opening a case. */
  keyCheck: z.string(),
  /** The same with another key, while the case keys are being sealed with that: under way, or interrupted. */
  nextKeyCheck: z.string().optional(),
});

export type StoreId = z.infer<typeof storeIdSchema>;

/** Begins a store in a folder, which is made if need be. `already-there` leaves the store as it is. */
export async function makeStore(
  fs: FileSystem,
  dir: string,
  recordKey: Uint8Array,
  now: Date,
): Promise<'made' | 'already-there'> {
  if (await hasStoreId(fs, dir)) return 'already-there';
  const left = await leftOf(fs, dir);
  if (left !== null) {
    throw new StoreError(
      'damaged',
      `The folder has the file ${left} of a store, but no ${FILE}. Restore it from a backup.`,
    );
  }
  const id = randomUUID();
  const keyCheck = sealedFor(id, recordKey);
  try {
    for (const name of APPENDED) await (await fs.open(join(dir, name), 'a', 0o600)).close();
    await fs.syncFolder(dir);
    // Last, so that a folder with an id is a whole store.
    await idFile(fs, dir).write({ format: 1, id, madeAt: now.toISOString(), keyCheck });
  } catch (error) {
    throw cannotWrite('a new store', error);
  }
  return 'made';
}

/** Rejects with `no-store` when the folder holds no store. */
async function requireStore(fs: FileSystem, dir: string): Promise<void> {
  if (await hasStoreId(fs, dir)) return;
  throw new StoreError(
    'no-store',
    'The data folder holds no store. On a first run, make one with `npm run -s records -- init`. ' +
      'If there was one, its volume is lost or not mounted: put it back, do not make a new one.',
  );
}

/** What a store says of itself; rejects with `no-store` or `damaged`. */
export async function readStoreId(fs: FileSystem, dir: string): Promise<StoreId> {
  await requireStore(fs, dir);
  const read = storeIdSchema.safeParse(await idFile(fs, dir).read());
  if (!read.success)
    throw new StoreError('damaged', `The file ${FILE} is not what was written. Put it back from a backup.`);
  return read.data;
}

/** Rejects with `wrong-key` when the record key is not the one the store was made with. */
export function checkKey(store: StoreId, recordKey: Uint8Array): void {
  if (store.nextKeyCheck !== undefined) {
    throw new StoreError(
      'wrong-key',
      'A change of the record key was interrupted. Run `npm run -s records -- rekey` again with the same two keys.',
    );
  }
  if (opensStore(store, recordKey)) return;
  throw new StoreError('wrong-key', 'RECORD_KEY is not the key this store was made with.');
}

/** True for the key that the store was made with, or last given. */
export function opensStore({ id, keyCheck }: StoreId, recordKey: Uint8Array): boolean {
  return unseal(recordKey, keyCheck, about(id)) !== null;
}

/** What `keyCheck` is for a key. */
export function sealedFor(id: string, recordKey: Uint8Array): string {
  return seal(recordKey, CHECK_TEXT, about(id));
}

/** Replaces what a store says of itself, all or nothing. */
export async function writeStoreId(fs: FileSystem, dir: string, store: StoreId): Promise<void> {
  await idFile(fs, dir).write(store);
}

async function hasStoreId(fs: FileSystem, dir: string): Promise<boolean> {
  return (await namesIn(fs, dir)).includes(FILE);
}

/** A file of a store that was here; null when there is none. Empty ones may be left of an `init` that was cut short. */
async function leftOf(fs: FileSystem, dir: string): Promise<string | null> {
  const names = await namesIn(fs, dir);
  for (const name of APPENDED) {
    if (names.includes(name) && (await sizeOf(fs, join(dir, name))) > 0) return name;
  }
  return null;
}

async function sizeOf(fs: FileSystem, path: string): Promise<number> {
  const file = await fs.open(path, 'r');
  try {
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

async function namesIn(fs: FileSystem, dir: string): Promise<string[]> {
  try {
    return await fs.readdir(dir);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function idFile(fs: FileSystem, dir: string): DurableFile<StoreId> {
  return new DurableFile(fs, join(dir, FILE), () => fs.syncFolder(dir));
}

function about(id: string): string {
  return `store\n${id}`;
}
