interface Waiting<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupCommit<Job, Result> {
  add(job: Job): Promise<Result>;
  /** Resolves when nothing waits. */
  idle(): Promise<void>;
}

/**
 * Gathers what comes while one write is under way and gives it to the next as one batch, so that many callers share
 * one fsync. Batches never overlap and keep the order of the calls; every caller gets the result at its own place, or
 * the error of its own batch.
 */
export function groupCommit<Job, Result>(
  writeBatch: (jobs: readonly Job[]) => Promise<readonly Result[]>,
): GroupCommit<Job, Result> {
  let waiting: Waiting<Job, Result>[] = [];
  let running: Promise<void> | null = null;

  async function drain() {
    // Callers of the same tick share the first batch too.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await settle(batch, writeBatch);
    }
    running = null;
  }

  return {
    add: (job) =>
      new Promise((resolve, reject) => {
        waiting.push({ job, resolve, reject });
        running ??= drain();
      }),
    idle: async () => {
      while (running !== null) await running;
    },
  };
}

async function settle<Job, Result>(
  batch: readonly Waiting<Job, Result>[],
  writeBatch: (jobs: readonly Job[]) => Promise<readonly Result[]>,
) {
  try {
    const results = await writeBatch(batch.map(({ job }) => job));
    batch.forEach(({ resolve }, place) => {
      resolve(results[place] as Result);
    });
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
