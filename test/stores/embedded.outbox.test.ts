import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerLine } from '../../bot/records/ledger.ts';
import { type FileSystem, nodeFileSystem } from '../../bot/stores/embedded/fileSystem.ts';
import { type Outbox, openOutbox } from '../../bot/stores/embedded/outboxStore.ts';
import { cuttingFileSystem, failingFileSystem } from '../make/fileSystem.ts';
import { aNotice } from '../make/record.ts';

let dir: string;
let number = 0;
/** What the ledger holds. */
let ledger: LedgerLine[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'outbox-'));
  await empty();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function empty() {
  for (const name of ['outbox', 'posts']) await writeFile(join(dir, name), '');
  await rm(join(dir, 'outbox.new'), { force: true });
  await rm(join(dir, 'posts.new'), { force: true });
  ledger = [];
  number = 0;
}

/** Opens the outbox as the store does. */
async function open(fs: FileSystem = nodeFileSystem, head = ledger.length): Promise<Outbox> {
  const room = { fs, dir, newId: () => `id-${++number}`, now: () => new Date('2026-11-22T10:00:00Z') };
  const outbox = await openOutbox(room);
  for (const line of ledger.slice(0, head)) outbox.learn(line);
  await outbox.ready(head);
  return outbox;
}

/** A commit with one notice, as far as the outbox reads it. */
function commit(outbox: Outbox | null, about: string, to = 'alice') {
  const notices = [{ to, kind: 'outcome', about }];
  const entry = { case: about, time: '2026-11-22T10:00:00.000Z', notices };
  const line = { sequence: ledger.length + 1, entry } as unknown as LedgerLine;
  ledger.push(line);
  outbox?.learn(line);
}

const abouts = async (outbox: Outbox) => (await outbox.pending()).map(({ about }) => about);
const bytes = async (name = 'outbox') => (await stat(join(dir, name))).size;
const linesOf = async (name = 'outbox') => (await readFile(join(dir, name), 'utf8')).split('\n').filter(Boolean);
const add = (outbox: Outbox, ...all: string[]) => outbox.add(all.map((about) => aNotice({ to: 'alice', about })));
const idOf = async (outbox: Outbox, about: string) =>
  (await outbox.pending()).find((one) => one.about === about)?.id ?? '';
const settle = async (outbox: Outbox, about: string, how: 'sent' | 'not-delivered' = 'sent') =>
  outbox.settle(await idOf(outbox, about), how, how === 'sent' ? undefined : '404');

