import { type Button, button } from '../../cards/button.ts';
import { type ListItem, listCard } from '../../cards/list/list.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { noChat, notNotifiedWords as words } from '../../cards/notice/notNotified.ts';
import type { NotDelivered, Person } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { dayAndTime } from './words.ts';

/** One thing that somebody was not told. */
interface Entry {
  readonly notice: NotDelivered;
  /** Null when the person is not known any more. */
  readonly person: Person | null;
  /** Ids of all notices that say it. */
  readonly ids: readonly string[];
  /** It was given up; else it waits for the person to open a chat, and trying again would change nothing. */
  readonly isGivenUp: boolean;
}

/** Longest ago first: what was given up, and what waits for people who have never opened a chat. */
async function entries(house: House): Promise<Entry[]> {
  const { outbox, people } = house.stores;
  const givenUp = await Promise.all(
    (await outbox.notDelivered()).map(
      async (notice): Promise<Entry> => ({
        notice,
        person: await people.byId(notice.to),
        ids: [notice.id],
        isGivenUp: true,
      }),
    ),
  );
  return [...givenUp, ...(await waitingForChat(house))].sort((one, other) =>
    one.notice.since < other.notice.since ? -1 : 1,
  );
}

async function waitingForChat(house: House): Promise<Entry[]> {
  const { outbox, people } = house.stores;
  const owed = await Promise.all((await outbox.peopleOwed()).map((id) => people.byId(id)));
  const chatless = new Map(owed.flatMap((person) => (person && !person.chat ? [[person.id, person]] : [])));
  if (chatless.size === 0) return [];
  const found = new Map<string, Entry>();
  for (const notice of await outbox.pending()) {
    const person = chatless.get(notice.to);
    if (!person) continue;
    const subject = JSON.stringify([notice.to, notice.kind, notice.about]);
    const before = found.get(subject);
    const first = before?.notice ?? { ...notice, since: notice.at, why: noChat };
    found.set(subject, { notice: first, person, ids: [...(before?.ids ?? []), notice.id], isGivenUp: false });
  }
  return [...found.values()];
}

/** Who asked the IG team something is not told to IG leads, so neither is who was not told the answer. */
function nameOf({ notice, person }: Entry): string {
  if (notice.kind === 'question-answered') return words.somebodyWhoAsked;
  return person?.name ?? words.somebodyWhoLeft;
}

async function titleOf(house: House, entry: Entry): Promise<string> {
  const heading = await house.stores.records.heading(entry.notice.about);
  return words.title(nameOf(entry), entry.notice.kind, heading?.reference ?? '');
}

const detailOf = ({ notice }: Entry): string => words.detail(dayAndTime(notice.since), notice.why);

/** What people were not told, for IG leads; `said` is what became of the last press. */
async function listed(house: House, said = ''): Promise<Reply> {
  const all = await entries(house);
  if (all.length === 0) return { card: noticeCard('all-told', { banner: said }) };
  const items = await Promise.all(
    all.map(
      async (entry): Promise<ListItem> => ({
        title: await titleOf(house, entry),
        detail: detailOf(entry),
        verb: 'not-notified.open',
        data: { notice: entry.notice.id },
      }),
    ),
  );
  const actions = all.some(({ isGivenUp }) => isGivenUp) ? [button('Try all again', 'not-notified.again-all')] : [];
  return { card: listCard('not-notified', items, { above: said ? [said] : [], actions }) };
}

async function buttonsOf(house: House, { notice, isGivenUp }: Entry): Promise<Button[]> {
  const heading = await house.stores.records.heading(notice.about);
  return [
    ...(isGivenUp ? [button('Try again', 'not-notified.again', { notice: notice.id }, 'positive')] : []),
    button('Settled another way', 'not-notified.settle', { notice: notice.id }),
    ...(heading ? [button('Open the record', 'review.open', { case: heading.case })] : []),
    button('Back to the list', 'not-notified.list'),
  ];
}

async function opened(house: House, entry: Entry): Promise<Reply> {
  const more = [`${await titleOf(house, entry)}.`, detailOf(entry), words.forServiceDesk(entry.notice.why)];
  return {
    card: noticeCard('not-notified', {
      more: more.filter((line) => line !== ''),
      actions: await buttonsOf(house, entry),
    }),
  };
}

/** For IG leads alone. */
const forLeads =
  <Action>(then: (house: House, turn: Turn, action: Action) => Promise<Reply>) =>
  async (house: House, turn: Turn, action: Action): Promise<Reply> =>
    turn.person.roles.includes('ig-lead') ? then(house, turn, action) : { card: noticeCard('not-your-role') };

/** A press on one entry; one that is not there any more is shown as the list without it. */
const onEntry = (then: (house: House, turn: Turn, entry: Entry) => Promise<Reply>) =>
  forLeads(async (house, turn, { data }: { readonly data: { readonly notice: string } }) => {
    const entry = (await entries(house)).find(({ ids }) => ids.includes(data.notice));
    return entry ? then(house, turn, entry) : listed(house, words.gone);
  });

/** What people were not told. */
export const notNotified = forLeads((house: House, _turn: Turn, _rest: unknown) => listed(house));

export const notNotifiedActions = {
  'not-notified.list': notNotified,
  'not-notified.open': onEntry((house, _turn, entry) => opened(house, entry)),
  'not-notified.again': onEntry(async (house, _turn, { notice }) => {
    await house.stores.outbox.again(notice.id);
    house.nudge();
    return listed(house, words.trying);
  }),
  'not-notified.again-all': forLeads(async (house) => {
    const { outbox } = house.stores;
    await Promise.all((await outbox.notDelivered()).map(({ id }) => outbox.again(id)));
    house.nudge();
    return listed(house, words.trying);
  }),
  'not-notified.settle': onEntry(async (house, turn, { notice, ids }) => {
    for (const id of ids) await house.stores.outbox.settle(id, 'otherwise');
    house.log.info({ notice: notice.id, kind: notice.kind, by: turn.person.id }, 'somebody was told another way');
    return listed(house, words.settled);
  }),
} satisfies Handlers;
