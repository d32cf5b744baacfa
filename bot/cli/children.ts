import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface ChildOptions {
  /** How the demo speaks of it, e.g. `the bot`. */
  readonly name: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** What it prints goes here. */
  readonly logPath: string;
}

export interface Children {
  start(options: ChildOptions): void;
  /** Resolves with the name and last words of the first child that ends by itself. */
  readonly firstDeath: Promise<{ readonly name: string; readonly lastWords: string }>;
  /** Stops all; resolves when the last is gone. */
  stop(): Promise<void>;
}

/** A child that has not stopped by then is ended; the bot ends itself after ten seconds. */
const PATIENCE_MS = 12_000;
const LAST_WORDS_LINES = 15;

/** Processes that live and end together with this one. */
export function children(): Children {
  const living = new Map<ChildProcess, Promise<void>>();
  let isStopping = false;
  let mourn: (death: { name: string; lastWords: string }) => void;
  const firstDeath = new Promise<{ name: string; lastWords: string }>((resolve) => {
    mourn = resolve;
  });

  function start({ name, args, env, cwd, logPath }: ChildOptions): void {
    const log = openSync(logPath, 'a', 0o600);
    // A group of its own: Ctrl-C reaches the demo alone, and each child is asked to stop once.
    const isGroup = process.platform !== 'win32';
    const child = spawn(process.execPath, args, { env, cwd, stdio: ['pipe', log, log], detached: isGroup });
    closeSync(log);
    child.stdin?.on('error', () => undefined);
    const gone = new Promise<void>((resolve) => {
      child.once('error', () => resolve()).once('exit', () => resolve());
    }).then(() => {
      living.delete(child);
      if (!isStopping) mourn({ name, lastWords: tail(logPath) });
    });
    living.set(child, gone);
  }

  async function stop(): Promise<void> {
    isStopping = true;
    for (const child of living.keys()) child.stdin?.end();
    const impatience = setTimeout(() => {
      for (const child of living.keys()) child.kill('SIGKILL');
    }, PATIENCE_MS);
    await Promise.all(living.values());
    clearTimeout(impatience);
  }

  return { start, firstDeath, stop };
}

function tail(path: string): string {
  return readFileSync(path, 'utf8').trim().split('\n').slice(-LAST_WORDS_LINES).join('\n');
}
