import type { Finder } from '../identifier.ts';
import { isBehind, nameCues } from './cues.ts';
import { doubtfulNames, firstNames } from './firstNames.ts';
import { buildingWords, fieldWords, places, plainWords } from './notNames.ts';

// A title or an initial with its full stop, or a word that begins with a capital.
const capital = "(?:(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|\\p{Lu})\\.|\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*)*)";
const joined = '(?: (?:(?:de|da|del|dos|van|der|von|bin|al|el|ibn|ap) )?|(?<=\\.))';
const runs = new RegExp(`(?=\\p{Lu})(?<![\\p{L}\\p{M}\\p{N}'’_.-])${capital}(?:${joined}${capital})*`, 'gu');
const words = new RegExp(capital, 'gu');

const titles: ReadonlySet<string> = new Set(
  'Mr Mrs Ms Miss Mx Dr Prof Professor Rev Sir Dame Cllr Councillor PC DC DS DI PS Sgt Insp Master'.split(' '),
);
/** What stands before makes it a place, an award or an office: “St Thomas”, “King Charles”. */
const makesNoPerson: ReadonlySet<string> = new Set(
  'St Saint King Queen Prince Princess Operation Lake Port Mount'.split(' '),
);
/** Words of the language before they are initials: “told Sarah I would”. */
const isAOrI = /^[AI]$/;
const longestName = 3;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Without a full stop or a possessive ending; then in lower case, too. */
  readonly bare: string;
  readonly plain: string;
  readonly isInitial: boolean;
  readonly isTitle: boolean;
  readonly isPossessive: boolean;
  /** May be part of a name: no word of the language, of the work or of the map, and not written in capitals. */
  readonly isNameLike: boolean;
}

function wordOf(text: string, start: number): Word {
  const isPossessive = /['’]s$/.test(text);
  const bare = text.slice(0, isPossessive ? -2 : text.endsWith('.') ? -1 : text.length);
  const plain = bare.toLowerCase();
  const isInitial = bare.length === 1;
  const isTitle = titles.has(bare);
  const isOther = isTitle || plainWords.has(plain) || fieldWords.has(plain) || places.has(plain);
  const isNameLike = isInitial || !(isOther || text.endsWith('.') || bare === bare.toUpperCase());
  return { text, start, end: start + text.length, bare, plain, isInitial, isTitle, isPossessive, isNameLike };
}

/** How many words from `first` on can be one name: it ends with a possessive, and before a building’s last word. */
function lengthOf(run: readonly Word[], first: number): number {
  let length = 0;
  for (const { isNameLike, isPossessive, plain } of run.slice(first, first + longestName)) {
    if (!isNameLike || (length > 0 && buildingWords.has(plain))) break;
    length++;
    if (isPossessive) break;
  }
  const last = run[first + length - 1];
  return last && isAOrI.test(last.text) ? length - 1 : length;
}

/** “Nelson Mandela House”, “Jasmine Children’s Centre”, “Sarah’s Law”. */
function isCalledAfter(run: readonly Word[], past: number): boolean {
  const next = run[past];
  if (!next) return false;
  const beyond = next.isNameLike ? [next] : run.slice(past, past + longestName);
  return beyond.some(({ plain }) => buildingWords.has(plain) || (!next.isNameLike && fieldWords.has(plain)));
}

/** How many words from `at` on are somebody’s name, by what they are and by what stands before them; 0 if none. */
function nameAt(run: readonly Word[], at: number, text: string): number {
  const word = run[at];
  const earlier = run[at - 1];
  if (!word) return 0;
  if (word.isTitle) {
    const length = lengthOf(run, at + 1);
    return length > 0 ? length + 1 : 0;
  }
  const length = lengthOf(run, at);
  if (length === 0 || (earlier && makesNoPerson.has(earlier.bare)) || isCalledAfter(run, at + length)) return 0;
  const isFirst = firstNames.has(word.plain) || firstNames.has(word.plain.split('-')[0] ?? '');
  if (isFirst || (!word.isInitial && isBehind(nameCues.certain, text, word.start))) return length;
  if (length === 1 || run[at + length - 1]?.isInitial) return 0;
  if (isBehind(nameCues.person, text, word.start)) return length;
  if (doubtfulNames.has(word.plain)) return isBehind(nameCues.sentence, text, word.start) ? 0 : length;
  return word.isInitial && (word.text.endsWith('.') || (!earlier && !isAOrI.test(word.text))) ? length : 0;
}

function wordsOf(run: string, start: number): Word[] {
  return [...run.matchAll(words)].map(({ 0: text, index }) => wordOf(text, start + index));
}

/** Names of people, by title, by words such as “called” and “his mother”, by initials, or by a known first name. */
export const name: Finder = function* (text) {
  for (const match of text.matchAll(runs)) {
    const run = wordsOf(match[0], match.index);
    for (let at = 0; at < run.length; ) {
      const length = nameAt(run, at, text);
      const [first, last] = [run[at], run[at + length - 1]];
      if (length > 0 && first && last)
        yield { kind: 'name', level: 'medium', start: first.start, end: last.end - (last.isPossessive ? 2 : 0) };
      at += Math.max(length, 1);
    }
  }
};
