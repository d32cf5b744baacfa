/** A question that may still be answered back, e.g. by telling the area. */
export interface OpenQuestion {
  readonly text: string;
  /** Answers to earlier questions back. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Whose question it is, how long it lives, and which answers to it they have judged, by label. */
interface Asker {
  readonly person: string;
  readonly until: number;
  readonly judged: Set<string>;
}

const lifetimeMs = 30 * 60_000;
/** Oldest go first beyond this; a question is at most 2,000 characters, so memory stays small. */
const mostKept = 5_000;

/**
 * Open questions, in memory only: the words of a question are never stored or logged. Cards carry the opaque id;
 * after 30 minutes, or for anybody but the asker, there is nothing to find.
 */
export class OpenQuestions {
  readonly #now: () => Date;
  readonly #open = new Map<string, OpenQuestion & Asker>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  keep(id: string, person: string, question: OpenQuestion): void {
    this.#forgetOld();
    this.#open.set(id, { ...question, person, until: this.#now().getTime() + lifetimeMs, judged: new Set() });
  }

  find(id: string, person: string): OpenQuestion | null {
    this.#forgetOld();
    const open = this.#open.get(id);
    return open?.person === person ? { text: open.text, answers: open.answers } : null;
  }

  /** Notes that its asker said whether this answer was right: true the first time, false later or for anybody else. */
  judge(id: string, person: string, label: string): boolean {
    if (!this.find(id, person) || this.isJudged(id, person, label)) return false;
    this.#open.get(id)?.judged.add(label);
    return true;
  }

  isJudged(id: string, person: string, label: string): boolean {
    const open = this.#open.get(id);
    return open?.person === person && open.judged.has(label);
  }

  /** Insertion order is age order, so the oldest stand first. */
  #forgetOld(): void {
    const now = this.#now().getTime();
    for (const [id, open] of this.#open) {
      if (open.until > now && this.#open.size < mostKept) return;
      this.#open.delete(id);
    }
  }
}
