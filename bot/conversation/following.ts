import type { House } from './house.ts';
import { inTime } from './inTime.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** What answers a press once its write has settled; `isLate` says that the person has read that it was not yet saved. */
type Settled<T> = (outcome: T, isLate: boolean) => Promise<Reply>;

const late = Symbol('late');

/**
 * Answers with what a write came to. A slow one is answered with `meanwhile`, so that nobody waits without a word, and
 * followed in memory: what it came to then takes the place of that card. `writing` must not reject.
 */
export async function following<T>(
  house: House,
  turn: Turn,
  writing: Promise<T>,
  settled: Settled<T>,
  meanwhile: () => Promise<Reply>,
): Promise<Reply> {
  const outcome = await inTime<T, typeof late>(writing, patienceLeft(house, turn), late);
  if (outcome !== late) return settled(outcome, false);
  return { ...(await meanwhile()), later: writing.then((one) => settled(one, true)).then(toItsEnd) };
}

/** Several writes of one turn share its patience. A clock that was set back gives no more than the whole of it. */
function patienceLeft({ patienceMs, now }: House, { at }: Turn): number {
  const waited = now().getTime() - at.getTime();
  return Math.min(patienceMs, patienceMs - waited);
}

/** A write may lead to another; only the last one’s reply is shown. */
async function toItsEnd(reply: Reply): Promise<Reply> {
  return reply.later ? toItsEnd(await reply.later) : reply;
}
