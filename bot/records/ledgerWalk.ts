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
  /** `edited`: the hash does not fit; `converted`: it would fit without a carriage return or byte order mark;
   * `taken-out`: a later event stands here; `put-in`: an event with an earlier number stands here; `cut`: the last line
   * has no end; `unreadable`: it fits, but its shape is not one this version writes; `foreign`: it fits, but it is of
   * another store; `rewritten`, `missing`: it is not the event that was noted down elsewhere, or none is there. */
  readonly why:
    | 'edited'
    | 'converted'
    | 'taken-out'
    | 'put-in'
    | 'cut'
    | 'unreadable'
    | 'foreign'
    | 'rewritten'
    | 'missing';
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
const SPACE = 32;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** What is known of a ledger besides its bytes. */
export interface WalkOptions {
  /** Id of the store whose ledger it must be; null where that is not known. */
  readonly store?: string | null;
  /** Heads that were noted down elsewhere: each must be in its place. */
  readonly kept?: readonly LedgerHead[];
  /** Where the walk begins, when what stands before is known to hold. */
  readonly from?: Pick<Walked, 'head' | 'size'>;
}

const BEGINNING = { head: { sequence: 0, hash: GENESIS }, size: 0 };

/**
 * Reads a ledger piece by piece and proves its chain, holding one line at a time.
 * `onLine` gets every line that follows from the one before it. After a break the walk goes on from what the broken
 * line claims, so that later records can still be found; `broken` then says that nothing more may be written.
 */
export function walkLedger(
  onLine: (line: LedgerLine) => void,
  { store = null, kept = [], from = BEGINNING }: WalkOptions = {},
): { push(piece: Uint8Array): void; end(): Walked } {
  let { head, size } = from;
  let carry: Buffer = Buffer.alloc(0);
  const isRewritten = (now: LedgerHead) => kept.some((one) => one.sequence === now.sequence && one.hash !== now.hash);
  let broken: LedgerBreak | null = isRewritten(head) ? { sequence: head.sequence, why: 'rewritten' } : null;

  function take(line: Buffer) {
    const read = readLine(head, line, store);
    if (read.kind === 'holds') {
      head = read.head;
      if (isRewritten(head)) broken ??= { sequence: head.sequence, why: 'rewritten' };
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
      // Before the cut line: that one was acknowledged, so no crash cut it.
      if (kept.some(({ sequence }) => sequence > head.sequence)) {
        broken ??= { sequence: head.sequence + 1, why: 'missing' };
      }
      if (carry.length > 0) broken ??= { sequence: head.sequence + 1, why: 'cut' };
      return { head, size, tail: carry, broken };
    },
  };
}

type Read =
  | { kind: 'holds'; head: LedgerHead; entry: LedgerLine['entry'] }
  | { kind: 'breaks'; why: LedgerBreak['why']; claimed: LedgerHead };

function readLine(before: LedgerHead, line: Buffer, store: string | null): Read {
  const stated = line.toString('latin1', 0, HASH_LENGTH);
  const bytes = line.subarray(HASH_LENGTH + 1);
  const json = readJson(bytes);
  const expected = before.sequence + 1;
  const claimed = { sequence: claimedSequence(json) ?? expected, hash: stated };
  const breaks = (why: LedgerBreak['why']): Read => ({ kind: 'breaks', why, claimed });
  if (claimed.sequence > expected) return breaks('taken-out');
  if (claimed.sequence < expected) return breaks('put-in');
  if (!fits(before, line)) return breaks(fits(before, unconverted(line)) ? 'converted' : 'edited');
  const entry = readEntry(json);
  if (entry === null) return breaks('unreadable');
  if (store !== null && entry.store !== undefined && entry.store !== store) return breaks('foreign');
  return { kind: 'holds', head: claimed, entry };
}

function fits(before: LedgerHead, line: Buffer): boolean {
  const stated = line.toString('latin1', 0, HASH_LENGTH);
  return line[HASH_LENGTH] === SPACE && chainHash(before.hash, line.subarray(HASH_LENGTH + 1)) === stated;
}

/** The line without what an editor or a copy between systems puts into a text file. */
function unconverted(line: Buffer): Buffer {
  const start = line.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  return line.subarray(start, line.at(-1) === CARRIAGE_RETURN ? -1 : line.length);
}
