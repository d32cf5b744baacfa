import { join } from 'node:path';
import { z } from 'zod';
import { type LedgerLine, noticeSchema } from '../../records/ledger.ts';
import type { OutboxStore, PendingNotice, Post } from '../ports.ts';
import type { FileSystem } from './fileSystem.ts';
import { openJsonLines } from './jsonLines.ts';

const settledSchema = z.strictObject({ settled: z.string(), outcome: z.enum(['sent', 'not-delivered']) });
const addedSchema = z.strictObject({ added: noticeSchema.extend({ id: z.string() }) });
const outboxLineSchema = z.union([settledSchema, addedSchema]);
const postSchema = z.strictObject({ case: z.string(), person: z.string(), activityId: z.string() });

export interface Outbox extends OutboxStore {
  /** Takes the notices of a ledger line; for each line, in order. */
  learn(line: LedgerLine): void;
  /** After the last line of the ledger at the start. */
  ready(): void;
  close(): Promise<void>;
}

/** Opens the outbox; pending = the ledger's notices and the added ones, less the settled. */
export async function openOutbox(fs: FileSystem, dir: string, newId: () => string): Promise<Outbox> {
  const pending = new Map<string, PendingNotice>();
  /** Settled before this start; needed until the ledger was read. */
  const settled = new Set<string>();
  const posts = new Map<string, Post[]>();

  const file = await openJsonLines({ fs, path: join(dir, 'outbox'), name: 'the outbox' }, isOutboxLine, (line) => {
    if ('added' in line) pending.set(line.added.id, line.added);
    else if (!pending.delete(line.settled)) settled.add(line.settled);
  });
  const postFile = await openJsonLines({ fs, path: join(dir, 'posts'), name: 'the posts' }, isPost, remember);

  function remember(post: Post) {
    posts.set(post.case, [...(posts.get(post.case) ?? []), post]);
  }

  return {
    pending: async () => [...pending.values()],
    async add(notices) {
      const added = notices.map(({ to, kind, about }) => ({ id: newId(), to, kind, about }));
      await Promise.all(added.map((notice) => file.add({ added: notice })));
      for (const notice of added) pending.set(notice.id, notice);
    },
    async settle(id, outcome) {
      if (!pending.has(id)) return;
      await file.add({ settled: id, outcome });
      pending.delete(id);
    },
    async posted({ case: caseId, person, activityId }) {
      const post = { case: caseId, person, activityId };
      await postFile.add(post);
      remember(post);
    },
    posts: async (caseId) => [...(posts.get(caseId) ?? [])],
    learn({ entry, sequence }) {
      if (entry.case === null) return;
      entry.notices.forEach((notice, place) => {
        const id = `${sequence}.${place}`;
        if (!settled.delete(id)) pending.set(id, { id, ...notice });
      });
    },
    ready: () => settled.clear(),
    async close() {
      await file.close();
      await postFile.close();
    },
  };
}

function isOutboxLine(value: unknown): value is z.infer<typeof outboxLineSchema> {
  return outboxLineSchema.safeParse(value).success;
}

function isPost(value: unknown): value is Post {
  return postSchema.safeParse(value).success;
}
