/** `npm run demo`: the bot and three windows to speak to it, with made-up people and records, on this machine alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Children } from './children.ts';
import { demoGreeting } from './demoGreeting.ts';
import { DEMO_HELP, type DemoOptions, demoOptions } from './demoOptions.ts';
import { botLog, startDemoProcesses } from './demoProcesses.ts';
import { type DemoWindow, demoWindows } from './demoWindows.ts';
import { takenPorts } from './takenPorts.ts';
import { untilAnswering } from './untilAnswering.ts';

type Run = Extract<DemoOptions, { kind: 'run' }>;

/** Something the person at the terminal can put right. */
class DemoProblem extends Error {}

async function main(): Promise<number> {
  const options = demoOptions(process.argv.slice(2), process.env.PORT);
  if (options.kind === 'help') console.log(DEMO_HELP);
  if (options.kind === 'wrong') console.error(options.problem);
  if (options.kind !== 'run') return options.kind === 'help' ? 0 : 2;
  const folder = mkdtempSync(join(tmpdir(), 'sharing-guide-demo-'));
  try {
    return await run(options, folder);
  } catch (error) {
    console.error(`The demo did not start. ${explain(error)}`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ botPort, windowPorts }: Run, folder: string): Promise<number> {
  const interrupted = untilInterrupted();
  const taken = await takenPorts([botPort, ...windowPorts]);
  if (taken.length > 0) throw new DemoProblem(inTheWay(taken, botPort));
  console.log('Starting the bot and three windows. This takes a few seconds.');
  const env = await readyEnvironment(botPort);
  const windows = demoWindows(windowPorts);
  const family = startDemoProcesses({ folder, env, windows, botPort });
  try {
    const greeting = demoGreeting(windows, env.DATA_DIR, botLog(folder));
    return await live(family, interrupted, [`http://127.0.0.1:${botPort}/`, ...addresses(windows)], greeting);
  } finally {
    await family.stop();
  }
}

/** Until somebody presses Ctrl-C or a child dies. */
async function live(
  family: Children,
  interrupted: Promise<'interrupted'>,
  addresses: readonly string[],
  greeting: string,
): Promise<number> {
  const greeted = untilAnswering(addresses).then(() => console.log(greeting));
  const end = await Promise.race([family.firstDeath, interrupted, greeted.then(() => interrupted)]);
  if (end === 'interrupted') {
    console.log('\nStopping.');
    return 0;
  }
  console.error(
    `\n${end.name} stopped by itself, so everything else is stopped too. Its last words:\n${end.lastWords}`,
  );
  return 1;
}

const addresses = (windows: readonly DemoWindow[]): string[] => windows.map(({ address }) => address);

function untilInterrupted(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('interrupted'));
  });
}

function inTheWay(taken: readonly number[], botPort: number): string {
  const cures = [
    ...(taken.includes(botPort) ? ['set PORT for the bot'] : []),
    ...(taken.some((port) => port !== botPort) ? ['give the windows other ports with -- --ports A,B,C'] : []),
  ];
  const what = taken.length === 1 ? `Port ${taken[0]} is` : `Ports ${taken.join(', ')} are`;
  return `${what} taken by another program. Stop it, or ${cures.join(' and ')}.`;
}

/** The content and the stores are loaded only now, so that a slip in the options is answered at once. */
async function readyEnvironment(botPort: number) {
  const { demoEnvironment, prepareDemoStore } = await import('./demoStore.ts');
  const env = demoEnvironment(botPort, process.env);
  if ((await prepareDemoStore(env)) === 'ready') return env;
  throw new DemoProblem(`${env.DATA_DIR} holds the records of others. Set DATA_DIR to a folder for the demo alone.`);
}

function explain(error: unknown): string {
  const { name, message, stack } = error as Error;
  const isExpected = error instanceof DemoProblem || ['ConfigError', 'StoreError', 'ContentError'].includes(name);
  return isExpected ? message : `${stack}`;
}

process.exitCode = await main();
// A window that never answered must not hold the terminal.
process.exit();
