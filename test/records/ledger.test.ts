import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../bot/records/canonicalJson.ts';
import { type CaseEntry, GENESIS, type LedgerEntry, type LedgerLine, ledgerLine } from '../../bot/records/ledger.ts';
import { walkLedger } from '../../bot/records/ledgerWalk.ts';

function anEntry(sequence: number, part: Partial<CaseEntry> = {}): CaseEntry {
  return {
    sequence,
    time: '2026-11-22T09:00:00.000Z',
    case: `case-${sequence}`,
    revision: 1,
    events: [{ type: 'submitted', by: 'person-1', at: '2026-11-22T09:00:00.000Z' }],
    reference: 'SR-7K3M-Q9',
    agreement: 'mas',
    organisation: 'Example Borough Council (fictional) ✓',
    requester: 'person-1',
    approver: null,
    review: 'awaiting',
    disclosure: 'not-yet',
    emergency: false,
    completeBy: null,
    waitingSince: null,
    remindedAt: null,
    escalatedAt: null,
    closedAt: null,
    disposalAskedBy: null,
    disposedAt: null,
    notices: [],
    sealed: 'AAAA',
    ...part,
  };
}

function chain(entries: LedgerEntry[]): Buffer[] {
  let hash = GENESIS;
  return entries.map((entry) => {
    const line = ledgerLine(hash, entry);
    hash = line.hash;
    return line.bytes;
  });
}

const ofLength = (count: number) => chain(Array.from({ length: count }, (_, i) => anEntry(i + 1)));

function walk(bytes: Buffer, pieceLength = bytes.length || 1) {
  const lines: LedgerLine[] = [];
  const walking = walkLedger((line) => lines.push(line));
  for (let at = 0; at < bytes.length; at += pieceLength) walking.push(bytes.subarray(at, at + pieceLength));
  return { ...walking.end(), lines };
}

describe('a line of the ledger', () => {
  it('is the hash of the former hash and its own bytes, a space, and the bytes', () => {
    const [first = '', second = ''] = ofLength(2).map(String);
    const bytes = first.slice(65, -1);
    expect(first.slice(0, 65)).toBe(
      `${createHash('sha256')
        .update(`${'0'.repeat(64)}${bytes}`)
        .digest('hex')} `,
    );
    const next = createHash('sha256').update(`${first.slice(0, 64)}${second.slice(65, -1)}`);
    expect(second.slice(0, 64)).toBe(next.digest('hex'));
    expect(first.endsWith('\n')).toBe(true);
  });

  it('does not depend on the order in which the entry was put together', () => {
    const entry = anEntry(1);
    const reversed = Object.fromEntries(Object.entries(entry).reverse()) as CaseEntry;
    expect(ledgerLine(GENESIS, reversed)).toEqual(ledgerLine(GENESIS, entry));
  });

  it('may be of no case and then carries no ciphertext', () => {
    const head: LedgerEntry = { sequence: 1, time: 'now', case: null, type: 'daily-head', facts: { hash: 'x' } };
    const { lines, broken } = walk(Buffer.concat(chain([head, anEntry(2)])));
    expect(broken).toBeNull();
    expect(lines[0]?.entry).toEqual(head);
  });
});

describe('canonical JSON', () => {
  it('spells a value in one way, and spells the whole value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const spelt = canonicalJson(value);
        expect(JSON.parse(spelt)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(spelt))).toBe(spelt);
      }),
    );
  });
});

