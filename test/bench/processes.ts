import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ids } from '../make/activity.ts';
import type { StorePlace } from '../make/store.ts';
import { botProgram, program } from './built.ts';

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

/** What the echo sends, by the type of what comes. */
export type Echoed = Readonly<Partial<Record<'message' | 'invoke', object>>>;
/** The SDK's authentication settings, e.g. of a key server. */
type Auth = Readonly<Record<string, string>>;

/** Sends the same for each that comes; with `auth` only where its sender is proven. */
export function startEcho(answers: Echoed, auth?: Auth): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-echo-'));
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  const after = () => rmSync(folder, { recursive: true, force: true });
  return run(program('echo'), { env: { ANSWERS: file, ...(auth && { AUTH: JSON.stringify(auth) }) }, after });
}

export const startTeamsAiEcho = () => run(program('teamsAiEcho'));
export const startSink = () => run(program('sink'));
export const startFailingSink = () => run(program('failingSink'));
export const importSdks = () => run(program('importSdks'));

/** The bot as built, in local mode, with an empty store of its own. */
export function startBot({ env = {}, flags = [] }: How = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const settings = { BOT_MODE: 'local', BOT_TENANT_ID: ids.tenant, PORT: '0', DATA_DIR: join(folder, 'data') };
  const after = () => rmSync(folder, { recursive: true, force: true });
  return run(botProgram, { flags, cwd: folder, env: { ...settings, HOME_AREA: 'london', ...env }, after });
}

/** The bot as built, in production mode, with a store that outlives it; who speaks is proven to the keys of `auth`. */
export function startSignedBot(store: Pick<StorePlace, 'dir' | 'recordKey'>, auth: Auth): Promise<Running> {
  const env = {
    BOT_ID: ids.bot,
    BOT_TYPE: 'SingleTenant',
    BOT_TENANT_ID: ids.tenant,
    BOT_PASSWORD: 'a-made-up-secret',
    ADMIN_IDS: ids.alice,
    HOME_AREA: 'london',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: store.dir,
    RECORD_KEY: store.recordKey.toString('base64'),
    AUTH: JSON.stringify(auth),
  };
  return run(program('signedBot'), { env });
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
      child.stdout.removeAllListeners('data').resume();
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
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
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
