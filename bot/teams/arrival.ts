import type { Arrival, Input, Place } from '../conversation/turn.ts';
import type { ConversationReference } from '../stores/ports.ts';
import type { Admitted } from './incoming.ts';
import { mentionsBot, messageText } from './messageText.ts';

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
    chat: place === 'personal' ? referenceOf(activity, tenantId) : null,
  };
}

export function placeOf({ conversation }: Admitted): Place {
  if (conversation.conversationType === 'channel') return 'channel';
  return conversation.conversationType === 'groupChat' || conversation.isGroup ? 'group' : 'personal';
}

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

/** Action.Execute: `{ action: { verb, data } }`, the inputs merged into `data` by the client. */
function executed({ value, replyToId }: Admitted): Input {
  const action = asObject(asObject(value).action);
  return { kind: 'action', verb: asString(action.verb), data: action.data ?? {}, card: replyToId ?? null };
}

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

// `value: null` is what some clients send; `typeof null` is 'object' (PLATFORM 3.2: it crashes teams-ai's selector).
const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
const asString = (value: unknown): string => (typeof value === 'string' ? value : '');
