import type { Level } from '../identifier.ts';
import { type Around, digitsOf, isCued, isOfAThing, type Rule } from '../rule.ts';

export const phoneWord =
  /\b(?:tele?(?:phone)?|phone|mob(?:ile)?|cell|call(?:ed|ing)?|ring|rang|rung|text(?:ed)?|whatsapp|contact n\w+)(?![a-z])/i;

/** Between digits: nothing, white space, or one mark with or without spaces. */
const gap = '(?: ?[-./)] ?|[ \\n])?';
/** A bracket opens only if it closes behind the area. */
const open = '(?:\\((?=[\\d ]{2,7}\\)))?';
const country = `(?:\\(\\+44\\)|\\+ ?44|0044|44)${gap}(?:\\(0${gap})?${open}`;
const begin = '(?<![\\d+£$€])(?<![A-Za-z](?=O))(?<!\\d[.,])';
const digits = (count: string): string => `(?:${gap}\\d){${count}}(?!\\d)`;

const shape = (pattern: string): RegExp => new RegExp(`${begin}${pattern}`, 'g');

/** A solid run of digits behind “order no.” and the like counts things. */
const unlessOfAThing =
  (level: Level) =>
  (found: string, { before }: Around): Level | null =>
    found === digitsOf(found) && isOfAThing(before) ? null : level;

/**
 * Phone numbers. 07 is somebody’s own (also in the ranges that Ofcom keeps for drama); 01, 02 and other countries may
 * be anybody’s, so we ask; 03 and 08, short codes and helplines belong to organisations and are left alone.
 */
export const phone: readonly Rule[] = [
  {
    kind: 'phone',
    pattern: shape(`(?:${country}7\\d|${open}[0O]${gap}7${gap}\\d)${digits('8')}`),
    level: unlessOfAThing('high'),
  },
  {
    kind: 'phone',
    pattern: shape(`(?:${country}[12]\\d|${open}0[12]\\d)${digits('7,8')}`),
    level: unlessOfAThing('medium'),
  },
  { kind: 'phone', pattern: shape(`\\+(?!44)[1-9]${digits('7,13')}`), level: () => 'medium' },
  {
    // Without the nought it may be an NHS number as well: ask (DOMAIN J2).
    kind: 'phone',
    pattern: shape(`7\\d{3}${digits('6')}`),
    level: (_found, beside) => (isCued(beside, phoneWord) ? 'medium' : null),
  },
];
