import { isCued, type Rule } from '../rule.ts';
import { pupilLetter } from './checkLetter.ts';

/** Unique Pupil Numbers, also temporary ones, which end in a letter. */
export const upn: Rule = {
  kind: 'upn',
  pattern: /(?<![A-Z\d])[A-HJ-NP-RT-Z](?:[ \n-]?\d){11}[ \n-]?[\dA-HJ-NP-RT-Z](?![A-Z\d])/gi,
  level: (found, beside) => {
    const plain = found.replace(/[^A-Z\d]/gi, '').toUpperCase();
    if (plain !== found && !isCued(beside, /\bUPN|\bpupil n/i)) return null;
    return pupilLetter(plain.slice(1)) === plain[0] ? 'high' : null;
  },
};
