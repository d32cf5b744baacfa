/** Oldest go first beyond this, so that memory stays small. */
const mostKept = 5_000;

/**
 * What is held in memory for a while and nowhere else, by id. Keeping it again begins its time anew. A clock that is set
 * back makes nothing stay for longer.
 */
export class ShortMemory<T> {
  readonly #now: () => Date;
  readonly #lifetimeMs: number;
  readonly #kept = new Map<string, { readonly value: T; readonly until: number }>();
  #elapsedMs = 0;
  /** When the clock was last looked at; nothing has passed before that. */
  #lastMs = Number.POSITIVE_INFINITY;

  constructor(now: () => Date, minutes: number) {
    this.#now = now;
    this.#lifetimeMs = minutes * 60_000;
  }

  /** Insertion order is age order, so the oldest stand first. */
  keep(id: string, value: T): void {
    this.#kept.delete(id);
    this.#kept.set(id, { value, until: this.#elapsed() + this.#lifetimeMs });
    this.#forgetOld();
  }

  find(id: string): T | undefined {
    this.#forgetOld();
    return this.#kept.get(id)?.value;
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }

  /** Milliseconds since the start, without those by which the clock was set back. */
  #elapsed(): number {
    const now = this.#now().getTime();
    this.#elapsedMs += Math.max(0, now - this.#lastMs);
    this.#lastMs = now;
    return this.#elapsedMs;
  }

  #forgetOld(): void {
    const now = this.#elapsed();
    for (const [id, { until }] of this.#kept) {
      if (until > now && this.#kept.size <= mostKept) return;
      this.#kept.delete(id);
    }
  }
}
