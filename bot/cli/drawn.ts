import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { flowOf } from './flow/flow.ts';
import { flowSvg } from './flow/svg.ts';
import { galleryOf } from './gallery/gallery.ts';
import { galleryPage } from './gallery/page.ts';
import { onPage } from './gallery/sample.ts';
import { reviewPage } from './reviewPage.ts';

/** A page that is made from the content and committed. */
export interface DrawnPage {
  /** From the root of the project, e.g. `docs/review.md`. */
  readonly path: string;
  readonly text: string;
}

/** Where the gallery finds the renderer, seen from `docs/`. */
const renderer = '../node_modules/adaptivecards/dist/adaptivecards.min.js';

/** Every page that is drawn. The same content gives the same bytes on every machine; no browser is needed. */
export const drawnPages = async (knowledge: Knowledge): Promise<readonly DrawnPage[]> => [
  { path: 'docs/pictures/flow.svg', text: await flowSvg(flowOf(knowledge)) },
  { path: 'docs/review.md', text: reviewPage() },
  { path: 'docs/gallery.html', text: galleryPage(onPage(galleryOf(knowledge)), renderer) },
];

/** Paths of the pages that are not as they are drawn now, or are not there. */
export async function stalePages(root: string, pages: readonly DrawnPage[]): Promise<string[]> {
  const stands = await Promise.all(pages.map(({ path }) => readFile(join(root, path), 'utf8').catch(() => null)));
  return pages.filter(({ text }, at) => stands[at] !== text).map(({ path }) => path);
}

export const writePages = (root: string, pages: readonly DrawnPage[]): Promise<unknown> =>
  Promise.all(pages.map(({ path, text }) => writeFile(join(root, path), text)));
