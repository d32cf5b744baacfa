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
  walkLedger,
} from '../../records/ledger.ts';
import { StoreError } from '../storeError.ts';
import { type AppendFile, openAppendFile } from './appendFile.ts';
import type { FileSystem } from './fileSystem.ts';
import type { Place } from './ledgerIndex.ts';
import { keepTornTail, TORN_TAIL, tornTailEntry, unrecordedTails } from './tornTail.ts';

/** The ledger on the disk. Appends must not overlap; `recordStore` queues them. */
export interface LedgerFile {
  readonly head: LedgerHead;
  /** Throws `broken-chain` when nothing may be appended. */
  requireWhole(): void;
  /** Appends entries numbered from `head.sequence + 1` with one write and one fsync: all or none. */
  append(entries: readonly LedgerEntry[]): Promise<LedgerLine[]>;
  /** The entry at a place `onLine` told of. */
  read(place: Place): Promise<LedgerEntry>;
  /** Walks what is on the disk now. */
  walk(onLine: (line: LedgerLine) => void): Promise<Walked>;
  close(): Promise<void>;
}

/** Length of a line's hash and the space after it. */
const PREFIX = 65;

/** Opens the ledger, proves its chain, hands over every line, and sets a cut last line aside. */
export async function openLedgerFile(
  place: { fs: FileSystem; dir: string; now: () => Date },
  onLine: (line: LedgerLine) => void,
): Promise<LedgerFile> {
  const file = await openAppendFile(place.fs, join(place.dir, 'ledger'), 'the ledger');
  const recordedTails = new Set<string>();
  const walked = await walk(file, (line) => {
    if (line.entry.case === null && line.entry.type === TORN_TAIL) recordedTails.add(String(line.entry.facts.hash));
    onLine(line);
  });
  const broken = walked.broken?.why === 'cut' ? null : walked.broken;
  const ledger = ledgerFile(file, walked.head, broken);
  // A ledger that is broken elsewhere is left exactly as it was found.
  if (broken === null) await recordTails();
  return ledger;

  async function recordTails() {
    if (walked.tail.length > 0) {
      await keepTornTail(place.fs, place.dir, walked.tail);
      await file.cutTo(walked.size);
    }
    const tails = await unrecordedTails(place.fs, place.dir, recordedTails);
    if (tails.length === 0) return;
    const entries = tails.map((tail, i) => tornTailEntry(tail, ledger.head.sequence + 1 + i, place.now()));
    for (const line of await ledger.append(entries)) onLine(line);
  }
}

function ledgerFile(file: AppendFile, headAtOpen: LedgerHead, broken: LedgerBreak | null): LedgerFile {
  let head = headAtOpen;
  function requireWhole() {
    if (broken !== null) throw new StoreError('broken-chain', brokenMessage(broken));
  }
  return {
    get head() {
      return head;
    },
    requireWhole,
    async append(entries) {
      requireWhole();
      const { lines, bytes } = build(head, file.size, entries);
      await file.append(bytes);
      head = lines.at(-1) ?? head;
      return lines;
    },
    async read({ offset, length }) {
      const line = await file.read(offset, length);
      const entry = readEntry(readJson(line.subarray(PREFIX)));
      if (entry === null) throw new StoreError('damaged', 'A line of the ledger is no longer what was written.');
      return entry;
    },
    walk: (onLine) => walk(file, onLine),
    close: () => file.close(),
  };
}

async function walk(file: AppendFile, onLine: (line: LedgerLine) => void): Promise<Walked> {
  const walking = walkLedger(onLine);
  for await (const piece of file.pieces()) walking.push(piece);
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
