import { lifeOf } from '../records/life.ts';
import type { RecordHeading } from '../stores/ports.ts';
import type { House } from './house.ts';

/** What somebody would leave behind. */
export interface OpenWork {
  /** Ids of their drafts. */
  readonly drafts: readonly string[];
  /** Records that name them as the approver, and are not decided. */
  readonly reviews: readonly RecordHeading[];
  /** Records they made in which something is still to be done: decided, completed, or said what became of it. */
  readonly records: readonly RecordHeading[];
  /** Records that they asked to dispose of, and nobody has agreed to yet. */
  readonly disposals: readonly RecordHeading[];
}

export const noWork: OpenWork = { drafts: [], reviews: [], records: [], disposals: [] };

/** It is approved, and nobody has said whether the information went; or its full record is due. */
const isUnfinished = (heading: RecordHeading): boolean =>
  lifeOf(heading) === 'open' &&
  (heading.completeBy !== null || (heading.review === 'approved' && heading.disclosure === 'not-yet'));

/** Everybody who has something open, by our id. */
export async function openWork({ stores }: Pick<House, 'stores'>): Promise<ReadonlyMap<string, OpenWork>> {
  const found = new Map<string, OpenWork>();
  const note = (id: string, more: (work: OpenWork) => Partial<OpenWork>) => {
    const work = found.get(id) ?? noWork;
    found.set(id, { ...work, ...more(work) });
  };
  for (const { id, owner } of await stores.drafts.list({})) note(owner, ({ drafts }) => ({ drafts: [...drafts, id] }));
  for (const review of ['awaiting', 'with-ig-lead', 'returned'] as const)
    for (const heading of await stores.records.list({ review })) {
      note(heading.requester, ({ records }) => ({ records: [...records, heading] }));
      if (heading.approver !== null) note(heading.approver, ({ reviews }) => ({ reviews: [...reviews, heading] }));
    }
  for (const review of ['approved', 'declined'] as const)
    for (const heading of await stores.records.list({ review }))
      if (isUnfinished(heading)) note(heading.requester, ({ records }) => ({ records: [...records, heading] }));
  for (const heading of await stores.records.list({ closed: true }))
    if (heading.disposalAskedBy !== null)
      note(heading.disposalAskedBy, ({ disposals }) => ({ disposals: [...disposals, heading] }));
  return found;
}

/** How much of it there is. */
export const countsOf = ({ drafts, reviews, records, disposals }: OpenWork) => ({
  drafts: drafts.length,
  reviews: reviews.length,
  records: records.length,
  disposals: disposals.length,
});
