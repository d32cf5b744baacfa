/**
 * Widths of letters in thousandths of the type size: Helvetica, which Arial and Liberation Sans share. Measured here and
 * not in a browser, so that the picture is the same on every machine.
 */
const widths: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, 'ijl‘’'],
  [278, 'ftI !,./:;[]\\'],
  [333, 'r()-“”`'],
  [500, 'cksvxyzJ'],
  [556, '0123456789abdeghnopquL_–?$#'],
  [611, 'FTZ'],
  [667, 'ABEKPSVXY&'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'mM'],
  [944, 'W'],
  [1000, '…—'],
];
const usual = 600;
/** Bold letters are wider. */
const boldness = 1.08;

const widthOf = new Map(widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

export interface Type {
  readonly size: number;
  readonly bold?: boolean;
}

/** Width of words in pixels. */
export function textWidth(words: string, { size, bold = false }: Type): number {
  const sum = [...words].reduce((total, letter) => total + (widthOf.get(letter) ?? usual), 0);
  return (sum / 1000) * size * (bold ? boldness : 1);
}

/** Words broken into lines no wider than `width`; a word that is wider stands alone. */
export function wrapped(words: string, width: number, type: Type): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ').filter((one) => one !== '')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, type) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
