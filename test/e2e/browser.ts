import { type Browser, chromium } from 'playwright-core';
import { browserPath } from '../config/browser.ts';

/** A browser with a profile of its own that speaks to nobody by itself. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('There is no Chromium here.');
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}
