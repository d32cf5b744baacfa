import { makePace } from './pace.ts';
import { makeTelling, type Outcome, type TellingRoom } from './telling.ts';
import { uniqueQueue } from './uniqueQueue.ts';

export interface Outbox {
  /** Looks for notices soon; never waits. */
  nudge(): void;
  /** Starts nothing more and settles when what is being sent is done. What remains is pending at the next start. */
  drain(): Promise<void>;
}

interface OutboxRoom extends Omit<TellingRoom, 'random' | 'turn'> {
  readonly random?: () => number;
  /** Milliseconds that only ever grow, for what may be sent when; wall clocks are set back and forth. */
  readonly clock?: () => number;
  readonly pause?: (ms: number) => Promise<void>;
  /** Without a nudge somebody may have become reachable; how often to look, ms. */
  readonly roundMs?: number;
}

/** People served side by side: enough that some whose chats hang until the time-out hold nobody up. */
const mostPeople = 16;
/** The store failed while a person was served. */
const storeRetryMs = 5_000;
/** Whose chat is not known is left alone for so long, however often there is a nudge. */
const unreachableMs = 1_000;

/**
 * Sends what was committed to be told. Each person’s notices go in their order; one failing holds that person’s others
 * back and nobody else’s. People take turns, a notice at a time, and nobody waits in a place that another could use.
 * Nothing here is awaited by an answer.
 */
export function startOutbox({
  pause = sleep,
  random = Math.random,
  clock = () => performance.now(),
  roundMs = 60_000,
  ...room
}: OutboxRoom): Outbox {
  const { stores, log } = room;
  const pace = makePace(clock);
  const tell = makeTelling({ ...room, random, turn: takeTurn });
  /** People with notices who wait for a place. */
  const line = uniqueQueue<string>();
  /** People being served, or left alone until a time. */
  const taken = new Set<string>();
  /** Those of them for whom more may have come since. */
  const again = new Set<string>();
  const busy = new Set<Promise<void>>();
  let isStopped = false;
  let isNudged = false;
  let looking: Promise<void> | null = null;
  let isHeldUp = false;
  const round = setInterval(nudge, roundMs).unref();
  nudge();
  return { nudge, drain };

  function nudge(): void {
    isNudged = true;
    if (isStopped || looking) return;
    looking = look().finally(() => {
      looking = null;
    });
  }

  async function drain(): Promise<void> {
    isStopped = true;
    clearInterval(round);
    await looking;
    await Promise.allSettled(busy);
  }

  async function look(): Promise<void> {
    while (isNudged && !isStopped) {
      isNudged = false;
      try {
        for (const person of await stores.outbox.peopleOwed()) (taken.has(person) ? again : line).add(person);
      } catch (error) {
        log.warn({ error: nameOf(error) }, 'the outbox could not be read');
      }
      admit();
    }
  }

  /** Gives free places to people, as long as Teams takes messages from the bot at all. */
  function admit(): void {
    while (!isStopped && !isHeldUp && busy.size < mostPeople) {
      const ms = pace.untilAny();
      if (ms > 0) {
        admitLater(ms);
        return;
      }
      const person = line.take();
      if (person === undefined) return;
      taken.add(person);
      const rest = pace.until(person);
      if (rest > 0) comeBack(person, rest);
      else begin(person);
    }
  }

  function admitLater(ms: number): void {
    isHeldUp = true;
    void pause(ms).then(() => {
      isHeldUp = false;
      admit();
    });
  }

  function begin(person: string): void {
    const serving: Promise<void> = serve(person).then((outcome) => {
      busy.delete(serving);
      release(person, outcome);
      admit();
    });
    busy.add(serving);
  }

  /** The oldest of a person’s notices; `nothing` when there is none. */
  async function serve(person: string): Promise<Outcome | 'nothing'> {
    try {
      const notice = await stores.outbox.next(person);
      return notice ? await tell(notice) : 'nothing';
    } catch (error) {
      log.warn({ person, error: nameOf(error) }, 'the outbox stopped at a person');
      return { retryAfterMs: storeRetryMs };
    }
  }

  /** Who has to wait is not looked at before the time, so that the order stands and nothing spins. */
  function release(person: string, outcome: Outcome | 'nothing'): void {
    if (outcome === 'settled') comeBack(person, 0);
    else if (outcome === 'unreachable') leaveAlone(person, unreachableMs);
    else if (outcome === 'nothing') free(person);
    else comeBack(person, outcome.retryAfterMs);
  }

  function comeBack(person: string, ms: number): void {
    again.add(person);
    if (ms > 0) leaveAlone(person, ms);
    else free(person);
  }

  function leaveAlone(person: string, ms: number): void {
    void pause(ms).then(() => {
      free(person);
      admit();
    });
  }

  function free(person: string): void {
    taken.delete(person);
    if (again.delete(person)) line.add(person);
  }

  /** A place among the messages that Teams takes; waited for only by somebody’s second message in a row. */
  async function takeTurn(person: string): Promise<void> {
    const ms = pace.take(person);
    if (ms > 0) await pause(ms);
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
