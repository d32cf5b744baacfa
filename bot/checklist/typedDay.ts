/** What somebody typed as a day: one day, two it could be, a day that does not exist, or nothing like a day. */
export type TypedDay =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'either'; readonly days: readonly [string, string] }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'no-day' };

const dayMs = 86_400_000;
const noDay: TypedDay = { kind: 'no-day' };
/** “Thurs”. */
const longestShort = 5;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'sept',
];

/** The day in the United Kingdom, e.g. `2026-11-24`. */
const ukDay = (at: Date): string => ukFormat.format(at);
const ukFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/**
 * Reads a day the way people in the UK type one: `24/11/2026`, `24 Nov`, `tomorrow`, `Friday`, `in 2 weeks`. A day
 * without a year is the next one to come. “Next Friday” may be this week’s or the one after: then both come back.
 */
export function readTypedDay(words: string, now: Date): TypedDay {
  const today = ukDay(now);
  const text = words
    .toLowerCase()
    .replace(/[,.!]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:(?:on|by) )?(?:the )?/, '');
  return inWords(text, today) ?? inWeekdays(text, today) ?? inFigures(text, today) ?? withMonth(text, today) ?? noDay;
}

const inWordsDays: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, 'day after tomorrow': 2 };
const perUnit: Readonly<Record<string, number>> = { day: 1, week: 7 };

function inWords(text: string, today: string): TypedDay | null {
  const days = Object.hasOwn(inWordsDays, text) ? inWordsDays[text] : undefined;
  if (days !== undefined) return found(plus(today, days));
  const [, count, unit = ''] = /^in (a|one|two|three|four|\d{1,3}) (day|week|month)s?(?: time)?$/.exec(text) ?? [];
  if (count === undefined) return null;
  const many = ['', 'one', 'two', 'three', 'four'].indexOf(count === 'a' ? 'one' : count);
  const number = many > 0 ? many : Number(count);
  return found(unit === 'month' ? plusMonths(today, number) : plus(today, number * (perUnit[unit] ?? 0)));
}

function inWeekdays(text: string, today: string): TypedDay | null {
  const [, next, name = ''] = /^(?:(next|this|coming) )?([a-z]{3,9})$/.exec(text) ?? [];
  const wanted = weekdays.findIndex((day) => day === name || (name.length <= longestShort && day.startsWith(name)));
  if (name === '' || wanted < 0) return null;
  const from = weekdayOf(today);
  const coming = plus(today, (wanted - from + 7) % 7 || 7);
  // Weeks begin on a Monday.
  const isThisWeek = (wanted + 6) % 7 > (from + 6) % 7;
  return next === 'next' && isThisWeek ? { kind: 'either', days: [coming, plus(coming, 7)] } : found(coming);
}

function inFigures(text: string, today: string): TypedDay | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dated(iso[3], iso[2], iso[1], today);
  const figures = /^(\d{1,2})([/.\- ])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  // “1 2” is two numbers before it is a day.
  if (!figures || (figures[2] === ' ' && figures[4] === undefined)) return null;
  return dated(figures[1], figures[3], figures[4], today);
}

function withMonth(text: string, today: string): TypedDay | null {
  const [, day, name, year] =
    /^(?:[a-z]{3,9} )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})(?: (\d{4}|\d{2}))?$/.exec(text) ??
    turned(/^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}|\d{2}))?$/.exec(text)) ??
    [];
  if (day === undefined || name === undefined) return null;
  const isMonth = months.includes(name) || monthNames.includes(name);
  return isMonth ? dated(day, String(months.indexOf(name.slice(0, 3)) + 1), year, today) : null;
}

const turned = (found: RegExpExecArray | null) => found && ['', found[2], found[1], found[3]];

/** A day in figures; without a year the next such day, so that “29 Feb” finds a leap year. */
function dated(day = '', month = '', year: string | undefined, today: string): TypedDay {
  if (year !== undefined) return checked(`${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`);
  const thisYear = Number(today.slice(0, 4));
  const candidates = Array.from({ length: 9 }, (_, more) => `${thisYear + more}-${two(month)}-${two(day)}`);
  return checked(candidates.find((each) => each >= today && isDay(each)) ?? '');
}

const two = (figures: string): string => figures.padStart(2, '0');
const found = (day: string): TypedDay => ({ kind: 'day', day });
const checked = (day: string): TypedDay => (isDay(day) ? found(day) : { kind: 'no-such-day' });
const atMidnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
const isoOf = (at: Date): string => at.toISOString().slice(0, 10);
const weekdayOf = (day: string): number => atMidnight(day).getUTCDay();
const plus = (day: string, days: number): string => isoOf(new Date(atMidnight(day).getTime() + days * dayMs));

function isDay(day: string): boolean {
  const at = atMidnight(day);
  return !Number.isNaN(at.getTime()) && isoOf(at) === day;
}

/** The same day of a later month, or its last day. */
function plusMonths(day: string, count: number): string {
  const at = atMidnight(day);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count + 1, 0));
  last.setUTCDate(Math.min(at.getUTCDate(), last.getUTCDate()));
  return isoOf(last);
}

/** A calendar day with its weekday, so that a slip shows, e.g. `Friday 27 November 2026`. */
export const dayInWords = (day: string): string => inFull.format(atMidnight(day)).replace(',', '');

const inFull = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
