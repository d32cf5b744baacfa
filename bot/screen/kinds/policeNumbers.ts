import { isCued, type Rule } from '../rule.ts';
import { wholeYear } from './calendar.ts';
import { policeLetter } from './checkLetter.ts';

const isUpper = (found: string): boolean => found === found.toUpperCase();

/** Police National Computer: year, serial, letter, e.g. 1979/0123456T. No letter, no number: S.I. 2018/912. */
export const pnc: Rule = {
  kind: 'pnc',
  pattern: /(?<!\w|\d\/)(?:(?:19|20)\d\d|\d\d) ?\/ ?\d{1,7} ?[A-HJ-NP-RT-Z](?![A-Z\d])/gi,
  level: (found, beside) => {
    const [, year = '', serial = '', letter = ''] = /^(\d+) ?\/ ?(\d+) ?(\w)$/.exec(found) ?? [];
    // Without its noughts it may be anything: the letter fits one time in 23.
    if ((!isUpper(found) || serial.length < 6) && !isCued(beside, /\bPNC/i)) return null;
    if (wholeYear(year, beside.today) > beside.today.getFullYear()) return null;
    return policeLetter(year.slice(-2), serial.padStart(7, '0')) === letter.toUpperCase() ? 'high' : null;
  },
};

/** Criminal Records Office: serial, year, letter (123456/79F), or for old files SF, year, serial, letter. */
export const cro: Rule = {
  kind: 'cro',
  pattern: /(?<!\w|\d\/)(?:SF ?\d\d ?\/ ?\d{1,6}|\d{1,6} ?\/ ?\d\d) ?[A-HJ-NP-RT-Z](?![A-Z\d])/gi,
  level: (found, beside) => {
    const isNamed = isCued(beside, /\bCRO\b|\bcriminal records? off/i);
    const [, first = '', second = '', letter = ''] = /^\D*(\d+) ?\/ ?(\d+) ?(\w)$/.exec(found) ?? [];
    const isOld = /^SF/i.test(found);
    // A short serial passes the check one time in 23, and “4/26B” may be anything.
    if (!isNamed && (!isUpper(found) || (!isOld && first.length < 6))) return null;
    const expected = isOld
      ? [policeLetter(first, second), ...(isNamed ? [policeLetter(first, second.padStart(6, '0'))] : [])]
      : [policeLetter(second, first.padStart(6, '0'))];
    return expected.includes(letter.toUpperCase()) ? 'high' : null;
  },
};
