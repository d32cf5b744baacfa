import type { IdentifierKind } from '../screen/identifier.ts';

/** A value that the screen took out of what somebody typed. */
export interface TakenValue {
  readonly kind: IdentifierKind;
  readonly value: string;
}

const lifetimeMs = 15 * 60_000;
/** Oldest go first beyond this. A value is short, so memory stays small. */
const mostKept = 5_000;

/**
 * What was taken out of answers, in memory only and for 15 minutes, so that “Not about a person” can put it back
 * (DESIGN 5). Found under the answer it stood in, and by nothing else.
 */
export class TakenOut {
  readonly #now: () => Date;
  readonly #answers = new Map<string, { readonly until: number; readonly values: readonly TakenValue[] }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Adds values that one answer lost, in the order in which they stood. */
  keep(caseId: string, input: string, values: readonly TakenValue[]): void {
    if (values.length === 0) return;
    const kept = [...this.of(caseId, input), ...values];
    this.#put(caseId, input, kept);
  }

  of(caseId: string, input: string): readonly TakenValue[] {
    this.#forgetOld();
    return this.#answers.get(idOf(caseId, input))?.values ?? [];
  }

  /** Forgets the values of one kind: they are back in the answer. */
  forget(caseId: string, input: string, kind: IdentifierKind): void {
    const left = this.of(caseId, input).filter((value) => value.kind !== kind);
    if (left.length > 0) this.#put(caseId, input, left);
    else this.#answers.delete(idOf(caseId, input));
  }

  /** Insertion order is age order, so the oldest stand first. */
  #put(caseId: string, input: string, values: readonly TakenValue[]): void {
    this.#answers.delete(idOf(caseId, input));
    this.#answers.set(idOf(caseId, input), { until: this.#now().getTime() + lifetimeMs, values });
  }

  #forgetOld(): void {
    const now = this.#now().getTime();
    for (const [id, { until }] of this.#answers) {
      if (until > now && this.#answers.size < mostKept) return;
      this.#answers.delete(id);
    }
  }
}

const idOf = (caseId: string, input: string): string => `${caseId}\n${input}`;
