import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { Settings } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import { helpCard } from './help.ts';
import type { House } from './house.ts';
import { type Named, named } from './named.ts';
import { choosing, findButton, longestWhole, unconfirmed } from './narrowed.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

const longest = 200;

/** Text settings with their labels, in the order of the card. */
export const texts = [
  ['organisation', 'Name of your organisation'],
  ['igContact', 'IG team: who to ask and how'],
  ['dpoContact', 'Data protection officer: who to ask and how'],
  ['caldicottContact', 'Caldicott Guardian: who to ask and how'],
  ['frontDoor', 'Front door for urgent concerns, with its number'],
  ['outOfHours', 'Out-of-hours team, with its number'],
] as const satisfies readonly (readonly [keyof Settings, string])[];

type TextKey = (typeof texts)[number][0];

/** Settings that are numbers of days, with their labels. */
const dayCounts = [
  ['draftDays', 'Days after which a draft that nobody changes is deleted'],
  ['draftWarningDays', 'How many days before that I warn its owner'],
] as const satisfies readonly (readonly [keyof Settings, string])[];

type DaysKey = (typeof dayCounts)[number][0];

const shortestDraft = 7;
const longestDraft = 365;

const retentionUnset =
  'Nobody has set yet how long records are kept. Until somebody does, I keep them all and dispose of none.';
const longestRetention = 100;

/** The years that stand after what was typed; null for none, 0 for what is no such number. */
function readYears({ retentionYears }: Settings, typed: Inputs): number | null {
  const words = typed['retention-years']?.trim() ?? (retentionYears === null ? '' : String(retentionYears));
  if (words === '') return null;
  return /^\d{1,3}$/.test(words) ? Number(words) : 0;
}

const isYearsRight = (years: number | null): boolean => years === null || (years >= 1 && years <= longestRetention);

const defaults = {
  kind: 'choices',
  key: 'default-approvers',
  label: 'Approvers for people who have not chosen one',
} as const;

/** Only the first of them who can review a record is asked, so that nobody needs many. */
const defaultsProblem = (typed: Inputs, people: readonly Named[]): string =>
  chosenIn(typed).length > longestWhole
    ? `Tell us at most ${longestWhole} people`
    : unconfirmed(typed, { ...defaults, people });

const chosenIn = (typed: Inputs): string[] => (typed[defaults.key] ?? '').split(',');

/** Input keys are kebab-case: `igContact` is asked as `ig-contact`. */
const inputKey = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function form(house: House, settings: Settings, typed?: Inputs, whoProblem = ''): Promise<Reply> {
  const people = named(await house.stores.people.withRole('approver'));
  const fields = texts.map(([key, label]) => {
    const value = typed?.[inputKey(key)] ?? settings[key];
    const problem = value.trim().length > longest ? `Tell us this in at most ${longest} characters` : '';
    return field('text', inputKey(key), label, { value, problem });
  });
  const days = readDays(settings, typed ?? {});
  const numbers = dayCounts.map(([key, label]) =>
    field('text', inputKey(key), label, {
      value: typed?.[inputKey(key)] ?? String(settings[key]),
      problem: problemOf(key, days),
    }),
  );
  const years = field('text', 'retention-years', 'Years for which a record is kept after it was closed', {
    value: typed?.['retention-years'] ?? String(settings.retentionYears ?? ''),
    problem: isYearsRight(readYears(settings, typed ?? {}))
      ? ''
      : `Tell us a whole number of years from 1 to ${longestRetention}, or nothing while it is not settled`,
  });
  const who = choosing({
    ...defaults,
    people,
    typed: { 'default-approvers': settings.defaultApprovers.join(','), ...typed },
    problem: whoProblem,
  });
  return {
    card: formCard({
      kind: 'settings',
      more: settings.retentionYears === null ? [retentionUnset] : [],
      fields: [...fields, ...numbers, years, ...(people.length > 0 ? who : [])],
      actions: [
        button('Save', 'settings.save', {}, 'positive'),
        ...findButton([{ people }], 'settings.open'),
        button('Working hours and reminders', 'settings.hours'),
        button('Approvers by agreement', 'routing.open'),
        button('Somebody has left', 'leavers.list'),
      ],
    }),
  };
}

/** The days that stand after what was typed; what is no whole number counts as 0. */
function readDays(settings: Settings, typed: Inputs): Record<DaysKey, number> {
  const days = dayCounts.map(([key]) => {
    const words = typed[inputKey(key)]?.trim() ?? String(settings[key]);
    return [key, /^\d{1,4}$/.test(words) ? Number(words) : 0] as const;
  });
  return Object.fromEntries(days) as Record<DaysKey, number>;
}

/** What is wrong with a number of days; empty when it will do. */
function problemOf(key: DaysKey, { draftDays, draftWarningDays }: Record<DaysKey, number>): string {
  const isKeptRight = draftDays >= shortestDraft && draftDays <= longestDraft;
  if (key === 'draftDays')
    return isKeptRight ? '' : `Tell us a whole number of days from ${shortestDraft} to ${longestDraft}`;
  const most = isKeptRight ? draftDays - 1 : longestDraft - 1;
  const isWarnedRight = draftWarningDays >= 1 && draftWarningDays <= most;
  return isWarnedRight ? '' : `Tell us a whole number of days from 1 to ${most}, fewer than a draft is kept`;
}

async function save(house: House, turn: Turn, typed: Inputs): Promise<Reply> {
  const current = await house.stores.settings.read();
  const words = Object.fromEntries(
    texts.map(([key]) => [key, (typed[inputKey(key)] ?? current[key]).trim()]),
  ) as Record<TextKey, string>;
  const days = readDays(current, typed);
  const retentionYears = readYears(current, typed);
  const approvers = await house.stores.people.withRole('approver');
  const whoProblem = defaultsProblem(typed, named(approvers));
  const isWrong =
    whoProblem !== '' ||
    !isYearsRight(retentionYears) ||
    Object.values(words).some((text) => text.length > longest) ||
    dayCounts.some(([key]) => problemOf(key, days) !== '');
  if (isWrong) return form(house, current, typed, whoProblem);
  const chosen = chosenIn(typed);
  const defaultApprovers = approvers.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  await house.stores.settings.change((now) => ({ ...now, ...words, ...days, retentionYears, defaultApprovers }));
  return { card: helpCard(house, turn.person, 'Settings saved. Everyone sees the new contacts from now on.') };
}

const isIgLead = (turn: Turn): boolean => turn.person.roles.includes('ig-lead');

export const settingsActions = {
  'settings.open': async (house, turn, { inputs }) =>
    isIgLead(turn) ? form(house, await house.stores.settings.read(), inputs) : { card: noticeCard('not-your-role') },
  'settings.save': async (house, turn, { inputs }) =>
    isIgLead(turn) ? save(house, turn, inputs) : { card: noticeCard('not-your-role') },
} satisfies Handlers;
