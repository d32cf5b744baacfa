import type { HouseEntry, LedgerHead } from '../../records/ledger.ts';

const DAILY_HEAD = 'daily-head';

/** The last commit that noted the head: for which day, and its own sequence number. */
export interface NotedHead {
  readonly day: string;
  readonly sequence: number;
}

/** The commit that notes the head before it, and owes it to people to keep. */
export function dailyHeadEntry(head: LedgerHead, day: string, to: readonly string[], now: Date): HouseEntry {
  const { sequence, hash } = head;
  return {
    sequence: sequence + 1,
    time: now.toISOString(),
    case: null,
    type: DAILY_HEAD,
    facts: { day, sequence, hash },
    notices: to.map((person) => ({ to: person, kind: 'daily-head', about: `${sequence}:${hash}` })),
  };
}

/** What a commit of no case noted; null when it is another. */
export const notedHead = ({ type, facts, sequence }: HouseEntry): NotedHead | null =>
  type === DAILY_HEAD ? { day: String(facts.day), sequence } : null;
