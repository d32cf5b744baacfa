import type { Log } from '../conversation/house.ts';

/** Something that is due at a time rather than when somebody asks for it. */
export interface DueWork {
  /** For the log, e.g. `questions`. */
  readonly name: string;
  /** Does what is due at this instant. To be repeated without harm: a stop in the middle is made up for the next time. */
  run(at: Date): Promise<void>;
}

interface DueRoom {
  readonly works: readonly DueWork[];
  readonly now: () => Date;
  readonly log: Log;
  /** How often to look, ms. */
  readonly roundMs?: number;
}

const quarterMs = 15 * 60_000;

/**
 * Does what is due, at the start and every quarter of an hour. Work that fails is logged by name, holds no other up, and
 * comes again.
 */
export function startDueWork({ works, now, log, roundMs = quarterMs }: DueRoom): { drain(): Promise<void> } {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  const round = setInterval(look, roundMs).unref();
  look();
  return {
    async drain() {
      isStopped = true;
      clearInterval(round);
      await running;
    },
  };

  /** One round after the other, should one take longer than the time between two. */
  function look(): void {
    running = running.then(runAll);
  }

  async function runAll(): Promise<void> {
    for (const { name, run } of works) {
      if (isStopped) return;
      try {
        await run(now());
      } catch (error) {
        log.error({ work: name, error: error instanceof Error ? error.name : 'unknown' }, 'due work failed');
      }
    }
  }
}
