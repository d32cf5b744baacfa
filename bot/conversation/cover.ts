import { type Button, button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { type Cover, holdsOn, isOpenOn, stopped, yearFrom } from '../records/cover.ts';
import { dayOf, isDay } from '../records/workingDays.ts';
import type { Person } from '../stores/ports.ts';
import { approverChoices } from './aboutMe.ts';
import type { Handlers } from './actions.ts';
import { noteCovers } from './coversDue.ts';
import type { House } from './house.ts';
import { choosing, chosenOf, findButton, unconfirmed } from './narrowed.ts';
import type { NoticeCard } from './notices.ts';
import { officeOf } from './office.ts';
import type { Reply } from './reply.ts';
import { tellReviewers } from './reviewersChanged.ts';
import type { Turn } from './turn.ts';
import { weekdayAndDay } from './words.ts';

/** Each has a button that stops it, beside *Save*. */
const mostOpen = 4;

const whoCovers = { key: 'by', label: 'Who covers for you?' } as const;

type Problems = Readonly<Partial<Record<'by' | 'from' | 'to', string>>>;

const days = ({ from, to }: Cover): string =>
  from === to ? `on ${weekdayAndDay(from)}` : `from ${weekdayAndDay(from)} to ${weekdayAndDay(to)}`;

const openCovers = ({ covers = [] }: Person, at: Date): Cover[] =>
  covers.filter((cover) => isOpenOn(cover, dayOf(at))).toSorted((one, other) => (one.from < other.from ? -1 : 1));

async function nameOf(house: House, id: string): Promise<string> {
  return (await house.stores.people.byId(id))?.name ?? 'somebody who has left';
}

interface Shown {
  readonly typed?: Inputs;
  readonly problems?: Problems;
  readonly banner?: string;
}

async function form(house: House, turn: Turn, { typed = {}, problems = {}, banner = '' }: Shown = {}): Promise<Reply> {
  const person = (await house.stores.people.byId(turn.person.id)) ?? turn.person;
  const open = await Promise.all(
    openCovers(person, turn.at).map(async (cover) => ({ cover, name: await nameOf(house, cover.by) })),
  );
  const choices = await approverChoices(house, person);
  const stops = open.map(({ cover, name }): Button => button(`Stop: ${name}`, 'cover.stop', { cover: cover.id }));
  const at = (key: keyof Problems, start = '') => ({
    required: true,
    value: typed[key] ?? start,
    problem: problems[key] ?? '',
  });
  const mayAdd = choices.length > 0 && open.length < mostOpen;
  const fields = [
    ...choosing({ ...whoCovers, people: choices, typed, required: true, problem: at('by').problem }),
    field('date', 'from', 'First day', at('from', dayOf(turn.at))),
    field('date', 'to', 'Last day', at('to')),
  ];
  return {
    card: formCard({
      kind: 'cover',
      more: [
        ...open.map(({ cover, name }) => `${name} covers for you ${days(cover)}.`),
        ...(choices.length > 0
          ? []
          : [
              'Nobody else holds the approver role, so nobody can cover for you yet. An administrator gives it: they type “roles”. Then type “cover” again.',
            ]),
        ...(open.length < mostOpen ? [] : ['To name somebody else, stop one of these first.']),
      ],
      fields: mayAdd ? fields : [],
      banner,
      actions: [
        ...(mayAdd
          ? [button('Save', 'cover.save', {}, 'positive'), ...findButton([{ people: choices }], 'cover.open')]
          : []),
        ...stops,
      ],
    }),
  };
}

function problemsOf(by: string | undefined, { from, to }: { from: string; to: string }, at: Date): Problems {
  const first = firstProblem(from, dayOf(at));
  const last = lastProblem(to, first === '' ? from : dayOf(at));
  return {
    ...(!by && { by: 'Tell us who covers for you, from the list' }),
    ...(first !== '' && { from: first }),
    ...(last !== '' && { to: last }),
  };
}

const noDay = 'Tell us a day, for example 2026-11-22';

function firstProblem(from: string, today: string): string {
  if (!isDay(from)) return noDay;
  if (from < today) return 'Tell us a first day that is not over';
  return from > yearFrom(today) ? 'Tell us a first day within a year from now' : '';
}

function lastProblem(to: string, from: string): string {
  if (!isDay(to)) return noDay;
  if (to < from) return 'Tell us a last day that is not before the first';
  return to > yearFrom(from) ? `Tell us a last day by ${weekdayAndDay(yearFrom(from))}: a year is the longest` : '';
}

async function save(house: House, turn: Turn, typed: Inputs): Promise<Reply> {
  const people = await approverChoices(house, turn.person);
  const wanted = chosenOf(people, typed, whoCovers.key);
  const span = { from: (typed.from ?? '').trim(), to: (typed.to ?? '').trim() };
  const toFind = unconfirmed(typed, { ...whoCovers, people });
  const problems = { ...problemsOf(wanted?.id, span, turn.at), ...(toFind && { by: toFind }) };
  if (!wanted || Object.keys(problems).length > 0) return form(house, turn, { typed, problems });
  const cover: Cover = { id: house.newId(), by: wanted.id, ...span, state: 'to-come' };
  const before = await officeOf(house);
  let isNew = false;
  await house.stores.people.change(turn.person.id, (person) => {
    const open = openCovers(person, turn.at);
    // The same press once more names nobody twice.
    isNew =
      open.length < mostOpen &&
      !open.some(({ by, from, to }) => by === cover.by && from === span.from && to === span.to);
    return isNew ? { ...person, covers: [...(person.covers ?? []), cover] } : person;
  });
  if (isNew) {
    await tellNamed(house, turn, cover);
    // Whoever is named decides nothing of this person's from now on, whenever the cover begins.
    await tellReviewers(house, before, await officeOf(house));
    await noteCovers(house, turn.person.id, turn.at, new Set([cover.id]));
  }
  return form(house, turn, { banner: isNew ? 'Saved. They have been told.' : '' });
}

async function stop(house: House, turn: Turn, id: string): Promise<Reply> {
  const before = await officeOf(house);
  let was: Cover | undefined;
  await house.stores.people.change(turn.person.id, (person) => {
    was = openCovers(person, turn.at).find((cover) => cover.id === id);
    const covers = (person.covers ?? []).map((cover) => (cover === was ? stopped(cover, dayOf(turn.at)) : cover));
    return was ? { ...person, covers } : person;
  });
  if (!was) return form(house, turn);
  await tellNamed(house, turn, was);
  await tellReviewers(house, before, await officeOf(house));
  return form(house, turn, { banner: `${await nameOf(house, was.by)} does not cover for you any more.` });
}

async function tellNamed(house: House, { person }: Turn, { by }: Cover): Promise<void> {
  await house.stores.outbox.add([{ to: by, kind: 'cover-changed', about: person.id }]);
  house.nudge();
}

/** For whom and when somebody covers, as it stands now; `about` is who named them. */
export async function coverNotice(house: House, to: Person, about: string): Promise<NoticeCard | null> {
  const approver = await house.stores.people.byId(about);
  if (!approver) return null;
  const at = house.now();
  const mine = openCovers(approver, at).filter(({ by }) => by === to.id);
  const isNow = mine.some((cover) => holdsOn(cover, dayOf(at)));
  const more = mine.map((cover) => `You cover for ${approver.name} ${days(cover)}.`);
  return {
    card: noticeCard(mine.length > 0 ? 'cover' : 'cover-over', {
      more: mine.length > 0 ? more : [`You do not cover for ${approver.name} any more.`],
      actions: isNow ? [button('Pending', 'register.pending')] : [],
    }),
  };
}

const isApprover = (turn: Turn): boolean => turn.person.roles.includes('approver');

/** An approver says who covers for them, from one day to another. */
export const coverActions = {
  'cover.open': async (house, turn, { inputs }) =>
    isApprover(turn) ? form(house, turn, { typed: inputs }) : { card: noticeCard('cover-not-needed') },
  'cover.save': async (house, turn, { inputs }) =>
    isApprover(turn) ? save(house, turn, inputs) : { card: noticeCard('cover-not-needed') },
  // Who lost the role may still take back what they said.
  'cover.stop': (house, turn, { data }) => stop(house, turn, data.cover),
} satisfies Handlers;
