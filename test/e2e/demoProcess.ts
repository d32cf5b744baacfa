import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './freePorts.ts';

/** The demo as a person starts it, on ports that are free and with a data folder of its own. */
export interface DemoProcess {
  readonly bot: string;
  readonly practitioner: string;
  readonly approver: string;
  readonly igLead: string;
  readonly dataDir: string;
  /** Everything it has printed. */
  printed(): string;
  /** Presses Ctrl-C; resolves with the exit code once it and its children are gone. The data folder goes too. */
  stop(): Promise<number | null>;
}

export interface DemoProcessOptions {
  /** Bot, practitioner, approver, IG lead. */
  readonly ports?: readonly number[];
  /** A folder that is kept afterwards; otherwise a temporary one. */
  readonly dataDir?: string;
  readonly env?: NodeJS.ProcessEnv;
}

const READY = 'Sharing Guide is running.';
const PATIENCE_MS = 90_000;

/** Starts the demo; resolves when it says that everything runs, rejects with what it printed when it ends instead. */
export async function startDemo(options: DemoProcessOptions = {}): Promise<DemoProcess> {
  const [bot = 0, ...windows] = options.ports ?? (await freePorts(4));
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'demo-data-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'bot/cli/demo.ts', '--ports', windows.join(',')], {
    env: { ...process.env, ...options.env, PORT: `${bot}`, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (printed.includes(READY)) resolve();
      });
    }
  });
  const stop = async () => {
    child.kill('SIGINT');
    const code = await ended;
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    return code;
  };
  const outcome = await Promise.race([ready, ended.then((code) => `ended with ${code}`), tooLate()]);
  if (outcome !== undefined) {
    await stop();
    throw new Error(`The demo ${outcome}. It said:\n${printed}`);
  }
  const [practitioner, approver, igLead] = windows.map(address);
  if (!practitioner || !approver || !igLead) throw new Error('The demo has three windows.');
  return { bot: address(bot), practitioner, approver, igLead, dataDir, printed: () => printed, stop };
}

const address = (port: number): string => `http://127.0.0.1:${port}`;

const tooLate = (): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve('was not ready in time'), PATIENCE_MS).unref());
