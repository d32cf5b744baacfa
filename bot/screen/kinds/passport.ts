import { isCued, type Rule } from '../rule.ts';

const passportWord =
  /\b(?:pas{1,2} ?(?:port|prot|prt|ort|pot)s?|p\/?ports?)\b(?! (?:office|photo|fee|application|control))/i;

/** Passport numbers are nine digits like any other: only the word tells. */
export const passport: Rule = {
  kind: 'passport',
  pattern: /(?<![A-Z\d+£])(?:\d(?:[ -]?\d){8}|[A-Z][ -]?\d(?:[ -]?\d){7}|[A-Z]{2}\d{7})(?![A-Z\d]|[.,]\d)/gi,
  level: (_found, beside) => (isCued(beside, passportWord) ? 'high' : null),
};
