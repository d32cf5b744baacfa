import type { Finder } from '../identifier.ts';
import { isFirstName, isKnownOther, looksEnglish, plainOf } from './word.ts';

const part = "\\p{Lu}[\\p{L}\\p{M}]{1,30}(?:['’-]\\p{L}{1,30}){0,2}";
const inCapitals = '(?<![\\p{L}\\p{M}\\p{N}’_-])\\p{Lu}{2,30}(?:-\\p{Lu}{1,30})?';
/** Read backwards from the comma, so that a text without one costs nothing. */
const shape = new RegExp(`,(?<=(${inCapitals}|(?<=(?:^|[\\n|*•-]|\\d[.)]) ?)${part}),) (${part})`, 'gu');
const isAlone = /^ ?(?:$|[\n|(;,:-])/;

/** “SAMPLE, Alfie” anywhere, and “Sample, Alfie” where it is all that a line or a cell holds. */
export const surnameFirst: Finder = function* (text) {
  for (const { 0: all, 1: surname = '', 2: first = '', index } of text.matchAll(shape)) {
    const plain = plainOf(surname);
    const end = index + all.length;
    if (!isFirstName(plainOf(first))) continue;
    if (isFirstName(plain) || isKnownOther(plain) || looksEnglish(plain)) continue;
    if (surname === surname.toUpperCase() || isAlone.test(text.slice(end, end + 3)))
      yield { kind: 'name', level: 'medium', start: index - surname.length, end };
  }
};
