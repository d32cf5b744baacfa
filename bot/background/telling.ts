import type { Delivery, Send } from '../conversation/delivery.ts';
import type { Log } from '../conversation/house.ts';
import type { NoticeCard } from '../conversation/notices.ts';
import type { ConversationReference, PendingNotice, Stores } from '../stores/ports.ts';
import { pauseBeforeTry } from './pace.ts';

/** The card of a notice as it is to be sent now; null when there is nothing to tell any more. */
export type RenderNotice = (notice: PendingNotice) => Promise<NoticeCard | null>;

export interface TellingRoom {
  readonly stores: Pick<Stores, 'outbox' | 'people'>;
  readonly send: Send;
  readonly renderNotice: RenderNotice;
  readonly log: Log;
  /** From 0 to 1; for jitter. */
  readonly random: () => number;
}

/** `unreachable`: no chat with the person is known yet. */
export type Outcome = 'settled' | 'unreachable' | { readonly retryAfterMs: number };

/** About four hours of trying; then somebody has to look, and the notices behind it get their turn. */
const mostTries = 30;

/** Tells one person one thing, as far as that goes now. Rejects when the store fails. */
export function makeTelling({ stores, send, renderNotice, log, random }: TellingRoom) {
  const tries = new Map<string, number>();

  return async function tell(notice: PendingNotice): Promise<Outcome> {
    const person = await stores.people.byId(notice.to);
    if (!person) return settle(notice, 'not-delivered', 'nobody of that id');
    if (!person.chat) return 'unreachable';
    const told = await renderNotice(notice);
    if (!told) return settle(notice, 'sent', null);
    const standing = await standingCards(notice);
    if (notice.kind === 'question-changed') return replaceAll(notice, person.chat, told.card, standing);
    const stands = standing.at(-1) ?? null;
    // Word of an outcome is a message of its own; the card from before shows the outcome too. Best effort: the message counts.
    if (notice.kind === 'outcome' && stands) await send(person.chat, told.card, stands);
    const replace = notice.kind === 'changed' ? stands : undefined;
    // A changed card that stands nowhere needs no sending: who opens the record sees it as it is.
    if (replace === null) return settle(notice, 'sent', null);
    const delivery = await send(person.chat, told.card, replace);
    if (delivery.kind === 'sent' && told.showsCase && replace === undefined) {
      await stores.outbox.posted({ case: told.showsCase, person: notice.to, activityId: delivery.activityId });
    }
    if (delivery.kind === 'sent') await told.afterwards?.();
    return decide(notice, delivery);
  };

  /** Where the person's cards of the case stand, the latest last. */
  async function standingCards({ about, to }: PendingNotice): Promise<string[]> {
    return (await stores.outbox.posts(about)).filter(({ person }) => person === to).map((post) => post.activityId);
  }

  /** Words that are needed no more go from every card they stand on, not from the latest alone. */
  async function replaceAll(
    notice: PendingNotice,
    chat: ConversationReference,
    card: NoticeCard['card'],
    cards: string[],
  ) {
    for (const activityId of new Set(cards)) {
      const delivery = await send(chat, card, activityId);
      // What cannot be replaced was deleted by the person, or the chat is gone.
      if (delivery.kind === 'retry') return decide(notice, delivery);
    }
    return settle(notice, 'sent', null);
  }

  /** A send that may have arrived is repeated too: told twice is better than not told. */
  async function decide(notice: PendingNotice, delivery: Delivery): Promise<Outcome> {
    if (delivery.kind === 'sent') return settle(notice, 'sent', null);
    if (delivery.kind === 'undeliverable') return settle(notice, 'not-delivered', delivery.why);
    const tried = (tries.get(notice.id) ?? 0) + 1;
    if (tried >= mostTries) return settle(notice, 'not-delivered', delivery.why);
    tries.set(notice.id, tried);
    const retryAfterMs = Math.max(delivery.afterMs ?? 0, pauseBeforeTry(tried, random()));
    log.warn(
      { notice: notice.id, kind: notice.kind, tried, why: delivery.why, retryAfterMs },
      'a notice is tried again',
    );
    return { retryAfterMs };
  }

  async function settle(
    notice: PendingNotice,
    outcome: 'sent' | 'not-delivered',
    why: string | null,
  ): Promise<Outcome> {
    await stores.outbox.settle(notice.id, outcome);
    tries.delete(notice.id);
    if (why) log.warn({ notice: notice.id, kind: notice.kind, to: notice.to, why }, 'a notice was not delivered');
    return 'settled';
  }
}
