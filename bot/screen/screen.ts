import { isNhsNumber } from './nhsNumber.ts';

export type IdentifierKind = 'nhs-number' | 'ni-number' | 'email' | 'phone';

/** An identifier in a text: UTF-16 offsets, end exclusive. All kinds found so far are certain enough to take out. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly kind: IdentifierKind;
  readonly pattern: RegExp;
  /** Shape alone is not enough, e.g. a check digit must fit. */
  readonly accepts?: (found: string, before: string) => boolean;
}

/** Shared mailboxes name a team, not a person. */
const teamMailbox = /^(?:dpo|foi|ig|info|mash|safeguarding|caldicott|enquiries|admin|duty)[.+-]?[a-z]*@/i;
/** How far back a word such as “NHS” speaks for the digits. */
const reach = 30;

const patterns: readonly Pattern[] = [
  {
    kind: 'nhs-number',
    pattern: /(?<![\d+.])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g,
    // One in eleven runs of ten digits fits by chance: the layout or the word has to speak for it too.
    accepts: (found, before) =>
      isNhsNumber(found.replace(/\D/g, '')) && (/[ -]/.test(found) || /\bNHS\b/i.test(before)),
  },
  {
    kind: 'ni-number',
    pattern: /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g,
  },
  {
    kind: 'email',
    pattern: /\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}\b/g,
    accepts: (found) => !teamMailbox.test(found),
  },
  { kind: 'phone', pattern: /(?<!\d)(?:\+44 ?|0044 ?|0)7\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)/g },
];

/** Identifiers of people in free text, in order. Pure; time grows with the length of the text. */
export function findIdentifiers(text: string): Identifier[] {
  return patterns
    .flatMap(({ kind, pattern, accepts = () => true }) =>
      [...text.matchAll(pattern)]
        .filter((match) => accepts(match[0], text.slice(Math.max(0, match.index - reach), match.index)))
        .map((match): Identifier => ({ kind, start: match.index, end: match.index + match[0].length })),
    )
    .sort((one, other) => one.start - other.start);
}

/** A text without its identifiers: each is replaced by its kind, e.g. `[nhs-number]`. */
export function masked(text: string): { readonly text: string; readonly kinds: readonly IdentifierKind[] } {
  let clean = '';
  let from = 0;
  const kinds: IdentifierKind[] = [];
  for (const { kind, start, end } of findIdentifiers(text)) {
    if (start < from) continue;
    clean += `${text.slice(from, start)}[${kind}]`;
    kinds.push(kind);
    from = end;
  }
  return { text: clean + text.slice(from), kinds };
}
