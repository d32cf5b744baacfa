import type { CaseEntry, LedgerLine } from '../../records/ledger.ts';
import type { RecordHeading, RecordStore } from '../ports.ts';

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
  /** Newest submission first; of two at the same instant the one that was committed later. */
  list(filter: Filter): RecordHeading[];
  readonly count: number;
}

interface Indexed {
  heading: RecordHeading;
  readonly places: Place[];
}

export function ledgerIndex(): LedgerIndex {
  const records = new Map<string, Indexed>();
  const cases = new Map<string, string>();
  /** Records by each thing a list can ask for, e.g. `review awaiting`: a short list must not look at 100,000. */
  const shelves = new Map<string, Set<Indexed>>();

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
    add({ entry, sequence, offset, length }) {
      if (entry.case === null) return;
      const known = records.get(entry.case);
      const before = known?.heading ?? null;
      const record = known ?? { heading: headingAfter(entry, undefined), places: [] };
      record.heading = headingAfter(entry, before?.submittedAt);
      record.places.push({ sequence, offset, length });
      records.set(entry.case, record);
      cases.set(entry.reference, entry.case);
      shelve(record, before);
    },
    heading: (caseId) => records.get(caseId)?.heading ?? null,
    caseOf: (reference) => cases.get(reference) ?? null,
    places: (caseId) => records.get(caseId)?.places ?? [],
    list(filter) {
      const labels = labelsOf(filter);
      const asked = labels.map((label) => shelves.get(label) ?? new Set<Indexed>());
      const fewest = asked.sort((a, b) => a.size - b.size)[0] ?? records.values();
      return [...fewest]
        .filter((record) => asked.every((shelf) => shelf.has(record)))
        .sort(byNewest)
        .map(({ heading }) => heading);
    },
    get count() {
      return records.size;
    },
  };
}

function labelsOf({ requester, approver, review }: Filter | RecordHeading): string[] {
  return Object.entries({ requester, approver, review }).flatMap(([kind, value]) =>
    value === undefined || value === null ? [] : [`${kind} ${value}`],
  );
}

function byNewest(a: Indexed, b: Indexed): number {
  if (a.heading.submittedAt !== b.heading.submittedAt) return a.heading.submittedAt < b.heading.submittedAt ? 1 : -1;
  return (b.places[0]?.sequence ?? 0) - (a.places[0]?.sequence ?? 0);
}

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
    submittedAt: submittedAt ?? entry.events[0]?.at ?? entry.time,
    changedAt: entry.events.at(-1)?.at ?? entry.time,
    revision: entry.revision,
  };
}
