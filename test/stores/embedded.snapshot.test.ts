import { createHmac } from 'node:crypto';
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../bot/stores/embedded/fileSystem.ts';
import type { Commit, Stores, Verified } from '../../bot/stores/ports.ts';
import { failingFileSystem } from '../make/fileSystem.ts';
import { aCommit, aDecision } from '../make/record.ts';
import { aPlace, type StorePlace } from '../make/store.ts';

let place: StorePlace;
let proven: Verified[];
const file = (name: string) => join(place.dir, name);

/** Opens with a snapshot from the first line on, and counts the bytes of the ledger that the opening read. */
async function open(fs: FileSystem = nodeFileSystem): Promise<{ stores: Stores; read: number }> {
  let read = 0;
  const counting: FileSystem = {
    ...fs,
    async open(path, flags, mode) {
      const under = await fs.open(path, flags, mode);
      if (!path.endsWith('ledger')) return under;
      return {
        ...bound(under),
        async read(...args) {
          const got = await under.read(...args);
          read += got.bytesRead;
          return got;
        },
      };
    },
  };
  proven = [];
  const stores = await place.open(counting, {
    snapshots: { from: 1, every: 1_000 },
    onProven: (verdict) => proven.push(verdict),
  });
  return { stores, read };
}

function bound(under: Awaited<ReturnType<FileSystem['open']>>) {
  return {
    read: under.read.bind(under),
    write: under.write.bind(under),
    sync: () => under.sync(),
    truncate: (length: number) => under.truncate(length),
    stat: () => under.stat(),
    close: () => under.close(),
  };
}

async function untilProven(): Promise<Verified | undefined> {
  for (let tries = 0; tries < 200 && proven.length === 0; tries++) await new Promise((go) => setTimeout(go, 10));
  return proven[0];
}

/** All that can be asked of the records, and who is owed what. */
async function shown({ records, outbox }: Stores) {
  const headings = await records.list({});
  return {
    headings,
    awaiting: await records.list({ review: 'awaiting' }),
    whole: await Promise.all(headings.map(({ case: id }) => records.open(id))),
    byReference: await Promise.all(headings.map(({ reference }) => records.byReference(reference))),
    owed: await outbox.pending(),
    count: await records.count(),
  };
}

/** Eight records, half of them decided; one notice settled. */
async function fill(stores: Stores): Promise<Commit[]> {
  const commits = Array.from({ length: 8 }, () => aCommit());
  for (const commit of commits) await stores.records.commit(commit);
  for (const commit of commits.slice(0, 4)) {
    const heading = await stores.records.heading(commit.case);
    if (heading !== null) await stores.records.commit(aDecision(heading));
  }
  const [owed] = await stores.outbox.pending();
  await stores.outbox.settle(owed?.id ?? '', 'sent');
  return commits;
}

let before: Awaited<ReturnType<typeof shown>>;

beforeEach(async () => {
  place = await aPlace();
  const { stores } = await open();
  await fill(stores);
  before = await shown(stores);
  await stores.close();
});
afterEach(() => place.clear());

const ledgerSize = async () => (await place.bytes('ledger')).length;

