import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Children, children } from './children.ts';
import { type DemoWindow, prepareWindow, windowArguments } from './demoWindows.ts';

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface DemoProcesses {
  /** Holds the settings of the windows and all logs; run there, no `.env` is found. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly windows: readonly DemoWindow[];
  readonly botPort: number;
}

/** Starts the bot and the windows. */
export function startDemoProcesses({ folder, env, windows, botPort }: DemoProcesses): Children {
  const family = children();
  const start = (name: string, args: readonly string[], more: NodeJS.ProcessEnv, cwd: string) =>
    family.start({ name, args: [...loading(), ...args], env: { ...env, ...more }, cwd, logPath: join(cwd, 'log.txt') });
  start('The bot', [beside('../index.ts')], {}, madeFolder(folder, 'bot'));
  for (const window of windows) {
    const own = madeFolder(folder, window.role);
    const args = [beside('playgroundWindow.ts'), ...windowArguments(window, botPort)];
    start(`The window of ${window.person.name}`, args, prepareWindow(window, own), own);
  }
  return family;
}

export const botLog = (folder: string): string => join(folder, 'bot', 'log.txt');

/** Whole addresses: the children run in other folders. */
function loading(): string[] {
  return ['--import', import.meta.resolve('tsx'), '--import', new URL('leash.ts', import.meta.url).href];
}

function madeFolder(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}
