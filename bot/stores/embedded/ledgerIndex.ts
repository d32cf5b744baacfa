import type { CaseEntry, LedgerHead, LedgerLine } from '../../records/ledger.ts';
import type { RecordHeading, RecordStore } from '../ports.ts';
import { type NotedHead, notedHead } from './dailyHead.ts';
import { TORN_TAIL } from './tornTail.ts';

/** Where a line stands in the ledger file. */
export interface Place {
  readonly sequence: number;
  readonly offset: number;
  readonly length: number;
}

export type Filter = Parameters<RecordStore['list']>[0];

/** The headings of all records, and where the lines of each stand: what lists and look-ups need without reading. */
export interface LedgerIndex {
  /** Takes lines in the order of the ledger. */
  add(line: LedgerLine): void;
  heading(caseId: string): RecordHeading | null;
  caseOf(reference: string): string | null;
  places(caseId: string): readonly Place[];
  /** What was submitted last first, in the order of the ledger: a clock may have been set back. */
  list(filter: Filter): RecordHeading[];
  readonly count: number;
  /** The last line it took; null before the first. */
  readonly head: LedgerHead | null;
  /** Hashes of the cut last lines of which the ledger speaks. */
  readonly tails: ReadonlySet<string>;
  /** A line names the store. */
  readonly isBound: boolean;
  /** The last head that was noted for people to keep. */
  readonly noted: NotedHead | null;
  /** As it stands now, for a snapshot; null before the first line. */
  copy(): IndexCopy | null;
  /** Takes a copy instead of the lines up to its head; before any line. */
  restore(copy: IndexCopy): void;
}

/** All that lines up to `head` said. */
export interface IndexCopy {
  readonly head: LedgerHead;
  /** Bytes of the ledger up to the end of that line, and length of that line. */
  readonly size: number;
  readonly length: number;
  readonly isBound: boolean;
  readonly noted: NotedHead | null;
  readonly tails: readonly string[];
  readonly records: readonly IndexedRecord[];
}

export interface IndexedRecord {
  readonly heading: RecordHeading;
  /** Three numbers a line: sequence, offset, length; half a million objects would take a second to make. */
  readonly places: number[];
}

interface Indexed extends IndexedRecord {
  heading: RecordHeading;
  /** Sequence of its first line, beside the heading: a list sorts 33,000 of them without a look at either. */
  readonly first: number;
}

