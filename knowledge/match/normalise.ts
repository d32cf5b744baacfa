/** Characters of a question that are considered; the rest is left unread, so that time stays bounded. */
export const longestText = 2000;

/**
 * Brings typed text to one form: compatibility characters folded, invisible ones dropped, curly quotes made straight,
 * `M.A.S.H.` read as `MASH`. Keeps case, so that what spoke for an answer can be shown as typed.
 */
export function clean(text: string): string {
  const short = text.slice(0, longestText);
  return (plainAscii.test(short) ? short : foldUnusual(short)).replace(dottedLetters, (letters) =>
    letters.replaceAll('.', ''),
  );
}

const plainAscii = /^[\x20-\x7e]*$/;
const dottedLetters = /(?<!\p{L})(?:\p{L}\.){2,}/gu;

function foldUnusual(text: string): string {
  return text
    .normalize('NFKC')
    .slice(0, longestText)
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’‛ʼ`´]/g, "'");
}

/** One word of a text. */
export interface Word {
  /** As typed, e.g. `Children’s` (after `clean`). */
  readonly typed: string;
  /** Lower case, without accents and possessive, e.g. `children`. */
  readonly plain: string;
  /** True when a sentence starts here: its capital letter says nothing. */
  readonly startsSentence: boolean;
  /** True when a sentence or a part of one set off by a comma starts here. */
  readonly startsClause: boolean;
}

const wordPattern = /[\p{L}\p{N}]+(?:'\p{L}+)*|&/gu;

/** The words of a text in order. Hyphens and slashes separate words; `&` reads as `and`. */
export function readWords(text: string): Word[] {
  const cleaned = clean(text);
  let end = 0;
  return [...cleaned.matchAll(wordPattern)].map((match) => {
    const between = cleaned.slice(end, match.index);
    const startsSentence = match.index === 0 || /[.!?:\n]/.test(between);
    end = match.index + match[0].length;
    return {
      typed: match[0],
      plain: plainWord(match[0]),
      startsSentence,
      startsClause: startsSentence || /[,;()–—]/.test(between),
    };
  });
}

/** `what’s` is `what is` in short; the `s` belongs to nobody. */
const contracted = /^(what|who|how|where|when|why|it|that|there|here|he|she|let)'s$/;

function plainWord(typed: string): string {
  if (typed === '&') return 'and';
  const lower = typed.toLowerCase();
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  return lower
    .replace(contracted, '$1s')
    .replace(/'s$/, '')
    .replaceAll("'", '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** A name as the matching compares it, e.g. `Anti-Social Behaviour` -> `anti social behaviour`. */
export function sayPlainly(text: string): string {
  return readWords(text)
    .map(({ plain }) => plain)
    .join(' ');
}
