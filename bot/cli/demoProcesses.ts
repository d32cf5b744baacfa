import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Children, children } from './children.ts';
import { type DemoWindow, prepareWindow, windowArguments } from './demoWindows.ts';

const beside = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface WindowProcesses {
  /** Holds the settings of the windows and all logs; run there, no `.env` is found. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly windows: readonly DemoWindow[];
  readonly botPort: number;
}

/** Starts the bot, as `npm start` would, and the windows. */
export function startDemoProcesses(processes: WindowProcesses): Children {
  const family = children();
  const { folder, env } = processes;
  startOne(family, 'The bot', [beside('../index.ts')], env, madeFolder(folder, 'bot'));
  startWindows(family, processes);
  return family;
}

/** Starts the windows alone. */
export function startWindows(family: Children, { folder, env, windows, botPort }: WindowProcesses): void {
  for (const window of windows) {
    const own = madeFolder(folder, window.role);
    const args = [beside('playgroundWindow.ts'), ...windowArguments(window, botPort)];
    startOne(family, `The window of ${window.person.name}`, args, { ...env, ...prepareWindow(window, own) }, own);
  }
}

function startOne(family: Children, name: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd: string): void {
  family.start({ name, args: [...loading(), ...args], env, cwd, logPath: join(cwd, 'log.txt') });
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
