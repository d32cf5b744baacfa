import { type Button, button } from '../../cards/button.ts';
import { digestWords } from '../../cards/list/digestWords.ts';
import { type ListItem, listCard } from '../../cards/list/list.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import { bankHolidays } from '../records/bankHolidays.ts';
import { patienceFor } from '../records/reviewPatience.ts';
import { hoursWaited, waitsSince } from '../records/waiting.ts';
import { dayOf } from '../records/workingDays.ts';
import type { Person, RecordHeading } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { recordItem, waitingFor } from './register.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { dayAndTime, weekdayAndDay } from './words.ts';

interface Review {
  readonly heading: RecordHeading;
  readonly isLate: boolean;
}

/** All that a daily list tells of. */
interface Waiting {
  /** The late ones first, of these the emergencies, then those that have waited longest. */
  readonly reviews: readonly Review[];
  /** Emergencies whose full record is late. */
  readonly overdue: readonly RecordHeading[];
  readonly questions: number;
  readonly notTold: number;
}

/** Theirs from now on; nobody who has not said so goes without. */
export const digestOf = ({ digest }: Person): NonNullable<Person['digest']> => digest ?? { isOff: false, sentOn: null };

/** Who may have something waiting. */
export const hasDigest = ({ roles }: Person): boolean => roles.includes('approver') || roles.includes('ig-lead');

async function reviewsFor(house: House, person: Person, at: Date): Promise<Review[]> {
  const waiting = await waitingFor(house, person);
  if (waiting.length === 0) return [];
  const [isHoliday, hours] = [await bankHolidays(), await house.stores.settings.read()];
  const place = ({ heading, isLate }: Review) =>
    `${Number(!isLate)}${Number(!heading.emergency)}${waitsSince(heading)}`;
  return waiting
    .map((heading) => ({
      heading,
      isLate: hoursWaited(heading, at, hours, isHoliday) >= patienceFor(heading, hours).remind,
    }))
    .sort((one, other) => (place(one) < place(other) ? -1 : 1));
}

async function waitingOf(house: House, person: Person, at: Date): Promise<Waiting> {
  const reviews = await reviewsFor(house, person, at);
  if (!person.roles.includes('ig-lead')) return { reviews, overdue: [], questions: 0, notTold: 0 };
  const { records, questions, outbox } = house.stores;
  const today = dayOf(at);
  const asked = await questions.list({ state: 'waiting' }, at);
  return {
    reviews,
    overdue: (await records.list({ incomplete: true })).filter(({ completeBy }) => completeBy && completeBy < today),
    questions: asked.filter(({ asker }) => asker !== person.id).length,
    notTold: (await outbox.notDelivered()).length,
  };
}

function countsOf({ reviews, overdue, questions, notTold }: Waiting): string[] {
  const oldest = reviews.map(({ heading }) => waitsSince(heading)).sort()[0];
  const late = reviews.filter(({ isLate }) => isLate).length;
  const said = oldest && [
    digestWords.reviews(reviews.length, dayAndTime(oldest)),
    digestWords.late(late, reviews.length),
  ];
  return [
    said ? said.join(' ').trim() : '',
    overdue.length > 0 ? digestWords.overdue(overdue.length) : '',
    questions > 0 ? digestWords.questions(questions) : '',
    notTold > 0 ? digestWords.notTold(notTold) : '',
  ].filter((words) => words !== '');
}

function itemsOf(house: House, { reviews, overdue }: Waiting): ListItem[] {
  const said = (heading: RecordHeading, ...words: readonly string[]): ListItem =>
    recordItem(house, heading, [heading.organisation, ...words]);
  const known = new Set(reviews.map(({ heading }) => heading.case));
  return [
    ...reviews.map(({ heading, isLate }) =>
      said(
        heading,
        ...(heading.escalatedAt === null ? [] : [digestWords.escalated]),
        digestWords.since(dayAndTime(waitsSince(heading)), isLate),
      ),
    ),
    ...overdue
      .filter((heading) => !known.has(heading.case))
      .map((heading) => said(heading, digestWords.dueBy(weekdayAndDay(heading.completeBy ?? '')))),
  ];
}

const buttonsFor = ({ reviews, questions, notTold }: Waiting): Button[] => [
  ...(reviews.length > 0 ? [button('All that waits for review', 'register.pending')] : []),
  ...(questions > 0 ? [button('Questions', 'escalate.waiting')] : []),
  ...(notTold > 0 ? [button('Not told', 'not-notified.list')] : []),
  button('Stop this daily list', 'digest.off'),
];

/** A page, counted from 1, of what waits for a person now; null when nothing does. */
export async function digestCard(house: House, person: Person, at: Date, page = 1): Promise<Rendered | null> {
  if (!hasDigest(person)) return null;
  const waiting = await waitingOf(house, person, at);
  const counts = countsOf(waiting);
  if (counts.length === 0) return null;
  return listCard('digest', itemsOf(house, waiting), {
    lead: counts.join(' '),
    actions: buttonsFor(waiting),
    pages: { page, verb: 'digest.show', typed: 'digest' },
  });
}

/** The list whenever somebody asks for it. */
export async function showDigest(house: House, { person, at }: Turn, page: number): Promise<Reply> {
  return { card: (await digestCard(house, person, at, page)) ?? noticeCard('digest-empty') };
}

async function turn(house: House, { person }: Turn, isOff: boolean): Promise<Reply> {
  await house.stores.people.change(person.id, (current) => ({ ...current, digest: { ...digestOf(current), isOff } }));
  return {
    card: isOff
      ? noticeCard('digest-off', { actions: [button('Send it again', 'digest.on')] })
      : noticeCard('digest-on', { actions: [button('Stop this daily list', 'digest.off')] }),
  };
}

export const turnDigest = (house: House, said: Turn, word: string): Promise<Reply> =>
  turn(house, said, word.toLowerCase() === 'off');

export const digestActions = {
  'digest.show': (house, said, { data }) => showDigest(house, said, data.page ?? 1),
  'digest.on': (house, said) => turn(house, said, false),
  'digest.off': (house, said) => turn(house, said, true),
} satisfies Handlers;