describe('a start from a snapshot', () => {
  it('shows all as a start from the ledger does, but reads one line, and proves the rest afterwards', async () => {
    const { stores, read } = await open();
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan((await ledgerSize()) / 8);
    expect(await shown(stores)).toEqual(before);
    expect(await untilProven()).toMatchObject({ kind: 'whole', sequence: 12 });
    await stores.close();
    await rm(file('snapshot'));
    const { stores: slow, read: all } = await open();
    expect(all).toBeGreaterThanOrEqual(await ledgerSize());
    expect(await shown(slow)).toEqual(before);
    expect(proven).toEqual([]);
    await slow.close();
  });

  it('reads what was recorded since, also when the process was killed before it took another', async () => {
    await copyFile(file('snapshot'), file('older'));
    const { stores } = await open();
    const [first] = before.awaiting;
    if (first === undefined) throw new Error('nothing is awaiting');
    await stores.records.commit(aDecision(first));
    await stores.records.commit(aCommit());
    const since = await shown(stores);
    await stores.close();
    await copyFile(file('older'), file('snapshot'));
    const { stores: again, read } = await open();
    expect(read).toBeLessThan((await ledgerSize()) / 3);
    expect(await shown(again)).toEqual(since);
    expect(await again.records.commit(aCommit({ reference: first.reference }))).toEqual({ kind: 'reference-taken' });
    expect(await again.records.commit(aCommit())).toMatchObject({ sequence: 15 });
    expect(await again.records.verify()).toMatchObject({ kind: 'whole', sequence: 15 });
    await again.close();
  });

  it('finds a break before the snapshot in the background; then nothing more is recorded, and the next start knows', async () => {
    const text = (await place.bytes('ledger')).toString().replace('"mas"', '"asb"');
    await writeFile(file('ledger'), text);
    const { stores } = await open();
    expect(await untilProven()).toMatchObject({
      kind: 'broken',
      sequence: 1,
      reason: expect.stringMatching(/^edited/),
    });
    await expect(stores.records.commit(aCommit())).rejects.toMatchObject({ code: 'broken-chain' });
    await stores.close();
    expect(await readdir(place.dir)).not.toContain('snapshot');
    const { stores: next } = await open();
    await expect(next.records.commit(aCommit())).rejects.toMatchObject({ code: 'broken-chain' });
    await next.close();
    expect((await place.bytes('ledger')).toString()).toBe(text);
  });

  it('finds a break after the snapshot before the doors open', async () => {
    await copyFile(file('snapshot'), file('older'));
    const { stores } = await open();
    await stores.records.commit(aCommit({ agreement: 'asb' }));
    await stores.close();
    await copyFile(file('older'), file('snapshot'));
    await writeFile(file('ledger'), (await place.bytes('ledger')).toString().replace('"asb"', '"mas"'));
    const { stores: again } = await open();
    await expect(again.records.commit(aCommit())).rejects.toMatchObject({
      code: 'broken-chain',
      message: expect.stringContaining('event 13'),
    });
    await again.close();
  });

  it('closes while the proof is under way', async () => {
    const { stores } = await open();
    await stores.close();
    expect(proven).toEqual([]);
  });
});

describe('a snapshot is thrown away and the ledger read', () => {
  const header = (text: string) => JSON.parse(text.slice(0, text.indexOf('\n')));
  const withHeader = (text: string, part: object) =>
    `${JSON.stringify({ ...header(text), ...part })}${text.slice(text.indexOf('\n'))}`;
  const damages: [string, (text: string) => string][] = [
    ['it was edited', (text) => text.replace('"mas"', '"asb"')],
    [
      'a record was taken out and the digest made anew without the key',
      (text) => redigested(text.replace('"mas"', '"asb"')),
    ],
    ['it was cut', (text) => text.slice(0, -40)],
    ['it is empty', () => ''],
    ['it is no text', () => '\u0000\u0001'],
    ['it is of an older format', (text) => withHeader(text, { version: 1 })],
    ['it is of another store', (text) => withHeader(text, { store: 'another' })],
  ];
  it.each(damages)('when %s', async (_what, damage) => {
    const text = await readFile(file('snapshot'), 'utf8');
    expect(damage(text)).not.toBe(text);
    await writeFile(file('snapshot'), damage(text));
    const { stores, read } = await open();
    expect(read).toBeGreaterThanOrEqual(await ledgerSize());
    expect(await shown(stores)).toEqual(before);
    expect(await stores.records.commit(aCommit())).toMatchObject({ sequence: 13 });
    await stores.close();
    const { stores: next, read: little } = await open();
    expect(little).toBeLessThan((await ledgerSize()) / 8);
    await next.close();
  });

  it('when the outbox needs lines before it', async () => {
    await writeFile(file('outbox'), '');
    const { stores, read } = await open();
    expect(read).toBeGreaterThanOrEqual(await ledgerSize());
    expect((await stores.outbox.pending()).length).toBe(before.owed.length + 1);
    await stores.close();
  });

  function redigested(text: string): string {
    const body = text.slice(0, text.trimEnd().lastIndexOf('\n') + 1);
    return `${body}${createHmac('sha256', '').update(body).digest('hex')}\n`;
  }
});

describe('taking a snapshot', () => {
  it('costs no more than a slower start when the disk refuses it', async () => {
    const disk = failingFileSystem();
    const { stores } = await open(disk.fs);
    disk.refuse = ({ name }) => (name.startsWith('snapshot') ? 'ENOSPC' : null);
    await stores.records.commit(aCommit());
    await stores.close();
    const { stores: again } = await open();
    expect(await again.records.count()).toBe(9);
    expect(await again.records.commit(aCommit())).toMatchObject({ sequence: 14 });
    await again.close();
  });

  it('is not done again when nothing was recorded', async () => {
    const taken = await place.bytes('snapshot');
    const { stores } = await open();
    await stores.close();
    expect(await place.bytes('snapshot')).toEqual(taken);
  });

  it('holds nothing that was typed', async () => {
    expect((await place.bytes('snapshot')).toString()).not.toMatch(/Made-up|Example is|fictional reason/);
  });
});
