import type { Button } from './button.ts';
import { type Line, lineText } from './point.ts';

/** What decides how high a card is drawn. */
export interface Drawn {
  readonly heading: string;
  /** Paragraphs of body text. */
  readonly lines: readonly Line[];
  /** The small line of sources. */
  readonly sources: string;
  readonly buttons: readonly Button[];
  /** It asks whether it was right. */
  readonly asksVerdict: boolean;
}

/** A small phone; what is drawn below comes only with a swipe. */
const phone = { width: 320, height: 640 };
/** Teams' text on a phone: characters that fit the width, height of a line (14, 18 and 12 px text), space between. */
const body = { characters: 42, line: 20 };
const large = { characters: 31, line: 24 };
const small = { characters: 48, line: 16 };
const space = 8;
const padding = 12;
const buttonRow = 32;
/** A letter of a button and what stands around its title. */
const buttonWidth = (title: string): number => title.length * 7.5 + 26;

const rows = (text: string, { characters }: typeof body): number => Math.ceil(text.length / characters);

/** Buttons stand side by side while they fit. */
function buttonRows(buttons: readonly Button[]): number {
  const room = phone.width - 2 * padding;
  let left = 0;
  let count = 0;
  for (const { title } of buttons) {
    const width = Math.min(buttonWidth(title), room);
    count += width > left ? 1 : 0;
    left = (width > left ? room : left) - width - space;
  }
  return count;
}

/** About how high a phone draws it, in pixels. */
export function heightOn({ heading, lines, sources, buttons, asksVerdict }: Drawn): number {
  const above = 2 * padding + small.line + rows(heading, large) * large.line;
  const text = lines.reduce((sum, line) => sum + rows(lineText(line), body) * body.line + space, 0);
  const cited = sources === '' ? 0 : rows(sources, small) * small.line + space;
  return above + text + cited + (buttonRows(buttons) + (asksVerdict ? 1 : 0)) * (buttonRow + space);
}

/**
 * The most that stands on the first screen of a phone: each of `further` adds something, the most useful first, and is
 * left to the details when it would not fit.
 */
export function fitted<Shown>(
  must: Shown,
  further: readonly ((shown: Shown) => Shown)[],
  draw: (shown: Shown) => Drawn,
): Shown {
  return further.reduce((shown, add) => {
    const more = add(shown);
    return heightOn(draw(more)) <= phone.height ? more : shown;
  }, must);
}
