import { join } from 'node:path';
import {
  type LedgerBreak,
  type LedgerEntry,
  type LedgerHead,
  type LedgerLine,
  ledgerLine,
  readEntry,
  readJson,
  type Walked,
  type WalkOptions,
  walkLedger,
} from '../../records/ledger.ts';
import { StoreError } from '../storeError.ts';
import { type AppendFile, openAppendFile } from './appendFile.ts';
import type { FileSystem } from './fileSystem.ts';
import type { IndexCopy, LedgerIndex, Place } from './ledgerIndex.ts';
import { keepTornTail, tornTailEntry, unrecordedTails } from './tornTail.ts';

/** The ledger on the disk. Appends must not overlap; `recordStore` queues them. */
export interface LedgerFile {
  readonly head: LedgerHead;
  readonly broken: LedgerBreak | null;
  /** Throws `broken-chain` when nothing may be appended. */
  requireWhole(): void;
  /** Appends entries numbered from `head.sequence + 1` with one write and one fsync: all or none. */
  append(entries: readonly LedgerEntry[]): Promise<LedgerLine[]>;
  /** The entry at a place `onLine` told of. */
  read(place: Place): Promise<LedgerEntry>;
  /** Walks what is on the disk now. */
  walk(onLine: (line: LedgerLine) => void): Promise<Walked>;
  /** The start went on from a snapshot; what stands before it was not proven. */
  readonly isUnproven: boolean;
  /**
   * Proves all that was there at the start, leaving time to others; from a break on nothing can be appended. Resolves
   * with what was found, and with null when the ledger was closed first. To be called once.
   */
  prove(): Promise<Walked | null>;
  close(): Promise<void>;
}

/** Length of a line's hash and the space after it. */
const PREFIX = 65;
const LINE_FEED = 10;
/** Between two pieces of a proof in the background: it takes a minute for 100,000 records, and nobody waits for it. */
const PAUSE_MS = 10;

/** What the start needs besides the file. */
interface Opening {
  readonly fs: FileSystem;
  readonly dir: string;
  readonly now: () => Date;
  readonly store: string;
  readonly index: Pick<LedgerIndex, 'restore' | 'tails' | 'isBound'>;
  /** `isEnough`: the start may go on from it; otherwise it is only a witness of what was there. */
  readonly snapshot: { readonly copy: IndexCopy; readonly isEnough: boolean } | null;
}

/**
 * Opens the ledger, proves its chain, hands over every line, and sets a cut last line aside. With a snapshot that stands
 * in it only the lines after that; `prove` is then to be called once the doors are open.
 */
export async function openLedgerFile(place: Opening, onLine: (line: LedgerLine) => void): Promise<LedgerFile> {
  const file = await openAppendFile(place.fs, join(place.dir, 'ledger'), 'the ledger');
  try {
    return await openIn(file, place, onLine);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openIn(file: AppendFile, place: Opening, onLine: (line: LedgerLine) => void): Promise<LedgerFile> {
  const { fs, dir, store, index, snapshot } = place;
  const copy = snapshot?.isEnough && (await standsIn(file, snapshot.copy)) ? snapshot.copy : null;
  if (copy !== null) index.restore(copy);
  // A snapshot is only taken of what is on the disk: should that not be there any more, no crash took it away.
  const kept = snapshot === null ? [] : [snapshot.copy.head];
  const walked = await walk(file, onLine, { store, kept, ...(copy && { from: copy }) });
  const broken = walked.broken?.why === 'cut' ? null : walked.broken;
  const found = { store, kept, isBound: index.isBound, head: walked.head, broken, isUnproven: copy !== null };
  const ledger = ledgerFile(file, found);
  // A ledger that is broken elsewhere is left exactly as it was found.
  if (broken === null) await recordTails();
  return ledger;

  async function recordTails() {
    if (walked.tail.length > 0) {
      await keepTornTail(fs, dir, walked.tail);
      await file.cutTo(walked.size);
    }
    const tails = await unrecordedTails(fs, dir, index.tails);
    if (tails.length === 0) return;
    const entries = tails.map((tail, i) => tornTailEntry(tail, ledger.head.sequence + 1 + i, place.now()));
    for (const line of await ledger.append(entries)) onLine(line);
  }
}

/** True when the line at whose end the snapshot was taken ends there. */
async function standsIn(file: AppendFile, { head, size, length }: IndexCopy): Promise<boolean> {
  if (size > file.size || length <= PREFIX || length > size) return false;
  const line = await file.read(size - length, length);
  return line.toString('latin1', 0, PREFIX) === `${head.hash} ` && line.indexOf(LINE_FEED) === length - 1;
}

interface Found {
  readonly store: string;
  readonly kept: readonly LedgerHead[];
  /** A line names the store. */
  readonly isBound: boolean;
  readonly head: LedgerHead;
  readonly broken: LedgerBreak | null;
  readonly isUnproven: boolean;
}

function ledgerFile(file: AppendFile, found: Found): LedgerFile {
  const { store, kept, isUnproven } = found;
  let { head, isBound, broken } = found;
  let proving: Promise<Walked | null> | null = null;
  let isClosing = false;

  async function prove(): Promise<Walked | null> {
    const walking = walkLedger(() => undefined, { store, kept: [found.head] });
    try {
      for await (const piece of file.pieces()) {
        if (isClosing) return null;
        walking.push(piece);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    } catch {
      // The disk does not give it back: as bad as a line that does not hold.
      broken ??= { sequence: walking.end().head.sequence + 1, why: 'unreadable' };
    }
    const walked = walking.end();
    broken ??= walked.broken;
    return { ...walked, broken };
  }

  function requireWhole() {
    if (broken !== null) throw new StoreError('broken-chain', brokenMessage(broken));
  }
  return {
    get head() {
      return head;
    },
    get broken() {
      return broken;
    },
    requireWhole,
    async append(entries) {
      requireWhole();
      const [first, ...more] = entries;
      if (first === undefined) return [];
      const { lines, bytes } = build(head, file.size, isBound ? entries : [{ ...first, store }, ...more]);
      await file.append(bytes);
      isBound = true;
      head = lines.at(-1) ?? head;
      return lines;
    },
    async read({ offset, length }) {
      const line = await file.read(offset, length);
      const entry = readEntry(readJson(line.subarray(PREFIX)));
      if (entry === null) throw new StoreError('damaged', 'A line of the ledger is no longer what was written.');
      return entry;
    },
    walk: (onLine) => walk(file, onLine, { store, kept }),
    isUnproven,
    prove() {
      proving ??= prove();
      return proving;
    },
    async close() {
      isClosing = true;
      await proving;
      await file.close();
    },
  };
}

async function walk(file: AppendFile, onLine: (line: LedgerLine) => void, options: WalkOptions): Promise<Walked> {
  const walking = walkLedger(onLine, options);
  for await (const piece of file.pieces(options.from?.size)) walking.push(piece);
  return walking.end();
}

function build(head: LedgerHead, start: number, entries: readonly LedgerEntry[]) {
  const lines: LedgerLine[] = [];
  const pieces: Buffer[] = [];
  let hash = head.hash;
  let offset = start;
  for (const entry of entries) {
    const line = ledgerLine(hash, entry);
    lines.push({ sequence: entry.sequence, hash: line.hash, entry, offset, length: line.bytes.length });
    pieces.push(line.bytes);
    hash = line.hash;
    offset += line.bytes.length;
  }
  return { lines, bytes: Buffer.concat(pieces) };
}

function brokenMessage({ sequence, why }: LedgerBreak): string {
  return `The ledger is broken at event ${sequence} (${why}); nothing can be recorded until it is restored.`;
}
