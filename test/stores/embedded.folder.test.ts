import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explained, runRecords } from '../../bot/cli/recordsCommand.ts';
import { type FileSystem, nodeFileSystem } from '../../bot/stores/embedded/fileSystem.ts';
import type { Verified } from '../../bot/stores/ports.ts';
import { aCommit, aDraft, aPerson } from '../make/record.ts';
import { aStore, type StorePlace } from '../make/store.ts';

let place: StorePlace;
const at = (...names: string[]) => join(place.dir, ...names);

beforeEach(async () => {
  place = await aStore();
  const stores = await place.open();
  await stores.records.commit(aCommit());
  await stores.people.save(aPerson());
  await stores.drafts.save(aDraft(), 0);
  await stores.outbox.posted({ case: 'a-case', person: 'a-person', activityId: 'a-card' });
  await stores.outbox.add([{ to: 'a-person', kind: 'changed', about: 'a-case' }]);
  await stores.close();
});
afterEach(() => place.clear());

/** Puts a folder where a file was, or the other way round. */
async function turnRound(name: string, into: 'file' | 'folder') {
  await rm(at(name), { recursive: true, force: true });
  await (into === 'folder' ? mkdir(at(name), { recursive: true }) : writeFile(at(name), ''));
}

/** The command as it is typed: exit code and what it says. */
async function verify() {
  const said: string[] = [];
  const terminal = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const code = await runRecords(['verify'], { DATA_DIR: place.dir }, terminal).catch((error) =>
    explained(error, terminal),
  );
  return { code, said: said.join('\n') };
}

/** The disk, and how many files are open on it. */
function countingFileSystem() {
  const counted = { open: 0 };
  const fs: FileSystem = {
    ...nodeFileSystem,
    async open(path, flags, mode) {
      const file = await nodeFileSystem.open(path, flags, mode);
      counted.open += 1;
      return {
        read: (...args) => file.read(...args),
        write: (...args) => file.write(...args),
        sync: () => file.sync(),
        truncate: (length) => file.truncate(length),
        stat: () => file.stat(),
        close: async () => {
          counted.open -= 1;
          await file.close();
        },
      };
    },
  };
  return { fs, counted };
}

describe('what does not belong in a data folder', () => {
  const harmless: [string, () => Promise<unknown>][] = [
    ['a folder instead of the snapshot', () => turnRound('snapshot', 'folder')],
    ['a folder in `torn`', () => turnRound('torn/folder', 'folder')],
    [
      'a file in `torn` that nobody set aside',
      async () => {
        await mkdir(at('torn'), { recursive: true });
        await writeFile(at('torn', '.DS_Store'), 'x');
      },
    ],
  ];
  it.each(harmless)('keeps nobody out and is not spoken of in the ledger: %s', async (_what, put) => {
    await put();
    const stores = await place.open();
    expect(await stores.records.commit(aCommit())).toMatchObject({ kind: 'committed', sequence: 2 });
    expect(await stores.records.verify()).toMatchObject({ kind: 'whole', torn: [] });
    await stores.close();
    expect(await verify()).toMatchObject({ code: 0 });
  });

  const inTheWay: [string, () => Promise<unknown>][] = [
    ['a file for the people', () => turnRound('people', 'file')],
    ['a folder for somebody', () => turnRound('people/somebody.json', 'folder')],
    ['a folder for the store’s id', () => turnRound('store.json', 'folder')],
    ['a file for the data folder itself', () => turnRound('.', 'file')],
  ];
  it.each(inTheWay)(
    'stops the start in words, without a path, where the bot needs the place: %s',
    async (_what, put) => {
      await put();
      const message = expect.stringMatching(
        /^The data folder cannot be used as it is[^/]*DATA_DIR[^/]*from a backup\.$/,
      );
      await expect(place.open(undefined, { init: false })).rejects.toMatchObject({ name: 'StoreError', message });
      await expect(verify()).resolves.toMatchObject({ code: expect.any(Number) });
    },
  );
});

describe('a start that is refused', () => {
  it.each(['keys', 'outbox', 'posts', 'people'] as const)('leaves no file open: %s', async (name) => {
    const { fs, counted } = countingFileSystem();
    if (name === 'people') await turnRound('people', 'file');
    else await appendFile(at(name), 'not what was written\n');
    await expect(place.open(fs)).rejects.toMatchObject({ name: 'StoreError' });
    expect(counted.open).toBe(0);
  });
});

describe('a folder that lost its store id', () => {
  it.each(['keys', 'drafts', 'outbox', 'posts'])('and its ledger, but not `%s`, is not begun anew', async (left) => {
    for (const name of ['store.json', 'ledger', 'keys', 'drafts', 'outbox', 'posts']) {
      if (name !== left) await rm(at(name));
    }
    const message = expect.stringMatching(new RegExp(`the file ${left} of a store.*from a backup`));
    await expect(place.open()).rejects.toMatchObject({ code: 'damaged', message });
  });
});

describe('a ledger that is broken', () => {
  it('is said at the start, whether it is read whole or from a snapshot', async () => {
    for (const snapshots of [
      { from: 5_000, every: 10_000 },
      { from: 1, every: 10_000 },
    ]) {
      await appendFile(at('ledger'), 'hello\n');
      const said: Verified[] = [];
      const stores = await place.open(undefined, { snapshots, onProven: (verdict) => said.push(verdict) });
      await expect.poll(() => said).toMatchObject([{ kind: 'broken', sequence: 2 }]);
      await stores.close();
    }
  });
});
