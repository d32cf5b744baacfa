import { defineConfig } from 'vitest/config';
import { browserPath } from '../../bot/cli/browser.ts';

const withBrowser = browserPath() !== null;
if (!withBrowser && process.env.CI)
  throw new Error('In CI the browser journey must run: install Chromium (apt-get install chromium).');
if (!withBrowser) console.log('The browser journey is skipped: no Chromium was found. Everything else runs.');

const journeys = {
  extends: true as const,
  test: {
    name: 'journeys',
    include: ['test/e2e/**/*.test.ts'],
    // A demo is six processes and a browser: one at a time, and after everything else.
    maxWorkers: 1,
    sequence: { groupOrder: 1 },
  },
};

export default defineConfig({
  test: {
    reporters: ['default', './test/config/plainCount.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          // Two cores: more workers only fight each other.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      ...(withBrowser ? [journeys] : []),
    ],
  },
});
