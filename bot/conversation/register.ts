import { type ListItem, listCard } from '../../cards/list/list.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { RecordHeading } from '../records/record.ts';
import type { Person } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import { draftName } from './checklistView.ts';
import type { House } from './house.ts';
import { mayDecide, maySee, recordFor } from './recordView.ts';
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

const recordItem = (house: House, heading: RecordHeading): ListItem => ({
  title: `${heading.reference}${heading.emergency ? ' (emergency)' : ''}`,
  detail: `${agreementName(house, heading.agreement)}, ${reviewWords[heading.review]}, ${day(heading.submittedAt)}`,
  verb: 'review.open',
  data: { case: heading.case },
});

/** The person's own records, newest first. */
export async function myRecords(house: House, turn: Turn): Promise<Reply> {
  const records = await house.stores.records.list({ requester: turn.person.id });
  if (records.length === 0) return { card: noticeCard('no-records') };
  return {
    card: listCard(
      'records',
      records.map((heading) => recordItem(house, heading)),
    ),
  };
}

/** What waits for this person's decision, as the review table has it. Emergencies first. */
export async function waitingFor(house: House, person: Person): Promise<RecordHeading[]> {
  if (!reviews(person)) return [];
  const { records } = house.stores;
  const open = [await records.list({ review: 'awaiting' }), await records.list({ review: 'with-ig-lead' })].flat();
  const waiting = open.filter((heading) => mayDecide(heading, person, house.now()));
  return waiting.toSorted((one, other) => Number(other.emergency) - Number(one.emergency));
}

const reviews = ({ roles }: Person): boolean => roles.includes('approver') || roles.includes('ig-lead');

export async function pending(house: House, turn: Turn): Promise<Reply> {
  if (!reviews(turn.person)) return { card: noticeCard('not-your-role') };
  const waiting = await waitingFor(house, turn.person);
  if (waiting.length === 0) return { card: noticeCard('none-pending') };
  return {
    card: listCard(
      'pending',
      waiting.map((heading) => recordItem(house, heading)),
    ),
  };
}

/** The person's drafts, newest first. */
export async function myDrafts(house: House, turn: Turn): Promise<Reply> {
  const drafts = await house.stores.drafts.ofOwner(turn.person.id);
  if (drafts.length === 0) return { card: noticeCard('no-drafts') };
  const items = drafts.map(
    (draft): ListItem => ({
      title: draftName(house.knowledge.current(), draft),
      detail: `Saved ${day(draft.savedAt)}`,
      verb: 'checklist.resume',
      data: { case: draft.id },
    }),
  );
  return { card: listCard('drafts', items) };
}

/** A record by the reference people quote, for those who may see it. */
export async function openReference(house: House, turn: Turn, reference: string): Promise<Reply> {
  const heading = await house.stores.records.byReference(reference);
  const record = heading && maySee(heading, turn.person) ? await house.stores.records.open(heading.case) : null;
  if (!record) return { card: noticeCard('reference-unknown') };
  return { card: await recordFor(house, turn.person, record), showsCase: record.case };
}

export const registerActions = {
  'register.mine': myRecords,
  'register.drafts': myDrafts,
  'register.pending': pending,
} satisfies Handlers;
