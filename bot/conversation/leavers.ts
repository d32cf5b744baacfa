import { button } from '../../cards/button.ts';
import { formCard } from '../../cards/form/form.ts';
import { type ListItem, listCard } from '../../cards/list/list.ts';
import { leaverWords } from '../../cards/notice/leaver.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { recordOfAgain } from '../records/submit.ts';
import type { Person } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import { handOver } from './handOver.ts';
import type { House } from './house.ts';
import { type Named, named } from './named.ts';
import { choosing, chosenOf, findButton, unconfirmed } from './narrowed.ts';
import { countsOf, noWork, openWork } from './openWork.ts';
import { recordItem } from './register.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

const hasGone = ({ left }: Person): number => Number(left === 'it-seems' || left === 'handed-over');

/** What is known of their going, in front of what they have open. */
const going = ({ left }: Person): string =>
  left === 'it-seems' ? 'Seems to have left: ' : left === 'handed-over' ? 'Has left: ' : '';

/** People with something open whose name holds these words; those who have left, or seem to, stand first. */
async function list(house: House, turn: Turn, words: string): Promise<Reply> {
  const work = await openWork(house);
  const wanted = words.trim().toLowerCase();
  const people = (await house.stores.people.all())
    .filter(({ id, name }) => id !== turn.person.id && work.has(id) && name.toLowerCase().includes(wanted))
    .toSorted((one, other) => hasGone(other) - hasGone(one) || one.name.localeCompare(other.name));
  if (people.length === 0) return { card: noticeCard('no-leavers') };
  const items = people.map((person): ListItem => {
    const has = leaverWords.has(countsOf(work.get(person.id) ?? noWork));
    return {
      title: person.name,
      detail: `${going(person)}${has}`,
      verb: 'leavers.open',
      data: { person: person.id },
    };
  });
  return { card: listCard('leavers', items) };
}

/** Who may take over: holders of the role for reviews, any colleague but the IG lead who hands over for drafts. */
async function choicesFor(
  house: House,
  turn: Turn,
  leaver: Person,
): Promise<{ readonly approvers: readonly Named[]; readonly colleagues: readonly Named[] }> {
  const people = (await house.stores.people.all())
    .filter(({ id, left }) => id !== leaver.id && left !== 'handed-over')
    .toSorted((one, other) => one.name.localeCompare(other.name));
  return {
    approvers: named(people.filter(({ roles }) => roles.includes('approver'))),
    colleagues: named(people.filter(({ id }) => id !== turn.person.id)),
  };
}

const whoReviews = {
  key: 'approver',
  label: 'Who reviews what waits with them? Without a name the IG leads do',
} as const;
const whoGoesOn = {
  key: 'colleague',
  label: 'Who goes on with their drafts? Without a name they stay as they are',
} as const;

interface Shown {
  readonly typed?: Inputs;
  readonly problems?: Readonly<Partial<Record<'approver' | 'colleague', string>>>;
  readonly banner?: string;
}

async function form(house: House, turn: Turn, leaver: Person, shown: Shown = {}): Promise<Reply> {
  const { typed = {}, problems = {}, banner = '' } = shown;
  const work = (await openWork(house)).get(leaver.id) ?? noWork;
  const records = work.records.length + work.disposals.length;
  const { approvers, colleagues } = await choicesFor(house, turn, leaver);
  const reviews = { ...whoReviews, people: work.reviews.length > 0 ? approvers : [] };
  const drafts = { ...whoGoesOn, people: work.drafts.length > 0 ? colleagues : [] };
  const asked = [reviews, drafts].filter(({ people }) => people.length > 0);
  const isDone = leaver.left === 'handed-over' && work.reviews.length + work.drafts.length === 0;
  return {
    card: formCard({
      kind: 'leaver',
      banner,
      more: [
        leaverWords.name(leaver.name, countsOf(work)),
        ...(work.drafts.some((id) => recordOfAgain(id) !== null) ? [leaverWords.again] : []),
        ...(work.records.length > 0 ? [leaverWords.records] : []),
        ...(work.disposals.length > 0 ? [leaverWords.disposals] : []),
      ],
      fields: asked.flatMap((one) => choosing({ ...one, typed, problem: problems[one.key] ?? '' })),
      actions: [
        ...(isDone
          ? []
          : [button('They have left: hand over', 'leavers.hand-over', { person: leaver.id }, 'destructive')]),
        ...findButton(asked, 'leavers.open', { person: leaver.id }),
        ...(records > 0 ? [button(leaverWords.theirRecords(records), 'leavers.records', { person: leaver.id })] : []),
        button('Back to the list', 'leavers.list'),
      ],
    }),
  };
}

