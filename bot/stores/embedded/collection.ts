import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { Low } from 'lowdb';
import type { z } from 'zod';
import { cannotWrite, StoreError } from '../storeError.ts';
import { DurableFile, TEMPORARY } from './durableFile.ts';
import type { FileSystem } from './fileSystem.ts';
import { groupCommit } from './groupCommit.ts';
import type { Damaged, Spare } from './setAside.ts';

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

/** What the documents of a folder are. */
interface Kind<T> {
  /** By which a file that was renamed is noticed. */
  readonly idOf: (document: T) => unknown;
  readonly shape: z.ZodType;
  /** False where what is sealed in it does not open. */
  readonly opens?: (document: T) => boolean;
  /** Where the bot can do without one: takes what is not as it was written. Otherwise opening rejects with `damaged`. */
  readonly spare?: { readonly ownerOf: (document: T) => unknown; readonly take: (damaged: Damaged) => void };
}

/** Opens a folder. */
export async function openCollection<T>(fs: FileSystem, folder: string, kind: Kind<T>): Promise<Collection<T>> {
  const { idOf, shape, opens = () => true, spare } = kind;
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
    const value = parsed(await fs.readFile(join(folder, name)));
    const isWhole = shape.safeParse(value).success && fileName(String(idOf(value as T))) === name;
    if (!isWhole || !opens(value as T)) return damaged(name, value);
    const id = String(idOf(value as T));
    const document = documentOf(id);
    document.saved = value as T;
    document.low.data = value as T;
  }

  function damaged(file: string, value: unknown): void {
    const place = basename(folder);
    if (!spare) {
      throw new StoreError(
        'damaged',
        `The file ${place}/${file} is not what was written, and the bot cannot do without it. Put it back from a backup.`,
      );
    }
    const owner = typeof value === 'object' && value !== null ? spare.ownerOf(value as T) : null;
    spare.take({ folder: place as Spare, file, owner });
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

/** Undefined where it is no JSON. The parser's own message quotes the text, so it is not passed on. */
function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** Ids may be a stranger's: plain ones are used as they are, others by their hash, which no plain one can equal. */
function fileName(id: string): string {
  const isPlain = /^[a-z0-9-]{1,64}$/.test(id);
  return `${isPlain ? id : `~${createHash('sha256').update(id).digest('hex')}`}.json`;
}
