import type { Finder } from '../identifier.ts';
import { isAt, listAhead, nameCues, oneAhead, personAhead } from './cues.ts';
import { buildingWords, fieldWords, places } from './notNames.ts';
import { looksEnglish, type Word, wordOf } from './word.ts';

// A title or an initial with its full stop, or a word that begins with a capital.
const capital =
  "(?:(?:PC|PCSO|DC|DS|PS) ?\\d{1,6}(?= \\p{Lu})|(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|\\p{Lu})\\.|\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*)";
// A table has commas without spaces.
const joined = '(?: (?:(?:de|da|del|dos|van|der|von|bin|al|el|ibn|ap) )?|(?<=\\.)|,(?=\\p{Lu}))';
const runs = new RegExp(`(?=\\p{Lu})(?<![\\p{L}\\p{M}\\p{N}'’_.-])${capital}(?:${joined}${capital})*`, 'gu');
const words = new RegExp(capital, 'gu');

/** What stands before makes it a place, an award or an office: “St Thomas”, “King Charles”. */
const makesNoPerson: ReadonlySet<string> = new Set(
  'St Saint King Queen Prince Princess Operation Lake Port Mount'.split(' '),
);
/** Words of the language before they are initials: “told Sarah I would”. */
const isAOrI = /^[AI]$/;
const longestName = 3;

/** A run of words with capitals in a text. */
interface Run {
  readonly text: string;
  readonly words: readonly Word[];
}

/** “Forename:” after a name is the next label. */
const isLabel = (text: string, { end }: Word): boolean => text[end] === ':' || text[end] === '=';

/** “Sarah Kent”: behind a first name, a word of the map that ends the run is a surname. */
const isSurname = (run: readonly Word[], at: number): boolean => {
  const word = run[at];
  return (
    word !== undefined &&
    places.has(word.plain) &&
    !word.isInCapitals &&
    at === run.length - 1 &&
    !!run[at - 1]?.isFirstName
  );
};

/** How many words from `first` on can be one name: it ends with a possessive, and before a building’s last word. */
function lengthOf({ text, words: run }: Run, first: number, isBehindName = false): number {
  let length = 0;
  for (; length < longestName; length++) {
    const word = run[first + length];
    if (!word) break;
    const goesOn = length > 0 || isBehindName;
    const mayFollow = goesOn && (word.isSurnameInCapitals || isSurname(run, first + length));
    if (!word.isNameLike && !mayFollow) break;
    if (length > 0 && (buildingWords.has(word.plain) || isLabel(text, word) || run[first + length - 1]?.isPossessive))
      break;
  }
  const last = run[first + length - 1];
  return last && isAOrI.test(last.text) ? length - 1 : length;
}

/** “Fraser guidelines”. */
const measureAhead =
  / (?:guidelines?|guidance|models?|nurses?|class|club|lines?|techniques?|schemes?|projects?|wards?|centres?|units?|awards?|programmes?|initiatives?|pathways?|SCR|DHR|LCSPR|competen\p{L}*|principles?|inquir\p{L}*|criteria|scale|scores?|chart|test|ruling|judge?ment|standard)\b/iuy;

