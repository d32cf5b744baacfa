import type { Browser } from 'playwright-core';
import { withGallery } from './look.ts';
import { onPage, type Samples } from './sample.ts';
import { type Theme, widths } from './teamsHost.ts';

/** Small enough for a repository, large enough to see how a card is built. */
const scale = 0.3;
const columns = 20;
const columnWidth = 340;
/** Longer cards are cut, or one of them would set the height of the sheet. */
const tallest = 900;
/** The wide drawing stands below the narrow one, as wide as that. */
const wideScale = widths[0] / widths[1];

/** All samples of the page in one theme and both widths, as one small picture (PNG). */
export function contactSheet(browser: Browser, groups: readonly Samples[], theme: Theme): Promise<Buffer> {
  const width = columns * columnWidth + 48;
  const options = { viewport: { width, height: 1000 }, deviceScaleFactor: scale };
  return withGallery(browser, onPage(groups), { query: `theme=${theme}`, options }, async (page) => {
    const content = [
      `main{columns:${columns};column-gap:16px}`,
      'article{break-inside:avoid}',
      `.card{max-height:${tallest}px}`,
      '.pair{flex-direction:column;gap:8px}',
      `.card+.card{zoom:${wideScale}}`,
    ].join('\n');
    await page.addStyleTag({ content });
    return page.screenshot({ fullPage: true });
  });
}
