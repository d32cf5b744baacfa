import { join } from 'node:path';
import { z } from 'zod';
import { type LedgerLine, noticeSchema } from '../../records/ledger.ts';
import type { OutboxStore } from '../ports.ts';
import { openCompactLines } from './compactLines.ts';
import type { FileSystem } from './fileSystem.ts';
import { givenUpNotices, pendingNotices } from './pendingNotices.ts';
import { openPosts } from './postsFile.ts';

/** Lines of earlier versions do not have all of it. */
const kept = noticeSchema.extend({ id: z.string(), at: z.string().default(new Date(0).toISOString()) });
const place = z.number().default(0);

/** What stands in the file: ids, kinds and instants, never content. */
const lineSchema = z.union([
  /** First line of a file that was written anew: of the commits up to this one nothing is owed but what follows. */
  z.strictObject({ upTo: z.number().int() }),
  z.strictObject({ added: kept, place }),
  z.strictObject({ settled: z.string(), outcome: z.enum(['sent', 'otherwise', 'not-delivered']) }),
  z.strictObject({ givenUp: kept.extend({ since: z.string(), why: z.string() }) }),
  /** Given up before, and owed again. */
  z.strictObject({ again: z.string(), place }),
]);
type Line = z.infer<typeof lineSchema>;

export interface Outbox extends OutboxStore {
  /** It knows what was owed up to this commit: of the ledger it needs the lines after it, and may be told all. */
  readonly upTo: number;
  /** Takes the notices of a ledger line; for each line, in order. */
  learn(line: LedgerLine): void;
  /** After the last line of the ledger at the start; `head` is its sequence number. */
  ready(head: number): Promise<void>;
  /** Writes its file anew, so that `upTo` is the last commit: before a snapshot of the ledger. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

interface Room {
  readonly fs: FileSystem;
  readonly dir: string;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** Opens the outbox; pending = the ledger's notices and the added ones, less the settled and those given up. */
export async function openOutbox({ fs, dir, newId, now }: Room): Promise<Outbox> {
  const pending = pendingNotices();
  const givenUp = givenUpNotices();
  /** Of notices that the ledger has not told yet: they are over, or stand elsewhere. Empty once it was read. */
  const early = new Set<string>();
  let isReading = true;
  let upTo = 0;
  let learned = 0;
  const placeNow = () => learned + 0.5;

  /** The one place where something changes, for lines that were found and for those that are added. */
  function take(line: Line): void {
    if ('upTo' in line) {
      upTo = line.upTo;
      learned = line.upTo;
    } else if ('added' in line) pending.put({ notice: line.added, place: line.place });
    else if ('settled' in line) {
      if (!givenUp.remove(line.settled)) takeAway(line.settled);
    } else if ('givenUp' in line) {
      takeAway(line.givenUp.id);
      givenUp.put(line.givenUp);
    } else takeBack(line.again, line.place);
  }

  function takeAway(id: string): void {
    if (!pending.remove(id) && isReading) early.add(id);
  }

  function takeBack(id: string, place: number): void {
    const found = givenUp.remove(id);
    if (!found) return;
    const { since: _since, why: _why, ...notice } = found;
    pending.put({ notice, place });
  }

  function* fewest(): Generator<Line> {
    // Taken at one instant: the ledger goes on while the file is written.
    const [all, lost, last] = [pending.all(), givenUp.all(), learned];
    yield { upTo: last };
    for (const { notice, place } of all) yield { added: notice, place };
    for (const one of lost) yield { givenUp: one };
  }

  const file = await openCompactLines<Line>({
    fs,
    path: join(dir, 'outbox'),
    name: 'the outbox',
    isLine: (value): value is Line => lineSchema.safeParse(value).success,
    take,
    fewest: () => ({ count: 1 + pending.count + givenUp.count, lines: fewest }),
  });
  const posts = await openPosts(fs, dir).catch(async (error) => {
    await file.close();
    throw error;
  });

  return {
    ...posts,
    get upTo() {
      return upTo;
    },
    pending: async () => pending.all().map(({ notice }) => notice),
    peopleOwed: async () => pending.people(),
    next: async (person) => pending.first(person),
    async add(notices) {
      const at = now().toISOString();
      await Promise.all(
        notices.map(({ to, kind, about }) =>
          file.add({ added: { id: newId(), to, kind, about, at }, place: placeNow() }),
        ),
      );
    },
    async settle(id, outcome, why = '') {
      const owed = pending.get(id)?.notice;
      const found = owed ?? givenUp.get(id);
      if (!found) return;
      const like = givenUp.like(found);
      if (outcome === 'not-delivered' && !like)
        await file.add({ givenUp: { ...found, since: now().toISOString(), why } });
      else if (outcome !== 'not-delivered' || owed) await file.add({ settled: id, outcome });
      // Given up before, but now the person has been shown the same.
      if (outcome === 'sent' && like && like.id !== id) await file.add({ settled: like.id, outcome });
    },
    notDelivered: async () => givenUp.all(),
    async again(id) {
      if (!givenUp.get(id)) return false;
      await file.add({ again: id, place: placeNow() });
      return true;
    },
    learn({ entry, sequence }) {
      learned = Math.max(learned, sequence);
      if (sequence <= upTo) return;
      for (const [at, notice] of (entry.notices ?? []).entries()) {
        const id = `${sequence}.${at}`;
        if (!early.delete(id)) pending.put({ notice: { id, ...notice, at: entry.time }, place: sequence });
      }
    },
    async ready(head) {
      isReading = false;
      // The ledger is shorter than it was: its next commits have numbers that were used before.
      const isShortened = early.size > 0 || upTo > head;
      early.clear();
      upTo = Math.min(upTo, head);
      learned = head;
      pending.sort();
      // Should the disk refuse, nothing else can be written either.
      if (isShortened) await file.compact().catch(() => undefined);
    },
    async compact() {
      const last = learned;
      await file.compact();
      upTo = Math.max(upTo, last);
    },
    async close() {
      await file.close();
      await posts.close();
    },
  };
}
