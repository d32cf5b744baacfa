import type { Check } from '../contentError.ts';
import { duplicates } from './report.ts';

/** An abbreviation stands once, and so does each of its meanings: buttons carry their ids. */
export const checkAbbreviations: Check = (content) => [
  ...duplicates(
    content,
    ['abbreviations'],
    content.abbreviations.map(({ short }) => ({ id: short.toLowerCase() })),
    'abbreviation',
  ),
  ...content.abbreviations.flatMap(({ meanings }, index) =>
    duplicates(content, ['abbreviations', index, 'meanings'], meanings, 'meaning'),
  ),
];
