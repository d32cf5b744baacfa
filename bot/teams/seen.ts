/** How long a repeat of the same activity gets the same answer. Teams repeats within about a minute. */
const memoryMs = 10 * 60_000;
const mostKeys = 5_000;
/** Characters of answers kept; beyond it the oldest answers go, their keys stay. */
const mostText = 4_000_000;

interface Entry {
  readonly at: number;
  readonly running: Promise<string> | null;
  /** Null when the answer is no longer kept. */
  readonly text: string | null;
}

/** The answer of a first run, the same for a repeat, or a repeat whose answer is no longer kept. */
export type Once = { readonly kind: 'first' | 'repeat'; readonly text: string } | { readonly kind: 'forgotten' };

/**
 * Runs each activity once: Teams sends a slow invoke again with the same id (PLATFORM 2.3). Bounded in number, time
 * and size. A repeat with a new id is caught further in, by the revision its button carries.
 */
export class Seen {
  readonly #entries = new Map<string, Entry>();
  /** Keys whose answers are still kept, oldest first: to find the oldest without passing all that went before it. */
  readonly #kept = new Set<string>();
  #text = 0;

  async once(key: string, now: number, run: () => Promise<string>): Promise<Once> {
    this.#forget(now);
    const known = this.#entries.get(key);
    if (known?.running) return { kind: 'repeat', text: await known.running };
    if (known) return known.text === null ? { kind: 'forgotten' } : { kind: 'repeat', text: known.text };
    const running = run();
    this.#entries.set(key, { at: now, running, text: null });
    try {
      const text = await running;
      this.#keep(key, now, text);
      return { kind: 'first', text };
    } catch (error) {
      this.#entries.delete(key);
      throw error;
    }
  }

  #keep(key: string, at: number, text: string) {
    this.#entries.set(key, { at, running: null, text });
    this.#text += text.length;
    this.#kept.add(key);
    for (const old of this.#kept) {
      if (this.#text <= mostText) break;
      const entry = this.#entries.get(old);
      this.#text -= entry?.text?.length ?? 0;
      if (entry) this.#entries.set(old, { ...entry, text: null });
      this.#kept.delete(old);
    }
  }

  /** A Map walks in the order of insertion: the oldest come first. */
  #forget(now: number) {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= mostKeys && now - entry.at < memoryMs) break;
      if (entry.running) continue;
      this.#text -= entry.text?.length ?? 0;
      this.#entries.delete(key);
      this.#kept.delete(key);
    }
  }
}
