import { button } from '../../cards/button.ts';
import { type NoticeKind, noticeCard } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import type { Person } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
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

function card(kind: NoticeKind, house: House, person: Person, banner = ''): Rendered {
  return noticeCard(kind, { banner, actions: nextSteps(house, person) });
}

/** First words in a personal chat. */
export const welcomeCard = (house: House, person: Person): Rendered => card('welcome', house, person);
export const helpCard = (house: House, person: Person, banner = ''): Rendered => card('help', house, person, banner);

export const helpActions = {
  'help.open': async (house, turn) => ({ card: helpCard(house, turn.person) }),
} satisfies Handlers;
