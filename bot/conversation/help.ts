import { button } from '../../cards/button.ts';
import { noticeCard, notToldWords, retentionWords, waitingWords } from '../../cards/notice/notice.ts';
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

/** What waits for a person: decisions for their review, and, for an IG lead, messages that reached nobody. */
interface Waiting {
  readonly reviews: number;
  readonly notTold: number;
  /** Nobody has said how long records are kept. */
  readonly isRetentionUnset: boolean;
}

/** Greeting or help in a personal chat. */
export function greeting(kind: 'welcome' | 'help', house: House, person: Person, waiting: Waiting): Rendered {
  const { reviews, notTold, isRetentionUnset } = waiting;
  const said = [
    reviews > 0 ? waitingWords(reviews) : '',
    notTold > 0 ? notToldWords(notTold) : '',
    isRetentionUnset ? retentionWords : '',
  ];
  const banner = said.filter((words) => words !== '').join(' ');
  return noticeCard(kind, { banner, actions: nextSteps(house, person) });
}

/** Help after something was saved. */
export const helpCard = (house: House, person: Person, banner: string): Rendered =>
  noticeCard('help', { banner, actions: nextSteps(house, person) });
