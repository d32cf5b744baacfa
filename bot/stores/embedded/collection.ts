import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { cannotWrite, StoreError } from '../storeError.ts';
import { DurableFile, TEMPORARY } from './durableFile.ts';
import type { FileSystem } from './fileSystem.ts';
import { groupCommit } from './groupCommit.ts';

/** What `change` does with a document: a new text, `null` to remove it, or nothing. */
export type Change<T> = { readonly next: T | null } | 'leave';

/** A folder of small documents, each a file of its own, all in memory. */
export interface Collection<T> {
  /** What is on the disk; a write under way does not show. */
  get(id: string): T | null;
  all(): T[];
  /** Read-change-write, one at a time for each document. Rejects for its own write only, and then nothing has changed. */
  change(id: string, decide: (current: T | null) => Change<T>): Promise<void>;
  /** Resolves when no write is under way. */
  idle(): Promise<void>;
}

interface Document<T> {
  readonly low: Low<T | null>;
  readonly file: DurableFile<T | null>;
  saved: T | null;
  waiting: number;
  turn: Promise<void>;
}

/** Opens a folder; `idOf` tells a document's id, by which a file that was renamed or damaged is noticed. */
export async function openCollection<T>(
  fs: FileSystem,
  folder: string,
  idOf: (document: T) => unknown,
): Promise<Collection<T>> {
  const documents = new Map<string, Document<T>>();
  const folderSync = groupCommit<null, null>(async (jobs) => {
    await fs.syncFolder(folder);
    return [...jobs];
  });

  function documentOf(id: string): Document<T> {
    const found = documents.get(id);
    if (found !== undefined) return found;
    const file = new DurableFile<T | null>(fs, join(folder, fileName(id)), async () => {
      await folderSync.add(null);
    });
    const fresh = { low: new Low<T | null>(file, null), file, saved: null, waiting: 0, turn: Promise.resolve() };
    documents.set(id, fresh);
    return fresh;
  }

  async function load(name: string) {
    const value = await new DurableFile<T>(fs, join(folder, name), async () => undefined).read();
    const id = typeof value === 'object' && value !== null ? idOf(value) : null;
    if (typeof id !== 'string' || fileName(id) !== name) {
      throw new StoreError('damaged', `The file ${name} is not what was written.`);
    }
    const document = documentOf(id);
    document.saved = value;
    document.low.data = value;
  }

  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await fs.readdir(folder)) {
    if (name.startsWith(TEMPORARY)) await fs.unlink(join(folder, name));
    else if (name.endsWith('.json')) await load(name);
  }

  return {
    get: (id) => documents.get(id)?.saved ?? null,
    all: () => [...documents.values()].flatMap(({ saved }) => (saved === null ? [] : [saved])),
    async change(id, decide) {
      const document = documentOf(id);
      document.waiting += 1;
      const mine = document.turn.then(() => write(document, decide(document.saved)));
      document.turn = mine.catch(() => undefined);
      try {
        await mine;
      } finally {
        document.waiting -= 1;
        if (document.waiting === 0 && document.saved === null) documents.delete(id);
      }
    },
    idle: async () => {
      await Promise.all([...documents.values()].map(({ turn }) => turn));
    },
  };
}

async function write<T>(document: Document<T>, change: Change<T>) {
  if (change === 'leave') return;
  try {
    await put(document, change.next);
    document.saved = change.next;
  } catch (error) {
    // What failed must not be written by the next good write, nor be found at the next start.
    if (document.file.isUncertain) await put(document, document.saved).catch(() => undefined);
    document.low.data = document.saved;
    throw cannotWrite('a document', error);
  }
}

async function put<T>({ low, file }: Document<T>, value: T | null) {
  low.data = value;
  if (value === null) await file.remove();
  else await low.write();
}

/** Ids may be a stranger's: plain ones are used as they are, others by their hash, which no plain one can equal. */
function fileName(id: string): string {
  const isPlain = /^[a-z0-9-]{1,64}$/.test(id);
  return `${isPlain ? id : `~${createHash('sha256').update(id).digest('hex')}`}.json`;
}
