import type { Activity } from 'botbuilder';
import type { Delivery } from '../conversation/delivery.ts';
import type { ConversationReference } from '../stores/ports.ts';
import type { ConnectorClient } from './adapter.ts';
import { deliveryOf } from './failure.ts';
import { addressed } from './message.ts';
import type { Trusts } from './serviceAddress.ts';

/** Sends one activity to a chat, or puts it in the place of `replace`. One try, never rejects. */
export type Post = (to: ConversationReference, activity: Partial<Activity>, replace?: string) => Promise<Delivery>;

const tryMs = 10_000;

interface PostOffice {
  readonly tenantId: string;
  readonly trusts: Trusts;
  readonly connector: (serviceUrl: string) => Promise<ConnectorClient>;
  readonly now: () => Date;
}

/**
 * The address is checked again here: a stored reference is data, and the SDK would send the bot's token to whatever
 * address it names (PLATFORM 3.3). Not through `continueConversationAsync`, whose failures middleware may swallow.
 */
export function makePost({ tenantId, trusts, connector, now }: PostOffice): Post {
  return async (to, activity, replace) => {
    if (!trusts(to.serviceUrl)) return { kind: 'undeliverable', why: 'address not trusted' };
    if (to.tenantId !== tenantId) return { kind: 'undeliverable', why: 'another tenant' };
    try {
      const { conversations } = await connector(to.serviceUrl);
      const message = addressed(replace === undefined ? activity : { ...activity, id: replace }, to);
      const sent =
        replace === undefined
          ? await conversations.sendToConversation(to.conversationId, message, { timeout: tryMs })
          : await conversations.updateActivity(to.conversationId, replace, message, { timeout: tryMs });
      return { kind: 'sent', activityId: sent?.id ?? replace ?? '' };
    } catch (error) {
      return deliveryOf(error, now());
    }
  };
}

const mostTries = 3;
const longestPause = 3_000;

/**
 * Posts what a person waits for: a few tries within seconds, and none where the first may have arrived, for an answer
 * that stands there twice confuses more than it helps. Putting a card in the place of another can be repeated.
 */
export function insistently(post: Post, pause: (ms: number) => Promise<void>): Post {
  return async (to, activity, replace) => {
    for (let tries = 1; ; tries++) {
      const delivery = await post(to, activity, replace);
      const mayRepeat = delivery.kind === 'retry' && (!delivery.maybeDelivered || replace !== undefined);
      if (!mayRepeat || tries === mostTries || (delivery.afterMs ?? 0) > longestPause) return delivery;
      await pause(delivery.afterMs ?? 400 * tries);
    }
  };
}
