import type { Around, Rule } from '../rule.ts';
import { isRealDay, wholeYear } from './calendar.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const year = `(?:['’]?\\d\\d|(?:19|20)\\d\\d)(?!\\d)`;
const nth = '(?:st|nd|rd|th)?';
const gap = '[ \\n.,/-]{1,2}';

const shapes = [
  `\\d{1,2}[ \\n]?[./-][ \\n]?\\d{1,2}[ \\n]?[./-][ \\n]?${year}`,
  `\\d{1,2} \\d{1,2} ${year}`,
  `(?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2}(?!\\d)`,
  `\\d{1,2}${nth}(?: day)?(?: of)?${gap}${month}${gap}${year}`,
  `\\d{1,2}${month}${year}`,
  `${month}${gap}\\d{1,2}${nth}${gap}${year}`,
  `\\d{1,2}${nth} of the \\d{1,2}${nth},? ${year}`,
  `\\d{8}(?!\\d)`,
  `\\d{6}(?!\\d)`,
];

/** The day written, or null when there is none such. Day before month, as in Britain. */
function dayOf(found: string, today: Date): Date | null {
  const named = months.findIndex((short) => found.toLowerCase().includes(short));
  const numbers = partsOf(found);
  const [day = '', other = '', late = ''] = named < 0 ? numbers : [numbers[0], String(named + 1), numbers[1]];
  const whole = wholeYear(late, today);
  return isRealDay(Number(day), Number(other), whole)
    ? new Date(Date.UTC(whole, Number(other) - 1, Number(day)))
    : null;
}

function partsOf(found: string): string[] {
  if (/^\d{6,8}$/.test(found)) return [found.slice(0, 2), found.slice(2, 4), found.slice(4)];
  const numbers = found.match(/\d+/g) ?? [];
  return numbers[0]?.length === 4 ? numbers.reverse() : numbers;
}

const bornWord =
  /(?:\bd ?[./]? ?o ?[./]? ?b(?:['’]?s)?|\b(?:dates?|days?)[ -]of[ -]birth|\bbirth ?date|\bborn|\bb(?:irth|['’]?)days?|(?<![\w.]|to )b\.(?= ?$))(?![a-z])/gi;
/** A date with a word of its own: “DOB unknown, review on 12/03/2026”. */
const otherDay =
  /\b(?:review|meet|met|visit|appoint|assess|referr|refer\b|conference|hearing|court|panel|closed|opened|receiv|updat|request|deadline|due|expire|seen|strategy|today|moved|since|until|died|death|arriv|dated|attend|party|spoke|unknown|withheld|enter(?:ed)?\b)|\b(?:checked|verified|recorded|confirmed|added|shared|sent)\b(?! as| to be)/i;
const reach = 30;

/** What stands between the last word for birth and the date; null without such a word in reach. */
function sinceBornWord(before: string): string | null {
  const told = before.slice(-reach - 15);
  const last = [...told.matchAll(bornWord)].at(-1);
  if (!last) return null;
  const between = told.slice(last.index + last[0].length);
  return between.length <= reach ? between : null;
}

/** “(DOB)”, a DOB that ends the line, “is his birthday”. */
const bornBehind =
  /^ ?(?:\((?:dob|d\.o\.b\.?|date of birth)\)|(?:dob|d\.o\.b\.?|date of birth)(?=[ )|.;,]*(?:$|\n|[|)]))|(?:is|was) \w+ (?:dob|date of birth|birthday)\b)/i;
/** A date that has used the word up, unless the next one goes on with a list: “DOBs 03/04/2011 and 05/06/2013”. */
const listSoFar = /^[^\p{L}]*(?:\d[\d./ -]*|\d+\p{L}* \p{L}+ \d+)[ ,]*(?:and|&|\/|,|;)[ ]*$/u;

function isSpokenFor({ before, after }: Around): boolean {
  if (bornBehind.test(after)) return true;
  const between = sinceBornWord(before);
  if (between === null || otherDay.test(between)) return false;
  return !/\d{2}/.test(between) || listSoFar.test(between);
}

/** Dates of birth: any British way of writing a date, with a word for birth near; never a day to come. */
export const dob: Rule = {
  kind: 'dob',
  pattern: new RegExp(`(?<![\\d£$€])(?<!\\d[.,/-])(?:${shapes.join('|')})`, 'gi'),
  level: (found, beside) => {
    const day = dayOf(found, beside.today);
    if (!day || day > beside.today || day.getUTCFullYear() < 1890) return null;
    // Six or eight digits in a row are a date only right behind the word.
    if (/^\d+$/.test(found) && !/^[ .:=()-]{0,3}$/.test(sinceBornWord(beside.before) ?? 'none')) return null;
    return isSpokenFor(beside) ? 'high' : null;
  },
};
