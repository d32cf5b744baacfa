import {
  chainHash,
  claimedSequence,
  GENESIS,
  type LedgerHead,
  type LedgerLine,
  readEntry,
  readJson,
} from './ledgerLine.ts';

/** Where the chain first breaks. */
export interface LedgerBreak {
  readonly sequence: number;
  /** `edited`: the hash does not fit; `out-of-order`: another event stands here, so one was taken out, put in or
   * moved; `cut`: the last line has no end; `unreadable`: it fits, but its shape is not one this version writes. */
  readonly why: 'edited' | 'out-of-order' | 'cut' | 'unreadable';
}

/** What a walk found. */
export interface Walked {
  /** The last line that held. */
  readonly head: LedgerHead;
  /** Bytes up to the end of the last whole line. */
  readonly size: number;
  /** Bytes after it. */
  readonly tail: Buffer;
  readonly broken: LedgerBreak | null;
}

const HASH_LENGTH = 64;
/** Longer than any line we write (a submission is a few kB), so that a file without line feeds cannot fill memory. */
const LONGEST_LINE = 16 * 1024 * 1024;
const LINE_FEED = 10;

/**
 * Reads a ledger piece by piece and proves its chain, holding one line at a time.
 * `onLine` gets every line that follows from the one before it. After a break the walk goes on from what the broken
 * line claims, so that later records can still be found; `broken` then says that nothing more may be written.
 */
export function walkLedger(onLine: (line: LedgerLine) => void): { push(piece: Uint8Array): void; end(): Walked } {
  let head: LedgerHead = { sequence: 0, hash: GENESIS };
  let size = 0;
  let carry: Buffer = Buffer.alloc(0);
  let broken: LedgerBreak | null = null;

  function take(line: Buffer) {
    const read = readLine(head, line);
    if (read.kind === 'holds') {
      head = read.head;
      onLine({ ...read.head, entry: read.entry, offset: size, length: line.length + 1 });
    } else {
      broken ??= { sequence: head.sequence + 1, why: read.why };
      head = read.claimed;
    }
    size += line.length + 1;
  }

  return {
    push(piece) {
      let rest = Buffer.concat([carry, piece]);
      for (let end = rest.indexOf(LINE_FEED); end !== -1; end = rest.indexOf(LINE_FEED)) {
        take(rest.subarray(0, end));
        rest = rest.subarray(end + 1);
      }
      if (rest.length > LONGEST_LINE) {
        broken ??= { sequence: head.sequence + 1, why: 'edited' };
        size += rest.length;
        rest = Buffer.alloc(0);
      }
      carry = rest;
    },
    end() {
      if (carry.length > 0) broken ??= { sequence: head.sequence + 1, why: 'cut' };
      return { head, size, tail: carry, broken };
    },
  };
}

type Read =
  | { kind: 'holds'; head: LedgerHead; entry: LedgerLine['entry'] }
  | { kind: 'breaks'; why: LedgerBreak['why']; claimed: LedgerHead };

function readLine(before: LedgerHead, line: Buffer): Read {
  const stated = line.toString('latin1', 0, HASH_LENGTH);
  const bytes = line.subarray(HASH_LENGTH + 1);
  const json = readJson(bytes);
  const expected = before.sequence + 1;
  const claimed = { sequence: claimedSequence(json) ?? expected, hash: stated };
  if (claimed.sequence !== expected) return { kind: 'breaks', why: 'out-of-order', claimed };
  if (line[HASH_LENGTH] !== 32 || chainHash(before.hash, bytes) !== stated) {
    return { kind: 'breaks', why: 'edited', claimed };
  }
  const entry = readEntry(json);
  return entry === null ? { kind: 'breaks', why: 'unreadable', claimed } : { kind: 'holds', head: claimed, entry };
}
