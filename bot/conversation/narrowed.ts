import { type Button, button } from '../../cards/button.ts';
import { type Field, field } from '../../cards/field.ts';
import { findingWords } from '../../cards/form/finding.ts';
import type { Inputs, Verb } from '../../cards/verbs.ts';
import { readTypedChoice } from '../checklist/typedAnswer.ts';
import { offered } from './inputs.ts';
import type { Named } from './named.ts';
import { cut } from './typed.ts';

/** Longest list that a card shows whole; Teams refuses a card that is too large. */
export const longestWhole = 20;
/** As much as is looked for: more than any label is long. */
const longestWords = 200;

/** A choice among people, who may be very many. */
export interface Choosing {
  readonly kind?: 'choice' | 'choices';
  /** Of the input that sends who was chosen; the box to find them is `find-` and this. */
  readonly key: string;
  readonly label: string;
  readonly people: readonly Named[];
  /** Stands below the people, however few of them are shown. */
  readonly besides?: readonly Named[];
  readonly typed: Inputs;
  readonly required?: boolean;
  readonly problem?: string;
}

const isLong = ({ people }: Pick<Choosing, 'people'>): boolean => people.length > longestWhole;

const wordsIn = (typed: Inputs, key: string): string => cut((typed[`find-${key}`] ?? '').trim(), longestWords);

const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';

/** How well a person matches, 0 the best; null when they do not. The whole name comes before names that only hold it. */
function rank({ name, said, label }: Named, wanted: string): number | null {
  const [called, all] = [plainWords(name), ` ${plainWords(`${name} ${said} ${label}`)}`];
  if (called === wanted || plainWords(label) === wanted) return 0;
  if (called.startsWith(wanted)) return 1;
  const words = wanted.split(' ');
  if (words.every((word) => all.includes(` ${word}`))) return 2;
  return words.every((word) => all.includes(word)) ? 3 : null;
}

/** Those who match a part of a name, of a role or of an organisation, the likeliest first. */
function matching(people: readonly Named[], words: string): Named[] {
  const wanted = plainWords(words);
  if (wanted === '') return [];
  return people
    .flatMap((person) => {
      const place = rank(person, wanted);
      return place === null ? [] : [{ person, place }];
    })
    .sort((one, other) => one.place - other.place || one.person.label.localeCompare(other.person.label))
    .map(({ person }) => person);
}

/**
 * The inputs of a choice. A short list stands whole. Of a long one those stand who match what was typed into the box, and
 * whoever is chosen already; a box whose words found somebody is emptied, so that words in it are always still to be found.
 */
export function choosing(wanted: Choosing): Field[] {
  const { kind = 'choice', key, label, people, besides = [], typed, required = false, problem = '' } = wanted;
  const value = typed[key] ?? '';
  if (!isLong(wanted)) return [field(kind, key, label, { required, choices: [...people, ...besides], value, problem })];
  const words = wordsIn(typed, key);
  const found = matching(people, words);
  const ids = new Set(value.split(','));
  const chosen = people.filter(({ id }) => ids.has(id)).slice(0, longestWhole);
  const shown = found.filter(({ id }) => !ids.has(id)).slice(0, longestWhole);
  const isMissed = words !== '' && found.length === 0;
  const box = field('text', `find-${key}`, findingWords.box(label), {
    required,
    value: isMissed ? words : '',
    problem: isMissed ? findingWords.none : problem,
  });
  const choices = [...chosen, ...shown, ...besides];
  const inSight = found.filter((one) => choices.includes(one)).length;
  const rest = chosen.length > 0 ? findingWords.chosen : findingWords.or;
  const said = found.length > 0 ? findingWords.found(words, inSight, found.length) : rest;
  return [box, ...(choices.length > 0 ? [field(kind, key, said, { choices, value })] : [])];
}

/** The button that finds, on a card with such a box: it opens the form again, with all that was typed. */
export const findButton = (
  lists: readonly Pick<Choosing, 'people'>[],
  verb: Verb,
  ids: Button['data'] = {},
): Button[] => (lists.some(isLong) ? [button(findingWords.button, verb, ids)] : []);

/** What to say before anything is saved: somebody typed whom they mean, and has not seen yet who matches. */
export function unconfirmed(typed: Inputs, { key, people }: Pick<Choosing, 'key' | 'people'>): string {
  const words = wordsIn(typed, key);
  if (!isLong({ people }) || plainWords(words) === '') return '';
  const ids = (typed[key] ?? '').split(',');
  const isChosen = matching(people, words).some(({ id }) => ids.includes(id));
  return isChosen ? '' : findingWords.unconfirmed;
}

/** Who is meant where a name is typed in a message: chosen where it can only be one of them, else to be found. */
export function typedChoice(people: readonly Named[], key: string, words: string): Inputs {
  const found = isLong({ people }) ? matching(people, words) : people;
  const read = isLong({ people }) && !/\p{L}/u.test(words) ? null : readTypedChoice(found, words);
  if (read?.kind === 'answer') return { [key]: read.value };
  return isLong({ people }) ? { [`find-${key}`]: words } : { [key]: words };
}

/** The one who was chosen, if they are among those offered. */
export const chosenOf = (people: readonly Named[], typed: Inputs, key: string): Named | undefined =>
  offered(people, typed[key]);
