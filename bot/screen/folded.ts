import { identifierKinds } from './identifier.ts';

/** A text as the patterns read it, and where each of its UTF-16 units stood in the original. */
export interface Folded {
  readonly text: string;
  /** Offsets in the original: of the first unit, and behind the last one, that a folded unit stands for. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Stands for a `[kind]` that was masked before: nothing may look past it for a word that speaks for a value. */
export const maskedBefore = '\uFFFC';

/** Zero-width characters, soft hyphens, direction marks: seen by nobody. */
const unseen = '\\p{Cf}\\p{Default_Ignorable_Code_Point}\\uFEFF';
/** What does not stand for itself: a mask, a run of white space and unseen characters, anything beyond ASCII. */
const special = new RegExp(`\\[(?:${identifierKinds.join('|')})\\]|[\\s${unseen}]{2,}|[^ -~]`, 'gu');
const isBlankOrUnseen = new RegExp(`^[\\s${unseen}]`, 'u');
const hasBlank = /[^\S\uFEFF]/;
const hasLineBreak = /[\n\r\u2028\u2029]/;
const isDash = /^[\p{Pd}\u2212]$/u;
const isSlash = /^[\u2044\u2215]$/u;

/**
 * Normalises (DOMAIN J): NFKC, nothing invisible, one dash, one slash, one space for each run of white space (a line
 * break if it holds one).
 */
export function folded(text: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let result = '';
  let from = 0;
  const asIs = (to: number): void => {
    result += text.slice(from, to);
    for (let at = from; at < to; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const { 0: piece, index } of text.matchAll(special)) {
    asIs(index);
    from = index + piece.length;
    const plain = foldedPiece(piece);
    result += plain;
    for (let unit = 0; unit < plain.length; unit++) {
      starts.push(index);
      ends.push(from);
    }
  }
  asIs(text.length);
  return { text: result, starts, ends };
}

function foldedPiece(piece: string): string {
  if (piece.startsWith('[')) return maskedBefore;
  if (isBlankOrUnseen.test(piece)) return hasLineBreak.test(piece) ? '\n' : hasBlank.test(piece) ? ' ' : '';
  if (isDash.test(piece)) return '-';
  return isSlash.test(piece) ? '/' : piece.normalize('NFKC');
}