describe('the outbox’s file', () => {
  it('is written anew by itself, so that after many settled notices it is small and says the same', async () => {
    const outbox = await open();
    commit(outbox, 'owed');
    await add(outbox, 'also owed', 'lost');
    await settle(outbox, 'lost', 'not-delivered');
    for (let times = 0; times < 20; times++) {
      const names = Array.from({ length: 500 }, (_, at) => `n${times}-${at}`);
      for (const name of names) commit(outbox, name, 'bob');
      const ids = (await outbox.pending()).filter(({ to }) => to === 'bob').map(({ id }) => id);
      await Promise.all(ids.map((id) => outbox.settle(id, 'sent')));
    }
    await outbox.close();
    expect((await linesOf()).length).toBeLessThan(4_700);
    const again = await open();
    expect(again.upTo).toBeGreaterThan(4_000);
    expect(await abouts(again)).toEqual(['owed', 'also owed']);
    expect((await again.notDelivered()).map(({ about }) => about)).toEqual(['lost']);
    await again.close();
  });

  it('needs of the ledger only what came after it was written anew', async () => {
    const outbox = await open();
    for (const about of ['one', 'two', 'three']) commit(outbox, about);
    await settle(outbox, 'two');
    await outbox.compact();
    expect(outbox.upTo).toBe(3);
    commit(outbox, 'four');
    await outbox.close();
    const tail = ledger.slice(3);
    const room = { fs: nodeFileSystem, dir, newId: () => '', now: () => new Date() };
    const again = await openOutbox(room);
    for (const line of tail) again.learn(line);
    await again.ready(4);
    expect(await abouts(again)).toEqual(['one', 'three', 'four']);
    await again.close();
  });

  it('keeps the order of commits and other notices when it is written anew and when it is read', async () => {
    const outbox = await open();
    commit(outbox, '1');
    await add(outbox, '2', '3');
    commit(outbox, '4');
    await settle(outbox, '2', 'not-delivered');
    await outbox.compact();
    commit(outbox, '5');
    await add(outbox, '6');
    const [lost] = await outbox.notDelivered();
    await outbox.again(lost?.id ?? '');
    commit(outbox, '7');
    const order = ['1', '3', '4', '5', '6', '2', '7'];
    expect(await abouts(outbox)).toEqual(order);
    await outbox.close();
    for (const compacts of [true, false]) {
      const again = await open();
      expect(await abouts(again)).toEqual(order);
      if (compacts) await again.compact();
      await again.close();
    }
  });

  it('loses nothing that is added or committed while it is written anew', async () => {
    const outbox = await open();
    await add(outbox, ...Array.from({ length: 2_000 }, (_, at) => `before ${at}`));
    const writing = outbox.compact();
    const adding = add(outbox, 'added');
    commit(outbox, 'committed');
    await Promise.all([writing, adding]);
    await outbox.close();
    const again = await open();
    expect(await abouts(again)).toHaveLength(2_002);
    expect(await abouts(again)).toEqual(expect.arrayContaining(['added', 'committed']));
    await again.close();
  });

  it('does not take a commit for one of the same number that is no more', async () => {
    const outbox = await open();
    for (const about of ['one', 'two', 'three']) commit(outbox, about);
    for (const about of ['two', 'three']) await settle(outbox, about);
    await outbox.close();
    // The ledger was shortened to its first line, and goes on.
    ledger.length = 1;
    const shortened = await open();
    commit(shortened, 'another two');
    await shortened.close();
    const again = await open();
    expect(await abouts(again)).toEqual(['one', 'another two']);
    // And once more, after the file was written anew.
    commit(again, 'another three');
    await again.compact();
    await again.close();
    ledger.length = 2;
    await (await open()).close();
    commit(null, 'yet another three');
    const last = await open();
    expect(await abouts(last)).toEqual(['one', 'another two', 'yet another three']);
    await last.close();
  });

  it('of an earlier version is read', async () => {
    const old = { id: 'old', to: 'alice', kind: 'changed', about: 'x' };
    const settled = { settled: '1.0', outcome: 'not-delivered' };
    await writeFile(join(dir, 'outbox'), [settled, { added: old }].map((line) => `${JSON.stringify(line)}\n`).join(''));
    commit(null, 'settled');
    const outbox = await open();
    expect(await outbox.pending()).toMatchObject([old]);
    await outbox.close();
  });

  it('holds ids, kinds and instants, and no words', async () => {
    const outbox = await open();
    commit(outbox, 'case-1');
    await settle(outbox, 'case-1', 'not-delivered');
    await outbox.compact();
    await outbox.close();
    expect((await linesOf()).map((line) => JSON.parse(line))).toEqual([
      { upTo: 1 },
      {
        givenUp: {
          id: '1.0',
          to: 'alice',
          kind: 'outcome',
          about: 'case-1',
          at: '2026-11-22T10:00:00.000Z',
          since: '2026-11-22T10:00:00.000Z',
          why: '404',
        },
      },
    ]);
  });
});

it('whatever happens to notices in whatever order, a restart finds the same owed and the same given up, in order', async () => {
  const step = fc.record({
    what: fc.constantFrom('commit', 'add', 'settle', 'give up', 'again', 'compact', 'restart'),
    which: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      await empty();
      let outbox = await open();
      let owed: string[] = [];
      let given: string[] = [];
      const agrees = async () => {
        expect(await abouts(outbox)).toEqual(owed);
        expect((await outbox.notDelivered()).map(({ about }) => about)).toEqual(given);
        expect((await outbox.next('alice'))?.about).toBe(owed[0]);
      };
      for (const [at, { what, which }] of [...steps, { what: 'restart', which: 0 }].entries()) {
        const about = `about ${at}`;
        const one = owed[which % owed.length] ?? '';
        const lost = (await outbox.notDelivered())[which % given.length];
        if (what === 'commit') commit(outbox, about);
        if (what === 'add') await add(outbox, about);
        if (what === 'commit' || what === 'add') owed.push(about);
        if (what === 'settle' || what === 'give up') {
          await settle(outbox, one, what === 'settle' ? 'sent' : 'not-delivered');
          if (what === 'give up' && one) given.push(one);
          owed = owed.filter((other) => other !== one);
        }
        if (what === 'again' && lost) {
          await outbox.again(lost.id);
          given = given.filter((other) => other !== lost.about);
          owed.push(lost.about);
        }
        if (what === 'compact') await outbox.compact();
        if (what === 'restart') {
          await outbox.close();
          outbox = await open();
        }
        await agrees();
      }
      await outbox.close();
    }),
    { numRuns: 60 },
  );
}, 30_000);

describe('the file of the cards that stand', () => {
  it('does not grow with presses on a card, and is written anew when it did with others', async () => {
    const outbox = await open();
    for (let times = 0; times < 100; times++) await outbox.posted({ case: 'c', person: 'alice', activityId: 'one' });
    expect(await linesOf('posts')).toHaveLength(1);
    const posts = Array.from({ length: 6_000 }, (_, at) => ({
      case: 'c',
      person: 'alice',
      activityId: `card ${at % 20}`,
    }));
    await Promise.all(posts.slice(0, 3_000).map((post) => outbox.posted(post)));
    await Promise.all(posts.slice(3_000).map((post) => outbox.posted(post)));
    expect(await bytes('posts')).toBeLessThan(1_000);
    const standing = new Set(['one', ...posts.map(({ activityId }) => activityId)]);
    expect(new Set((await outbox.posts('c')).map(({ activityId }) => activityId))).toEqual(standing);
    await outbox.close();
    const again = await open();
    expect(new Set((await again.posts('c')).map(({ activityId }) => activityId))).toEqual(standing);
    await again.close();
  });
});

