import type { House } from '../conversation/house.ts';
import { inTime } from '../conversation/inTime.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Arrival } from '../conversation/turn.ts';
import { placeOf, readArrival, referenceOf } from './arrival.ts';
import { makeBursts } from './bursts.ts';
import { type Destination, deliver, persist, remember } from './delivering.ts';
import type { Admitted } from './incoming.ts';
import type { InOrder } from './inOrder.ts';
import { type InvokeAnswer, invokeAnswer, refreshAnswer, textAnswer } from './invokeAnswer.ts';
import type { Post } from './post.ts';
import { type Route, routed } from './routed.ts';
import { type SearchAnswer, searchAnswer } from './search.ts';
import type { Limits } from './settings.ts';

/** Runs an admitted activity. Gives the answer of an invoke, null for everything else. Never rejects. */
export type RunTurn = (
  activity: Admitted,
  after: (job: () => Promise<void>) => void,
  since: number,
) => Promise<InvokeAnswer | SearchAnswer | null>;

interface TurnRoom {
  readonly house: House;
  readonly route: Route;
  readonly tenantId: string;
  readonly post: Post;
  readonly inOrder: InOrder;
  readonly limits: Limits;
}

const late = Symbol('late');
const tooSlow: Reply = { text: 'That took too long. Please try again.' };

export function makeTurns({ house, route, tenantId, post, inOrder, limits }: TurnRoom): RunTurn {
  const isBurst = makeBursts();

  return async (activity, after, since) => {
    const arrival = readArrival(activity, tenantId, house.now());
    const isInvoke = activity.type === 'invoke';
    if (!arrival) return isInvoke ? textAnswer('This is not something the bot can do.') : null;
    if (arrival.input.kind === 'arrived' && isBurst(activity.conversation.id, Date.now())) return null;
    if (arrival.input.kind === 'search') return searchAnswer(await inTimeOnly(arrival, since, tooSlow));
    if (arrival.input.kind === 'viewed') return refreshAnswer(await inTimeOnly(arrival, since, null));
    const destination = destinationOf(activity, arrival);
    return isInvoke ? pressed(arrival, destination, after, since) : said(arrival, destination, after);
  };

  /** A button: answered in time whatever happens; what is slow or may fail comes after the response. */
  async function pressed(arrival: Arrival, destination: Destination, after: Parameters<RunTurn>[1], since: number) {
    const outcome = routed(house, route, arrival);
    const reply = await inTime<Reply | null, typeof late>(outcome, since + limits.buttonMs - Date.now(), late);
    if (reply !== late) {
      after(async () => void (await showAndNote(reply, destination, persist)));
      after(() => followed(reply, destination));
      return invokeAnswer(reply);
    }
    house.log.warn({ conversation: destination.to.conversationId }, 'a button took too long and is answered later');
    after(async () => {
      const reply = await outcome;
      await followed(reply, await showAndNote(reply, destination, deliver));
    });
    return textAnswer('This is taking longer than usual. You do not need to press again: the answer will appear here.');
  }

  /**
   * For what changes nothing: answered in time or not at all, and never in the chat. Whoever searches is writing a message
   * to others there; who only looks at a card waits for nothing.
   */
  function inTimeOnly(arrival: Arrival, since: number, otherwise: Reply | null): Promise<Reply | null> {
    return inTime(routed(house, route, arrival), since + limits.buttonMs - Date.now(), otherwise);
  }

  /** Shows a reply in the chat, in order with the others there; gives where its card stands then, and what to note of it. */
  async function show(reply: Reply, destination: Destination, how: typeof deliver) {
    const chat = destination.to.conversationId;
    const standing = await inOrder(chat, () => how(house, post, reply, destination));
    return {
      at: { ...destination, card: standing.card ?? destination.card },
      note: () => inOrder(chat, () => remember(house, post, reply, destination, standing)),
    };
  }

  async function showAndNote(reply: Reply | null, destination: Destination, how: typeof deliver): Promise<Destination> {
    if (!reply) return destination;
    const { at, note } = await show(reply, destination, how);
    await note();
    return at;
  }

  /** What the store came to in the end takes the place of the card that says that it is not yet saved. */
  async function followed(reply: Reply | null, destination: Destination): Promise<void> {
    if (reply?.later) await showAndNote(await reply.later, destination, deliver);
  }

  /** A message, or an arrival: answered with messages, in the order in which they came. */
  async function said(arrival: Arrival, destination: Destination, after: Parameters<RunTurn>[1]): Promise<null> {
    const typing = setTimeout(() => void showTyping(destination), limits.typingMs);
    try {
      const reply = await routed(house, route, arrival);
      clearTimeout(typing);
      if (!reply) return null;
      const { at, note } = await show(reply, destination, deliver);
      // Nobody waits for the disk: what comes after the answer is waited for by a bot that is told to stop.
      after(note);
      if (reply.later) after(() => followed(reply, at));
    } finally {
      clearTimeout(typing);
    }
    return null;
  }

  /** Our own, once a turn: the library's timer is one for all turns at once (PLATFORM 5.3). */
  async function showTyping({ to, isPersonal }: Destination): Promise<void> {
    if (isPersonal) await post(to, { type: 'typing' });
  }

  function destinationOf(activity: Admitted, { speaker, input }: Arrival): Destination {
    const to = referenceOf(activity, tenantId);
    const card = input.kind === 'action' ? input.card : null;
    return { to, speaker, isPersonal: placeOf(activity) === 'personal', card };
  }
}
