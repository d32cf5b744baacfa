import type { Activity } from 'botbuilder';
import type { Rendered } from '../../cards/render.ts';
import type { ConversationReference } from '../stores/ports.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** Notifications show the summary of a message that is only a card; without it they say “sent a card”. */
const longestSummary = 120;

/** A message with a card, and words before it if there are any. */
export function cardMessage(rendered: Rendered, text?: string): Partial<Activity> {
  return {
    type: 'message',
    attachments: [{ contentType: cardType, content: rendered.card }],
    summary: (rendered.text.split('\n', 1)[0] ?? '').slice(0, longestSummary),
    ...(text !== undefined && { text, textFormat: 'plain' }),
  };
}

/** Plain: Teams would otherwise read marks in it as formatting. */
export const textMessage = (text: string): Partial<Activity> => ({ type: 'message', text, textFormat: 'plain' });

/** Addresses an activity to a chat. */
export function addressed(activity: Partial<Activity>, to: ConversationReference): Partial<Activity> {
  return {
    ...activity,
    channelId: 'msteams',
    serviceUrl: to.serviceUrl,
    from: { id: to.botId, name: '' },
    recipient: { id: to.userId, name: '' },
    conversation: { id: to.conversationId, tenantId: to.tenantId } as Activity['conversation'],
  };
}
