import type { Case } from './case.ts';
import type { Finding } from './finding.ts';
import { findings } from './findings.ts';

/** What a change of answers did to the outcome. */
export interface OutcomeChange {
  /** Found now and not before, in the order of the rules; a reason that was taken back counts. */
  readonly added: readonly Finding[];
  /** Found before and not now, in the words it had; a reason that has been given counts. */
  readonly gone: readonly Finding[];
}

/**
 * The findings that come and go between two states of a case, by the id of their rule and what it stops. The currency
 * of the agreement is not a rule and is left out.
 */
export function outcomeChange(before: Case, after: Case): OutcomeChange {
  const were = findings(before);
  const are = findings(after);
  return { added: without(are, were), gone: without(were, are) };
}

function without(some: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  return some.filter(({ rule, stops }) => !others.some((other) => other.rule === rule && other.stops === stops));
}
