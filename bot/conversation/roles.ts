import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { Person, Role } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import { tellIgLeads } from './askedNotices.ts';
import type { House } from './house.ts';
import { offered } from './inputs.ts';
import { officeOf } from './office.ts';
import { isAdministrator } from './people.ts';
import type { Reply } from './reply.ts';
import { tellReviewers } from './reviewersChanged.ts';
import type { Turn } from './turn.ts';

const roles: readonly { id: Role; label: string }[] = [
  { id: 'approver', label: 'Approver' },
  { id: 'editor', label: 'Editor' },
  { id: 'ig-lead', label: 'IG lead' },
];
const doings = [
  { id: 'give', label: 'Give' },
  { id: 'take', label: 'Take away' },
] as const;

/** A role as users read it. */
export const roleName = (role: Role): string => roles.find(({ id }) => id === role)?.label ?? role;

const listed = (people: readonly Person[]): string[] =>
  people
    .filter(({ roles: held }) => held.length > 0)
    .map(({ name, roles: held }) => `${name}: ${held.map(roleName).join(', ')}`);

async function form(house: House, turn: Turn, typed: Inputs = {}, problem = '', banner = ''): Promise<Reply> {
  const people = await house.stores.people.all();
  // Nobody grants a role to themselves, so the administrator is not on the list.
  const others = people.filter(({ id }) => id !== turn.person.id).map(({ id, name }) => ({ id, label: name }));
  const fields = [
    field('choice', 'person', 'Who?', { required: true, choices: others, value: typed.person ?? '', problem }),
    field('choice', 'doing', 'Give or take away?', { required: true, choices: doings, value: typed.doing ?? 'give' }),
    field('choice', 'role', 'Which role?', { required: true, choices: roles, value: typed.role ?? '' }),
  ];
  return {
    card: formCard({
      kind: 'roles',
      fields,
      more: listed(people),
      banner,
      actions: [button('Save', 'roles.change', {}, 'positive')],
    }),
  };
}

async function change(house: House, turn: Turn, typed: Inputs): Promise<Reply> {
  const role = offered(roles, typed.role);
  const doing = offered(doings, typed.doing);
  const person = await house.stores.people.byId(typed.person ?? '');
  if (!role || !doing || !person) return form(house, turn, typed, 'Tell us who, and which role');
  if (person.id === turn.person.id)
    return form(house, turn, typed, 'Tell us somebody else: nobody changes their own roles');
  const before = await officeOf(house);
  const changed = await house.stores.people.change(person.id, (current) => {
    const kept = current.roles.filter((held) => held !== role.id);
    return { ...current, roles: doing.id === 'give' ? [...kept, role.id] : kept };
  });
  const leads = await house.stores.people.withRole('ig-lead');
  const told = [...new Set([...leads.map(({ id }) => id), person.id])].filter((id) => id !== turn.person.id);
  await house.stores.outbox.add(told.map((to) => ({ to, kind: 'role-granted', about: person.id })));
  // What waited for somebody who cannot decide any more waits for somebody else now.
  await tellReviewers(house, before, await officeOf(house));
  if (doing.id === 'give' && role.id === 'ig-lead') await tellIgLeads(house, turn.at);
  house.nudge();
  return form(house, turn, {}, '', `Saved. ${person.name}: ${changed?.roles.map(roleName).join(', ') || 'no role'}.`);
}

export const rolesActions = {
  'roles.open': async (house, turn) =>
    isAdministrator(house, turn.person) ? form(house, turn) : { card: noticeCard('not-your-role') },
  'roles.change': async (house, turn, { inputs }) =>
    isAdministrator(house, turn.person) ? change(house, turn, inputs) : { card: noticeCard('not-your-role') },
} satisfies Handlers;
