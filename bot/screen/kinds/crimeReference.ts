import type { Rule } from '../rule.ts';

const word =
  /\b(?:crime|incident|occurrence|custody|case|police|offence|investigation|intel(?:ligence)?|niche|athena|storm|crimint)(?: (?:record|report|incident|crime|log))?(?: ?(?:ref[a-z]*|number|num|no|id|report)\.?){1,2}(?: is| was)?[ :#.-]{0,3}$|\b(?:CRN|URN)(?: (?:no|number))?\.?(?: is| was)?[ :#-]{0,3}$/i;

/** At least three digits. */
const hasDigits = /\d\D*\d\D*\d/;

/** “Crime 46/12345/26”: a number with strokes needs no “ref”. */
const bareWord = /\b(?:crime|police|incident|custody|occurrence)s?(?: (?:is|was))?[ :#.-]{1,3}$/i;
const hasStrokes = /^\w+\/\d{4,7}\/\d\d$/;

/** References of the police and of cases, in whatever local shape: only the word tells them. Ours begin with SR. */
export const crimeReference: readonly Rule[] = [
  {
    kind: 'crime-reference',
    pattern:
      /\b(?:CAD|MERLIN|CRIS|NICHE|ATHENA|STORM)(?: (?:no|ref|number)\.?)?[ :#.-]{1,2}\d[\dA-Z/-]{2,24}(?![A-Z\d])/gi,
    level: (found) => (hasDigits.test(found) ? 'medium' : null),
  },
  {
    kind: 'crime-reference',
    pattern: /(?<![A-Z\d/-])(?=[A-Z/-]{0,12}\d)(?!SR-)[A-Z\d][A-Z\d/-]{3,24}(?<=[A-Z\d])(?![A-Z\d])/gi,
    level: (found, { before }) =>
      hasDigits.test(found) &&
      (word.test(before.slice(-40)) || (hasStrokes.test(found) && bareWord.test(before.slice(-40))))
        ? 'medium'
        : null,
  },
];
