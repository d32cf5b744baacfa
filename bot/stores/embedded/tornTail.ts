import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { HouseEntry } from '../../records/ledger.ts';
import { type FileSystem, writeAll } from './fileSystem.ts';

/** What a `torn-tail` commit says about the bytes that were set aside. */
export interface TornTail {
  readonly length: number;
  /** SHA-256 of the bytes, hex; also the name of their file in `torn/`. */
  readonly hash: string;
}

/** Keeps a cut last line in `torn/`, on the disk before the ledger is shortened. Doing it twice does no harm. */
export async function keepTornTail(fs: FileSystem, dir: string, tail: Buffer): Promise<void> {
  const hash = createHash('sha256').update(tail).digest('hex');
  const folder = join(dir, 'torn');
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await fs.open(join(folder, hash), 'w', 0o600);
  try {
    await writeAll(file, tail, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await fs.syncFolder(folder);
  await fs.syncFolder(dir);
}

/** Tails that were kept but that the ledger does not speak of yet; the process may have died between the two. */
export async function unrecordedTails(fs: FileSystem, dir: string, recorded: ReadonlySet<string>): Promise<TornTail[]> {
  const folder = join(dir, 'torn');
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  // What somebody else put there is none of them, and the ledger must not speak of it.
  const names = (await fs.readdir(folder)).filter((name) => isHash(name) && !recorded.has(name)).sort();
  return Promise.all(names.map(async (hash) => ({ hash, length: (await fs.readFile(join(folder, hash))).length })));
}

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

/** The commit that records a torn tail. */
export function tornTailEntry(tail: TornTail, sequence: number, now: Date): HouseEntry {
  return { sequence, time: now.toISOString(), case: null, type: TORN_TAIL, facts: { ...tail } };
}

export const TORN_TAIL = 'torn-tail';
