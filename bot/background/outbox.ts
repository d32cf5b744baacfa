import { spacing } from './pace.ts';
import { makeTelling, type Outcome, type TellingRoom } from './telling.ts';

export interface Outbox {
  /** Looks for notices soon; never waits. */
  nudge(): void;
  /** Starts nothing more and settles when what is being sent is done. What remains is pending at the next start. */
  drain(): Promise<void>;
}

interface OutboxRoom extends Omit<TellingRoom, 'random'> {
  readonly random?: () => number;
  readonly pause?: (ms: number) => Promise<void>;
  /** Without a nudge somebody may have become reachable; how often to look, ms. */
  readonly roundMs?: number;
}

/** People served side by side. Teams allows a bot about 50 requests a second in a tenant (PLATFORM 2.2). */
const mostPeople = 4;
/** The store failed while a person was served. */
const storeRetryMs = 5_000;

/**
 * Sends what was committed to be told. Each person's notices go in their order; one failing holds that person's
 * others back and nobody else's. Nothing here is awaited by an answer.
 */
export function startOutbox({ pause = sleep, random = Math.random, roundMs = 60_000, ...room }: OutboxRoom): Outbox {
  const { stores, log } = room;
  const tell = makeTelling({ ...room, random });
  /** People with notices who wait for a place. */
  const line = new Set<string>();
  /** People being served, or left alone until a time. */
  const taken = new Set<string>();
  /** Those of them for whom more may have come since. */
  const again = new Set<string>();
  const busy = new Set<Promise<void>>();
  let isStopped = false;
  let isNudged = false;
  let looking: Promise<void> | null = null;
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
        for (const { to } of await stores.outbox.pending()) (taken.has(to) ? again : line).add(to);
      } catch (error) {
        log.warn({ error: nameOf(error) }, 'the outbox could not be read');
      }
      admit();
    }
  }

  function admit(): void {
    for (const person of line) {
      if (isStopped || busy.size >= mostPeople) return;
      line.delete(person);
      taken.add(person);
      const serving: Promise<void> = serve(person).then((outcome) => {
        busy.delete(serving);
        release(person, outcome);
        admit();
      });
      busy.add(serving);
    }
  }

  /** All of a person's notices, oldest first, until one has to wait. */
  async function serve(person: string): Promise<Outcome> {
    try {
      const notices = (await stores.outbox.pending()).filter(({ to }) => to === person);
      for (const notice of notices) {
        if (isStopped) break;
        const outcome = await tell(notice);
        if (outcome !== 'settled') return outcome;
        await pause(spacing);
      }
      return 'settled';
    } catch (error) {
      log.warn({ person, error: nameOf(error) }, 'the outbox stopped at a person');
      return { retryAfterMs: storeRetryMs };
    }
  }

  /** Who has to wait is not looked at before the time, so that the order stands and nothing spins. */
  function release(person: string, outcome: Outcome): void {
    if (typeof outcome === 'object') {
      again.add(person);
      setTimeout(() => free(person), outcome.retryAfterMs).unref();
    } else free(person);
  }

  function free(person: string): void {
    taken.delete(person);
    if (again.delete(person)) nudge();
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
