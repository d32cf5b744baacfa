import { maskedBefore } from './folded.ts';
import type { Finder, IdentifierKind, Level } from './identifier.ts';
import { type HeaderAt, tableHeaders } from './table.ts';

/** What stands beside something found, up to 80 characters each way, and the day of today. */
export interface Around {
  readonly before: string;
  readonly after: string;
  readonly today: Date;
  /** The labels over it when it stands in a table; empty elsewhere. */
  readonly header: string;
}

/** A way of writing an identifier. */
export interface Rule {
  readonly kind: IdentifierKind;
  /** Shape alone, with the flag `g`. It must not take longer than the text is long: bounded repeats, one start a run. */
  readonly pattern: RegExp;
  /** How sure; null when a check digit, a guard or a missing word says that it is something else. */
  readonly level: (found: string, around: Around) => Level | null;
}

const seen = 80;
/** How far a word such as “NHS” speaks for a value (DOMAIN J). */
const reach = 30;

export const byRule = ({ kind, pattern, level }: Rule): Finder =>
  function* (text, today) {
    // Kept, not made anew for each text: that costs more than reading it. A finder is always read to its end.
    pattern.lastIndex = 0;
    const headerAt = tableHeaders(text);
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [found] = match;
      const sure = level(found, around(text, match.index, match.index + found.length, today, headerAt));
      if (sure) yield { kind, level: sure, start: match.index, end: match.index + found.length };
      // What only looked like one may hide the beginning of another.
      else pattern.lastIndex = match.index + 1;
    }
  };

function around(text: string, start: number, end: number, today: Date, headerAt: HeaderAt): Around {
  const before = text.slice(Math.max(0, start - seen), start);
  const after = text.slice(end, end + seen);
  const mask = after.indexOf(maskedBefore);
  return {
    before: before.slice(before.lastIndexOf(maskedBefore) + 1),
    after: mask < 0 ? after : after.slice(0, mask),
    today,
    get header() {
      return headerAt(start);
    },
  };
}

/**
 * A word speaks for the value behind it, also for a list of them (“passports 111222333 and 444555666”), or for the one
 * before it unless another value follows the word.
 */
export function isCued({ before, after }: Around, cue: RegExp): boolean {
  let told = before.slice(-reach);
  for (let word = cue.exec(told); word; word = cue.exec(told)) {
    told = told.slice(word.index + word[0].length);
    if (isListOrEmpty(told)) return true;
  }
  const later = cue.exec(after.slice(0, reach));
  if (!later) return false;
  const past = later.index + later[0].length;
  return !/\d/.test(after.slice(0, later.index)) && !/\d/.test(after.slice(past, past + reach));
}

const aValue = /\d(?:[ -]?\d){5}/;
const withDigits = /\S*\d\S*/g;

/** No other value stands between, or nothing but such values. */
const isListOrEmpty = (between: string): boolean =>
  !aValue.test(between) || /^(?:[^\p{L}]|\b(?:and|or|no|is|are)\b)*$/iu.test(between.replace(withDigits, ''));

/** The number of a thing, not of a person: “order no. 943 476 5919”. */
export const isOfAThing = (before: string): boolean =>
  /\b(?:order|invoice|product|part|model|serial|asset|ticket|contract|tracking|consignment|parcel|document|stock|ref(?:erence)?|p\.?o|isbn|imei)(?: (?:code|number|no|num|id|ref(?:erence)?|tag))?\.?(?: is)?[ :#=]{0,2}$/i.test(
    before,
  );

export const digitsOf = (found: string): string => found.replace(/\D/g, '');
