import { digitsOf, isCued, type Rule } from '../rule.ts';

const uprnWord = /\bUPRNs?\b/i;
const rightBefore = /\bUPRNs?(?: ?(?:is|no|num|number|ref(?:erence)?|id)\b)?[ .:#=()-]{0,3}$/i;

/** Unique Property Reference Numbers have no check digit: the word must be near, and right before a short one. */
export const uprn: Rule = {
  kind: 'uprn',
  pattern: /(?<![\w£.,/])\d{1,12}(?: \d{3,4}){0,3}(?![\w%/]|[.,:]\d)/g,
  level: (found, beside) => {
    const { length } = digitsOf(found);
    if (length > 12 || !isCued(beside, uprnWord)) return null;
    return length >= 8 || rightBefore.test(beside.before) ? 'high' : null;
  },
};
