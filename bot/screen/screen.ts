import { finders } from './finders.ts';
import { folded } from './folded.ts';
import { type Identifier, type IdentifierKind, identifierKinds } from './identifier.ts';

export type { Identifier } from './identifier.ts';

/**
 * Identifiers of people in free text, in order, none overlapping: UTF-16 offsets in the text as given, end exclusive.
 * Pure; time grows with the length of the text. `today` tells a date of birth from a date to come.
 */
export function screen(text: string, today: Date): Identifier[] {
  const { text: plain, starts, ends } = folded(text);
  return finders
    .flatMap((find) => [...find(plain, today)])
    .sort(surestFirst)
    .filter(firstToTake(plain.length))
    .sort((one, other) => one.start - other.start)
    .map((found) => ({ ...found, start: starts[found.start] ?? 0, end: ends[found.end - 1] ?? 0 }));
}

const rank = (kind: IdentifierKind): number => identifierKinds.indexOf(kind);

function surestFirst(one: Identifier, other: Identifier): number {
  if (one.level !== other.level) return one.level === 'high' ? -1 : 1;
  return (
    other.end - other.start - (one.end - one.start) || rank(one.kind) - rank(other.kind) || one.start - other.start
  );
}

/** True for what overlaps nothing that was let through before it. */
function firstToTake(length: number): (found: Identifier) => boolean {
  const taken = new Uint8Array(length);
  return ({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  };
}

/**
 * A text without what is certainly an identifier: each is replaced by its kind, e.g. `[nhs-number]`, and named in
 * `kinds`. Screening the result again finds nothing more at this level.
 */
export function masked(
  text: string,
  today: Date,
): { readonly text: string; readonly kinds: readonly IdentifierKind[] } {
  const certain = screen(text, today).filter(({ level }) => level === 'high');
  if (certain.length === 0) return { text, kinds: [] };
  let clean = '';
  let from = 0;
  for (const { kind, start, end } of certain) {
    clean += `${text.slice(from, start)}[${kind}]`;
    from = end;
  }
  // Half of a lesser find may be left, and be something in itself.
  const rest = masked(clean + text.slice(from), today);
  return { text: rest.text, kinds: [...certain.map(({ kind }) => kind), ...rest.kinds] };
}