describe('a disk that refuses while the file is written anew', () => {
  const disk = failingFileSystem();
  const refusals = [
    ['open', 'outbox.new'],
    ['write', 'outbox.new'],
    ['sync', 'outbox.new'],
    ['rename', 'outbox'],
    ['syncFolder', 'the folder'],
    ['open', 'outbox'],
  ] as const;
  it.each(refusals)('at %s of %s: nothing is lost, and it goes on when the disk does', async (op, name) => {
    disk.refuse = () => null;
    const outbox = await open(disk.fs);
    commit(outbox, 'one');
    await add(outbox, 'two', 'three');
    await settle(outbox, 'two');
    disk.refuse = (call) => (call.op === op && (call.name === name || op === 'syncFolder') ? 'ENOSPC' : null);
    await expect(outbox.compact()).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await abouts(outbox)).toEqual(['one', 'three']);
    // The old file may be gone from its name: until the new one is sure to stand there, nothing is acknowledged.
    const isReplaced = op === 'syncFolder' || name === 'outbox';
    const adding = add(outbox, 'four').then(
      () => true,
      () => false,
    );
    if (isReplaced && op !== 'rename') expect(await adding).toBe(false);
    const isAdded = await adding;
    disk.refuse = () => null;
    if (!isAdded) await add(outbox, 'four');
    await settle(outbox, 'three');
    await outbox.close();
    const again = await open();
    expect(await abouts(again)).toEqual(['one', 'four']);
    await again.close();
  });
});

describe.each(['the process is killed', 'the power goes'] as const)('when %s at any instant', (how) => {
  it('nothing owed is lost, nothing settled comes back, and the cards are known', async () => {
    let cutAt = 1;
    for (let isWhole = false; !isWhole; cutAt++) {
      await empty();
      const disk = cuttingFileSystem(cutAt);
      const asked: string[] = [];
      /** What the outbox said was done. */
      const done: string[] = [];
      const live = async () => {
        const outbox = await open(disk.fs);
        const step = async (name: string, work: () => Promise<unknown>) => {
          asked.push(name);
          await work();
          done.push(name);
        };
        try {
          commit(outbox, 'committed');
          await step('add', () => add(outbox, 'a', 'b', 'c'));
          await step('settle a', () => settle(outbox, 'a'));
          await step('post', () => outbox.posted({ case: 'x', person: 'alice', activityId: 'card' }));
          await outbox.compact();
          await step('give up b', () => settle(outbox, 'b', 'not-delivered'));
          commit(outbox, 'later');
          await step('settle committed', () => settle(outbox, 'committed'));
          await Promise.all([outbox.compact(), step('add d', () => add(outbox, 'd'))]);
          const [lost] = await outbox.notDelivered();
          await step('again b', () => outbox.again(lost?.id ?? ''));
          await outbox.compact();
          await step('settle c', () => settle(outbox, 'c'));
        } finally {
          await outbox.close().catch(() => undefined);
        }
      };
      await live().catch(() => undefined);
      isWhole = !disk.isCut();
      if (how === 'the power goes') disk.lose();

      const after = await open();
      const owed = await abouts(after);
      const given = (await after.notDelivered()).map(({ about }) => about);
      const where = `cut at change ${cutAt}, after ${done.at(-1)}`;
      /** Owed or on the list from the one step on until the other. */
      const isHeld = (about: string, from: boolean, until: string) => {
        if (from && !asked.includes(until)) expect([...owed, ...given], where).toContain(about);
        if (done.includes(until)) expect([...owed, ...given], where).not.toContain(about);
      };
      isHeld('committed', ledger.length > 0, 'settle committed');
      isHeld('later', ledger.length > 1, 'never');
      isHeld('a', done.includes('add'), 'settle a');
      isHeld('b', done.includes('add'), 'never');
      isHeld('c', done.includes('add'), 'settle c');
      isHeld('d', done.includes('add d'), 'never');
      if (done.includes('give up b') && !asked.includes('again b')) expect(given, where).toEqual(['b']);
      if (done.includes('again b')) expect(owed, where).toContain('b');
      if (done.includes('post')) expect(await after.posts('x'), where).toHaveLength(1);
      expect(new Set([...owed, ...given]).size, where).toBe(owed.length + given.length);
      await add(after, 'goes on');
      expect(await abouts(after), where).toContain('goes on');
      await after.close();
    }
    expect(cutAt).toBeGreaterThan(25);
  }, 60_000);
});
