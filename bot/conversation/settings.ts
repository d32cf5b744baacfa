import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { Settings } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import { helpCard } from './help.ts';
import type { House } from './house.ts';
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

/** Input keys are kebab-case: `igContact` is asked as `ig-contact`. */
const inputKey = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function form(house: House, settings: Settings, typed?: Inputs): Promise<Reply> {
  const approvers = (await house.stores.people.withRole('approver')).map(({ id, name }) => ({ id, label: name }));
  const fields = texts.map(([key, label]) => {
    const value = typed?.[inputKey(key)] ?? settings[key];
    const problem = value.trim().length > longest ? `Tell us this in at most ${longest} characters` : '';
    return field('text', inputKey(key), label, { value, problem });
  });
  const value = typed?.['default-approvers'] ?? settings.defaultApprovers.join(',');
  const who = field('choices', 'default-approvers', 'Approvers for people who have not chosen one', {
    value,
    choices: approvers,
  });
  return {
    card: formCard({
      kind: 'settings',
      fields: approvers.length > 0 ? [...fields, who] : fields,
      actions: [button('Save', 'settings.save', {}, 'positive')],
    }),
  };
}

async function save(house: House, turn: Turn, typed: Inputs): Promise<Reply> {
  const current = await house.stores.settings.read();
  const words = Object.fromEntries(
    texts.map(([key]) => [key, (typed[inputKey(key)] ?? current[key]).trim()]),
  ) as Record<TextKey, string>;
  if (Object.values(words).some((text) => text.length > longest)) return form(house, current, typed);
  const approvers = await house.stores.people.withRole('approver');
  const chosen = (typed['default-approvers'] ?? '').split(',');
  const defaultApprovers = approvers.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  await house.stores.settings.save({ ...current, ...words, defaultApprovers });
  return { card: helpCard(house, turn.person, 'Settings saved. Everyone sees the new contacts from now on.') };
}

const isIgLead = (turn: Turn): boolean => turn.person.roles.includes('ig-lead');

export const settingsActions = {
  'settings.open': async (house, turn) =>
    isIgLead(turn) ? form(house, await house.stores.settings.read()) : { card: noticeCard('not-your-role') },
  'settings.save': async (house, turn, { inputs }) =>
    isIgLead(turn) ? save(house, turn, inputs) : { card: noticeCard('not-your-role') },
} satisfies Handlers;
