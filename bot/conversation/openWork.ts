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
  const found = new Map<string, ReturnType<typeof nothingYet>>();
  const workOf = (id: string) => {
    const work = found.get(id) ?? nothingYet();
    found.set(id, work);
    return work;
  };
  for (const { id, owner } of await stores.drafts.list({})) workOf(owner).drafts.push(id);
  for (const review of ['awaiting', 'with-ig-lead', 'returned'] as const)
    for (const heading of await stores.records.list({ review })) {
      workOf(heading.requester).records.push(heading);
      if (heading.approver !== null) workOf(heading.approver).reviews.push(heading);
    }
  for (const review of ['approved', 'declined'] as const)
    for (const heading of await stores.records.list({ review }))
      if (isUnfinished(heading)) workOf(heading.requester).records.push(heading);
  for (const heading of await stores.records.list({ closed: true }))
    if (heading.disposalAskedBy !== null) workOf(heading.disposalAskedBy).disposals.push(heading);
  return found;
}

const nothingYet = () => ({
  drafts: [] as string[],
  reviews: [] as RecordHeading[],
  records: [] as RecordHeading[],
  disposals: [] as RecordHeading[],
});

/** How much of it there is. */
export const countsOf = ({ drafts, reviews, records, disposals }: OpenWork) => ({
  drafts: drafts.length,
  reviews: reviews.length,
  records: records.length,
  disposals: disposals.length,
});
