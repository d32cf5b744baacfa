import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is, or null. `CHROMIUM` in the environment wins. */
export function browserPath(): string | null {
  const named = process.env.CHROMIUM;
  return [...(named ? [named] : []), ...places].find((place) => existsSync(place)) ?? null;
}
