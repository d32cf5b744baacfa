import { heightOn } from './phone.ts';

/** What a part of a card takes: bytes of its JSON, and pixels of a phone. */
export interface Size {
  readonly bytes: number;
  readonly height: number;
}

/**
 * Fills pages in order, each as far as its room goes; `first` is the room of the first. An item that no page has room
 * for stands whole on a page of its own: nothing is ever cut or left out.
 */
export function filled<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => Size,
  room: Size,
  first: Size = room,
): Item[][] {
  const pages: Item[][] = [];
  let left = first;
  for (const item of items) {
    const { bytes, height } = sizeOf(item);
    const page = pages.at(-1);
    const fits = page !== undefined && bytes <= left.bytes && height <= left.height;
    if (fits) page.push(item);
    else pages.push([item]);
    const before = fits ? left : pages.length === 1 ? first : room;
    left = { bytes: before.bytes - bytes, height: before.height - height };
  }
  return pages;
}

/** Bytes of words as they stand in a card's JSON; three each for the longest letters, more for what JSON escapes. */
export const bytesOf = (words: readonly string[]): number => Buffer.byteLength(JSON.stringify(words));

const bare = { heading: '', sources: '', buttons: [], asksVerdict: false };
const bareHeight = heightOn({ ...bare, lines: [] });

/** About how high a phone draws paragraphs of text, in pixels. */
export const heightOf = (paragraphs: readonly string[]): number =>
  heightOn({ ...bare, lines: paragraphs.map((text) => ({ label: '', text })) }) - bareHeight;
