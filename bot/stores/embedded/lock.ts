/**
 * One process a folder. Each process listens on a Unix socket of its own name in the folder and then knocks at all
 * others there: if one answers, it withdraws. Of two that start at once, the later to knock finds the other listening,
 * so that never both go on; and a dead socket's name never comes to life again, so that clearing it away is safe. The
 * system closes the sockets of a process however it dies.
 *
 * Sockets do not reach over a network file system, so a file with the holder's host name stands beside them, freshened
 * while the holder lives.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cannotWrite, StoreError } from '../storeError.ts';
import { isMissing } from './fileSystem.ts';

const isSocketName = (name: string) => /^lock\.[0-9a-f]+\.sock$/.test(name);
const HOST = 'lock.host';
/** The system's limit is 108 bytes on Linux and 104 on macOS, one of them for the end mark. */
const LONGEST_SOCKET_PATH = 100;
const FRESHEN_EVERY_MS = 15_000;
/** A holder on another machine that was silent for so long is taken for dead. */
const SILENT_FOR_MS = 60_000;
/** Two that start at once may both withdraw; after a random wait one is first. */
const TRIES = 4;

const heldHere = 'Another process has the data folder open. Stop it first; only one may write.';
/** Also after a container that was killed came back under another name. */
const heldElsewhere =
  'A process on another machine has the data folder open, or had a moment ago; only one may write. ' +
  'Stop it first. If it is dead already, try again in a minute.';

export interface Lock {
  release(): Promise<void>;
}

/** Takes the folder, which must be there; rejects with `locked` when another process has it. */
export async function takeLock(folder: string): Promise<Lock> {
  // Absolute, so that the lock still holds for a process that changes its own folder.
  const dir = resolve(folder);
  const way = await wayTo(dir);
  let server: Server | null = null;
  try {
    server = await listenAlone(dir, way.path);
    const freshening = await signHost(dir);
    return { release: () => release(dir, way, server, freshening) };
  } catch (error) {
    await release(null, way, server, undefined);
    throw cannotWrite('the lock', error);
  }
}

async function release(dir: string | null, way: Way, server: Server | null, freshening: NodeJS.Timeout | undefined) {
  clearInterval(freshening);
  if (dir !== null) await unlink(join(dir, HOST)).catch(() => undefined);
  await closed(server);
  await way.forget();
}

async function listenAlone(dir: string, path: string): Promise<Server> {
  let isElsewhere = false;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const name = `lock.${randomBytes(6).toString('hex')}.sock`;
    const server = await listen(process.platform === 'win32' ? path : join(path, name));
    const isTaken = server === null || (await anotherAnswers(dir, path, name));
    if (!isTaken && !(await isHeldElsewhere(dir))) return server;
    isElsewhere = !isTaken;
    await closed(server);
    await new Promise((done) => setTimeout(done, 10 + Math.random() * 50));
  }
  throw new StoreError('locked', isElsewhere ? heldElsewhere : heldHere);
}

/** Null when the name is taken, which happens to named pipes only. */
function listen(address: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((knock) => knock.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(null) : fail(error)));
    server.listen(address, () => done(server.unref()));
  });
}

/** Closing takes the socket's file away too. */
function closed(server: Server | null): Promise<unknown> {
  return new Promise((done) => (server === null ? done(null) : server.close(done)));
}

async function anotherAnswers(dir: string, path: string, own: string): Promise<boolean> {
  const others = (await readdir(dir)).filter((name) => isSocketName(name) && name !== own);
  const answers = await Promise.all(others.map((name) => isAnswered(join(path, name))));
  const dead = others.filter((_name, place) => !answers[place]);
  await Promise.all(dead.map((name) => unlink(join(dir, name)).catch(() => undefined)));
  return answers.includes(true);
}

/** Only a refusal proves that nobody is there; a busy or stopped process gives other errors. */
function isAnswered(address: string): Promise<boolean> {
  return new Promise((done) => {
    const knock = connect(address, () => {
      knock.destroy();
      done(true);
    });
    knock.once('error', (error: NodeJS.ErrnoException) => done(!['ECONNREFUSED', 'ENOENT'].includes(error.code ?? '')));
  });
}

async function isHeldElsewhere(dir: string): Promise<boolean> {
  const path = join(dir, HOST);
  try {
    const isOurs = (await readFile(path, 'utf8')) === hostname();
    return !isOurs && Date.now() - (await stat(path)).mtimeMs < SILENT_FOR_MS;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function signHost(dir: string): Promise<NodeJS.Timeout> {
  const path = join(dir, HOST);
  await writeFile(path, hostname(), { mode: 0o600 });
  const freshen = () => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  };
  return setInterval(freshen, FRESHEN_EVERY_MS).unref();
}

interface Way {
  readonly path: string;
  forget(): Promise<void>;
}

/**
 * The path by which sockets in the folder are reached. Where it is too long for a socket, a short symbolic link in a
 * private temporary folder leads there, so that the sockets themselves always stand in the data folder. Windows has
 * named pipes instead, which die with their process as well.
 */
async function wayTo(dir: string): Promise<Way> {
  const nothing = async () => undefined;
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(dir).digest('hex').slice(0, 32);
    return { path: `\\\\.\\pipe\\sharing-guide-${name}`, forget: nothing };
  }
  if (Buffer.byteLength(join(dir, 'lock.0123456789ab.sock')) <= LONGEST_SOCKET_PATH)
    return { path: dir, forget: nothing };
  const shortcut = await mkdtemp(join(tmpdir(), 'sg-'));
  await symlink(dir, join(shortcut, 'd'));
  return { path: join(shortcut, 'd'), forget: () => rm(shortcut, { recursive: true, force: true }) };
}