describe('walking a ledger', () => {
  it('gives every entry with its place, however the bytes are cut into pieces', () => {
    const whole = ofLength(20);
    const bytes = Buffer.concat(whole);
    for (const pieceLength of [1, 7, 300, bytes.length]) {
      const { lines, head, size, tail, broken } = walk(bytes, pieceLength);
      expect(broken).toBeNull();
      expect(lines.map(({ entry }) => entry.sequence)).toEqual(whole.map((_, i) => i + 1));
      expect(lines.map(({ offset, length }) => bytes.subarray(offset, offset + length))).toEqual(whole);
      expect(head).toEqual({ sequence: 20, hash: lines[19]?.hash });
      expect([size, tail.length]).toEqual([bytes.length, 0]);
    }
  });

  it('finds nothing wrong with an empty one', () => {
    expect(walk(Buffer.alloc(0))).toMatchObject({ head: { sequence: 0, hash: GENESIS }, broken: null, size: 0 });
  });

  it('finds any one byte that was changed, at its line or the one after', () => {
    const whole = ofLength(4);
    const bytes = Buffer.concat(whole);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ change;
        const line = whole.findIndex((_, i) => at < Buffer.concat(whole.slice(0, i + 1)).length);
        const { broken } = walk(changed);
        expect(broken?.sequence).toBeGreaterThanOrEqual(line + 1);
        expect(broken?.sequence).toBeLessThanOrEqual(line + 2);
      }),
      { numRuns: 500 },
    );
  });

  it('finds any cut, save at the end of a line', () => {
    const whole = ofLength(3);
    const bytes = Buffer.concat(whole);
    const ends = whole.map((_, i) => Buffer.concat(whole.slice(0, i + 1)).length);
    for (let length = 1; length < bytes.length; length++) {
      const walked = walk(bytes.subarray(0, length));
      const wholeLines = ends.filter((end) => end <= length).length;
      const isAtEnd = ends.includes(length);
      expect(walked.broken).toEqual(isAtEnd ? null : { sequence: wholeLines + 1, why: 'cut' });
      expect(walked.size).toBe(ends[wholeLines - 1] ?? 0);
    }
  });

  it('finds lines taken out, exchanged and repeated, and names the first place', () => {
    const [a, b, c, d] = ofLength(4) as [Buffer, Buffer, Buffer, Buffer];
    const broken = (lines: Buffer[]) => walk(Buffer.concat(lines)).broken;
    expect(broken([a, c, d])).toEqual({ sequence: 2, why: 'taken-out' });
    expect(broken([b, c, d])).toEqual({ sequence: 1, why: 'taken-out' });
    expect(broken([a, c, b, d])).toEqual({ sequence: 2, why: 'taken-out' });
    expect(broken([a, b, b, c])).toEqual({ sequence: 3, why: 'put-in' });
  });

  it('finds a line that was edited and hashed anew by the line after it', () => {
    const [a, b, c] = ofLength(3) as [Buffer, Buffer, Buffer];
    const forged = ledgerLine(a.toString('latin1', 0, 64), anEntry(2, { review: 'approved' })).bytes;
    expect(walk(Buffer.concat([a, forged, c])).broken).toEqual({ sequence: 3, why: 'edited' });
    expect(walk(Buffer.concat([a, b, c])).broken).toBeNull();
  });

  it('does not accept a line whose number is wrong although its hash is right', () => {
    expect(walk(Buffer.concat(chain([anEntry(1), anEntry(3)]))).broken).toEqual({ sequence: 2, why: 'taken-out' });
  });

  it('holds a ledger that names another store for a stranger’s, and asks nothing of one that names none', () => {
    const bytes = Buffer.concat(chain([anEntry(1, { store: 'one' }), anEntry(2)]));
    const brokenIn = (store: string | null, from: Buffer) => {
      const walking = walkLedger(() => undefined, { store });
      walking.push(from);
      return walking.end().broken;
    };
    expect(brokenIn('one', bytes)).toBeNull();
    expect(brokenIn('two', bytes)).toEqual({ sequence: 1, why: 'foreign' });
    expect(brokenIn('two', Buffer.concat(ofLength(2)))).toBeNull();
  });

  it('does not guess at a shape it does not know', () => {
    const odd = { ...anEntry(1), review: 'perhaps' } as unknown as CaseEntry;
    expect(walk(Buffer.concat(chain([odd]))).broken).toEqual({ sequence: 1, why: 'unreadable' });
  });

  it('goes on after a break with what follows from the broken line', () => {
    const lines = ofLength(4);
    lines[1] = Buffer.from(String(lines[1]).replace('"mas"', '"asb"'));
    const walked = walk(Buffer.concat(lines));
    expect(walked.broken).toEqual({ sequence: 2, why: 'edited' });
    expect(walked.lines.map(({ sequence }) => sequence)).toEqual([1, 3, 4]);
  });

  it('does not keep a line without end in memory', () => {
    const walking = walkLedger(() => undefined);
    const piece = Buffer.alloc(4 * 1024 * 1024, 97);
    for (let i = 0; i < 12; i++) walking.push(piece);
    const { broken, tail } = walking.end();
    expect(broken).toEqual({ sequence: 1, why: 'edited' });
    expect(tail.length).toBeLessThanOrEqual(16 * 1024 * 1024);
  });
});
