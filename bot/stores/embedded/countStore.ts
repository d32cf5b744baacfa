import type { Count, CountStore } from '../ports.ts';
import { openCollection } from './collection.ts';
import type { FileSystem } from './fileSystem.ts';
import type { Damaged } from './setAside.ts';
import { countsShape } from './shapes.ts';

/** A document a month. */
interface Month {
  /** E.g. `2026-11`. */
  readonly id: string;
  readonly counts: readonly Count[];
}

/** What is added in this time goes into one write; it is also the most that a crash loses. */
const batchMs = 5_000;

export async function openCountStore(
  fs: FileSystem,
  folder: string,
  onDamaged: (damaged: Damaged) => void,
): Promise<CountStore & { close(): Promise<void> }> {
  const documents = await openCollection<Month>(fs, folder, {
    idOf: ({ id }) => id,
    shape: countsShape,
    spare: { ownerOf: () => null, take: onDamaged },
  });
  const months = new Map(documents.all().map(({ id, counts }) => [id, byKey(counts)]));
  /** Months with numbers that are not on the disk. */
  const unsaved = new Set<string>();
  let timer: NodeJS.Timeout | null = null;

  async function save(month: string) {
    unsaved.delete(month);
    const next = { id: month, counts: [...(months.get(month)?.values() ?? [])] };
    // What the disk refuses goes with the next batch: nobody waits for it, and trying at once would fail again.
    await documents.change(month, () => ({ next })).catch(() => unsaved.add(month));
  }

  async function saveAll() {
    timer = null;
    await Promise.all([...unsaved].map(save));
  }

  return {
    add(label, what, at) {
      const month = at.toISOString().slice(0, 7);
      const counts = months.get(month) ?? byKey([]);
      months.set(month, counts);
      const count = (counts.get(`${what} ${label}`)?.count ?? 0) + 1;
      counts.set(`${what} ${label}`, { label, what, month, count });
      unsaved.add(month);
      timer ??= setTimeout(saveAll, batchMs).unref();
    },
    read: async () => [...months].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, counts]) => [...counts.values()]),
    async close() {
      if (timer !== null) clearTimeout(timer);
      await saveAll();
      await documents.idle();
    },
  };
}

const byKey = (counts: readonly Count[]): Map<string, Count> =>
  new Map(counts.map((count) => [`${count.what} ${count.label}`, count]));
