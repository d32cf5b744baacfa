import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Playground } from './playground.ts';

const folder = resolve(import.meta.dirname, '../../docs/pictures');

/** Several windows side by side as one picture for the README; only when `SAVE_PICTURES` is set. */
export async function savePicture(browser: Browser, windows: readonly Playground[], name: string): Promise<void> {
  if (!process.env.SAVE_PICTURES) return;
  const shots = await Promise.all(
    windows.map(({ page }) => page.screenshot({ clip: { x: 325, y: 50, width: 580, height: 1100 } })),
  );
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`).join('');
  const page = await browser.newPage({ viewport: { width: 592 * windows.length, height: 1108 } });
  await page.setContent(`<body style="margin:4px;display:flex;gap:8px;background:#ddd">${images}</body>`);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
