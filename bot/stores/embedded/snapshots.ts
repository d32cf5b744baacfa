import type { FileSystem } from './fileSystem.ts';
import type { LedgerFile } from './ledgerFile.ts';
import type { LedgerIndex } from './ledgerIndex.ts';
import type { Outbox } from './outboxStore.ts';
import { dropSnapshot, writeSnapshot } from './snapshot.ts';

interface Parts {
  readonly fs: FileSystem;
  readonly dir: string;
  readonly store: string;
  readonly recordKey: Uint8Array;
  readonly index: LedgerIndex;
  readonly ledger: LedgerFile;
  readonly outbox: Pick<Outbox, 'compact'>;
  /** Sequence number of the line at which the snapshot stands that is there; 0 for none. */
  readonly taken: number;
  /** So many lines after the last the next is taken: as many at most are read at a start. */
  readonly every: number;
}

/** Takes snapshots of the index: now and then, and at the end. A disk that refuses one costs a slower start, no more. */
export function keepSnapshots(parts: Parts): { note(): void; drop(): Promise<void>; close(): Promise<void> } {
  const { index, ledger, every } = parts;
  let { taken } = parts;
  let running: Promise<void> | null = null;

  async function take(): Promise<void> {
    const copy = index.copy();
    if (copy === null || copy.head.sequence === taken || ledger.broken !== null) return;
    // Of the lines before the snapshot the outbox must need none: its own file is made to say all that is owed.
    await parts.outbox.compact();
    await writeSnapshot(parts, copy);
    taken = copy.head.sequence;
    // The proof in the background may have found a break meanwhile.
    if (ledger.broken !== null) await drop();
  }

  const drop = () => dropSnapshot(parts.fs, parts.dir);

  function start(): Promise<void> {
    running ??= take()
      .catch(() => undefined)
      .finally(() => {
        running = null;
      });
    return running;
  }

  return {
    note() {
      // Behind what is going on: the index has then taken every line of the batch.
      if ((index.head?.sequence ?? 0) - taken >= every && running === null) setImmediate(start);
    },
    drop,
    async close() {
      await running;
      await start();
    },
  };
}
