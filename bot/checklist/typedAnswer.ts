import { clean } from '../../knowledge/match/normalise.ts';
import { makeSpelling } from '../../knowledge/match/spelling.ts';
import type { Option } from './options.ts';
import { dayInWords, readTypedDay } from './typedDay.ts';
import type { AskedInput } from './walk.ts';

/** What a typed message is to one input. Between two options nothing is guessed. */
export type TypedAnswer =
  /** `value` as a card would send it. */
  | { readonly kind: 'answer'; readonly value: string }
  /** It may mean any of these: at least one, all of them offered (of a date: the days it could be). */
  | { readonly kind: 'ambiguous'; readonly options: readonly Option[] }
  /** An answer by its form (“yes”, “7”, “31/02/2026”), and not one that this input takes. */
  | { readonly kind: 'not-offered' }
  /** Something else, e.g. a question. */
  | { readonly kind: 'not-an-answer' };

const notOffered: TypedAnswer = { kind: 'not-offered' };
const notAnAnswer: TypedAnswer = { kind: 'not-an-answer' };
const answer = (value: string): TypedAnswer => ({ kind: 'answer', value });

/** “answer: …” or “a: …”: the only way to type words of one’s own, since a sentence may be a question. */
const marked = /^\s*(?:answer|a)\s*:\s*(.*)$/is;

/** It says itself that it is an answer. */
export const isMarkedAnswer = (words: string): boolean => marked.test(words);

/** Reads a typed message as the answer to one input, the way a card without buttons would be answered. Pure. */
export function readTypedAnswer(asked: AskedInput, words: string, now: Date): TypedAnswer {
  const own = marked.exec(words)?.[1];
  const read = readWords(asked, own ?? words, now, own !== undefined);
  return own !== undefined && read.kind === 'not-an-answer' ? notOffered : read;
}

function readWords(asked: AskedInput, words: string, now: Date, isMarked: boolean): TypedAnswer {
  const { kind, required } = asked.input;
  // Longer than any label, a list of numbers or a day.
  const said = words.length > longestRead ? [] : wordsOf(words);
  if (kind !== 'text' && said.length === 0) return notAnAnswer;
  if (leaveEmpty.has(said.join(' '))) return required ? notOffered : answer('');
  switch (kind) {
    case 'text':
      if (isMarked) return words.trim() === '' ? notOffered : answer(words.trim());
      return isBare(said) ? notOffered : notAnAnswer;
    case 'date':
      return readDate(words, said, now);
    case 'choice':
      return readOne(asked.options, words, said);
    case 'choices':
      return readSeveral(asked.options, words, said);
  }
}

const leaveEmpty: ReadonlySet<string> = new Set(['skip', 'skip it', 'leave empty', 'leave it empty', 'left empty']);

function readDate(words: string, said: readonly string[], now: Date): TypedAnswer {
  const read = readTypedDay(words, now);
  if (read.kind === 'day') return answer(read.day);
  if (read.kind === 'either')
    return { kind: 'ambiguous', options: read.days.map((day) => ({ id: day, label: dayInWords(day) })) };
  return read.kind === 'no-such-day' || isBare(said) ? notOffered : notAnAnswer;
}

/** Several at once, e.g. “1, 3 and 4”; kept in the order of the options. */
function readSeveral(options: readonly Option[], words: string, said: readonly string[]): TypedAnswer {
  const whole = readOne(options, words, said);
  if (whole.kind === 'answer') return whole;
  const pieces = piecesOf(words);
  if (pieces.length < 2) return whole;
  const read = pieces.map((piece) => readOne(options, piece, wordsOf(piece)));
  const chosen = new Set(read.flatMap((one) => (one.kind === 'answer' ? [one.value] : [])));
  if (read.every(({ kind }) => kind === 'answer'))
    return answer(options.flatMap(({ id }) => (chosen.has(id) ? [id] : [])).join(','));
  if (read.some(({ kind }) => kind === 'not-an-answer')) return whole;
  return read.find(({ kind }) => kind === 'ambiguous') ?? notOffered;
}

