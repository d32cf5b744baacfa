import type { Rule } from '../rule.ts';

const street =
  '(?:Road|Rd|Street|St|Avenue|Ave|Close|Lane|Ln|Drive|Dr|Way|Crescent|Cres|Court|Ct|Gardens?|Gdns|Place|Pl|Terrace|Grove|Hill|Walk|Mews|Square|Sq|Rise|Row|Green|Park|View|Parade|Vale|Wharf|Villas|Meadows?|Croft|Path|Yard|Heights|House|Lodge|Cottages?|Buildings|Estate|Approach|Broadway|Quay|Embankment|Mount|Passage|Fields|Gate|Ridge|Hollow)';
const word = "\\p{Lu}[\\p{L}'’-]{0,30}\\.?";
const number = '\\d{1,4}[A-Za-z]?(?:[-/]\\d{1,4}[A-Za-z]?)?';
const flat = '(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit)\\.? [\\dA-Z]{1,4},? ';

/** “Flat 6, Some Court, Other Road”. */
const onStreet = `(?:, (?:${word} ){1,3}${street}\\b)?`;

const postcodeShape = '[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}';

/** The same, as it ends before a postcode. */
const endsInStreet = new RegExp(
  `(?<![\\d.£/-])${number},? (?:[\\p{L}'’.-]{2,30} ){1,3}${street}\\b[^;\\d]{0,45}$`,
  'iu',
);
/** “3 The Sidings, Exampleton”: before a postcode a house number needs no street. */
const endsInHouse = new RegExp(
  `(?:^|[\\n,:;(-] ?|\\b(?:at|of|in|to|from|is) )${number},? ${word}(?: ${word}){0,3}[,\\n][^;:.\\d]{0,45}$`,
  'u',
);
const numbered = /(?:\b(?:house|flat|no|number)\.? (?:no\.? )?\d{1,4}[A-Za-z]?|(?:^|[\n:;]) ?\d{1,3}[A-Za-z]?),? ?$/i;

/** True when a house number and what belongs to it stand before, to be followed by a postcode. */
export const isAtHouse = (before: string): boolean =>
  endsInStreet.test(before) || endsInHouse.test(before) || numbered.test(before);

/** “Exampleton Council, 12 Some Road”: where an organisation is, not a person. */
const organisation =
  '(?:(?:County|Town|City) Hall|(?:Crown|County|Family|Youth) Court|Council|Police|Police Station|Hospital|School|Academy|College|University|Surgery|Clinic|Library|Office|Offices|HQ|Headquarters|Centre|Hub|Trust|Service|Services|Team|Department|Ltd|Charity)';
const isOfOrganisation = new RegExp(
  `(?:\\p{Lu}[\\p{L}'’]+ |\\b)${organisation},? (?:at |of )?(?:[^.;:\\d]{0,25}, )?$`,
  'u',
);

const house = new RegExp(`(?<![\\d.£/-])${number},? \\p{L}[^;:.\\d]{0,70}$`, 'u');

/** True when that house number stands right behind an organisation. */
export function isAtOrganisation(before: string): boolean {
  const at = before.search(house);
  return at >= 0 && isOfOrganisation.test(before.slice(0, at));
}

const lives =
  /\b(?:liv(?:es?|ed|ing)(?: (?:at|in|on))?|addr(?:ess)?(?: is| of| -|:| -)?|home(?: is| at|:)?|resid\w+ (?:at|in)|staying at|at|moved to|from|of|outside|opposite|visited|visit to|called at) ?$/i;
/** “2024 High Street”, “24 May Street Pastors”, “3 Crown Court hearings”. */
const isNoHouse =
  /^(?:19|20)\d\d |^\d+,? (?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* |(?:crown|family|youth|county|high|magistrates['’]?|supreme) court\b|(?:days?|weeks?|months?|years?|hours?|minutes?|adults?|children|people|officers?) )/i;
const isCitation =
  /\b(?:sections?|s|ss|art(?:icle)?|para(?:graph)?|rule|part|schedule|sch|chapter|clause|regulation|room|year|zone|junction|page)\.? ?$/i;
const isBuilding =
  /^(?:,? (?:offices?|site|depot|surgery|clinic|school)\b|,? (?:\p{Lu}[\p{L}'’]+ ){0,2}(?:Police|School|Academy|Primary|Surgery|Clinic|Hospital|Medical|Health|Library|Nursery|College|Hotel|Rangers|Pastors|Triage|Children['’]s)\b)/u;

/** Number and street. A street without a number is a place, not somebody’s address. */
export const fullAddress: Rule = {
  kind: 'full-address',
  pattern: new RegExp(
    `(?<![\\p{L}\\d.£/-])(?:${flat})?${number},? (?:${word} ){1,3}${street}\\b(?!['’]s)${onStreet}|(?<![\\p{L}\\d.£/-])(?:${flat})?${number},? (?:[a-z'’-]{2,30} ){1,2}${street.toLowerCase()}\\b|${flat}(?:${word} ){1,3}${street}\\b${onStreet}|(?<![\\p{L}\\d.£/-])(?:${flat})?${number},? ${word}(?: ${word}){0,3}(?=[,\\n][^;:.\\d]{0,45}\\b${postcodeShape}\\b)`,
    'gu',
  ),
  level: (found, { before, after }) => {
    if (isNoHouse.test(found) || isCitation.test(before) || isBuilding.test(after) || isOfOrganisation.test(before))
      return null;
    const isWritten = /\p{Lu}|^\p{L}/u.test(found);
    return isWritten || lives.test(before) ? 'medium' : null;
  },
};
