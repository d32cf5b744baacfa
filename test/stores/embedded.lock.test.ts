import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../bot/stores/embedded/lock.ts';
import { aStore, type StorePlace } from '../make/store.ts';

const script = fileURLToPath(new URL('../make/holdStore.ts', import.meta.url));
const children: ChildProcess[] = [];
let place: StorePlace;

/** Starts a process that opens the store; resolves with what it says first. */
async function another(): Promise<{ child: ChildProcess; says: string }> {
  const args = ['--import', 'tsx', script, place.dir, place.recordKey.toString('base64')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [says] = await once(child.stdout as NodeJS.ReadableStream, 'data');
  return { child, says: String(says).trim() };
}

const sockets = async () => (await readdir(place.dir)).filter((name) => name.endsWith('.sock'));

async function kill(child: ChildProcess) {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await kill(child);
  await place.clear();
});

describe('a folder', () => {
  it('is refused to a second process while the first lives, and taken over after it was killed', async () => {
    place = await aStore();
    const first = await another();
    expect(first.says).toBe('open');
    expect((await another()).says).toBe('locked');
    await expect(place.open()).rejects.toMatchObject({ code: 'locked', message: expect.not.stringContaining('/') });

    await kill(first.child);
    expect(await sockets()).toHaveLength(1);
    const stores = await place.open();
    expect(await stores.records.count()).toBe(1);
    expect((await another()).says).toBe('locked');
    await stores.close();
  });

  it('is given back on close, with nothing of the lock left', async () => {
    place = await aStore();
    await (await place.open()).close();
    expect((await readdir(place.dir)).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('is locked by its name and by a longer one, and a path too long for a socket is no matter', async () => {
    place = await aStore(join('x'.repeat(120), 'y'.repeat(120)));
    const stores = await place.open();
    expect(await sockets()).toHaveLength(1);
    await expect(takeLock(join(place.dir, '..', 'y'.repeat(120)))).rejects.toMatchObject({ code: 'locked' });
    await stores.close();
    expect((await readdir(place.dir)).filter((name) => name.startsWith('lock'))).toEqual([]);
    const first = await another();
    await kill(first.child);
    await (await place.open()).close();
  });

  it('is never taken over by two of many that find its holder dead at once', async () => {
    place = await aStore();
    await kill((await another()).child);
    let won = 0;
    for (let round = 0; round < 12; round++) {
      const locks = await Promise.allSettled(Array.from({ length: 3 }, () => takeLock(place.dir)));
      const taken = locks.flatMap((lock) => (lock.status === 'fulfilled' ? [lock.value] : []));
      expect(taken.length).toBeLessThan(2);
      won += taken.length;
      await taken[0]?.release();
    }
    expect(won).toBeGreaterThan(4);
    expect(await sockets()).toEqual([]);
  });

  it('that a process on another machine held a moment ago is refused, after a minute’s silence taken over', async () => {
    place = await aStore();
    await kill((await another()).child);
    const host = join(place.dir, 'lock.host');
    await writeFile(host, 'another-machine');
    const message = expect.stringMatching(/another machine.*in a minute/);
    await expect(place.open()).rejects.toMatchObject({ code: 'locked', message });
    const before = new Date(Date.now() - 61_000);
    await utimes(host, before, before);
    await (await place.open()).close();
  });
});
