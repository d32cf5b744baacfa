import { ShortMemory } from './shortMemory.ts';

/** A question that may still be answered back, e.g. by telling the area. */
export interface OpenQuestion {
  readonly text: string;
  /** Answers to earlier questions back. */
  readonly answers: Readonly<Record<string, string>>;
}

/** Whose question it is, and which answers to it they have judged, by label. */
interface Asker {
  readonly person: string;
  readonly judged: Set<string>;
}

/**
 * Open questions, in memory only: the words of a question are never stored or logged. Cards carry the opaque id;
 * after 30 minutes, or for anybody but the asker, there is nothing to find.
 */
export class OpenQuestions {
  readonly #open: ShortMemory<OpenQuestion & Asker>;

  constructor(now: () => Date) {
    this.#open = new ShortMemory(now, 30);
  }

  keep(id: string, person: string, question: OpenQuestion): void {
    this.#open.keep(id, { ...question, person, judged: new Set() });
  }

  find(id: string, person: string): OpenQuestion | null {
    const open = this.#find(id, person);
    return open ? { text: open.text, answers: open.answers } : null;
  }

  /** Notes that its asker said whether this answer was right: true the first time, false later or for anybody else. */
  judge(id: string, person: string, label: string): boolean {
    const open = this.#find(id, person);
    if (!open || open.judged.has(label)) return false;
    open.judged.add(label);
    return true;
  }

  isJudged(id: string, person: string, label: string): boolean {
    return this.#find(id, person)?.judged.has(label) ?? false;
  }

  #find(id: string, person: string): (OpenQuestion & Asker) | undefined {
    const open = this.#open.find(id);
    return open?.person === person ? open : undefined;
  }
}
