/**
 * The ledger's text form: one line a commit, `<sha256(previous hash ‖ bytes)> <bytes>`, both hashes in lower-case hex,
 * the bytes canonical JSON. The first line hashes 64 zeros. Pure: files and keys are the store's business.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonicalJson.ts';
import type { Notice } from './commit.ts';

/** What the first line takes for the hash of the line before it. */
export const GENESIS = '0'.repeat(64);

const sequence = z.number().int().positive();
/** ISO instant, e.g. `2026-11-22T09:30:00.000Z`. */
const instant = z.string();
/** Id of the store, in its first line: another store's ledger, whole as it is, must not pass for this one's. Earlier
 * versions did not write it, so there it stands in the first line that was written since. */
const store = z.string().optional();

/** A notice as it stands in a file. */
export const noticeSchema = z.strictObject({
  to: z.string(),
  kind: z.enum([
    'review-asked',
    'review-reminder',
    'escalated',
    'outcome',
    'changed',
    'sharing-alert',
    'proposal-asked',
    'proposal-outcome',
    'role-granted',
    'question-asked',
    'question-changed',
    'question-answered',
    'full-record-due',
    'draft-expiring',
    'digest',
    'daily-head',
    'set-aside',
    'corrected',
    'retention-unset',
    'disposal-asked',
    'disposal-refused',
    'disposed',
    'cover-changed',
    'person-left',
    'colleague-left',
    'draft-handed-over',
  ]),
  about: z.string(),
}) satisfies z.ZodType<Notice>;

const caseEntrySchema = z.strictObject({
  /** Position in the ledger, from 1. */
  sequence,
  store,
  /** When the store wrote it. */
  time: instant,
  case: z.string(),
  /** Number of commits of this case so far, this one included. */
  revision: sequence,
  /** What happened, who did it (our random id) and when; what they typed is in `sealed`. */
  events: z.array(
    z.strictObject({
      type: z.enum([
        'submitted',
        'resubmitted',
        'approved',
        'declined',
        'returned',
        'asked-ig-lead',
        'advised',
        'escalated',
        'withdrawn',
        'revoked',
        'reassigned',
        'disclosure-made',
        'stopped',
        'closed',
        'reminded',
        'corrected',
        'disposal-asked',
        'disposal-refused',
        'disposed',
      ]),
      by: z.string(),
      at: instant,
    }),
  ),
  /** The record's heading after the events. */
  reference: z.string(),
  agreement: z.string(),
  organisation: z.string(),
  requester: z.string(),
  approver: z.string().nullable(),
  review: z.enum(['awaiting', 'with-ig-lead', 'returned', 'approved', 'declined', 'withdrawn']),
  disclosure: z.enum(['not-yet', 'made', 'stopped', 'none-intended']),
  emergency: z.boolean(),
  /** Lines from before there was anything to complete do not have it. */
  completeBy: z.string().nullable().default(null),
  /** Nor these, from before it was kept how long a review waits. */
  waitingSince: z.string().nullable().default(null),
  remindedAt: z.string().nullable().default(null),
  escalatedAt: z.string().nullable().default(null),
  /** Nor do lines from before a record could be closed have these. */
  closedAt: instant.nullable().default(null),
  disposalAskedBy: z.string().nullable().default(null),
  disposedAt: instant.nullable().default(null),
  notices: z.array(noticeSchema),
  /** Ciphertext of all else of the events, in base64. */
  sealed: z.string(),
});

/** A commit of no case: nothing secret in it, and nothing of a person. */
const houseEntrySchema = z.strictObject({
  sequence,
  store,
  time: instant,
  case: z.null(),
  /** E.g. `torn-tail`. */
  type: z.string(),
  /** Who is told of it; absent in lines from before anybody was. */
  notices: z.array(noticeSchema).optional(),
  /** E.g. `{ length: 120, hash: '9f86…' }`. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type CaseEntry = z.infer<typeof caseEntrySchema>;
export type HouseEntry = z.infer<typeof houseEntrySchema>;
/** The bytes of one line. */
export type LedgerEntry = CaseEntry | HouseEntry;

/** A sequence number with the hash of its line; 0 with `GENESIS` for the empty ledger. */
export interface LedgerHead {
  readonly sequence: number;
  readonly hash: string;
}

/** One line that holds, and where it stands: `offset` and `length` in bytes, the line feed included. */
export interface LedgerLine extends LedgerHead {
  readonly entry: LedgerEntry;
  readonly offset: number;
  readonly length: number;
}

/** Builds the next line, line feed included, and its hash. `entry.sequence` must be one more than the last. */
export function ledgerLine(previousHash: string, entry: LedgerEntry): { hash: string; bytes: Buffer } {
  const json = canonicalJson(entry);
  const hash = chainHash(previousHash, Buffer.from(json));
  return { hash, bytes: Buffer.from(`${hash} ${json}\n`) };
}

/** Hash of a line: SHA-256 over the former hash (64 hex digits) and the bytes as stored. */
export function chainHash(previousHash: string, bytes: Uint8Array): string {
  return createHash('sha256').update(previousHash).update(bytes).digest('hex');
}

/** The JSON in the bytes of a line; null when it is none. */
export function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

/** The entry in a line's JSON; null when it has no shape this version writes. */
export function readEntry(json: unknown): LedgerEntry | null {
  const schema = memberOf(json, 'case') === null ? houseEntrySchema : caseEntrySchema;
  return schema.safeParse(json).data ?? null;
}

/** The sequence number a line's JSON claims; null when it claims none. */
export function claimedSequence(json: unknown): number | null {
  return sequence.safeParse(memberOf(json, 'sequence')).data ?? null;
}

function memberOf(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null ? Reflect.get(json, key) : undefined;
}
