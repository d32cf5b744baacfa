import { digitsOf, type Rule } from '../rule.ts';

/** The last digit checks the others (ISO/IEC 7812-1, Luhn). */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** First digits and lengths of the schemes: Visa, Mastercard, American Express, Discover, JCB, Diners, Maestro. */
const isKnown = (digits: string): boolean =>
  [
    /^4(?:\d{12}|\d{15}|\d{18})$/,
    /^5[1-5]\d{14}$/,
    /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/,
    /^3[47]\d{13}$/,
    /^6(?:011|5\d\d|4[4-9]\d)\d{12,15}$/,
    /^35(?:2[89]|[3-8]\d)\d{12}$/,
    /^3(?:0[0-5]|[68]\d)\d{11}$/,
    /^(?:50|5[6-8]|63|67)\d{11,17}$/,
  ].some((scheme) => scheme.test(digits));

/** Numbers of payment cards, in groups as printed or in one run. */
export const paymentCard: Rule = {
  kind: 'payment-card',
  pattern: /(?<!\d)(?:\d{4}([ \n.-])\d{4}\1\d{4}\1\d{4}|\d{4}([ \n.-])\d{6}\2\d{4,5}|\d{13,19})(?!\d)/g,
  level: (found) => {
    const digits = digitsOf(found);
    return isKnown(digits) && isLuhn(digits) ? 'high' : null;
  },
};
