import type { Activity } from 'botbuilder';
import { asksForWords, type Rendered } from '../../cards/render.ts';
import { cardsShown } from '../conversation/cardsShown.ts';
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

/** The messages that show a reply and its further card, as far as they do. */
export interface Standing {
  readonly card: string | null;
  readonly further: string | null;
}

/**
 * Sends a reply as messages. With a carrying card in the personal chat the reply's card takes its place; where that
 * is refused (the message was deleted) it is sent as a new one.
 */
export async function deliver(house: House, post: Post, reply: Reply, destination: Destination): Promise<Standing> {
  const replaced = destination.isPersonal ? destination.card : null;
  const card = reply.card
    ? await showCard(house, post, cardMessage(reply.card, reply.text), destination, replaced)
    : reply.text === undefined
      ? null
      : await put(house, post, textMessage(reply.text), destination);
  return { card, further: await further(house, post, reply, destination) };
}

/**
 * After an invoke was answered: Teams shows the answer's card until the chat is opened again, then the message as it
 * was sent. So the message is replaced too (personal chat only: in a group each sees their own answer). Not while the
 * card asks for something: replacing it would wipe what the person has begun to type, and an older card that comes
 * back leads to the same place.
 */
export async function persist(house: House, post: Post, reply: Reply, destination: Destination): Promise<Standing> {
  const shown = reply.card && destination.isPersonal ? destination.card : null;
  if (reply.card && shown && !asksForWords(reply.card))
    await put(house, post, cardMessage(reply.card), destination, shown);
  if (reply.card && reply.text !== undefined) await put(house, post, textMessage(reply.text), destination);
  return { card: shown, further: await further(house, post, reply, destination) };
}

/**
 * Notes where cards of cases stand, so that they can be replaced when the case changes. What the person has just done
 * shows on their other cards of the case too; those are best effort, for their buttons are checked when they are pressed.
 */
export async function remember(house: House, post: Post, reply: Reply, destination: Destination, standing: Standing) {
  if (!destination.isPersonal) return;
  const { showsCase, followUpShows, isNews, card } = reply;
  if (followUpShows && standing.further) await note(house, followUpShows, destination, standing.further);
  if (!showsCase || !standing.card) return;
  const theirs = await note(house, showsCase, destination, standing.card);
  if (isNews && card)
    await renew(
      post,
      card,
      destination,
      (await theirs()).filter((id) => id !== standing.card),
    );
}

/** Gives how to find all of the person’s cards of the case. */
async function note(house: House, caseId: string, { speaker }: Destination, activityId: string) {
  const { people, outbox } = house.stores;
  try {
    const person = await people.byDirectory(speaker.directoryId);
    if (person) await outbox.posted({ case: caseId, person: person.id, activityId });
    return async () => (person ? cardsShown(house.stores, { caseId, person: person.id }) : []);
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown';
    house.log.warn({ case: caseId, why }, 'where a card stands could not be noted');
    return async () => [];
  }
}

/** Until Teams is out of reach: whoever is in the chat must not wait for it again and again. */
async function renew(post: Post, card: Rendered, { to }: Destination, others: readonly string[]) {
  for (const other of others) if ((await post(to, cardMessage(card), other)).kind === 'retry') return;
}

/** The further card of a reply. */
async function further(house: House, post: Post, { followUp }: Reply, destination: Destination) {
  return followUp ? put(house, post, cardMessage(followUp), destination) : null;
}

async function showCard(
  house: House,
  post: Post,
  message: Partial<Activity>,
  to: Destination,
  replaced: string | null,
) {
  return (replaced && (await put(house, post, message, to, replaced))) || put(house, post, message, to);
}

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
