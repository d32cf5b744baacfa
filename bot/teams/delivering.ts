import type { Activity } from 'botbuilder';
import { asksForWords } from '../../cards/render.ts';
import type { House } from '../conversation/house.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Speaker } from '../conversation/turn.ts';
import type { ConversationReference } from '../stores/ports.ts';
import { cardMessage, textMessage } from './message.ts';
import type { Post } from './post.ts';

/** Where a reply goes, and whose card it is. */
export interface Destination {
  readonly to: ConversationReference;
  readonly speaker: Speaker;
  readonly isPersonal: boolean;
  /** The activity that carried the pressed button, if there was one. */
  readonly card: string | null;
}

/**
 * Sends a reply as messages. With a carrying card in the personal chat the reply's card takes its place; where that
 * is refused (the message was deleted) it is sent as a new one. Gives the message that shows the reply, if one does.
 */
export async function deliver(
  house: House,
  post: Post,
  reply: Reply,
  destination: Destination,
): Promise<string | null> {
  const replaced = destination.isPersonal ? destination.card : null;
  const shown = reply.card
    ? await showCard(house, post, cardMessage(reply.card, reply.text), destination, replaced)
    : reply.text === undefined
      ? null
      : await sendNew(house, post, textMessage(reply.text), destination);
  await further(house, post, reply, destination);
  await remember(house, reply.showsCase, destination, shown);
  return shown;
}

/**
 * After an invoke was answered: Teams shows the answer's card until the chat is opened again, then the message as it
 * was sent. So the message is replaced too (personal chat only: in a group each sees their own answer). Not while the
 * card asks for something: replacing it would wipe what the person has begun to type, and an older card that comes
 * back leads to the same place.
 */
export async function persist(house: House, post: Post, reply: Reply, destination: Destination): Promise<void> {
  const { card, isPersonal } = destination;
  let shown: string | null = null;
  if (reply.card && card && isPersonal)
    shown = asksForWords(reply.card) ? card : await put(house, post, cardMessage(reply.card), destination, card);
  if (reply.card && reply.text !== undefined) await sendNew(house, post, textMessage(reply.text), destination);
  await further(house, post, reply, destination);
  await remember(house, reply.showsCase, destination, shown);
}

/** The further card of a reply. */
async function further(house: House, post: Post, { followUp, followUpShows }: Reply, destination: Destination) {
  if (!followUp) return;
  await remember(house, followUpShows, destination, await sendNew(house, post, cardMessage(followUp), destination));
}

async function showCard(
  house: House,
  post: Post,
  message: Partial<Activity>,
  to: Destination,
  replaced: string | null,
) {
  return (replaced && (await put(house, post, message, to, replaced))) || sendNew(house, post, message, to);
}

const sendNew = (house: House, post: Post, message: Partial<Activity>, destination: Destination) =>
  put(house, post, message, destination);

/** The id of the message as it stands; null when it could not be sent, which is logged by ids. */
async function put(house: House, post: Post, message: Partial<Activity>, { to }: Destination, replace?: string) {
  const delivery = await post(to, message, replace);
  if (delivery.kind === 'sent') return delivery.activityId;
  const fields = {
    conversation: to.conversationId,
    replaces: replace ?? null,
    outcome: delivery.kind,
    why: delivery.why,
  };
  house.log.warn(fields, 'an answer was not delivered');
  return null;
}

/** Notes where a card of a case stands, so that it can be replaced when the case changes. */
async function remember(
  house: House,
  caseId: string | undefined,
  { speaker, isPersonal }: Destination,
  activityId: string | null,
) {
  if (!caseId || !activityId || !isPersonal) return;
  try {
    const person = await house.stores.people.byDirectory(speaker.directoryId);
    if (person) await house.stores.outbox.posted({ case: caseId, person: person.id, activityId });
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown';
    house.log.warn({ case: caseId, why }, 'where a card stands could not be noted');
  }
}
