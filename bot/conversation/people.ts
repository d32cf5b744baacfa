import type { ConversationReference, Person } from '../stores/ports.ts';
import type { House } from './house.ts';
import type { Arrival } from './turn.ts';

const sameChat = (one: ConversationReference | null, other: ConversationReference | null): boolean =>
  one?.conversationId === other?.conversationId && one?.serviceUrl === other?.serviceUrl;

/**
 * The person behind an arrival: known, or made at first sight. Keeps the newest name and the newest personal chat
 * (service addresses change), and writes only when something did.
 */
export async function personOf(house: House, arrival: Arrival): Promise<Person> {
  const { speaker, chat } = arrival;
  const newcomer = { ...speaker, id: house.newId(), roles: [], profile: null, area: null, chat };
  const known = await house.stores.people.meet(newcomer);
  const name = speaker.name || known.name;
  if (known.name === name && !known.left && (chat === null || sameChat(known.chat, chat))) return known;
  const changed = await house.stores.people.change(known.id, (person) => ({
    ...person,
    // Who speaks has not left.
    ...(person.left && { left: null }),
    name,
    chat: chat ?? person.chat,
  }));
  // Somebody who waits for a first chat may have notices due.
  house.nudge();
  return changed ?? known;
}

/** Administrators come from the setting alone. */
export const isAdministrator = (house: House, person: Person): boolean =>
  house.adminIds.includes(person.directoryId.toLowerCase());
