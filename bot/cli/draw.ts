/** `npm run draw`: the flow, the review table and the gallery of cards under `docs/`, made from the content. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { loadContent } from '../compose.ts';
import { browserPath, openBrowser } from './browser.ts';
import { contentSound } from './contentSound.ts';
import { drawnPages, stalePages, writePages } from './drawn.ts';
import { galleryOf } from './gallery/gallery.ts';
import { lookAtAll } from './gallery/look.ts';
import { onPage } from './gallery/sample.ts';
import { contactSheet } from './gallery/sheet.ts';
import { themes } from './gallery/teamsHost.ts';

const usage = 'Use npm run draw, or npm run draw -- --check to see whether what is committed is up to date.';
const root = fileURLToPath(new URL('../..', import.meta.url));
const args = process.argv.slice(2);

if (args.length === 0) process.exitCode = await withContent(draw);
else if (args.length === 1 && args[0] === '--check') process.exitCode = await withContent(check);
else {
  console.error(usage);
  process.exitCode = 2;
}

async function withContent(then: (knowledge: Knowledge) => Promise<number>): Promise<number> {
  const knowledge = await contentSound(loadContent);
  return knowledge ? then(knowledge) : 1;
}

/** Needs no browser, so that it runs wherever the project does. */
async function check(knowledge: Knowledge): Promise<number> {
  const stale = await stalePages(root, await drawnPages(knowledge));
  for (const path of stale) console.error(`${path} is not what the content gives now. Run npm run draw and commit it.`);
  return stale.length > 0 ? 1 : 0;
}

async function draw(knowledge: Knowledge): Promise<number> {
  const pages = await drawnPages(knowledge);
  await writePages(root, pages);
  for (const { path } of pages) console.log(`${path} is drawn.`);
  if (browserPath() !== null) return drawInBrowser(knowledge);
  console.log('No Chromium was found, so the contact sheets stay as they are and no card was looked at.');
  return 0;
}

/** The contact sheets, and a look at every card on the page. */
async function drawInBrowser(knowledge: Knowledge): Promise<number> {
  const groups = galleryOf(knowledge);
  const browser = await openBrowser();
  try {
    for (const theme of themes) {
      const path = `docs/pictures/cards-${theme}.png`;
      await writeFile(join(root, path), await contactSheet(browser, groups, theme));
      console.log(`${path} is drawn.`);
    }
    const looks = await lookAtAll(browser, onPage(groups));
    const wrong = looks.flatMap(({ name, violations, outside, clipped, unreachable }) => [
      ...violations.map((violation) => `${name}: ${violation}`),
      ...[...outside, ...clipped, ...unreachable].map((words) => `${name}: does not fit: ${words}`),
    ]);
    for (const line of wrong) console.error(line);
    console.log(`${looks.length} looks at the cards of the gallery found ${wrong.length} problems.`);
    return wrong.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
  }
}
