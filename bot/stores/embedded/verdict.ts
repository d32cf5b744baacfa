import type { LedgerBreak, LedgerHead, LedgerLine, Walked } from '../../records/ledger.ts';
import type { Verified } from '../ports.ts';
import { TORN_TAIL } from './tornTail.ts';

/** Looks at every line that holds; a text says what is wrong with it. */
export type LineCheck = (line: LedgerLine) => string | null;

/** Walks a ledger and gives the verdict. `kept` is a head noted down earlier, elsewhere. */
export async function verdictOf(
  walk: (onLine: (line: LedgerLine) => void) => Promise<Walked>,
  kept: LedgerHead | null = null,
  check: LineCheck = () => null,
): Promise<Verified> {
  const torn: number[] = [];
  const wrong: { sequence: number; reason: string }[] = [];
  const walked = await walk((line) => {
    if (line.entry.case === null && line.entry.type === TORN_TAIL) torn.push(line.sequence);
    const reason = line.sequence === kept?.sequence && line.hash !== kept.hash ? REWRITTEN : check(line);
    // Only the first is told.
    if (reason !== null && wrong.length === 0) wrong.push({ sequence: line.sequence, reason });
  });
  if (walked.broken !== null) wrong.push({ sequence: walked.broken.sequence, reason: reasons[walked.broken.why] });
  if (kept !== null && kept.sequence > walked.head.sequence) {
    wrong.push({ sequence: walked.head.sequence + 1, reason: 'missing: the head that was kept is later than the end' });
  }
  const first = wrong.sort((a, b) => a.sequence - b.sequence)[0];
  return first === undefined ? { kind: 'whole', ...walked.head, torn } : { kind: 'broken', ...first };
}

const REWRITTEN = 'rewritten: its hash is not the one that was kept';

const reasons: Record<LedgerBreak['why'], string> = {
  edited: 'edited: its hash does not fit its bytes and the event before it',
  'out-of-order': 'out of order: an event was taken out, put in or moved',
  cut: 'cut: the last line has no end; the next start sets it aside',
  unreadable: 'unreadable: not a shape this version writes',
};
