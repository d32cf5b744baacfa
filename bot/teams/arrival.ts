import { refreshVerb } from '../../cards/verbs.ts';
import type { Arrival, Input, Place } from '../conversation/turn.ts';
import type { ConversationReference } from '../stores/ports.ts';
import { type Admitted, asObject, type Incoming } from './incoming.ts';
import { mentionsBot, messageText } from './messageText.ts';
import { isSearch, searched } from './search.ts';

/** What an admitted activity means; null when it asks nothing of the bot (a reaction, somebody else joining...). */
export function readArrival(activity: Admitted, tenantId: string, now: Date): Arrival | null {
  const place = placeOf(activity);
  const input = inputOf(activity, place);
  if (!input) return null;
  return {
    speaker: {
      directoryId: activity.from.aadObjectId.toLowerCase(),
      tenant: tenantId,
      name: (activity.from.name ?? '').slice(0, 200),
    },
    place,
    input,
    at: now,
    // A search comes from any chat, one between two colleagues too.
    chat: place === 'personal' && input.kind !== 'search' ? referenceOf(activity, tenantId) : null,
  };
}

export function placeOf({ conversation, recipient }: Admitted): Place {
  if (conversation.conversationType === 'channel') return 'channel';
  if (isOfTwoPeople(conversation.id, recipient.id)) return 'group';
  return conversation.conversationType === 'groupChat' || conversation.isGroup ? 'group' : 'personal';
}

/**
 * Two colleagues' own chat, where a card that one of them inserted is pressed. Which type Teams gives it we do not
 * know; its id is made of theirs, and never of the bot's.
 */
const isOfTwoPeople = (chat: string, bot: string): boolean =>
  chat.endsWith('@unq.gbl.spaces') && !chat.toLowerCase().includes(bot.replace(/^28:/, '').toLowerCase());

/** Where answers to this activity go. */
export function referenceOf(activity: Admitted, tenantId: string): ConversationReference {
  return {
    serviceUrl: activity.serviceUrl,
    conversationId: activity.conversation.id,
    tenantId,
    botId: activity.recipient.id,
    userId: activity.from.id,
  };
}

function inputOf(activity: Admitted, place: Place): Input | null {
  switch (activity.type) {
    case 'message':
      return submitted(activity) ?? typed(activity, place);
    case 'invoke':
      if (isSearch(activity)) return searched(activity);
      return activity.name === 'adaptiveCard/action' ? executed(activity) : null;
    case 'conversationUpdate':
      return wasAdded(activity, place) ? { kind: 'arrived' } : null;
    case 'installationUpdate':
      return activity.action === 'add' ? { kind: 'arrived' } : null;
    default:
      return null;
  }
}

/** In a group or channel only what is said to the bot; an app with wider consent would be handed everything. */
function typed(activity: Admitted, place: Place): Input | null {
  if (place !== 'personal' && !mentionsBot(activity)) return null;
  return { kind: 'text', text: messageText(activity) };
}

/** Action.Execute, pressed or run by the client: `{ action: { verb, data } }`, the inputs merged into `data`. */
function executed({ value, replyToId }: Admitted): Input {
  const action = asObject(asObject(value).action);
  if (action.verb === refreshVerb) return { kind: 'viewed', data: action.data };
  return { kind: 'action', verb: asString(action.verb), data: action.data ?? {}, card: replyToId ?? null };
}

/** The client asks for a card anew, by itself. */
export const isRefresh = ({ name, value }: Incoming): boolean =>
  name === 'adaptiveCard/action' && asObject(asObject(value).action).verb === refreshVerb;

/** Action.Submit, the fallback of clients that do not know Execute: a message whose value carries verb and data. */
export function submitted({ value, replyToId }: Admitted): Input | null {
  const { verb, msteams: _shown, ...data } = asObject(value);
  return typeof verb === 'string' ? { kind: 'action', verb, data, card: replyToId ?? null } : null;
}

/** In a group only the bot's own arrival; in the personal chat Teams also names the person. */
function wasAdded({ membersAdded, recipient }: Admitted, place: Place): boolean {
  const added = membersAdded ?? [];
  return place === 'personal' ? added.length > 0 : added.some(({ id }) => id === recipient.id);
}

const asString = (value: unknown): string => (typeof value === 'string' ? value : '');
