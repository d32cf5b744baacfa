import { type Around, digitsOf, isCued, isOfAThing, type Rule } from '../rule.ts';
import { isRealDay } from './calendar.ts';
import { phoneWord } from './phone.ts';

const weights = [10, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * Ten digits whose last one checks the others (modulus 11: weights 10 to 2; 11 counts as 0, 10 is never issued). All
 * digits alike pass the sum and are no number (ten zeros do).
 */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

/** Scotland’s number for patients begins with the date of birth. */
const isChi = (digits: string): boolean => isRealDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), 2000);

/** An issued number begins so; what only passes the sum begins with anything. */
const isIssuedStart = (digits: string): boolean => /^[3467]/.test(digits);

const nhsWord =
  /N\.?H\.?S(?:no|num|number|nr|id|ref)?(?![A-Z])(?! (?:contract|budget|order|invoice))|\bCHI(?:no|number)?(?![A-Z])/i;

/** “Ref”, but not “order ref”. */
const isReference =
  /(?:^|[^\w ] ?|\b(?:patient|pt|client|child|hospital|clinic|our|your|their) )ref(?:erence)?\b[^\w]{0,3}$/i;

function level(found: string, beside: Around) {
  const digits = digitsOf(found);
  if (!isNhsNumber(digits)) return null;
  if (isCued(beside, nhsWord) || nhsWord.test(beside.header)) return 'high';
  const isOfOther = isOfAThing(beside.before);
  // One in eleven runs of ten digits fits by chance: the layout has to speak for it too. “Ref” may be a patient’s.
  if (/^[1-9]\d\d[ \n.-]\d{3}[ \n.-]\d{4}$/.test(found))
    return isOfOther && !isReference.test(beside.before) ? null : 'high';
  if (isOfOther) return null;
  if (found !== digits || /[\p{L}_#/-]$/u.test(beside.before) || isCued(beside, phoneWord)) return null;
  return isIssuedStart(digits) || isChi(digits) ? 'medium' : null;
}

/** NHS and CHI numbers. */
export const nhsNumber: Rule = {
  kind: 'nhs-number',
  pattern: /(?<![\d+£$€])(?<!\d[.,])\d(?:[ \n./-]?\d){9}(?!\d|[.,]\d)/g,
  level,
};
