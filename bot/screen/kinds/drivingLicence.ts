import type { Rule } from '../rule.ts';

/**
 * Driver numbers: surname (five, filled with 9), decade, month (plus 50 for women), day, year, initials, three more;
 * the issue number may stand behind. No check digit that is public, but hardly anything else looks like it.
 */
export const drivingLicence: Rule = {
  kind: 'driving-licence',
  pattern:
    /(?<![A-Z\d])(?=[A-Z\d]{5}[ -]?\d)[A-Z]{1,5}9{0,4}[ -]?\d(?:[05][1-9]|[16][0-2])(?:0[1-9]|[12]\d|3[01])\d[ -]?[A-Z][A-Z9]\d[A-Z]{2}(?: \d\d(?!\d))?(?![A-Z\d])/gi,
  level: () => 'high',
};