/** What an IG lead has to end for them, a page at a time. */
async function records(house: House, turn: Turn, leaver: Person, page: number): Promise<Reply> {
  const work = (await openWork(house)).get(leaver.id) ?? noWork;
  const items = [...work.records, ...work.disposals].map((heading) => recordItem(house, heading));
  if (items.length === 0) return form(house, turn, leaver);
  const back = button('Back', 'leavers.open', { person: leaver.id });
  const pages = { page, verb: 'leavers.records', data: { person: leaver.id } } as const;
  return { card: listCard('leaver-records', items, { actions: [back], pages }) };
}

async function hand(house: House, turn: Turn, leaver: Person, typed: Inputs): Promise<Reply> {
  const { approvers, colleagues } = await choicesFor(house, turn, leaver);
  const approver = chosenOf(approvers, typed, whoReviews.key);
  const colleague = chosenOf(colleagues, typed, whoGoesOn.key);
  const toFind = [
    { key: whoReviews.key, problem: unconfirmed(typed, { ...whoReviews, people: approvers }) },
    { key: whoGoesOn.key, problem: unconfirmed(typed, { ...whoGoesOn, people: colleagues }) },
  ].filter(({ problem }) => problem !== '');
  const problems = {
    ...(typed.approver && !approver && { approver: 'Tell us who reviews it, from the list' }),
    ...(typed.colleague && !colleague && { colleague: 'Tell us who goes on with them, from the list' }),
    ...Object.fromEntries(toFind.map(({ key, problem }) => [key, problem])),
  };
  if (Object.keys(problems).length > 0) return form(house, turn, leaver, { typed, problems });
  if ((await house.members.of(turn.person)) !== 'member')
    return form(house, turn, leaver, { typed, banner: leaverWords.notMember });
  const open = countsOf((await openWork(house)).get(leaver.id) ?? noWork);
  const handed = await handOver(house, turn, leaver, {
    approver: approver?.id ?? null,
    colleague: colleague?.id ?? null,
  });
  const after = (await house.stores.people.byId(leaver.id)) ?? leaver;
  return form(house, turn, after, { banner: leaverWords.handed(leaver.name, handed, open) });
}

const isIgLead = (turn: Turn): boolean => turn.person.roles.includes('ig-lead');

/** For IG leads, about somebody else whom I know. */
const onLeaver =
  (then: (house: House, turn: Turn, leaver: Person, typed: Inputs) => Promise<Reply>) =>
  async (
    house: House,
    turn: Turn,
    { data, inputs }: { readonly data: { readonly person: string }; readonly inputs: Inputs },
  ): Promise<Reply> => {
    if (!isIgLead(turn)) return { card: noticeCard('not-your-role') };
    const leaver = data.person === turn.person.id ? null : await house.stores.people.byId(data.person);
    return leaver ? then(house, turn, leaver, inputs) : list(house, turn, '');
  };

/** People with something open, for IG leads; `words` is a part of a name. */
export const leavers = async (house: House, turn: Turn, words: string): Promise<Reply> =>
  isIgLead(turn) ? list(house, turn, words) : { card: noticeCard('not-your-role') };

export const leaversActions = {
  'leavers.list': (house, turn) => leavers(house, turn, ''),
  'leavers.open': onLeaver((house, turn, leaver, typed) => form(house, turn, leaver, { typed })),
  'leavers.hand-over': onLeaver(hand),
  'leavers.records': (house, turn, action) =>
    onLeaver((_, __, leaver) => records(house, turn, leaver, action.data.page ?? 1))(house, turn, action),
} satisfies Handlers;
