import type { Case } from './case.ts';
import { caseFacts } from './caseFacts.ts';
import { isComplete, stepOf } from './steps.ts';

/** What a person can decide, by option id. */
export const outcomes = ['share', 'share-in-part', 'do-not-share', 'refer'] as const;

export type Outcome = (typeof outcomes)[number];

/** What the person decided and why; null until both are there. */
export function decisionOf(theCase: Case): { readonly outcome: Outcome; readonly rationale: string } | null {
  const facts = caseFacts(theCase);
  const [rationale] = facts.get('rationale') ?? [];
  const outcome = outcomes.find((each) => facts.get('decision')?.includes(each));
  return outcome === undefined || rationale === undefined ? null : { outcome, rationale };
}

/** Somebody is in immediate danger, as far as the person knows. */
export function isEmergency(theCase: Case): boolean {
  return caseFacts(theCase).get('danger')?.includes('yes') ?? false;
}

/** The emergency's three questions are answered: enough for a record, before anything else is asked. */
export function isEmergencyTold(theCase: Case): boolean {
  const step = stepOf(theCase, 'emergency');
  return step !== null && isComplete(step);
}

/** The person has shared it already, by an ordinary start or in an emergency. */
export function isAlreadyShared(theCase: Case): boolean {
  return isEmergency(theCase) || (caseFacts(theCase).get('already-shared')?.includes('yes') ?? false);
}