export function ledgerIndex(): LedgerIndex {
  const records = new Map<string, Indexed>();
  const cases = new Map<string, string>();
  /** Records by each thing a list can ask for, e.g. `review awaiting`: a short list must not look at 100,000. */
  const shelves = new Map<string, Set<Indexed>>();
  const tails = new Set<string>();
  let last: Pick<IndexCopy, 'head' | 'size' | 'length'> | null = null;
  let isBound = false;
  let noted: NotedHead | null = null;

  function shelve(record: Indexed, before: RecordHeading | null) {
    const labels = labelsOf(record.heading);
    for (const label of before === null ? [] : labelsOf(before)) {
      if (!labels.includes(label)) shelves.get(label)?.delete(record);
    }
    for (const label of labels) {
      const shelf = shelves.get(label) ?? new Set();
      shelves.set(label, shelf.add(record));
    }
  }

  return {
    add({ entry, sequence, hash, offset, length }) {
      last = { head: { sequence, hash }, size: offset + length, length };
      isBound ||= entry.store !== undefined;
      if (entry.case === null) {
        if (entry.type === TORN_TAIL) tails.add(String(entry.facts.hash));
        noted = notedHead(entry) ?? noted;
        return;
      }
      const known = records.get(entry.case);
      const before = known?.heading ?? null;
      const record = known ?? { heading: headingAfter(entry, undefined), places: [], first: sequence };
      record.heading = headingAfter(entry, before?.submittedAt);
      record.places.push(sequence, offset, length);
      records.set(entry.case, record);
      cases.set(entry.reference, entry.case);
      shelve(record, before);
    },
    heading: (caseId) => records.get(caseId)?.heading ?? null,
    caseOf: (reference) => cases.get(reference) ?? null,
    places: (caseId) => placesOf(records.get(caseId)?.places ?? []),
    list(filter) {
      const labels = labelsOf(filter);
      const asked = labels.map((label) => shelves.get(label) ?? new Set<Indexed>());
      const [fewest = records.values(), ...others] = asked.sort((a, b) => a.size - b.size);
      // One list and no more: a third of 100,000 records may be asked for, and what is thrown away must be collected.
      const found: Indexed[] = [];
      const since = filter.changedSince?.toISOString();
      const isRecent = ({ heading }: Indexed) => since === undefined || heading.changedAt >= since;
      for (const record of fewest)
        if (isRecent(record) && others.every((shelf) => shelf.has(record))) found.push(record);
      return found.sort(byNewest).map(({ heading }) => heading);
    },
    get count() {
      return records.size;
    },
    get head() {
      return last?.head ?? null;
    },
    tails,
    get isBound() {
      return isBound;
    },
    get noted() {
      return noted;
    },
    copy() {
      if (last === null) return null;
      // Headings are never changed, only replaced; the lists of places grow.
      const copies = Array.from(records.values(), ({ heading, places }) => ({ heading, places: [...places] }));
      return { ...last, isBound, noted, tails: [...tails], records: copies };
    },
    restore(copy) {
      const { head, size, length } = copy;
      last = { head, size, length };
      isBound = copy.isBound;
      noted = copy.noted;
      for (const tail of copy.tails) tails.add(tail);
      for (const one of copy.records) {
        const record: Indexed = { heading: one.heading, places: one.places, first: one.places[0] ?? 0 };
        records.set(record.heading.case, record);
        cases.set(record.heading.reference, record.heading.case);
        shelve(record, null);
      }
    },
  };
}

function placesOf(places: readonly number[]): Place[] {
  return Array.from({ length: places.length / 3 }, (_, at) => {
    const [sequence = 0, offset = 0, length = 0] = places.slice(3 * at, 3 * at + 3);
    return { sequence, offset, length };
  });
}

function labelsOf(of: Filter | RecordHeading): string[] {
  const { requester, approver, review } = of;
  const isIncomplete = 'completeBy' in of ? of.completeBy !== null : of.incomplete;
  const incomplete = isIncomplete ? 'yes' : null;
  const { closed, disposed } = 'case' in of ? endsOf(of) : of;
  const shown = { closed: closed ? 'yes' : null, disposed: disposed ? 'yes' : null };
  // What waits for one approver has a shelf of its own: most records may be theirs, and most may be waiting.
  const desk = approver && review ? `${approver} ${review}` : null;
  const apart = 'case' in of || desk === null ? { approver, review } : {};
  return Object.entries({ requester, ...apart, desk, incomplete, ...shown }).flatMap(([kind, value]) =>
    value === undefined || value === null ? [] : [`${kind} ${value}`],
  );
}

const endsOf = ({ closedAt, disposedAt }: RecordHeading) => ({
  closed: closedAt !== null && disposedAt === null,
  disposed: disposedAt !== null,
});

const byNewest = (a: Indexed, b: Indexed): number => b.first - a.first;

function headingAfter(entry: CaseEntry, submittedAt: string | undefined): RecordHeading {
  const { case: id, reference, agreement, organisation, requester, approver, review, disclosure } = entry;
  return {
    case: id,
    reference,
    agreement,
    organisation,
    requester,
    approver,
    review,
    disclosure,
    emergency: entry.emergency,
    completeBy: entry.completeBy,
    waitingSince: entry.waitingSince,
    remindedAt: entry.remindedAt,
    escalatedAt: entry.escalatedAt,
    closedAt: entry.closedAt,
    disposalAskedBy: entry.disposalAskedBy,
    disposedAt: entry.disposedAt,
    submittedAt: submittedAt ?? entry.events[0]?.at ?? entry.time,
    changedAt: entry.events.at(-1)?.at ?? entry.time,
    revision: entry.revision,
  };
}
