import { ShortMemory } from './shortMemory.ts';

/** What a person was last shown to answer: what its buttons carry, so that a typed answer counts as a press on it. */
export interface Shown {
  readonly case: string;
  /** Question id; `check` is check-your-answers, `discard` asks whether to discard. */
  readonly question: string;
  readonly revision: number;
}

interface Note extends Shown {
  /** Inputs of the question that typed answers still go to, in order; empty until one is typed. */
  readonly pending: readonly string[];
  /** Something else was asked since: what is typed may be about that, until the question is shown again. */
  readonly isPaused: boolean;
}

/** Where each person is in a checklist, in memory only and for 30 minutes. Ids; never what they typed. */
export class LastShown {
  readonly #notes: ShortMemory<Note | null>;

  constructor(now: () => Date) {
    this.#notes = new ShortMemory(now, 30);
  }

  /** The same question shown again goes on taking typed answers where it was. */
  show(person: string, shown: Shown): void {
    const before = this.find(person);
    const isSame = before?.case === shown.case && before.question === shown.question;
    this.#notes.keep(person, { ...shown, pending: isSame ? before.pending : [], isPaused: false });
  }

  /** They left, or have nothing open: until they are shown something, what they type is about nothing. */
  leave(person: string): void {
    this.#notes.keep(person, null);
  }

  /** Another question came between. */
  pause(person: string): void {
    const shown = this.find(person);
    if (shown) this.#notes.keep(person, { ...shown, isPaused: true });
  }

  /** Which inputs typed answers go to from now on. */
  pend(person: string, pending: readonly string[]): void {
    const shown = this.find(person);
    if (shown) this.#notes.keep(person, { ...shown, pending });
  }

  /** Null when they left; undefined when nothing is known of them, e.g. after a restart. */
  find(person: string): Note | null | undefined {
    return this.#notes.find(person);
  }
}
