import { type ListItem, listCard } from '../../cards/list/list.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { may } from '../records/decide.ts';
import type { RecordHeading } from '../records/record.ts';
import { coveredBy, type Reviewer } from '../records/standing.ts';
import type { Person } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { reviewerOf } from './office.ts';
import { maySee, noRecord, openRecord } from './openRecord.ts';
import { recordFor } from './recordView.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { day } from './words.ts';

const reviewWords = {
  awaiting: 'waiting for review',
  'with-ig-lead': 'with the IG lead',
  returned: 'returned for more',
  approved: 'approved',
  declined: 'declined',
  withdrawn: 'withdrawn',
} as const;

const agreementName = (house: House, id: string): string =>
  house.knowledge.current().agreements.get(id)?.shortName ?? 'No agreement we hold';

/** A record to open; `more` stands in the place of the day it was submitted. */
export const recordItem = (
  house: House,
  heading: RecordHeading,
  more: readonly string[] = [day(heading.submittedAt)],
): ListItem => ({
  title: `${heading.reference}${heading.emergency ? ' (emergency)' : ''}`,
  detail: [
    agreementName(house, heading.agreement),
    heading.closedAt === null ? reviewWords[heading.review] : `${reviewWords[heading.review]} and closed`,
    ...more,
  ].join(', '),
  verb: 'review.open',
  data: { case: heading.case },
});

/** The person's own records, newest first. */
export async function myRecords(house: House, turn: Turn, page: number): Promise<Reply> {
  const all = await house.stores.records.list({ requester: turn.person.id });
  const records = all.filter(({ disposedAt }) => disposedAt === null);
  if (records.length === 0) return { card: noticeCard('no-records') };
  return {
    card: listCard(
      'records',
      records.map((heading) => recordItem(house, heading)),
      { pages: { page, verb: 'register.mine', typed: 'my records' } },
    ),
  };
}

/** What waits for this person's decision, as the review table has it. Emergencies first. */
export async function waitingFor(house: House, person: Person): Promise<RecordHeading[]> {
  if (!reviews(person)) return [];
  const { records } = house.stores;
  const reviewer = await reviewerOf(house, person);
  // Without that role somebody decides on what names them, or whom they cover for, which needs no look at all that waits.
  const open = person.roles.includes('ig-lead')
    ? [await records.list({ review: 'awaiting' }), await records.list({ review: 'with-ig-lead' })].flat()
    : await listsOf(house, reviewer);
  const waiting = open.filter((heading) => may(heading, 'approved', reviewer));
  return waiting.toSorted((one, other) => Number(other.emergency) - Number(one.emergency));
}

async function listsOf({ stores }: House, { id, office }: Reviewer): Promise<RecordHeading[]> {
  const named = new Set([id, ...coveredBy(id, office)]);
  const lists = [...named].map((approver) => stores.records.list({ review: 'awaiting', approver }));
  return (await Promise.all(lists)).flat();
}

const reviews = ({ roles }: Person): boolean => roles.includes('approver') || roles.includes('ig-lead');

export async function pending(house: House, turn: Turn, page: number): Promise<Reply> {
  if (!reviews(turn.person)) return { card: noticeCard('not-your-role') };
  const waiting = await waitingFor(house, turn.person);
  if (waiting.length === 0) return { card: noticeCard('none-pending') };
  return {
    card: listCard(
      'pending',
      waiting.map((heading) => recordItem(house, heading)),
      { pages: { page, verb: 'register.pending', typed: 'pending' } },
    ),
  };
}

/** A record by the reference people quote, for those who may see it. */
export async function openReference(house: House, turn: Turn, reference: string): Promise<Reply> {
  const heading = await house.stores.records.byReference(reference);
  if (!heading || !maySee(heading, await reviewerOf(house, turn.person)))
    return { card: noticeCard('reference-unknown') };
  const record = await openRecord(house, turn.person, heading.case);
  if (!record) return noRecord(house, turn.person, heading.case);
  return { card: await recordFor(house, turn.person, record), showsCase: record.case };
}

export const registerActions = {
  'register.mine': (house, turn, { data }) => myRecords(house, turn, data.page ?? 1),
  'register.pending': (house, turn, { data }) => pending(house, turn, data.page ?? 1),
} satisfies Handlers;
