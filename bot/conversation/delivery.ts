import type { Rendered } from '../../cards/render.ts';
import type { ConversationReference } from '../stores/ports.ts';

/** What became of one card sent to one chat. Results, not exceptions: a send that fails is expected. */
export type Delivery =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** Try again, not before `afterMs` if it is set. `maybeDelivered`: the answer was lost, the card may stand there. */
  | { readonly kind: 'retry'; readonly afterMs?: number; readonly maybeDelivered?: true; readonly why: string }
  /** Trying again will not help: the bot was removed, the chat is gone, the card is too large. */
  | { readonly kind: 'undeliverable'; readonly why: string };

/** Sends a card to a chat, or puts it in the place of `replace`, a message of the bot in that chat. Never rejects. */
export type Send = (reference: ConversationReference, rendered: Rendered, replace?: string) => Promise<Delivery>;
