import { cardsShown } from '../conversation/cardsShown.ts';
import type { Delivery, Send } from '../conversation/delivery.ts';
import type { Log } from '../conversation/house.ts';
import type { NoticeCard } from '../conversation/notices.ts';
import type { ConversationReference, Notice, Owed, PendingNotice, Stores } from '../stores/ports.ts';
import { patient, pauseBeforeTry, sparing } from './backoff.ts';

/** The card of a notice as it is to be sent now; null when there is nothing to tell any more. */
export type RenderNotice = (notice: PendingNotice) => Promise<NoticeCard | null>;

export interface TellingRoom {
  readonly stores: Pick<Stores, 'outbox' | 'people'>;
  readonly send: Send;
  /** Resolves when one more message may go to the person. */
  readonly turn: (person: string) => Promise<void>;
  readonly renderNotice: RenderNotice;
  readonly log: Log;
  /** From 0 to 1; for jitter. */
  readonly random: () => number;
}

/** `unreachable`: no chat with the person is known yet. */
export type Outcome = 'settled' | 'unreachable' | { readonly retryAfterMs: number };

/** Notices that only bring a person’s cards up to date, and are no message of their own. */
const quiet: ReadonlySet<Notice['kind']> = new Set(['changed', 'question-changed', 'disposed']);
/** Notices of a new state: the cards from before show it too. */
const newState: ReadonlySet<Notice['kind']> = new Set([
  'review-asked',
  'escalated',
  'outcome',
  'sharing-alert',
  'corrected',
  'disposal-asked',
  'disposal-refused',
]);

interface Tries {
  readonly tried: number;
  /** Those of which nobody knows whether the card arrived. */
  readonly unsure: number;
}

/** What is known of one telling. */
interface Telling {
  readonly notice: Owed;
  readonly chat: ConversationReference;
  readonly told: NoticeCard;
  /** The person’s cards of the case, the latest last. */
  readonly standing: readonly string[];
}

/** Tells one person one thing, as far as that goes now. Rejects when the store fails. */
export function makeTelling({ stores, send, turn, renderNotice, log, random }: TellingRoom) {
  const tries = new Map<string, Tries>();
  /** Sent, or over, but the store could not write that down: only that is done again, for a person reads each card. */
  const unwritten = new Map<string, () => Promise<void>>();

  return async function tell(notice: Owed): Promise<Outcome> {
    const write = unwritten.get(notice.id);
    if (write) return end(notice, write);
    const person = await stores.people.byId(notice.to);
    if (!person) return giveUp(notice, 'nobody of that id');
    if (!person.chat) return 'unreachable';
    const told = await rendered(notice);
    // One card that cannot be made must not hold the person’s others back for ever.
    if (told === 'failed') return failed(notice, { kind: 'retry', why: 'card not made' });
    if (!told) return end(notice, () => settleAll(notice));
    const caseId = told.showsCase ?? notice.about;
    const standing = await cardsShown(stores, { caseId, person: notice.to, all: told.isLast === true });
    const telling = { notice, chat: person.chat, told, standing };
    return quiet.has(notice.kind) ? replaceAll(telling) : sendNew(telling);
  };

  async function rendered(notice: Owed): Promise<NoticeCard | null | 'failed'> {
    try {
      return await renderNotice(notice);
    } catch (error) {
      const { id, kind } = notice;
      log.error({ notice: id, kind, error: error instanceof Error ? error.name : 'unknown' }, 'a card was not made');
      return 'failed';
    }
  }

  /** One message, when it is its turn. */
  async function post({ notice, chat, told }: Telling, replace?: string): Promise<Delivery> {
    await turn(notice.to);
    return send(chat, told.card, replace);
  }

  async function sendNew(telling: Telling): Promise<Outcome> {
    const { notice, told, standing } = telling;
    let isBehind = false;
    if (newState.has(notice.kind))
      for (const card of standing) isBehind = (await post(telling, card)).kind === 'retry' || isBehind;
    const delivery = await post(telling);
    if (delivery.kind !== 'sent') return failed(notice, delivery);
    const { showsCase } = told;
    const { activityId } = delivery;
    return end(notice, async () => {
      if (showsCase && activityId) await stores.outbox.posted({ case: showsCase, person: notice.to, activityId });
      await told.afterwards?.();
      // The message counts, and does not wait for older cards that Teams did not take just now.
      if (isBehind) await stores.outbox.add([{ to: notice.to, kind: 'changed', about: notice.about }]);
      await settleAll(notice);
    });
  }

  /** A card that stands nowhere needs no sending: who opens the record sees it as it is. */
  async function replaceAll(telling: Telling): Promise<Outcome> {
    const { notice, told, standing } = telling;
    for (const card of standing) {
      const delivery = await post(telling, card);
      // A message that is not there any more was deleted by the person.
      if (delivery.kind === 'retry') return failed(notice, { ...delivery, isReplacing: true });
      if (delivery.kind === 'undeliverable' && !delivery.why.startsWith('404')) return giveUp(notice, delivery.why);
    }
    return end(notice, async () => {
      if (told.isLast) await stores.outbox.forgetPosts(told.showsCase ?? notice.about, notice.to);
      await told.afterwards?.();
      await settleAll(notice);
    });
  }

  /** A message that may have arrived is sent again too, but not often. */
  async function failed(
    notice: Owed,
    delivery: Exclude<Delivery, { kind: 'sent' }> & { readonly isReplacing?: true },
  ): Promise<Outcome> {
    if (delivery.kind === 'undeliverable') return giveUp(notice, delivery.why);
    const isUnsure = delivery.maybeDelivered === true && !delivery.isReplacing;
    const before = tries.get(notice.id) ?? { tried: 0, unsure: 0 };
    const now = { tried: before.tried + 1, unsure: before.unsure + (isUnsure ? 1 : 0) };
    if (now.tried >= patient.tries || now.unsure >= sparing.tries) return giveUp(notice, delivery.why);
    tries.set(notice.id, now);
    const pause = isUnsure
      ? pauseBeforeTry(sparing, now.unsure, random())
      : pauseBeforeTry(patient, now.tried, random());
    // What the other side asks for comes first, so that nobody is early and not all come at once.
    const retryAfterMs = (delivery.afterMs ?? 0) + pause;
    const { id, kind } = notice;
    log.warn({ notice: id, kind, tried: now.tried, why: delivery.why, retryAfterMs }, 'a notice is tried again');
    return { retryAfterMs };
  }

  async function settleAll({ id, repeats }: Owed): Promise<void> {
    await Promise.all([id, ...repeats].map((one) => stores.outbox.settle(one, 'sent')));
  }

  async function giveUp(notice: Owed, why: string): Promise<Outcome> {
    const { id, kind, to, repeats } = notice;
    log.warn({ notice: id, kind, to, why }, 'a notice was not delivered');
    return end(notice, async () => {
      for (const one of [id, ...repeats]) await stores.outbox.settle(one, 'not-delivered', why);
    });
  }

  /** What remains is to write it down. */
  async function end({ id }: Owed, write: () => Promise<void>): Promise<Outcome> {
    unwritten.set(id, write);
    await write();
    unwritten.delete(id);
    tries.delete(id);
    return 'settled';
  }
}
