import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { botProgram, program } from './built.ts';

export const tenant = '3d2c1b0a-9f8e-4d7c-8b6a-5f4e3d2c1b0a';

/** A program that runs and has said on which port. */
export interface Running {
  readonly url: string;
  /** From the start of the process to its port, ms. */
  readonly startMs: number;
  /** Resident memory, MB. */
  memory(): number;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

interface How {
  readonly env?: Record<string, string>;
  /** Of Node. */
  readonly flags?: readonly string[];
  readonly cwd?: string;
  readonly after?: () => void;
}

export const startEcho = (activityFile: string) => run(program('echo'), { env: { ACTIVITY: activityFile } });
export const startTeamsAiEcho = () => run(program('teamsAiEcho'));
export const startSink = () => run(program('sink'));
export const importSdks = () => run(program('importSdks'));

/** The bot as built, in local mode, with an empty store of its own. */
export function startBot({ env = {}, flags = [] }: How = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const settings = { BOT_MODE: 'local', BOT_TENANT_ID: tenant, PORT: '0', DATA_DIR: join(folder, 'data') };
  const after = () => rmSync(folder, { recursive: true, force: true });
  return run(botProgram, { flags, cwd: folder, env: { ...settings, HOME_AREA: 'london', ...env }, after });
}

function run(script: string, { env = {}, flags = [], cwd = tmpdir(), after = () => {} }: How = {}): Promise<Running> {
  const since = performance.now();
  const child = spawn(process.execPath, [...flags, '--disable-warning=ExperimentalWarning', script], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    let complained = '';
    child.stderr.on('data', (data) => {
      complained += data;
    });
    child.stdout.on('data', (data) => {
      said += data;
      const port = /"port":(\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      said = '';
      resolve({
        url: `http://127.0.0.1:${port}`,
        startMs: performance.now() - since,
        memory: () => residentMb(child),
        signal: (name) => child.kill(name),
        stop: () => stop(child).then(after),
      });
    });
    child.once('exit', (code) => {
      after();
      reject(new Error(`${script} ended with ${code}: ${complained.trim().slice(-500)}`));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** Linux tells it in /proc; elsewhere the row cannot run and says so. */
function residentMb({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
}
