import type { Finder } from '../identifier.ts';
import { isAt, whoIsCalled } from './cues.ts';
import { firstNames, smallWords } from './firstNames.ts';
import { buildingWords } from './notNames.ts';
import { isKnownOther, looksEnglish, plainOf } from './word.ts';

const small = "\\p{Ll}[\\p{Ll}\\p{M}]+(?:['’-]\\p{Ll}+)*";
const anyWord = /\p{Ll}{3,}/gu;
const titled = new RegExp(`\\b[Mm](?:rs?|x)\\.? (${small})`, 'gu');
const called = new RegExp(`\\b(?:called|named|nicknamed|name (?:is|was)) (${small})(?: (${small}))?`, 'gu');

/** Not inside a longer word, a mail address, a file name or a path. */
const isBegun = /(?<![\p{L}\p{M}\p{N}@._/’'-])/uy;
const isEnded = /(?:['’]s)?(?![\p{L}\p{M}\p{N}@_/’'-]|\.\p{L})/uy;

/** What one may be called that is no name: “called names”, “called police”. */
const notCalled: ReadonlySet<string> = new Set(
  'names it into for round about worse that cops anonymous redacted withheld tbc twice once'.split(' '),
);
function isNoName(word: string): boolean {
  const plain = plainOf(base(word));
  return isKnownOther(plain) || looksEnglish(plain) || notCalled.has(plain);
}

const base = (word: string): string => word.replace(/['’]s$/, '');

type Place = readonly [start: number, end: number];

function* titledNames(text: string): Iterable<Place> {
  for (const { 0: all, 1: name = '', index } of text.matchAll(titled))
    if (!isNoName(name)) yield [index, index + base(all).length];
}

function* calledNames(text: string): Iterable<Place> {
  for (const { 0: all, 1: first = '', 2: second, index } of text.matchAll(called)) {
    if (isNoName(first) || !isAt(whoIsCalled, text, index)) continue;
    const words = second === undefined ? first : `${first} ${second}`;
    const start = index + all.length - words.length;
    const goesOn = second !== undefined && base(first) === first && !isNoName(second);
    yield [start, start + base(goesOn ? words : first).length];
  }
}

function* knownNames(text: string): Iterable<Place> {
  for (const { 0: word, index } of text.matchAll(anyWord)) {
    const end = index + word.length;
    if (!firstNames.has(word) || smallWords.has(word)) continue;
    if (isAt(isBegun, text, index) && isAt(isEnded, text, end) && !isCalledAfter(text, end)) yield [index, end];
  }
}

/** “sarah’s law”. */
function isCalledAfter(text: string, end: number): boolean {
  const next = /^(?:['’]s)? (\p{L}+)/u.exec(text.slice(end, end + 20))?.[1];
  return next !== undefined && buildingWords.has(next.toLowerCase());
}

/** Names typed without a capital: by “mr”, by “is called”, or by a known first name that is no other word. */
export const smallName: Finder = function* (text) {
  for (const names of [titledNames, calledNames, knownNames])
    for (const [start, end] of names(text)) yield { kind: 'name', level: 'medium', start, end };
};
