import { type Around, isCued, type Rule } from '../rule.ts';

const vehicleWord = /\b(?:regs?|vrm|vrn|reg[a-z]{2,9}tion|veh[a-z]{0,6}|(?:number ?)?plates?|anpr)\b/i;
const rightBefore =
  /\b(?:regs?|vrm|vrn|reg[a-z]{2,9}tion|veh[a-z]{0,6}|(?:number ?)?plates?|index)(?: (?:no|num|number|mark|plate))?\.?(?: is| was| as)?[ :#=()-]{0,3}$/i;

/** Capitals that are a date or a word: “BY24 MAY”, “SE10 ASB”. */
const words = new Set(
  'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC THE AND FOR NOT ARE ALL PER WAS HAS DAY HRS MIN ASB CSE CCE LAC NHS CIN DSA ISA IOM MAS DPO EHC TAF TAC GPS PDF KCC YOT YOS'.split(
    ' ',
  ),
);

/** Current style, and the older ones only right behind the word (DOMAIN J1). */
export const vehicleRegistration: readonly Rule[] = [
  {
    kind: 'vehicle-registration',
    pattern: /(?<![A-Z\d])[A-HJ-PR-Y]{2} ?\d\d[ -]?[A-HJ-PR-Z]{3}(?![A-Z\d])/gi,
    level: (found: string, beside: Around) => {
      if (words.has(found.slice(-3).toUpperCase())) return null;
      if (rightBefore.test(beside.before)) return 'high';
      if (found !== found.toUpperCase() || /^.. /.test(found)) return null;
      return isCued(beside, vehicleWord) ? 'high' : 'medium';
    },
  },
  {
    kind: 'vehicle-registration',
    pattern: /(?<![A-Z\d])(?:[A-Z]\d{1,3}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?\d{1,3}[A-Z])(?![A-Z\d])/g,
    level: (found: string, { before }: Around) =>
      rightBefore.test(before) && !words.has(found.slice(-3)) && !words.has(found.slice(0, 3)) ? 'high' : null,
  },
];
