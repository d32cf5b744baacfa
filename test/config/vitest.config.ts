import { defineConfig } from 'vitest/config';
import { browserPath } from './browser.ts';

const withBrowser = browserPath() !== null;
if (!withBrowser && process.env.CI)
  throw new Error('In CI the browser journey must run: install Chromium (apt-get install chromium).');
if (!withBrowser) console.log('The browser journey is skipped: no Chromium was found. Everything else runs.');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: withBrowser ? [] : ['test/e2e/**'],
    reporters: ['default', './test/config/plainCount.ts'],
    // Two cores: more workers only fight each other.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
