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
  const all = finders
    .flatMap((find) => [...find(plain, today)])
    .sort(surestFirst)
    .filter(firstToTake(plain.length));
  return withNames(all)
    .sort((one, other) => one.start - other.start)
    .map((found) => ({ ...found, start: starts[found.start] ?? 0, end: ends[found.end - 1] ?? 0 }));
}

/** A name beside a date of birth, an address or an NHS number is one person’s for certain (DOMAIN J). */
function withNames(all: readonly Identifier[]): Identifier[] {
  const isTold = all.some(tellsWho);
  return all.map((found) => (isTold && found.kind === 'name' ? { ...found, level: 'high' } : found));
}

const tellsWho = ({ kind, level }: Identifier): boolean =>
  kind === 'full-address' || (level === 'high' && (kind === 'dob' || kind === 'nhs-number' || kind === 'postcode'));

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

/** A text with values taken out, and their kinds in the order they went. */
export interface Masked {
  readonly text: string;
  readonly kinds: readonly IdentifierKind[];
}

/**
 * A text without what is certainly an identifier: each is replaced by its kind, e.g. `[nhs-number]`, and named in
 * `kinds`. Screening the result again finds nothing more at this level.
 */
export const masked = (text: string, today: Date): Masked => maskedWhere(text, today, ({ level }) => level === 'high');

/**
 * A text without the identifiers that are wanted out, each judged by what was found and its value as typed: a value
 * somebody calls nobody's stays, one that was only pointed at can go. Doing it again takes no more.
 */
export function maskedWhere(
  text: string,
  today: Date,
  isWanted: (found: Identifier, value: string) => boolean,
): Masked {
  const wanted = screen(text, today).filter((found) => isWanted(found, text.slice(found.start, found.end)));
  if (wanted.length === 0) return { text, kinds: [] };
  let clean = '';
  let from = 0;
  for (const { kind, start, end } of wanted) {
    clean += `${text.slice(from, start)}[${kind}]`;
    from = end;
  }
  // Half of a lesser find may be left, and be something in itself.
  const rest = maskedWhere(clean + text.slice(from), today, isWanted);
  return { text: rest.text, kinds: [...wanted.map(({ kind }) => kind), ...rest.kinds] };
}
