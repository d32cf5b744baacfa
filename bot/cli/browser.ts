import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is, or null. `CHROMIUM` in the environment wins. */
export function browserPath(): string | null {
  const named = process.env.CHROMIUM;
  return [...(named ? [named] : []), ...places].find((place) => existsSync(place)) ?? null;
}

/** A browser with a profile of its own that speaks to nobody by itself. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('There is no Chromium here.');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}
