import type { Rendered } from '../../cards/render.ts';
import type { Reply } from '../conversation/reply.ts';
import { cardType } from './message.ts';

/** Body of an answer to Action.Execute. Teams also takes a malformed or empty one as a failure and asks again. */
export interface InvokeAnswer {
  readonly statusCode: 200;
  readonly type: string;
  readonly value: unknown;
}

/**
 * The card that takes the place of the pressed one. Sent as our own invoke response: what teams-ai's `actionExecute`
 * does with a card that has `refresh` shows it to everybody in the chat (PLATFORM 5.1).
 */
export const cardAnswer = ({ card }: Rendered): InvokeAnswer => ({ statusCode: 200, type: cardType, value: card });

/** Words shown beside the card; the card and what was typed in it stay. */
export const textAnswer = (text: string): InvokeAnswer => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
});

export function invokeAnswer(reply: Reply | null): InvokeAnswer {
  if (reply?.card) return cardAnswer(reply.card);
  return textAnswer(reply?.text ?? 'Nothing has changed.');
}

/** Of a card that came into view: anew, or left as it is, which must be said, for an empty answer is asked for again. */
export function refreshAnswer(reply: Reply | null): InvokeAnswer {
  if (reply?.card) return cardAnswer(reply.card);
  return textAnswer('This card may be out of date. Press a button on it to see how things stand.');
}
