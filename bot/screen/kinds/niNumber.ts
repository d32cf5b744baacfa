import { type Around, isCued, isOfAThing, type Rule } from '../rule.ts';

const niWord = /\bNI(?:NO|N)?\b|\bN\.I\b|\bnat[a-z]{0,7}\.? ?ins|\binsurance (?:number|no\b|num)/i;

/** No check digit: upper case, the printed spacing or the word has to speak for it (DOMAIN J). */
function level(found: string, beside: Around) {
  if (isCued(beside, niWord)) return 'high';
  const isWhole = /[A-D]$/i.test(found);
  const isSpaced = /^\S\S[ .-]\d\d[ .-]\d\d[ .-]\d\d[ .-]\S$/.test(found);
  const isPrinted = /^\w\w(?:[ \n.-]?\d\d){3}[ \n.-]?\w$/.test(found);
  const isUpper = found === found.toUpperCase();
  const isPlain = /^[A-Z]{2}\d{6}[A-Z]$/.test(found);
  if (isPlain && isOfAThing(beside.before)) return null;
  return isWhole && (isSpaced || (isUpper && isPrinted)) ? 'high' : null;
}

/** National Insurance numbers. */
export const niNumber: Rule = {
  kind: 'ni-number',
  pattern:
    /(?<![A-Z\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z] ?[A-CEGHJ-NPR-TW-Z](?:[ \n./-]?\d){6}(?:[ \n./-]?[A-D])?(?![A-Z\d])/gi,
  level,
};
