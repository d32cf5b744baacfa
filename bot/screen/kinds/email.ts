import type { Finder, Level } from '../identifier.ts';
import { firstNames } from '../names/firstNames.ts';

/** A shared mailbox names a team, not a person: by what it is made of, or by one of its words. */
const teamPart =
  /safeguard|caldicott|enquir|inquir|referral|reception|governance|protection|feedback|complaint|customer|helpdesk|helpline|no-?reply|postmaster|webmaster|newsletter|mailbox|marac|front-?door|^(?:admin|team|office|contact|support|service|housing|council|social|welfare)|(?:admin|team|office|contact|support|service|housing|council)s?\d*$/i;
const teamWords: ReadonlySet<string> = new Set(
  'admin team office help support dpo foi sar ig info mash mace mappa duty it hr gdpr privacy hub desk hello mail post sen send lado iro yot yos asb press legal finance bookings appointments records data licensing accounts security headteacher head school surgery practice fostering adoption adults adult children childrens families vulnerable probation police custody disclosure disclosures requests secure inbox central unit centre group clinic ward pharmacy maternity health wellbeing camhs csc asc early community neighbourhood repairs arrears payroll planning homeless homelessness midwifery'.split(
    ' ',
  ),
);

function isTeam(local: string): boolean {
  const words = local.toLowerCase().split(/[._+\d-]+/);
  // “j.ward”, “sam.church”: a person of that name.
  if (words.length === 2 && (words[0]?.length === 1 || firstNames.has(words[0] ?? ''))) return false;
  return teamPart.test(local) || words.some((word) => teamWords.has(word));
}

const letter = '[\\p{L}\\p{N}]';
const label = `${letter}(?:-*${letter})*`;
const sign = '(?:@|[([]at[)\\]])';
/** Read backwards and forwards from the sign (also “(at)”), so that a text without one costs nothing. */
const shape = new RegExp(
  `${sign}(?<=(${letter}[\\p{L}\\p{N}_%+'’.-]{0,63} ?)${sign}) ?${label}(?:\\.${label})*(?![\\p{L}\\p{N}@])`,
  'gu',
);

function levelOf(local: string, host: string): Level | null {
  // “Find us @ example.gov.uk” names nobody.
  const isSpaced = host.startsWith('@') && (local.endsWith(' ') || host.startsWith('@ '));
  if ((isSpaced && !/[._\d]/.test(local)) || isTeam(local.trim())) return null;
  if (/\.\p{L}{2,}$/u.test(host)) return 'high';
  return isSpaced || /\.|^@.$|^[^@]/.test(host) ? null : 'medium';
}

/** Mail addresses of people: whole ones are certain, those of a host alone are asked about. */
export const email: Finder = function* (text) {
  for (const { 0: host, 1: local = '', index } of text.matchAll(shape)) {
    const level = levelOf(local, host);
    if (level) yield { kind: 'email', level, start: index - local.length, end: index + host.length };
  }
};
