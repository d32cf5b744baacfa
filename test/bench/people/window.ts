import type { Talker } from '../load.ts';
import { type Ask, act, type Exchange, exchange } from './exchange.ts';

const shortest = 2_000;
const longest = 10_000;

/** Somebody, and what decides how long they think. */
export interface Thinker {
  readonly talker: Talker;
  readonly random: () => number;
}

/** One who acts every 2 to 10 seconds, at instants (ms) of a clock that stands still between the windows. */
interface Acting extends Thinker {
  readonly place: number;
  due: number;
}

/** A thing done, and how long after its window began, ms. */
export interface Done extends Exchange {
  readonly offset: number;
}

/** Gives windows, each going on where the one before ended, in which everybody does what falls due. */
export function windowsOf(ask: Ask, thinkers: readonly Thinker[], windowMs: number): () => Promise<Done[]> {
  const everybody: Acting[] = thinkers.map((one, place) => ({ ...one, place, due: one.random() * longest }));
  let from = 0;
  return async () => {
    const since = performance.now() - from;
    const end = from + windowMs;
    from = end;
    return (await Promise.all(everybody.map((one) => actUntil(ask, one, since, end)))).flat();
  };
}

async function actUntil(ask: Ask, one: Acting, since: number, end: number): Promise<Done[]> {
  const done: Done[] = [];
  while (one.due < end) {
    await until(since + one.due);
    done.push({ ...(await act(ask, one.place, one.talker)), offset: one.due });
    one.due += shortest + one.random() * (longest - shortest);
  }
  return done;
}

/** The same at the same times, at another door. `readdressed` makes each body fit there. */
export function again(ask: Ask, done: readonly Done[], readdressed: (body: string) => string): Promise<Exchange[]> {
  const since = performance.now() - Math.min(...done.map(({ offset }) => offset));
  return Promise.all(
    done.map(async ({ place, body, offset }) => {
      const other = readdressed(body);
      await until(since + offset);
      return exchange(ask, place, other);
    }),
  );
}

const until = (instant: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, instant - performance.now())));
