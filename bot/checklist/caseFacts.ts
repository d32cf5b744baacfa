import type { Agreement } from '../../knowledge/schema.ts';
import type { Case } from './case.ts';
import type { Facts } from './condition.ts';
import type { Answer, Answers } from './draft.ts';
import { namedAgreement } from './options.ts';
import { walk } from './walk.ts';

/**
 * What is known about a case: each answer that counts under its key, `agreement`, `agreement-held`
 * (text | statement | listed | none) and `sharer-kind`. An answer counts when its card applies, its input is visible
 * and what was chosen is still offered.
 */
export function caseFacts(theCase: Case): Facts {
  return walk(theCase).facts;
}

/** The agreement the case is shared under; null when none is named. */
export function agreementOf(theCase: Case): Agreement | null {
  return namedAgreement(theCase, caseFacts(theCase));
}

/**
 * The answers that count, and no others: what a record should hold. Answers to cards that no longer apply stay in the
 * draft, so that changing an answer back loses nothing, but they are no part of the decision.
 */
export function answersThatCount(theCase: Case): Answers {
  const counted: [string, Answer][] = walk(theCase).steps.flatMap(({ inputs }) =>
    inputs.flatMap(({ input, answer, settled }) =>
      settled && answer !== null ? [[input.key, answer] as [string, Answer]] : [],
    ),
  );
  return Object.fromEntries(counted);
}
