import { button } from '../../cards/button.ts';
import { noticeCard, waitingWords } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import type { Person } from '../stores/ports.ts';
import type { House } from './house.ts';
import { isAdministrator } from './people.ts';

/** What this person can do next, at most six buttons. */
const nextSteps = (house: House, person: Person) =>
  [
    button('Start the checklist', 'checklist.start', { case: house.newId() }, 'positive'),
    button('My drafts', 'register.drafts'),
    button('My records', 'register.mine'),
    ...(person.roles.includes('approver') ? [button('Pending', 'register.pending')] : []),
    ...(person.roles.includes('ig-lead') ? [button('Settings', 'settings.open')] : []),
    ...(isAdministrator(house, person) ? [button('Roles', 'roles.open')] : []),
    button('About me', 'profile.open'),
  ].slice(0, 6);

/** Greeting or help in a personal chat; `waiting` is how many decisions wait for this person's review. */
export function greeting(kind: 'welcome' | 'help', house: House, person: Person, waiting: number): Rendered {
  const banner = waiting > 0 ? waitingWords(waiting) : '';
  return noticeCard(kind, { banner, actions: nextSteps(house, person) });
}

/** Help after something was saved. */
export const helpCard = (house: House, person: Person, banner: string): Rendered =>
  noticeCard('help', { banner, actions: nextSteps(house, person) });
