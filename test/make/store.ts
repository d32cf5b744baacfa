import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileSystem } from '../../bot/stores/embedded/fileSystem.ts';
import { type EmbeddedOptions, initEmbedded, openEmbedded } from '../../bot/stores/embedded/index.ts';
import type { Stores } from '../../bot/stores/ports.ts';

/** A folder with a store, and the key to it. */
export interface StorePlace {
  readonly dir: string;
  readonly recordKey: Buffer;
  open(fs?: FileSystem, more?: Partial<EmbeddedOptions>): Promise<Stores>;
  bytes(name: string): Promise<Buffer>;
  clear(): Promise<void>;
}

/** An empty place; `init` first, or `open` does it. */
export async function aPlace(dir?: string): Promise<StorePlace> {
  const parent = await mkdtemp(join(tmpdir(), 'store-'));
  const recordKey = randomBytes(32);
  const place = dir === undefined ? join(parent, 'store') : join(parent, dir);
  return {
    dir: place,
    recordKey,
    open: (fs, more) =>
      openEmbedded({
        dir: place,
        recordKey,
        init: true,
        now: () => new Date(),
        newId: randomUUID,
        ...(fs && { fs }),
        ...more,
      }),
    bytes: (name) => readFile(join(place, name)),
    clear: () => rm(parent, { recursive: true, force: true }),
  };
}

export async function aStore(dir?: string): Promise<StorePlace> {
  const place = await aPlace(dir);
  await initEmbedded({ dir: place.dir, recordKey: place.recordKey, now: () => new Date() });
  return place;
}

/** Every file below a folder. */
export async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