/** “Jo Sample NHS no. 9”: what follows is a label, not the rest of a title. */
const numberAhead = / ?(?:no|num|number|ref)?[ .:#-]{0,3}\d/iuy;

/** “Nelson Mandela House”, “Jasmine Children’s Centre”, “Sarah’s Law”. */
function isCalledAfter({ text, words: run }: Run, past: number): boolean {
  const next = run[past];
  if (!next) return isAt(measureAhead, text, run[past - 1]?.end ?? 0);
  if (isAt(numberAhead, text, next.end)) return false;
  const beyond = next.isNameLike ? [next] : run.slice(past, past + longestName);
  return beyond.some(({ plain }) => buildingWords.has(plain) || (!next.isNameLike && fieldWords.has(plain)));
}

/** How many words from `at` on are somebody’s name, by what they are and by what stands beside them; 0 if none. */
function nameAt(run: Run, at: number): number {
  const word = run.words[at];
  const earlier = run.words[at - 1];
  if (!word) return 0;
  if (word.isTitle) {
    const length = lengthOf(run, at + 1, true);
    // “Mr X” hides a name.
    return length > 1 || (length === 1 && !run.words[at + 1]?.isInitial) ? length + 1 : 0;
  }
  if (earlier && makesNoPerson.has(earlier.bare)) return 0;
  const length = word.isNameLike ? lengthOf(run, at) : lengthOfDoubtful(run, at);
  if (length === 0 || isCalledAfter(run, at + length)) return 0;
  if (word.isInCapitals || !word.isNameLike) return length;
  if (word.isFirstName) return length;
  return isTold(run, at, length) ? length : 0;
}

/** A name in capitals, or one that is a month or a place too: only a surname or what stands beside it tells. */
function lengthOfDoubtful(run: Run, at: number): number {
  const { text, words } = run;
  const word = words[at];
  if (!word || !(word.isDoubtful || (word.isInCapitals && word.isFirstName))) return 0;
  const more = word.isPossessive ? 0 : lengthOf(run, at + 1, true);
  const next = words[at + 1];
  if (word.isInCapitals) return word.isFirstName && more > 0 && next?.isInCapitals ? more + 1 : 0;
  const isBeside = (cue: RegExp): boolean => isAt(cue, text, word.start);
  if (isBeside(nameCues.certain) || isBeside(nameCues.kin)) return more + 1;
  if (more === 0) return !next && isAt(oneAhead, text, word.past) ? 1 : 0;
  if (looksEnglish(next?.plain ?? '')) return 0;
  const isMidway = !isBeside(nameCues.sentence) && !isBeside(nameCues.when);
  return isMidway || isAt(personAhead, text, words[at + more]?.end ?? word.end) ? more + 1 : 0;
}

/** Whether words beside it say that this is a name. */
function isTold(run: Run, at: number, length: number): boolean {
  const { text, words } = run;
  const [word, last] = [words[at], words[at + length - 1]];
  if (!word || !last) return false;
  const isBeside = (cue: RegExp): boolean => isAt(cue, text, word.start);
  if (!word.isInitial && isBeside(nameCues.certain)) return true;
  if (!word.isInitial && isBeside(nameCues.kin)) return !looksEnglish(word.plain);
  if (!word.isInitial && isBeside(nameCues.spoken)) return !looksEnglish(word.plain) && !words[at + length];
  if (length === 1 && !word.isInitial && !words[at + 1])
    return !looksEnglish(word.plain) && isAt(oneAhead, text, last.past);
  if (length === 1 || last.isInitial) return false;
  if (isBeside(nameCues.person)) return true;
  const isDone = isAt(personAhead, text, last.end);
  if (word.isDoubtful) {
    const isListed = isAt(listAhead, text, last.past) && !looksEnglish(last.plain);
    return isDone || isListed || !isBeside(nameCues.sentence) || isBeside(nameCues.sign);
  }
  if (word.isInitial) return word.text.endsWith('.') || (at === 0 && !isAOrI.test(word.text));
  return (isDone || isBeside(nameCues.sign)) && !words.slice(at, at + length).some(({ plain }) => looksEnglish(plain));
}

function wordsOf(run: string, start: number): Word[] {
  const found: Word[] = [];
  // Not `matchAll`, which makes the pattern anew for each run.
  words.lastIndex = 0;
  for (let match = words.exec(run); match; match = words.exec(run)) found.push(wordOf(match[0], start + match.index));
  return found;
}

/** Names of people, by title, by words such as “called” and “his mother”, by initials, or by a known first name. */
export const name: Finder = function* (text) {
  for (const match of text.matchAll(runs)) {
    const run = { text, words: wordsOf(match[0], match.index) };
    for (let at = 0; at < run.words.length; ) {
      const length = nameAt(run, at);
      const [first, last] = [run.words[at], run.words[at + length - 1]];
      if (length > 0 && first && last) yield { kind: 'name', level: 'medium', start: first.start, end: last.past };
      at += Math.max(length, 1);
    }
  }
};
