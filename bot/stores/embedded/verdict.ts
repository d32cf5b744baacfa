import type { LedgerBreak, LedgerLine, Walked } from '../../records/ledger.ts';
import type { Verified } from '../ports.ts';
import { TORN_TAIL } from './tornTail.ts';

/** What is looked at besides the chain itself. */
export interface Checks {
  /** Gets every line that holds. */
  readonly line?: (line: LedgerLine) => void;
  /** After the last line: the first event with which something is wrong, in words. */
  readonly wrong?: () => { readonly sequence: number; readonly reason: string } | null;
  /** After the last line: references of records whose disposal is not finished. */
  readonly unfinished?: () => readonly string[];
}

/** Walks a ledger and gives the verdict. */
export async function verdictOf(
  walk: (onLine: (line: LedgerLine) => void) => Promise<Walked>,
  { line: look, wrong = () => null, unfinished = () => [] }: Checks = {},
): Promise<Verified> {
  const torn: number[] = [];
  const walked = await walk((line) => {
    if (line.entry.case === null && line.entry.type === TORN_TAIL) torn.push(line.sequence);
    look?.(line);
  });
  const first = firstOf(walked.broken, wrong());
  if (first !== null) return { kind: 'broken', ...first };
  return { kind: 'whole', ...walked.head, torn, unfinished: unfinished() };
}

/** A break in words: its name, and a sentence. */
export function reasonOf({ why }: LedgerBreak): string {
  return reasons[why];
}

function firstOf(broken: LedgerBreak | null, wrong: { sequence: number; reason: string } | null) {
  if (broken === null) return wrong;
  const told = { sequence: broken.sequence, reason: reasonOf(broken) };
  return wrong === null || told.sequence <= wrong.sequence ? told : wrong;
}

const reasons: Record<LedgerBreak['why'], string> = {
  edited: 'edited: its hash does not fit its bytes and the event before it',
  converted: 'converted: a program changed its line ending or put a byte order mark before it',
  'taken-out': 'taken out: a later event stands here, so this one was taken out or moved',
  'put-in': 'put in: an event with an earlier number stands here, so one was put in, put in twice or moved',
  cut: 'cut: the last line has no end; the next start sets it aside',
  unreadable: 'unreadable: not a shape this version writes',
  foreign: 'foreign: it belongs to the ledger of another store',
  rewritten: 'rewritten: its hash is not the one that was kept, with --head or in the file snapshot',
  missing: 'missing: the head that was kept, with --head or in the file snapshot, is later than the end',
};
