import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Stores } from '../stores/ports.ts';
import type { LastShown } from './lastShown.ts';
import type { Members } from './membership.ts';
import type { OpenQuestions } from './openQuestions.ts';
import type { TakenOut } from './takenOut.ts';

/** The knowledge in use. Publishing replaces it; every turn reads it once. */
export interface LiveKnowledge {
  current(): Knowledge;
  /** Applies a newly published revision; rejects with a `ContentError` when the result does not hold. */
  refresh(): Promise<Knowledge>;
}

/** Everything a conversation needs, built once by compose. No SDK in it. */
export interface House {
  readonly stores: Stores;
  readonly knowledge: LiveKnowledge;
  /** Words of open questions, in memory only. */
  readonly openQuestions: OpenQuestions;
  /** What the screen took out of answers, in memory only. */
  readonly takenOut: TakenOut;
  /** Where each person is in a checklist, in memory only. */
  readonly lastShown: LastShown;
  /** Our ids of the people who have spoken since the start, in memory only. */
  readonly heardFrom: Set<string>;
  /** Whether people still belong here, asked of Teams. */
  readonly members: Members;
  /** Directory ids of the administrators. */
  readonly adminIds: readonly string[];
  readonly tenant: string;
  /** Area assumed before a person told us theirs; `ask` asks. */
  readonly homeArea: 'kent' | 'london' | 'ask';
  readonly publishNeedsSecondEditor: boolean;
  /** A record’s card asks for itself anew when it comes into view; never in local mode (DESIGN 7). */
  readonly refreshOnView: boolean;
  /** How long a press waits for the store before its card says that it is not yet saved, ms. */
  readonly patienceMs: number;
  readonly now: () => Date;
  /** A fresh random id (UUID). */
  readonly newId: () => string;
  /** A fresh reference such as `SR-7K3M-Q9`. */
  readonly newReference: () => string;
  /** Wakes the outbox after a commit; never waits. */
  readonly nudge: () => void;
  readonly log: Log;
}

/** Structured log. Fields hold ids, counts and labels only; never what a person typed. */
export interface Log {
  info(fields: Record<string, string | number | boolean | null>, message: string): void;
  warn(fields: Record<string, string | number | boolean | null>, message: string): void;
  error(fields: Record<string, string | number | boolean | null>, message: string): void;
}
