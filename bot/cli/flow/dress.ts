import type { Box } from './flow.ts';
import { type Type, wrapped } from './textWidth.ts';

/** A line of text within a box, from the box's upper left corner. */
export interface Words {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly look: keyof typeof looks;
}

/** A box with its words broken into lines. */
export interface Dressed {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
  /** Height of the coloured head. */
  readonly headHeight: number;
  readonly words: readonly Words[];
}

/** Sizes of type in pixels. */
export const looks = {
  head: { size: 14, bold: true },
  code: { size: 11, bold: true },
  text: { size: 12 },
  only: { size: 11 },
  foot: { size: 10 },
} as const satisfies Record<string, Type>;

/** A state of a record says little. */
const widthOf = ({ kind }: Box): number => (kind === 'state' ? 210 : 290);
const padding = 9;
/** Room for `4.12`. */
const codeWidth = 32;
const leading = 1.25;

/** Breaks a box's words into lines and finds its height. */
export function dressed(box: Box): Dressed {
  const width = widthOf(box);
  const words: Words[] = [];
  let y = padding;
  const write = (text: string, look: keyof typeof looks, x: number, after = 0): void => {
    for (const line of wrapped(text, width - padding - x, looks[look])) {
      y += Math.round(looks[look].size * leading);
      words.push({ x, y, text: line, look });
    }
    y += after;
  };
  write(box.head, 'head', padding);
  write(box.only, 'only', padding);
  const headHeight = y + padding;
  y = headHeight + padding / 2;
  for (const { code, text, only } of box.lines) {
    const x = code === '' ? padding : padding + codeWidth;
    if (code !== '') words.push({ x: padding, y: y + Math.round(looks.text.size * leading), text: code, look: 'code' });
    write(text, 'text', x, only === '' ? 4 : 0);
    if (only !== '') write(only, 'only', x, 4);
  }
  write(box.foot, 'foot', padding);
  return { box, width, height: y + padding, headHeight, words };
}
