import type { Condition } from '../../../knowledge/schema.ts';

/** How the picture speaks of one fact. */
export interface FactWords {
  /** E.g. `the agreement is`. */
  readonly is: string;
  readonly isNot: string;
  /** Words of one of its values, by id. */
  readonly value: (id: string) => string;
}

/** How the picture speaks of each fact. */
export type Names = (fact: string) => FactWords;

/** A condition in words, e.g. `1.1 is “Another organisation gave it to us” or “Some of each”`. */
export function conditionWords(condition: Condition, names: Names, isSo = true): string {
  if ('not' in condition) return conditionWords(condition.not, names, !isSo);
  if ('all' in condition) return among(condition.all, isSo ? ' and ' : ' or ', names, isSo);
  if ('any' in condition) return among(condition.any, isSo ? ' or ' : ' and ', names, isSo);
  const { is, isNot, value } = names(condition.fact);
  if ('known' in condition) return `${condition.known === isSo ? is : isNot} answered`;
  return `${isSo ? is : isNot} ${listed(condition.is.map(value))}`;
}

const among = (parts: readonly Condition[], between: string, names: Names, isSo: boolean): string =>
  parts.map((part) => conditionWords(part, names, isSo)).join(between);

/** `a, b or c`. */
export function listed(words: readonly string[], before = 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${before} ${last}`;
}
