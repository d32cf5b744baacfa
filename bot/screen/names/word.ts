import { doubtfulNames, firstNames } from './firstNames.ts';
import { fieldWords, places, plainWords } from './notNames.ts';

const titles: ReadonlySet<string> = new Set(
  'Mr Mrs Ms Miss Mx Dr Prof Professor Rev Sir Dame Cllr Councillor PC PCSO DC DS DI DCI PS Sgt Insp Sergeant Inspector Constable HHJ Pastor Imam Rabbi Master MR MRS MX'.split(
    ' ',
  ),
);

const isOwner = /^['’]s$/i;
/** “PC 1234”. */
const isOfficer = /^[A-Z]{2,4} ?\d/;

/** A word of a text, as it looks when names are sought. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Its end without a possessive ending. */
  readonly past: number;
  /** Without a full stop or a possessive ending; then in lower case and without accents, too. */
  readonly bare: string;
  readonly plain: string;
  readonly isInitial: boolean;
  readonly isTitle: boolean;
  readonly isPossessive: boolean;
  /** A known first name that is hardly anything else, or one that is a word, month or place as well. */
  readonly isFirstName: boolean;
  readonly isDoubtful: boolean;
  readonly isInCapitals: boolean;
  /** May be part of a name: no word of the language, of the work or of the map, and not written in capitals. */
  readonly isNameLike: boolean;
  /** The same, written in capitals, as surnames are: “Jane SAMPLE”. */
  readonly isSurnameInCapitals: boolean;
}

export function wordOf(text: string, start: number): Word {
  const isPossessive = isOwner.test(text.slice(-2));
  const bare = text.slice(0, isPossessive ? -2 : text.endsWith('.') ? -1 : text.length);
  const plain = plainOf(bare);
  const isInitial = bare.length === 1;
  const isTitle = titles.has(bare) || isOfficer.test(bare);
  const isInCapitals = bare.length > 1 && bare === bare.toUpperCase();
  const isCandidate = !isTitle && (isInitial || !(isKnownOther(plain) || text.endsWith('.')));
  return {
    text,
    start,
    end: start + text.length,
    past: start + text.length - (isPossessive ? 2 : 0),
    bare,
    plain,
    isInitial,
    isTitle,
    isPossessive,
    isFirstName: isFirstName(plain),
    isDoubtful: doubtfulNames.has(plain),
    isInCapitals,
    isNameLike: isCandidate && !isInCapitals,
    isSurnameInCapitals: isCandidate && isInCapitals && bare.length > 3 && /[AEIOUY]/.test(bare),
  };
}

const isAscii = /^[ -~]*$/;

/** Also “Ellie-Mae” and “Kaydee-Leigh”. */
export function isFirstName(plain: string): boolean {
  return firstNames.has(plain) || (plain.includes('-') && plain.split('-').some((half) => firstNames.has(half)));
}

/** In lower case and without accents. */
export function plainOf(word: string): string {
  const small = word.toLowerCase();
  return isAscii.test(small) ? small : small.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'");
}

/** A word of the language, of the work or of the map. */
export const isKnownOther = (plain: string): boolean =>
  plainWords.has(plain) || fieldWords.has(plain) || places.has(plain);

const ending =
  /(?:ing|tions?|sions?|ments?|ness|ity|ities|ances?|ences?|ships?|ables?|ibles?|less|ful|isms?|ives?|icals?|logy|ware|care|line|lines|point|points|ed|ly|ous|ary|ories|ants?|ages?|ures?|ers|ors|ies|ics?|ogist|ians?|hood|wide|work|works|log|book|desk|day|days|time|room|side)$/;

/** Looks like a word of the language by its ending: no list holds all of them. */
export const looksEnglish = (plain: string): boolean => ending.test(plain);
