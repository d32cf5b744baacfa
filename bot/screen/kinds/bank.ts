import { type Around, isCued, type Rule } from '../rule.ts';

const bankWord = /\bsort|\bs\/?c\b|\ba\/c\b|\bac+(?:o?u?n)?t?\b|\bbank/i;
const sortWord = /(?:\bsort(?:ing)?(?: ?codes?)?|\bs\/?c)(?: (?:is|no|number))?[ .:#=()-]{0,3}$/i;
const accountWord = /(?:\bac+(?:o?u?n)?t?|\ba\/c)(?: ?(?:no|num|number))?\.?(?: is)?[ .:#=()-]{0,3}$/i;
const sortCode = /(?<!\d)\d\d[ .-]?\d\d[ .-]?\d\d(?!\d)/;
const account = /(?<!\d)\d{4} ?\d{4}(?!\d)/;

/** Countries in the IBAN registry. */
const countries = new Set(
  'AD AE AL AT AZ BA BE BG BH BR BY CH CR CY CZ DE DK DO EE EG ES FI FO FR GB GE GI GL GR GT HR HU IE IL IQ IS IT JO KW KZ LB LC LI LT LU LV LY MC MD ME MK MR MT MU NL NO PK PL PS PT QA RO RS SA SC SE SI SK SM SV TN TR UA VA VG XK'.split(
    ' ',
  ),
);

/** The remainder of 97 that a right IBAN leaves is 1 (ISO 13616). */
function isIban(found: string): boolean {
  const plain = found.replace(/ /g, '').toUpperCase();
  if (!countries.has(plain.slice(0, 2))) return false;
  const digits = [...plain.slice(4), ...plain.slice(0, 4)].map((unit) => Number.parseInt(unit, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

const beside = ({ before, after }: Around, other: RegExp): boolean =>
  other.test(before.slice(-45)) || other.test(after.slice(0, 45));

/** “SC 12-34-56, AN 12345678”: behind a sort code the word for the account may be any. */
const sortBefore = new RegExp(`${sortWord.source.slice(0, -1)}\\d\\d[ .-]?\\d\\d[ .-]?\\d\\d\\D{1,20}$`, 'i');

/** Sort code and account together are certain, one of them is asked about; dates look like sort codes. */
export const bank: readonly Rule[] = [
  {
    kind: 'bank',
    pattern: /(?<![\d./-])\d\d([ .-]?)\d\d\1\d\d[ ,/:;|-]{1,3}\d{4} ?\d{4}(?!\d)/g,
    level: (found, around) => (/^\d\d-/.test(found) || isCued(around, bankWord) ? 'high' : null),
  },
  {
    kind: 'bank',
    pattern: /(?<![\d/])\d\d([ .-]?)\d\d\1\d\d(?!\d)/g,
    level: (_found, around) => (sortWord.test(around.before) ? (beside(around, account) ? 'high' : 'medium') : null),
  },
  {
    kind: 'bank',
    pattern: /(?<![\d./-])\d{4} ?\d{4}(?!\d)/g,
    level: (_found, around) => {
      if (sortBefore.test(around.before)) return 'high';
      return accountWord.test(around.before) ? (beside(around, sortCode) ? 'high' : 'medium') : null;
    },
  },
  {
    kind: 'bank',
    pattern: /(?<![A-Z\d])(?:GB\d\d ?[A-Z]{4}(?: ?\d){14}|[A-Z]{2}\d\d[A-Z\d]{11,30})(?![A-Z\d])/gi,
    level: (found) => (isIban(found) ? 'high' : null),
  },
];
