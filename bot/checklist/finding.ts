import type { Effect, SourceRef } from '../../knowledge/schema.ts';

/** What a rule said about a case. */
export interface Finding {
  /** Id of the rule, e.g. `R34`. */
  readonly rule: string;
  readonly effect: Effect;
  /** What it stops while it holds; absent when it stops nothing (or its reason was given). */
  readonly stops?: 'share' | 'submit';
  readonly text: string;
  /** Id of the question that puts it right. */
  readonly question: string;
  readonly sources: readonly SourceRef[];
}
