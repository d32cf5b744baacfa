import { recordOfAgain } from '../records/submit.ts';
import type { RecordHeading } from '../stores/ports.ts';
import type { House } from './house.ts';

/** What somebody would leave behind. */
export interface OpenWork {
  /** Ids of their drafts. A draft that hands a record in again is not among them: only its requester can do that. */
  readonly drafts: readonly string[];
  /** Records that name them as the approver, and are not decided. */
  readonly reviews: readonly RecordHeading[];
  /** Records they made that are not decided. */
  readonly records: readonly RecordHeading[];
}

export const noWork: OpenWork = { drafts: [], reviews: [], records: [] };

/** Everybody who has something open, by our id. */
export async function openWork({ stores }: Pick<House, 'stores'>): Promise<ReadonlyMap<string, OpenWork>> {
  const found = new Map<string, OpenWork>();
  const note = (id: string, more: (work: OpenWork) => Partial<OpenWork>) => {
    const work = found.get(id) ?? noWork;
    found.set(id, { ...work, ...more(work) });
  };
  for (const { id, owner } of await stores.drafts.list({}))
    if (recordOfAgain(id) === null) note(owner, ({ drafts }) => ({ drafts: [...drafts, id] }));
  for (const review of ['awaiting', 'with-ig-lead', 'returned'] as const)
    for (const heading of await stores.records.list({ review })) {
      note(heading.requester, ({ records }) => ({ records: [...records, heading] }));
      if (heading.approver !== null) note(heading.approver, ({ reviews }) => ({ reviews: [...reviews, heading] }));
    }
  return found;
}
