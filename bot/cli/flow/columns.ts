import type { Dressed } from './dress.ts';

/** Columns for the cards; what becomes of a record stands in one more. */
const cardColumns = 4;

/** The cards spread evenly over some columns, in order; the end in a column of its own. */
export function columnsOf(boxes: readonly Dressed[]): Dressed[][] {
  const cards = boxes.filter(({ box }) => box.part === 'card');
  const total = cards.reduce((sum, { height }) => sum + height, 0);
  const columns: Dressed[][] = Array.from({ length: cardColumns }, () => []);
  let above = 0;
  for (const card of cards) {
    // Where the card's middle would lie if all stood below one another.
    columns[Math.floor(((above + card.height / 2) / total) * cardColumns)]?.push(card);
    above += card.height;
  }
  return [...columns, boxes.filter(({ box }) => box.part === 'end')];
}
