import { createHmac, type Hmac } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { LedgerHead } from '../../records/ledger.ts';
import type { RecordHeading } from '../ports.ts';
import { type FileSystem, readIfThere } from './fileSystem.ts';
import type { IndexCopy, IndexedRecord } from './ledgerIndex.ts';
import { replaceFile } from './replaceFile.ts';

/**
 * What the start would otherwise read the whole ledger for, as it stood at one line. Only a copy: without it, or when it
 * does not fit, the ledger is read. Its last line is a MAC under the record key, so that nobody without that key can
 * show the bot records in another state than the ledger's.
 */
const FILE = 'snapshot';
/** Goes up with every change of what stands in it. */
const VERSION = 3;
const RECORDS_A_LINE = 500;
const LINE_FEED = 10;

const headerSchema = z.strictObject({
  /** A file of another version is thrown away. */
  version: z.literal(VERSION),
  store: z.string(),
  sequence: z.number().int().positive(),
  hash: z.string(),
  size: z.number().int(),
  length: z.number().int(),
  isBound: z.boolean(),
  noted: z.strictObject({ day: z.string(), sequence: z.number().int() }).nullable(),
  tails: z.array(z.string()),
  /** Texts that many records share; the records hold their places. */
  words: z.array(z.string()),
});

/** `key` is the record key. */
export interface SnapshotPlace {
  readonly fs: FileSystem;
  readonly dir: string;
  readonly store: string;
  readonly recordKey: Uint8Array;
}

/** The snapshot of this store; null when there is none, or none that this version and key made whole. */
export async function readSnapshot({ fs, dir, store, recordKey }: SnapshotPlace): Promise<IndexCopy | null> {
  const bytes = await bytesIn(fs, dir);
  const header = headerOf(bytes, store);
  if (header === null || !isWhole(bytes, recordKey)) return null;
  const end = endOf(bytes);
  const records: IndexedRecord[] = [];
  for (let at = bytes.indexOf(LINE_FEED) + 1; at < end; ) {
    const next = bytes.indexOf(LINE_FEED, at);
    for (const row of JSON.parse(bytes.toString('utf8', at, next)) as Row[]) records.push(recordOf(row, header.words));
    at = next + 1;
  }
  const { sequence, hash, size, length, isBound, noted, tails } = header;
  return { head: { sequence, hash }, size, length, isBound, noted, tails, records };
}

/**
 * The head a snapshot of this store was taken at: a witness that it was once there. With the key one that was damaged
 * is none; without it nobody can tell.
 */
export async function snapshotHead(
  place: Omit<SnapshotPlace, 'recordKey'> & { readonly recordKey: Uint8Array | null },
): Promise<LedgerHead | null> {
  const { fs, dir, store, recordKey } = place;
  const bytes = await bytesIn(fs, dir);
  return recordKey === null || isWhole(bytes, recordKey) ? headerOf(bytes, store) : null;
}

/** Empty when there is none, or none that can be read. */
const bytesIn = async (fs: FileSystem, dir: string): Promise<Buffer> =>
  (await readIfThere(fs, join(dir, FILE)).catch(() => null)) ?? Buffer.alloc(0);

/** Where the last line begins. */
const endOf = (bytes: Buffer): number => bytes.lastIndexOf(LINE_FEED, -2) + 1;

function isWhole(bytes: Buffer, recordKey: Uint8Array): boolean {
  const end = endOf(bytes);
  const stated = bytes.toString('latin1', end).trimEnd();
  return macOf(recordKey).update(bytes.subarray(0, end)).digest('hex') === stated;
}

/** Writes a snapshot in the place of the one before, a little at a time. */
export async function writeSnapshot({ fs, dir, store, recordKey }: SnapshotPlace, copy: IndexCopy): Promise<void> {
  await replaceFile(fs, join(dir, FILE), linesOf(copy, store, macOf(recordKey)));
}

/** Takes it away, so that the next start reads the whole ledger. */
export async function dropSnapshot(fs: FileSystem, dir: string): Promise<void> {
  await fs.unlink(join(dir, FILE)).catch(() => undefined);
}

async function* linesOf(copy: IndexCopy, store: string, mac: Hmac): AsyncGenerator<Buffer> {
  const { head, size, length, isBound, noted, tails, records } = copy;
  const words = wordsOf(records);
  const line = (value: unknown) => {
    const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
    mac.update(bytes);
    return bytes;
  };
  yield line({ version: VERSION, store, ...head, size, length, isBound, noted, tails, words: [...words.keys()] });
  for (let at = 0; at < records.length; at += RECORDS_A_LINE) {
    yield line(records.slice(at, at + RECORDS_A_LINE).map((record) => rowOf(record, words)));
    // Answers come first.
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield Buffer.from(`${mac.digest('hex')}\n`);
}

function headerOf(bytes: Buffer, store: string): z.infer<typeof headerSchema> | null {
  const header = headerSchema.safeParse(parse(bytes.toString('utf8', 0, bytes.indexOf(LINE_FEED)))).data ?? null;
  return header?.store === store ? header : null;
}

function macOf(recordKey: Uint8Array): Hmac {
  // A key of its own, so that no MAC and no seal are ever made under the same one.
  return createHmac('sha256', createHmac('sha256', recordKey).update('snapshot').digest());
}

/** Columns that have few different texts. */
const shared = [
  'agreement',
  'organisation',
  'requester',
  'approver',
  'review',
  'disclosure',
  'completeBy',
  'disposalAskedBy',
] as const;

function wordsOf(records: readonly IndexedRecord[]): Map<string, number> {
  const words = new Map<string, number>();
  for (const { heading } of records) {
    for (const column of shared) {
      const word = heading[column];
      if (word !== null && !words.has(word)) words.set(word, words.size);
    }
  }
  return words;
}

/** Own texts, instants, places of the shared texts (-1 for none), and where its lines stand. */
type Row = readonly [
  id: string,
  reference: string,
  emergency: boolean,
  revision: number,
  instants: readonly (string | null)[],
  shares: readonly number[],
  places: readonly number[],
];

function rowOf({ heading, places }: IndexedRecord, words: ReadonlyMap<string, number>): Row {
  const { case: id, reference, emergency, revision } = heading;
  const { submittedAt, changedAt, waitingSince, remindedAt, escalatedAt, closedAt, disposedAt } = heading;
  const shares = shared.map((column) => words.get(heading[column] ?? '') ?? -1);
  const instants = [submittedAt, changedAt, waitingSince, remindedAt, escalatedAt, closedAt, disposedAt];
  return [id, reference, emergency, revision, instants, shares, places];
}

function recordOf(row: Row, words: readonly string[]): IndexedRecord {
  const [id, reference, emergency, revision, instants, shares, places] = row;
  const [submittedAt, changedAt, waitingSince, remindedAt, escalatedAt, closedAt, disposedAt] = instants;
  const word = (at: number) => words[shares[at] ?? -1] ?? null;
  const heading = {
    case: id,
    reference,
    agreement: word(0),
    organisation: word(1),
    requester: word(2),
    approver: word(3),
    review: word(4),
    disclosure: word(5),
    emergency,
    completeBy: word(6),
    waitingSince,
    remindedAt,
    escalatedAt,
    closedAt,
    disposalAskedBy: word(7),
    disposedAt,
    submittedAt,
    changedAt,
    revision,
  };
  // The MAC says that this version wrote it from headings.
  return { heading: heading as RecordHeading, places: [...places] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
