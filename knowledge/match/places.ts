import type { Area, Places } from '../schema.ts';
import { sayPlainly, type Word } from './normalise.ts';
import { PhraseBook } from './phraseBook.ts';

/** A place of the gazetteer. */
export interface Place {
  readonly area: Area;
  /** Also an ordinary word or a person's name: counts only after a cue. */
  readonly ambiguous: boolean;
  /** The name is that of a body, e.g. `Kent Police`, `KCC`. */
  readonly isBody: boolean;
}

/** A place in a question. */
export interface Sighting {
  readonly area: Area;
  /** A body of that place takes part (`Bexley MASH`), or information goes to or comes from it (`send it to Bexley`). */
  readonly isParty: boolean;
  /** The asker says that they are there (`we are in Bexley`). */
  readonly isOwn: boolean;
  /** Index of its first word. */
  readonly start: number;
}

export function makePlaceBook(places: Places): PhraseBook<Place> {
  const book = new PhraseBook<Place>();
  const ambiguous = new Set(places.ambiguous.map(sayPlainly));
  for (const area of ['kent', 'london', 'elsewhere'] as const) {
    for (const name of places[area]) {
      const words = sayPlainly(name).split(' ');
      const isBody = words.some((word) => bodies.has(word)) || /^[A-Z]{2,5}$/.test(name) || name === 'the Met';
      book.add(words, { area, ambiguous: ambiguous.has(words.join(' ')), isBody });
    }
  }
  return book;
}

/** What a body of a place is called; written after the place or, with `in` or `of` between, before it. */
const bodies: ReadonlySet<string> = new Set(
  `police constabulary force council councils borough boroughs authority county district city mash safeguarding hub social services
  service children adult adults housing team school schools academy college university hospital nhs trust icb probation prison
  court ambulance fire brigade panel marac mace mappa channel yot yos gp surgery clinic officer officers colleagues
  constable care worker workers refuge charity manager lead analyst practitioner nurse nurses teacher corporation government
  agency partnership standards health visitor visitors midwife midwives cid detective detectives inspector hospitals
  licensing planners investigators`.split(/\s+/),
);

const before: ReadonlySet<string> = new Set([
  'in',
  'near',
  'around',
  'at',
  'outside',
  'of',
  'from',
  'across',
  'within',
]);
const after: ReadonlySet<string> = new Set(
  'council borough police mash school hospital estate town road high station centre social housing resident residents'.split(
    ' ',
  ),
);
const direction: ReadonlySet<string> = new Set(['to', 'from', 'with', 'by', 'between']);
const exchange =
  /^(share|send|pass|give|tell|email|forward|disclose|transfer|release|copy|ask|request|want|info|information|data|file|record|detail|note|list|photo|report|referral)(s|d|ed|ing|r)?$|^(sent|gave|told|sharing|giving|passing|asks|asked|names)$/;

/**
 * Where the words of a question place it. `named` holds the indexes of words inside the name of an agreement or topic:
 * a place there (`the Kent agreement`) is mentioned and takes no part.
 */
export function placesIn(words: readonly Word[], book: PhraseBook<Place>, named: ReadonlySet<number>): Sighting[] {
  const plain = words.map((word) => word.plain);
  return book.findAll(plain).flatMap(({ value, start, end }) => {
    if (value.ambiguous && !isCued(words, start, end)) return [];
    const isParty = !named.has(start) && (value.isBody || takesPart(plain, start, end));
    return [{ area: value.area, isParty, isOwn: isOwnPlace(plain, start, end), start }];
  });
}

/** `in Deal`, `Barking council`; or a capital letter inside a sentence that is not all in capitals. */
function isCued(words: readonly Word[], start: number, end: number): boolean {
  const word = words[start];
  if (before.has(words[start - 1]?.plain ?? '') || after.has(words[end]?.plain ?? '')) return true;
  return (
    word !== undefined &&
    !word.startsSentence &&
    /^\p{Lu}\p{Ll}/u.test(word.typed) &&
    /^\p{Ll}/u.test(words[start - 1]?.typed ?? '')
  );
}

/** `Camden here`, `I work for a school in Bexley`, `we are in Kent`. */
function isOwnPlace(plain: readonly string[], start: number, end: number): boolean {
  const lead = plain.slice(Math.max(0, start - 7), start).join(' ');
  return (
    plain[end] === 'here' ||
    /\b(im|i am|we are|were|i work|we work|based|working)( \w+){0,4} (in|for|at|from|of)$/.test(lead)
  );
}

function takesPart(plain: readonly string[], start: number, end: number): boolean {
  const [first, second] = [plain[start - 1] ?? '', plain[start - 2] ?? ''];
  if (bodies.has(plain[end] ?? '') || bodies.has(plain[end + 1] ?? '')) return true;
  if ((first === 'in' || first === 'of' || first === 'at' || first === 'from') && bodies.has(second)) return true;
  return direction.has(first) && informationMoves(plain.slice(Math.max(0, start - 8), start - 1));
}

/** A word of exchange that is not done to a person: `the pupil was transferred to York` moves him and no information. */
function informationMoves(lead: readonly string[]): boolean {
  return lead.some(
    (word, at) => exchange.test(word) && !/^(is|are|was|were|be|being|been|get|gets|got)$/.test(lead[at - 1] ?? ''),
  );
}
