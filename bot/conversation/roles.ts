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
import { named, shortName } from './named.ts';
import { choosing, findButton, longestWhole, unconfirmed } from './narrowed.ts';
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

/** Who holds which role: everybody, while they are few; else how many do, and those whom the card shows. */
function listed(people: readonly Person[], inSight: ReadonlySet<string>): string[] {
  const holders = people.filter(({ roles: held }) => held.length > 0);
  const lines = (some: readonly Person[]) =>
    some.map((person) => `${shortName(person)}: ${person.roles.map(roleName).join(', ')}`);
  if (holders.length <= longestWhole) return lines(holders);
  const counts = roles.map(
    ({ id, label }) => `${label}: ${people.filter(({ roles: held }) => held.includes(id)).length}`,
  );
  return [
    `${holders.length} people hold a role. ${counts.join(', ')}. Find somebody to see theirs.`,
    ...lines(holders.filter(({ id }) => inSight.has(id))),
  ];
}

const who = { key: 'person', label: 'Who?' } as const;

async function form(house: House, turn: Turn, typed: Inputs = {}, problem = '', banner = ''): Promise<Reply> {
  const people = await house.stores.people.all();
  // Nobody grants a role to themselves, so the administrator is not on the list.
  const others = named(people.filter(({ id }) => id !== turn.person.id));
  const whose = choosing({ ...who, people: others, typed, required: true, problem });
  const fields = [
    ...whose,
    field('choice', 'doing', 'Give or take away?', { required: true, choices: doings, value: typed.doing ?? 'give' }),
    field('choice', 'role', 'Which role?', { required: true, choices: roles, value: typed.role ?? '' }),
  ];
  return {
    card: formCard({
      kind: 'roles',
      fields,
      more: listed(people, new Set(whose.flatMap(({ choices }) => choices.map(({ value }) => value)))),
      banner,
      actions: [button('Save', 'roles.change', {}, 'positive'), ...findButton([{ people: others }], 'roles.open')],
    }),
  };
}

async function change(house: House, turn: Turn, typed: Inputs): Promise<Reply> {
  const others = named((await house.stores.people.all()).filter(({ id }) => id !== turn.person.id));
  const toFind = unconfirmed(typed, { ...who, people: others });
  if (toFind) return form(house, turn, typed, toFind);
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
  'roles.open': async (house, turn, { inputs }) =>
    isAdministrator(house, turn.person) ? form(house, turn, inputs) : { card: noticeCard('not-your-role') },
  'roles.change': async (house, turn, { inputs }) =>
    isAdministrator(house, turn.person) ? change(house, turn, inputs) : { card: noticeCard('not-your-role') },
} satisfies Handlers;
