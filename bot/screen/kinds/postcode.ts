import { type Around, isCued, type Rule } from '../rule.ts';
import { isAtHouse, isAtOrganisation } from './fullAddress.ts';

/** Letters that postcodes begin with; any other pair is a code of something else. */
const areas: ReadonlySet<string> = new Set(
  'AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GIR GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.split(
    ' ',
  ),
);

/** Seats of government and of the regulator, as anybody may write them. */
const publicOffices: ReadonlySet<string> = new Set([
  'SW1A0AA',
  'SW1A1AA',
  'SW1A2AA',
  'SW1P3BT',
  'SW1P4DF',
  'SK95AF',
  'E201JQ',
]);

/** “s47 2nd”, “E10 3rd”: an ordinal or a unit, not the second half of a postcode. */
const isOrdinal = /[ \n](?:\d(?:st|nd|rd|th|hr|yr|ft|lb|pp)|(?<=^[sS](?:17|20|31|47)[ \n])\d(?:ST|ND|RD|TH))$/;
const isStatute =
  /\b(?:sections?|ss?\.?|art(?:icle)?|act(?: \d{4})?|enquiry|enquiries|schedule|sch|para(?:graph)?)\.? ?$/i;
const isOfOffice =
  /\b(?:county hall|civic cent(?:re|er)|town hall|city hall|council|police station|hospital|school|academy|college|surgery|(?:health|medical) cent(?:re|er)|clinic|library|office|headquarters|HQ)\b[^.;:]{0,45}$/i;
const lives =
  /\b(?:liv(?:es?|ed|ing) (?:at|in)|resid(?:es?|ed|ing|ent) (?:at|in)|home address|home is|(?<!ip |mail )add?r?ess(?: is|:)|staying at)(?![a-z])/i;

function level(found: string, beside: Around) {
  const plain = found.replace(/\s/g, '').toUpperCase();
  if (!areas.has(/^GIR|^[A-Z]{1,2}/.exec(plain)?.[0] ?? '') || publicOffices.has(plain)) return null;
  if (isOrdinal.test(found) || isStatute.test(beside.before)) return null;
  if (isCued(beside, lives)) return 'high';
  if (isAtOrganisation(beside.before)) return null;
  if (isAtHouse(beside.before)) return 'high';
  return isOfOffice.test(beside.before) ? null : 'medium';
}

/** Whole postcodes; the first half alone is a district. With a house number or “lives at” they point at one home. */
export const postcode: Rule = {
  kind: 'postcode',
  pattern:
    /(?<![A-Z\d])(?:GIR[ \n]?0AA|(?:[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?))[ \n]?\d[ABD-HJLNP-UW-Z]{2})(?![A-Z\d])/gi,
  level,
};
