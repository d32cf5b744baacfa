import type { Around, Rule } from '../rule.ts';
import { isRealDay, wholeYear } from './calendar.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const year = `(?:['’]?\\d\\d|(?:19|20)\\d\\d)(?!\\d|[./]\\d{4})`;
const nth = '(?:st|nd|rd|th)?';
const gap = '[ \\n.,/-]{1,2}';

const shapes = [
  `\\d{1,2}[ \\n]?[./\\\\-][ \\n]?\\d{1,2}[ \\n]?[./\\\\-][ \\n]?${year}`,
  `\\d{1,2} \\d{1,2} ${year}`,
  `(?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2}(?!\\d)`,
  `\\d{1,2}${nth}(?: day)?(?: of)?${gap}${month}${gap}${year}`,
  `\\d{1,2}${month}${year}`,
  `${month}${gap}\\d{1,2}${nth}${gap}${year}`,
  `\\d{1,2}${nth} of the \\d{1,2}${nth},? ${year}`,
  `\\d{8}(?!\\d)`,
  `\\d{6}(?!\\d)`,
];

/** Nobody alive was born before this year. */
const oldest = 1890;

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
  // 20110403 is read from the year, as computers write it: there is no year 403.
  if (/^\d{8}$/.test(found) && Number(found.slice(4)) < oldest)
    return [found.slice(6), found.slice(4, 6), found.slice(0, 4)];
  if (/^\d{6,8}$/.test(found)) return [found.slice(0, 2), found.slice(2, 4), found.slice(4)];
  const numbers = found.match(/\d+/g) ?? [];
  return numbers[0]?.length === 4 ? numbers.reverse() : numbers;
}

const bornWord =
  /(?:\bd ?[./]? ?o ?[./]? ?b(?:['’]?s)?|\bdbo|\b(?:dates?|days?)[ -]of[ -]b[a-z]{3,4}|\bbirth ?date|\bborn|\bb(?:irth|['’]?)days?|(?<![\w.]|to )b\.(?= ?$))(?![a-z])/gi;
/** A date with a word of its own: “DOB unknown, review on 12/03/2026”. */
const otherDay =
  /\b(?:review|meet|met|visit|appoint|assess|referr|refer\b|conference|hearing|court|panel|closed|opened|receiv|updat|request|deadline|due|expire|seen|strategy|today|moved|since|until|died|death|arriv|dated|attend|party|spoke|unknown|withheld|enter(?:ed)?\b)|\b(?:checked|verified|recorded|confirmed|added|shared|sent)\b(?! as| to be)/i;
const reach = 30;
/** The same, when a list of dates begins behind the word. */
const listReach = 75;

const timeOfDay = /\b\d{1,2}[:.]\d\d ?(?:[ap]m|hrs)?\b(?![./]\d)/gi;
/** “Born” takes when and where behind it: “born abroad, arrived on 01/02/2020” is about another day. */
const whenAndWhere =
  /^(?:[ ,:(–-]*\b(?:\d{1,2}|on|in|at|the|of|an?|and|to|c|circa|about|approx\w*|around|mon|tue|wed|thu|fri|sat|sun|\w+day|\w+ly|premature|here|abroad|home|hospital|mother|mum|parents|family|twins?|\p{Lu}[\p{L}'’-]*)\b\.?)*[ ,:.(\n–-]*$/u;
/** What stands between the last word for birth and the date; null without such a word in reach. */
function sinceBornWord(before: string): string | null {
  const told = before.slice(-listReach);
  const last = [...told.matchAll(bornWord)].at(-1);
  if (!last) return null;
  const between = told.slice(last.index + last[0].length).replace(timeOfDay, '');
  const hasDates = /\d{2}/.test(between);
  if (between.length > (hasDates ? listReach : reach)) return null;
  return hasDates || !/^born/i.test(last[0]) || whenAndWhere.test(between) ? between : null;
}

/** “(DOB)”, a DOB that ends the line, “is his birthday”. */
const bornBehind =
  /^ ?(?:\((?:dob|d\.o\.b\.?|date of birth)\)|(?:dob|d\.o\.b\.?|date of birth)(?=[ )|.;,]*(?:$|\n|[|)]))|(?:is|was) \w+ (?:dob|date of birth|birthday)\b)/i;
/** A date that has used the word up, unless the next one goes on with a list: “DOBs 03/04/2011 and 05/06/2013”. */
const listSoFar = /^[^\p{L}]*(?:\d[\d./ -]*|\d+\p{L}* \p{L}+ \d+)[ ,]*(?:and|&|\/|,|;|-|\n)?[ ]*$/u;

/** Whose date it is, in such a list: “DOB mum 01/02/1985, dad 03/04/1983”. */
const whose =
  /\b(?:mum|mother|dad|father|parents?|child|son|daughter|brother|sister|sibling|twins?|baby|partner|he|she)\b[:-]?/gi;
/** The word stands in another sentence. */
const newSentence = /[.;!?]\s+\p{L}{3}/u;

function isSpokenFor(beside: Around): boolean {
  if (bornBehind.test(beside.after)) return true;
  const between = sinceBornWord(beside.before);
  if (between === null) return isDobColumn(beside.header);
  if (otherDay.test(between) || newSentence.test(between)) return false;
  return !/\d{2}/.test(between) || listSoFar.test(between.replace(whose, '')) || isDobColumn(beside.header);
}

/** A column of dates of birth, and no other dates in the table. */
const isDobColumn = (header: string): boolean =>
  /\bd\.?o\.?b\b|\bdate of b[a-z]{3,4}\b|\bbirth ?date\b/i.test(header) &&
  !/\bdate\b(?! of b)|\bon$/i.test(header) &&
  !otherDay.test(header);

/** Dates of birth: any British way of writing a date, with a word for birth near; never a day to come. */
export const dob: Rule = {
  kind: 'dob',
  pattern: new RegExp(`(?<![\\d£$€])(?<!\\d[.,/-])(?:${shapes.join('|')})`, 'gi'),
  level: (found, beside) => {
    const day = dayOf(found, beside.today);
    if (!day || day > beside.today || day.getUTCFullYear() < oldest) return null;
    // Six or eight digits in a row are a date only right behind the word.
    if (/^\d+$/.test(found) && !/^[ .:=()-]{0,3}$/.test(sinceBornWord(beside.before) ?? 'none')) return null;
    return isSpokenFor(beside) ? 'high' : null;
  },
};
