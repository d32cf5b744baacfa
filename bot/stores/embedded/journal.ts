import type { Change, Collection } from './collection.ts';
import { openCompactLines } from './compactLines.ts';
import { type FileSystem, readIfThere } from './fileSystem.ts';
import { replaceFile } from './replaceFile.ts';

interface Place<T> {
  readonly fs: FileSystem;
  readonly path: string;
  /** For messages. */
  readonly name: string;
  readonly isDocument: (value: unknown) => value is T;
  /** Told of each line that cannot be read and is set aside: the document in it, as far as it still is one. */
  readonly onUnread?: (document: unknown) => void;
}

/** A document as it is now, or the id of one that has gone. */
type Line<T> = { readonly put: T } | { readonly gone: string };

/** Former texts, and documents that have gone, are off the disk after so long. */
const forgetMs = 3_600_000;

/**
 * A collection for documents that change all the time: one file that grows by a line a change, so that people who save
 * at once share one fsync, and that is written anew without what nobody needs any more (ADR 7).
 */
export async function openJournal<T extends { readonly id: string }>(
  place: Place<T>,
): Promise<Collection<T> & { close(): Promise<void> }> {
  const documents = new Map<string, T>();
  const turns = new Map<string, Promise<void>>();
  const unread: string[] = [];
  let timer: NodeJS.Timeout | null = null;

  const file = await openCompactLines<Line<T>>({
    ...place,
    isLine: (value) => isLine(value, place.isDocument),
    take,
    unread: (text) => unread.push(text),
    fewest: () => ({ count: documents.size, lines: () => [...documents.values()].map((put) => ({ put })) }),
  });

  function take(line: Line<T>): void {
    const id = 'put' in line ? line.put.id : line.gone;
    if (documents.has(id)) forgetSoon();
    if ('put' in line) documents.set(id, line.put);
    else documents.delete(id);
  }

  function forgetSoon(): void {
    timer ??= setTimeout(forget, forgetMs).unref();
  }

  /** What the disk refuses is tried again with the next change. */
  async function forget(): Promise<void> {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    await file.compact().catch(() => undefined);
  }

  async function write(id: string, decide: (current: T | null) => Change<T>): Promise<void> {
    const change = decide(documents.get(id) ?? null);
    if (change === 'leave') return;
    await file.add(change.next === null ? { gone: id } : { put: change.next });
  }

  if (unread.length > 0) {
    await setAside(place, unread);
    await file.compact();
    for (const text of unread) place.onUnread?.(documentIn(text));
  }

  return {
    get: (id) => documents.get(id) ?? null,
    all: () => [...documents.values()],
    async change(id, decide) {
      const mine = (turns.get(id) ?? Promise.resolve()).then(() => write(id, decide));
      const settled = mine.catch(() => undefined);
      turns.set(id, settled);
      try {
        await mine;
      } finally {
        if (turns.get(id) === settled) turns.delete(id);
      }
    },
    idle: async () => {
      await Promise.all(turns.values());
    },
    async close() {
      await Promise.all(turns.values());
      await forget();
      await file.close();
    },
  };
}

function isLine<T>(value: unknown, isDocument: (value: unknown) => value is T): value is Line<T> {
  if (typeof value !== 'object' || value === null) return false;
  return 'put' in value ? isDocument(value.put) : 'gone' in value && typeof value.gone === 'string';
}

function documentIn(text: string): unknown {
  try {
    return JSON.parse(text)?.put;
  } catch {
    return undefined;
  }
}

/** What cannot be read is kept as it is, beside the file: one damaged line must not keep everybody out. */
async function setAside({ fs, path }: { fs: FileSystem; path: string }, texts: readonly string[]): Promise<void> {
  const before = await readIfThere(fs, `${path}.damaged`);
  const now = Buffer.from(texts.map((text) => `${text}\n`).join(''));
  await replaceFile(fs, `${path}.damaged`, before === null ? [now] : [before, now]);
}
