import { noticeCard, wroteSection } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import type { RecordHeading, SharingRecord } from '../records/record.ts';
import { type Reviewer, standings } from '../records/standing.ts';
import type { Person } from '../stores/ports.ts';
import type { House } from './house.ts';
import { reviewerOf } from './office.ts';
import type { Reply } from './reply.ts';
import { day } from './words.ts';

/** The person who made it, who reviews it, and IG leads; nobody else, administrators included. */
export function maySee(record: RecordHeading, reviewer: Reviewer): boolean {
  return !standings(record, reviewer).includes('other');
}

/** A record that is there for the person; null when it is not, or was disposed of. */
export async function openRecord(house: House, person: Person, caseId: string): Promise<SharingRecord | null> {
  const record = await house.stores.records.open(caseId);
  if (!record || record.submission === null) return null;
  return maySee(record, await reviewerOf(house, person)) ? record : null;
}

/** What is shown in the place of a record that was disposed of. */
export const disposedCard = (
  { reference, disposedAt }: RecordHeading,
  banner = '',
  typed: readonly string[] = [],
): Rendered =>
  noticeCard('disposed', {
    banner,
    sections: [wroteSection(typed)],
    more: [
      `This record was disposed of on ${day(disposedAt ?? '')} (reference ${reference}). Nothing of it is kept but that it existed.`,
    ],
  });

/**
 * Answers for a record that `openRecord` does not give: one that was disposed of says so to those who could see it. What
 * somebody typed for it, screened, comes back to them: it was theirs to review a moment ago.
 */
export async function noRecord(
  house: House,
  person: Person,
  caseId: string,
  { banner = '', typed = [] }: { readonly banner?: string; readonly typed?: readonly string[] } = {},
): Promise<Reply> {
  const heading = await house.stores.records.heading(caseId);
  const isTold = heading !== null && heading.disposedAt !== null && maySee(heading, await reviewerOf(house, person));
  const card = isTold
    ? disposedCard(heading, banner, typed)
    : noticeCard('not-yours', { sections: [wroteSection(typed)] });
  return { card };
}
