import { createHash } from 'node:crypto';
import type { Inputs } from '../../cards/verbs.ts';
import type { Identifier, IdentifierKind } from '../screen/identifier.ts';
import { kindWords } from '../screen/kindWords.ts';
import { masked, maskedWhere, screen } from '../screen/screen.ts';
import type { TakenValue } from './takenOut.ts';

/** What was typed without identifiers, and what was taken out in words, e.g. `['an NHS number']`. Never the value. */
export function screened(typed: Inputs, today: Date): { readonly inputs: Inputs; readonly taken: readonly string[] } {
  const { inputs, values } = screenedAnswers(typed, today, () => false);
  return {
    inputs,
    taken: [...new Set(Object.values(values).flatMap((list) => list.map(({ kind }) => kindWords[kind])))],
  };
}

/** One text without identifiers. */
export const screenedText = (text: string, today: Date): string => masked(text, today).text;

/** Says whether a person told us that what looks like an identifier in an input is none of a person. */
export type IsCleared = (input: string, kind: IdentifierKind, value: string) => boolean;

/** What was typed into a card without identifiers, by input. */
export interface ScreenedAnswers {
  readonly inputs: Inputs;
  /** The values that were taken out. */
  readonly values: Readonly<Record<string, readonly TakenValue[]>>;
  /** Inputs in whose words something is left that may identify somebody. */
  readonly left: ReadonlySet<string>;
}

/** Takes what is certain out of what was typed into a card. */
export function screenedAnswers(typed: Inputs, today: Date, isCleared: IsCleared): ScreenedAnswers {
  const left = new Set<string>();
  const read = Object.entries(typed).map(([input, text]) => {
    const taken = takenFrom(text, today, ({ kind, level }, value) => {
      const isAPersons = !isCleared(input, kind, value);
      if (isAPersons && level === 'medium') left.add(input);
      return isAPersons && level === 'high';
    });
    return [input, taken] as const;
  });
  return {
    inputs: Object.fromEntries(read.map(([input, { text }]) => [input, text])),
    values: Object.fromEntries(read.map(([input, { values }]) => [input, values])),
    left,
  };
}

/** A text without what is wanted out of it, and the values that went, in the order in which they stood. */
export function takenFrom(
  text: string,
  today: Date,
  isWanted: (found: Identifier, value: string) => boolean,
): { readonly text: string; readonly values: readonly TakenValue[] } {
  const values: TakenValue[] = [];
  const clean = maskedWhere(text, today, (found, value) => {
    const isOut = isWanted(found, value);
    if (isOut) values.push({ kind: found.kind, value });
    return isOut;
  });
  return { text: clean.text, values };
}

/** Kinds of what may identify somebody in a text, nobody having said that it does not. */
export function seenIn(input: string, text: string, today: Date, isCleared: IsCleared): readonly IdentifierKind[] {
  const found = screen(text, today).filter(({ kind, start, end }) => !isCleared(input, kind, text.slice(start, end)));
  return [...new Set(found.map(({ kind }) => kind))];
}

/** Puts values of a kind back where they stood; null when the text no longer has a place for each of them. */
export function putBack(text: string, kind: IdentifierKind, values: readonly string[]): string | null {
  const pieces = text.split(`[${kind}]`);
  if (pieces.length !== values.length + 1) return null;
  return pieces.map((piece, at) => `${piece}${values[at] ?? ''}`).join('');
}

/**
 * How a draft remembers that a value is not about a person: a mark that only this value in this answer of this case
 * makes, so that nothing is kept that the answer itself does not say.
 */
export function markOf(caseId: string, input: string, kind: IdentifierKind, value: string): string {
  return createHash('sha256').update([caseId, input, kind, value].join('\n')).digest('base64url').slice(0, 16);
}

/** Reads the marks of a draft. */
export const clearedBy =
  (caseId: string, marks: readonly string[]): IsCleared =>
  (input, kind, value) =>
    marks.includes(markOf(caseId, input, kind, value));
