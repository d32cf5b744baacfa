import type { Word } from './normalise.ts';

const which =
  /\b(which|what|any|an|is there an?) (information sharing |data sharing |sharing )?(agreements?|dsas?|isas?|protocols?)\b|\bwhat covers\b|\bunder (what|which)\b|\b(is|are) (this|that|it|we|they) covered\b|\bwhich one\b|\bagreement for\b/;
const how =
  /\b(how (do|does|should|can|could|would|long|soon|quickly|much|often|secure|many|am|are|is)|what (is|are|does|do|if|happens|counts|should|must)|whats|who (is|are|signs|can|should|do|decides)|do (i|we|they|you) (need|have)|is it (ok|okay|safe|secure|fine|enough)|are (we|i) allowed to use|can (i|we) (email|e mail|phone|ring|call|text|whatsapp|fax|post|print|use|leave|keep|store|put|just|refuse|charge|take)|should (i|we)|must (i|we)|does .* (count|apply|need|mean|have to)|stand for|meaning of|definition|difference between|explain|when (do|should|can|must))\b/;

/**
 * How much the form of a question speaks for guidance on how to share rather than for an agreement to share under:
 * above 1 for guidance, below 1 for an agreement.
 */
export function asksHow(words: readonly Word[]): number {
  const said = words.map(({ plain }) => plain).join(' ');
  if (which.test(said)) return 0.8;
  return how.test(said) ? 1.3 : 0.9;
}
