/** Runs jobs of one key one after another, of different keys side by side. */
export type InOrder = <T>(key: string, job: () => Promise<T>) => Promise<T>;

/**
 * One queue a conversation, so that what is sent to a person arrives in the order it was decided. A key is forgotten
 * when its last job is done; a failed job does not stop the next.
 */
export function makeInOrder(): InOrder {
  const last = new Map<string, Promise<unknown>>();
  return (key, job) => {
    const before = last.get(key);
    const done = before ? before.then(job, job) : job();
    const settled = done.then(forget, forget);
    last.set(key, settled);
    return done;
    function forget() {
      if (last.get(key) === settled) last.delete(key);
    }
  };
}