const apart = /\s*(?:[,;\n&+]|\band\b|\bplus\b)\s*/i;
/** More than any list has. */
const mostPieces = 60;

function piecesOf(words: string): string[] {
  if (/^\s*\d+(?:\s+\d+)+\s*$/.test(words)) return words.trim().split(/\s+/).slice(0, mostPieces);
  const pieces = words.split(apart).filter((piece) => piece.trim() !== '');
  return pieces.slice(0, mostPieces).flatMap((piece) => {
    const [, from, to] = /^(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})$/.exec(piece.trim()) ?? [];
    if (from === undefined || Number(to) < Number(from)) return [piece];
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, more) => String(Number(from) + more));
  });
}

/** A typed message as one of some options, as at a choice of the checklist. */
export const readTypedChoice = (options: readonly Option[], words: string): TypedAnswer =>
  words.length > longestRead ? notAnAnswer : readOne(options, words, wordsOf(words));

/** One option by its label, its number, yes or no, or a beginning that only it has. */
function readOne(options: readonly Option[], words: string, said: readonly string[]): TypedAnswer {
  if (/\?\s*$/.test(words) && !options.some(({ label }) => label === words.trim())) return notAnAnswer;
  const line = said.join(' ');
  const labelled = options.map((option) => ({ option, label: wordsOf(option.label) }));
  const same = labelled.filter(({ label }) => label.join(' ') === line);
  if (same.length > 0) return oneOf(same.map(({ option }) => option));
  const number = numberOf(words);
  if (number !== null) return number in options ? oneOf(options.slice(number, number + 1)) : notOffered;
  const short = shortAnswers.find(({ said: known }) => known.has(line));
  if (short) return oneOf(short.meant(options), notOffered);
  return readLabel(labelled, said);
}

