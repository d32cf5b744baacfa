import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Measured, measure } from './measure.ts';
import { galleryPage } from './page.ts';
import type { Sample, Samples } from './sample.ts';
import { type Theme, themes, widths } from './teamsHost.ts';

/** What was found about one sample, in one theme at one width, with its hidden parts closed or opened. */
export interface Look extends Measured {
  /** E.g. `question: danger, everything it can ask (dark, 320, opened)`. */
  readonly name: string;
  readonly card: string;
  readonly width: number;
  readonly isOpened: boolean;
  /** Violations that axe-core found, each with where. */
  readonly violations: readonly string[];
}

const require = createRequire(import.meta.url);
/** The official renderer, as one script for browsers. */
const rendererPath = require.resolve('adaptivecards/dist/adaptivecards.min.js');

/** Opens all samples as one page, hands it over, and clears up. */
export async function withGallery<T>(
  browser: Browser,
  groups: readonly Samples[],
  { query, options = {} }: { readonly query: string; readonly options?: BrowserContextOptions },
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
  const page = await browser.newPage(options);
  try {
    const file = join(folder, 'gallery.html');
    await writeFile(file, galleryPage(groups, pathToFileURL(rendererPath).href));
    await page.goto(`${pathToFileURL(file).href}?${query}`);
    return await use(page);
  } finally {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Looks at every sample on its own, in every theme and width, as it comes and with its hidden parts opened. */
export function lookAtAll(browser: Browser, groups: readonly Samples[]): Promise<Look[]> {
  const samples = groups.flatMap(({ card, samples: list }) => list.map((sample) => ({ card, sample })));
  return withGallery(browser, groups, { query: 'theme=none' }, async (page) => {
    await page.evaluate(axe.source);
    const looks: Look[] = [];
    for (const [at, { card, sample }] of samples.entries())
      for (const theme of themes)
        for (const width of widths)
          for (const isOpened of hides(sample) ? [false, true] : [false]) {
            const found = await lookAt(page, { at, theme, width, isOpened });
            const name = `${card}: ${sample.name} (${theme}, ${width}${isOpened ? ', opened' : ''})`;
            looks.push({ name, card, width, isOpened, ...found });
          }
    return looks;
  });
}

const hides = ({ card }: Sample): boolean => JSON.stringify(card.card).includes('"isVisible":false');

interface View {
  readonly at: number;
  readonly theme: Theme;
  readonly width: number;
  readonly isOpened: boolean;
}

async function lookAt(
  page: Page,
  { at, theme, width, isOpened }: View,
): Promise<Omit<Look, 'name' | keyof View | 'card'>> {
  await page.evaluate(`showOne(${at}, '${theme}', ${width}, ${isOpened})`);
  const measured = await measure(page);
  // Neither names nor colours depend on the width.
  if (width !== widths[0]) return { ...measured, violations: [] };
  const violations = await page.evaluate<string[]>(`(async () => {
    const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };
    const { violations } = await axe.run('.card', options);
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, any }) =>
      id + ': ' + help + '. ' + (any[0]?.message ?? '') + ' ' + html.slice(0, 200)));
  })()`);
  return { ...measured, violations };
}
