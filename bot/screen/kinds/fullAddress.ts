import type { Rule } from '../rule.ts';

const street =
  '(?:Road|Rd|Street|St|Avenue|Ave|Close|Lane|Ln|Drive|Dr|Way|Crescent|Cres|Court|Ct|Gardens?|Gdns|Place|Pl|Terrace|Grove|Hill|Walk|Mews|Square|Sq|Rise|Row|Green|Park|View|Parade|Vale|Wharf|Villas|Meadows?|Croft|Path|Yard|Heights|House|Lodge|Cottages?|Buildings|Estate|Approach|Broadway|Quay|Embankment)';
const word = "\\p{Lu}[\\p{L}'’-]{0,30}\\.?";
const number = '\\d{1,4}[A-Za-z]?(?:[-/]\\d{1,4}[A-Za-z]?)?';
const flat = '(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit)\\.? [\\dA-Z]{1,4},? ';

/** The same, as it ends before a postcode. */
export const endsInStreet = new RegExp(
  `(?<![\\d.£/-])${number},? (?:[\\p{L}'’.-]{2,30} ){1,3}${street}\\b[^;\\d]{0,45}$`,
  'iu',
);

const lives =
  /\b(?:liv(?:es?|ed|ing) (?:at|in|on)|address(?: is|:)|home(?: is| at|:)?|resid\w+ (?:at|in)|staying at|at) ?$/i;
/** “2024 High Street”, “24 May Street Pastors”, “3 Crown Court hearings”. */
const isNoHouse =
  /^(?:19|20)\d\d |^\d+,? (?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* |(?:crown|family|youth|county|high|magistrates['’]?|supreme) court\b)/i;
const isCitation =
  /\b(?:sections?|s|ss|art(?:icle)?|para(?:graph)?|rule|part|schedule|sch|chapter|clause|regulation|room|year|zone|junction|page)\.? ?$/i;
const isBuilding =
  /^(?:,? (?:\p{Lu}[\p{L}'’]+ ){0,2}(?:Police|School|Academy|Primary|Surgery|Clinic|Hospital|Medical|Health|Library|Nursery|College|Hotel|Rangers|Pastors|Triage|Children['’]s)\b)/u;

/** Number and street. A street without a number is a place, not somebody’s address. */
export const fullAddress: Rule = {
  kind: 'full-address',
  pattern: new RegExp(
    `(?<![\\p{L}\\d.£/-])(?:${flat})?${number},? (?:${word} ){1,3}${street}\\b(?!['’]s)|(?<![\\p{L}\\d.£/-])(?:${flat})?${number},? (?:[a-z'’-]{2,30} ){1,2}${street.toLowerCase()}\\b|${flat}(?:${word} ){1,3}${street}\\b`,
    'gu',
  ),
  level: (found, { before, after }) => {
    if (isNoHouse.test(found) || isCitation.test(before) || isBuilding.test(after)) return null;
    const isWritten = /\p{Lu}|^\p{L}/u.test(found);
    return isWritten || lives.test(before) ? 'medium' : null;
  },
};