/** The place in the list, from 0, of “2”, “2.”, “option 2”; null for anything else. */
function numberOf(words: string): number | null {
  const [, figures] = /^\s*(?:option|number|#)?\s*(\d{1,3})[.)]?\s*$/i.exec(words) ?? [];
  return figures === undefined ? null : Number(figures) - 1;
}

function oneOf(options: readonly Option[], none: TypedAnswer = notAnAnswer): TypedAnswer {
  const [only, ...more] = options;
  if (only === undefined) return none;
  return more.length === 0 ? answer(only.id) : { kind: 'ambiguous', options };
}

interface ShortAnswer {
  readonly said: ReadonlySet<string>;
  readonly meant: (options: readonly Option[]) => readonly Option[];
}

const saying = (pattern: RegExp) => (options: readonly Option[]) => options.filter(({ label }) => pattern.test(label));
/** A label that begins with it is meant before one that only mentions it. */
const before =
  (first: ShortAnswer['meant'], second: ShortAnswer['meant']): ShortAnswer['meant'] =>
  (options) => {
    const found = first(options);
    return found.length > 0 ? found : second(options);
  };

const yes: ShortAnswer = {
  said: new Set(['yes', 'y', 'yep', 'yeah', 'yea', 'yup', 'aye']),
  meant: saying(/^yes(?:$|\s*[,.;:(–—-])/i),
};
const no: ShortAnswer = {
  said: new Set(['no', 'n', 'nope', 'nah']),
  meant: saying(/^no(?:$|\s*[,.;:(–—-])/i),
};
const notKnown: ShortAnswer = {
  said: new Set(
    ['do not know', 'not sure', 'unsure', 'no idea', 'unknown', 'am not sure']
      .flatMap((words) => [words, `i ${words}`])
      .concat('dunno', 'idk', 'i have no idea', 'im not sure', 'im unsure', 'not known'),
  ),
  meant: before(saying(/^(?:I do not know|(?:I am )?not sure|unsure)/i), saying(/\b(?:do not know|not sure)\b/i)),
};
const doesNotApply: ShortAnswer = {
  said: new Set(['n a', 'na', 'not applicable', 'does not apply', 'it does not apply', 'not relevant']),
  meant: saying(/\b(?:does not apply|not applicable)\b/i),
};
const shortAnswers: readonly ShortAnswer[] = [yes, no, notKnown, doesNotApply];

const isBare = (said: readonly string[]): boolean =>
  numberOf(said.join(' ')) !== null || shortAnswers.some(({ said: known }) => known.has(said.join(' ')));

interface Labelled {
  readonly option: Option;
  readonly label: readonly string[];
}

/** A message of more words is a sentence of its own, which begins like a label by chance. */
const mostWordsBeyond = 5;

function readLabel(labels: readonly Labelled[], typed: readonly string[]): TypedAnswer {
  const said = spelled(labels, typed);
  if (said.join('').length < shortest) return notAnAnswer;
  const begun = labels.filter(({ label }) => begins(label, said));
  const whole = begun.filter(({ label }) => label.length === said.length && label.at(-1) === said.at(-1));
  if (whole.length === 1) return oneOf(whole.map(({ option }) => option));
  const [only] = begun;
  if (only && (begun.length > 1 || turns(only.label.slice(said.length))))
    return { kind: 'ambiguous', options: begun.map(({ option }) => option) };
  if (only) return answer(only.option.id);
  return typed.length > mostWordsBeyond ? notAnAnswer : askedBack(labels, said);
}

const shortest = 3;

const begins = (label: readonly string[], said: readonly string[]): boolean =>
  said.length <= label.length &&
  said.every((word, at) => {
    const isLast = at === said.length - 1;
    return word === label[at] || (isLast && word.length >= shortest && label[at]?.startsWith(word));
  });

/** “They have” is no beginning of “They have not been told”: what is left out turns it round. */
const turning: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'none',
  'cannot',
  'without',
  'but',
  'unless',
  'only',
]);
const turns = (rest: readonly string[]): boolean => rest.some((word) => turning.has(word));

/** Near an option and not it: “yes, the police did”, “whole file”. Asked back, never taken. */
function askedBack(labels: readonly Labelled[], said: readonly string[]): TypedAnswer {
  const options = labels.map(({ option }) => option);
  const [first = '', ...rest] = said;
  const short = rest.length > 0 ? [yes, no].find(({ said: known }) => known.has(first)) : undefined;
  const near = short?.meant(options) ?? labels.filter(({ label }) => holds(label, said)).map(({ option }) => option);
  return near.length > 0 ? { kind: 'ambiguous', options: near } : notAnAnswer;
}

const holds = (label: readonly string[], said: readonly string[]): boolean =>
  ` ${label.join(' ')} `.includes(` ${said.join(' ')} `);

/** Puts small slips right by the words of the labels; a word that could be two of them stays as it is. */
function spelled(labels: readonly Labelled[], said: readonly string[]): readonly string[] {
  const known = new Map(labels.flatMap(({ label }) => label).map((word) => [word, 1]));
  const spelling = makeSpelling(known);
  return said.map((word) => (known.has(word) ? word : (spelling(word) ?? word)));
}

const contracted = /\b(do|did|does|have|has|had|is|are|was|were|would|could|should)n'?t\b/g;
const polite = /(?:[\s,.!]+(?:please|thanks|thank you))+[\s.!]*$/;
const longestRead = 300;

/** Words in one form, without accents, articles in front and thanks behind; “don’t” is “do not”. */
function wordsOf(text: string): readonly string[] {
  const words = clean(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(polite, '')
    .replace(contracted, '$1 not')
    .replace(/\bcan'?t\b/g, 'cannot')
    .replace(/(\p{L})'(\p{L})/gu, '$1$2')
    .match(/[\p{L}\p{N}]+/gu);
  const [first = '', ...rest] = words ?? [];
  return rest.length > 0 && ['a', 'an', 'the'].includes(first) ? rest : [...(words ?? [])];
}
