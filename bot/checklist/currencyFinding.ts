import { currencyWords, reviewStanding } from '../../knowledge/currency.ts';
import type { Case } from './case.ts';
import { agreementOf } from './caseFacts.ts';
import type { Finding } from './finding.ts';

/**
 * R43: what the review cycle of the agreement's document says on `today`. Overdue warns, unknown informs, and neither
 * stops anything: no source says that a missed review ends an agreement. Null when it is in date, has no cycle, or no
 * document is held.
 */
export function currencyFinding(theCase: Case, today: Date): Finding | null {
  const document = theCase.knowledge.documents.get(agreementOf(theCase)?.document ?? '');
  if (!document?.review) return null;
  const standing = reviewStanding(document, today);
  if (standing.kind !== 'overdue' && standing.kind !== 'cannot-be-computed') return null;
  return {
    rule: 'R43',
    effect: standing.kind === 'overdue' ? 'warn' : 'inform',
    text: currencyWords(standing),
    question: 'agreement',
    sources: [document.review.source],
  };
}
