import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const index = fileURLToPath(new URL('../../bot/index.ts', import.meta.url));

/** The bot in a process of its own, as `npm start` has it but from source. */
export interface BotProcess {
  readonly child: ChildProcess;
  readonly output: { out: string; err: string };
  /** The port once it listens; rejects when it ends before. */
  readonly port: Promise<number>;
  /** The exit code. */
  readonly ended: Promise<number | null>;
}

/** What runs in the place of the bot's own start, and what is loaded before it. */
interface Choice {
  readonly program?: string;
  readonly preload?: readonly string[];
}

/** Only `env`, nothing inherited: what is set on this machine must not decide a test. */
export function startProcess(env: Record<string, string>, cwd: string, choice: Choice = {}): BotProcess {
  const { program = index, preload = [] } = choice;
  const imports = [import.meta.resolve('tsx'), ...preload].flatMap((one) => ['--import', one]);
  const child = spawn(process.execPath, [...imports, program], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stderr.on('data', (data) => {
    output.err += data;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const port = new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      output.out += data;
      const found = /"port":(\d+)/.exec(output.out)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    void ended.then(() => reject(new Error(`it ended: ${output.err}`)));
  });
  port.catch(() => {});
  return { child, output, port, ended };
}
