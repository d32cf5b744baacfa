/** Why this is the answer: how sure, which words, and which facts were taken into account. */
export interface Opening {
  /** Null when somebody opened the card rather than asked. */
  readonly sure: 'this-one' | 'probably' | 'choose' | null;
  /** Words of the question that spoke for it. */
  readonly because: readonly string[];
  /** Facts that the person told us when asked back, e.g. `For London`. */
  readonly told: readonly string[];
}

/** Words shown of those that spoke for it; more would be a list of everything that was typed. */
const mostWords = 3;

const unsaid = { 'this-one': '', probably: '', choose: '' } as const;

/** How sure in the card's own words, why, and the facts taken into account; empty when nobody asked. */
export function openingWords(
  { sure, because, told }: Opening,
  sureWords: Readonly<Record<NonNullable<Opening['sure']>, string>> = unsaid,
): string {
  const quoted = because.slice(0, mostWords).map((word) => `“${word}”`);
  const why = quoted.length > 0 ? `You mentioned ${quoted.join(', ')}.` : '';
  const facts = told.map((fact) => `${fact}.`);
  return [sure ? sureWords[sure] : '', why, ...facts].filter((sentence) => sentence !== '').join(' ');
}

/** After somebody said that the answer was right: thanks, and what happens next. */
export const thanksWords = (mayStart: boolean): string =>
  mayStart
    ? 'Thank you. Next: start the checklist, or type another question.'
    : 'Thank you. Type another question whenever you like.';
