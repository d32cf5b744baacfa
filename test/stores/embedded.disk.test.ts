import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stores } from '../../bot/stores/ports.ts';
import { type Call, failingFileSystem, watchedFileSystem } from '../make/fileSystem.ts';
import { aCommit, aPerson, aSubmission } from '../make/record.ts';
import { aStore, type StorePlace } from '../make/store.ts';

let place: StorePlace;
let stores: Stores;
const disk = failingFileSystem();
/** Refuses every such call from now on. */
const refuse = (...calls: [Call['op'], string][]) => {
  disk.refuse = ({ op, name }) => (calls.some((call) => call[0] === op && call[1] === name) ? 'ENOSPC' : null);
};
const heal = () => {
  disk.refuse = () => null;
};
async function reopen() {
  await stores.close();
  stores = await place.open(disk.fs);
}

beforeEach(async () => {
  heal();
  place = await aStore();
  stores = await place.open(disk.fs);
});
afterEach(async () => {
  heal();
  await stores.close();
  await place.clear();
});

describe('a ledger on a disk that refuses', () => {
  const failures: [string, [Call['op'], string][]][] = [
    ['a write', [['write', 'ledger']]],
    ['an fsync', [['sync', 'ledger']]],
    ['an fsync and the clearing up', [['sync', 'ledger'], ['truncate', 'ledger']]], // biome-ignore format: one a line
    ['the write of the case key', [['write', 'keys']]],
  ];
  it.each(failures)('says so on %s, and nothing of that commit is ever found', async (_what, calls) => {
    const before = aCommit();
    await stores.records.commit(before);
    const size = (await stat(join(place.dir, 'ledger'))).size;

    refuse(...calls);
    // Longer than what is written next, so that its end would stick out.
    const rationale = 'Made-up reason. '.repeat(500);
    const refused = aCommit({ submission: aSubmission({ decision: { outcome: 'share', rationale } }) });
    await expect(stores.records.commit(refused)).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await stores.records.heading(refused.case)).toBeNull();
    expect(await stores.outbox.pending()).toHaveLength(1);

    heal();
    expect(await stores.records.commit(aCommit())).toMatchObject({ kind: 'committed', sequence: 2 });
    await reopen();
    expect(await stores.records.verify()).toMatchObject({ kind: 'whole', sequence: 2, torn: [] });
    expect(await stores.records.commit(refused)).toMatchObject({ kind: 'committed', sequence: 3 });
    await reopen();
    expect(await stores.records.verify()).toMatchObject({ kind: 'whole', sequence: 3 });
    expect(await stores.records.count()).toBe(3);
    expect((await place.bytes('ledger')).subarray(0, size).includes(refused.case)).toBe(false);
  });

  it('is cleared up at once, so that a process that dies then leaves nothing of it', async () => {
    refuse(['sync', 'ledger']);
    await expect(stores.records.commit(aCommit())).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await place.bytes('ledger')).toHaveLength(0);
  });

  it('fails every commit of the failed batch, also those that lost to one in it', async () => {
    refuse(['sync', 'ledger']);
    const commit = aCommit();
    const outcomes = await Promise.allSettled([stores.records.commit(commit), stores.records.commit(commit)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('names no path and quotes no content', async () => {
    refuse(['write', 'ledger']);
    const error = await stores.records.commit(aCommit()).catch((caught) => caught);
    expect(error.message).toBe('The disk refused to write the ledger (ENOSPC).');
  });
});

describe('a document on a disk that refuses', () => {
  it.each(['open', 'write', 'sync', 'rename'] as const)('keeps the former text when %s fails', async (op) => {
    const person = aPerson();
    await stores.people.save(person);
    disk.refuse = (call) => (call.op === op && call.path.includes('people') ? 'ENOSPC' : null);
    const change = stores.people.change(person.id, (found) => ({ ...found, area: 'kent' }));
    await expect(change).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await stores.people.byId(person.id)).toEqual(person);
    heal();
    await stores.people.change(person.id, (found) => ({ ...found, roles: ['editor'] }));
    expect(await stores.people.byId(person.id)).toEqual({ ...person, roles: ['editor'] });
    await reopen();
    expect(await stores.people.byId(person.id)).toEqual({ ...person, roles: ['editor'] });
  });

  it('puts the former text back when the failure comes after the rename', async () => {
    const person = aPerson();
    await stores.people.save(person);
    let failures = 0;
    disk.refuse = ({ op, name }) => (op === 'syncFolder' && name === 'people' && failures++ === 0 ? 'EIO' : null);
    const change = stores.people.change(person.id, (found) => ({ ...found, area: 'kent' }));
    await expect(change).rejects.toMatchObject({ code: 'cannot-write' });
    await reopen();
    expect(await stores.people.byId(person.id)).toEqual(person);
  });

  it('is not there after all when its first write fails after the rename', async () => {
    let failures = 0;
    disk.refuse = ({ op, name }) => (op === 'syncFolder' && name === 'people' && failures++ === 0 ? 'EIO' : null);
    const person = aPerson();
    await expect(stores.people.save(person)).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await stores.people.byId(person.id)).toBeNull();
    await reopen();
    expect(await stores.people.byId(person.id)).toBeNull();
    await stores.people.save(person);
    expect(await stores.people.byId(person.id)).toEqual(person);
  });

  it('tells each of many writers what became of their own write', async () => {
    const person = aPerson();
    await stores.people.save(person);
    let writes = 0;
    disk.refuse = ({ op }) => (op === 'rename' && ++writes === 2 ? 'ENOSPC' : null);
    const areas = ['kent', 'london', 'elsewhere'] as const;
    const outcomes = await Promise.allSettled(
      areas.map((area) => stores.people.change(person.id, (found) => ({ ...found, area }))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await stores.people.byId(person.id))?.area).toBe('elsewhere');
  });

  it('leaves a newcomer’s directory id free when their first write fails', async () => {
    disk.refuse = (call) => (call.op === 'write' && call.path.includes('people') ? 'ENOSPC' : null);
    const meet = () => stores.people.meet(aPerson({ directoryId: 'directory-1' }));
    await expect(meet()).rejects.toMatchObject({ code: 'cannot-write' });
    heal();
    expect(await stores.people.byDirectory('directory-1')).toBeNull();
    expect((await meet()).directoryId).toBe('directory-1');
  });
});

describe('an outbox on a disk that refuses', () => {
  it('still owes what it could not settle and does not owe what it could not add', async () => {
    await stores.records.commit(aCommit());
    const owed = await stores.outbox.pending();
    refuse(['write', 'outbox']);
    await expect(stores.outbox.settle(owed[0]?.id ?? '', 'sent')).rejects.toMatchObject({ code: 'cannot-write' });
    await expect(stores.outbox.add([{ to: 'x', kind: 'changed', about: 'y' }])).rejects.toMatchObject({
      code: 'cannot-write',
    });
    heal();
    expect(await stores.outbox.pending()).toEqual(owed);
    await reopen();
    expect(await stores.outbox.pending()).toEqual(owed);
  });
});

describe('forcing to the disk', () => {
  it('is shared: 200 parallel commits of new cases take a handful of fsyncs', async () => {
    await stores.close();
    const calls: Call[] = [];
    stores = await place.open(watchedFileSystem((call) => calls.push(call)));
    calls.length = 0;
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => stores.records.commit(aCommit())));
    expect(outcomes.every(({ kind }) => kind === 'committed')).toBe(true);
    expect(calls.filter(({ op }) => op === 'sync').length).toBeLessThan(4);
  });

  it('comes before the answer, and for the key before the line that needs it', async () => {
    await stores.close();
    const calls: string[] = [];
    stores = await place.open(watchedFileSystem(({ op, name }) => calls.push(`${op} ${name}`)));
    calls.length = 0;
    await stores.records.commit(aCommit());
    expect(calls).toEqual(['write keys', 'sync keys', 'write ledger', 'sync ledger']);
  });

  it('goes temporary file, fsync, rename, folder for a document', async () => {
    await stores.close();
    const calls: string[] = [];
    stores = await place.open(
      watchedFileSystem(({ op, name }) => calls.push(`${op} ${name.startsWith('.part-') ? 'part' : name}`)),
    );
    calls.length = 0;
    await stores.settings.save(await stores.settings.read());
    const steps = ['open part', 'write part', 'sync part', 'rename settings.json', 'syncFolder settings'];
    expect(calls).toEqual(steps);
  });
});

describe('counts on a disk that refuses', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('keep nobody waiting, and are written when the disk takes them again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const [november, december] = [new Date('2026-11-22T10:00:00Z'), new Date('2026-12-01T10:00:00Z')] as const;
    let refused = 0;
    disk.refuse = ({ op, name }) => {
      if (op !== 'rename' || name !== '2026-11.json') return null;
      refused += 1;
      return 'ENOSPC';
    };
    stores.counts.add('mas', 'right', november);
    vi.runAllTimers();
    while (refused === 0) await new Promise((go) => setImmediate(go));
    // It clears its half-written file away before it gives up.
    for (const since = Date.now(); Date.now() - since < 200; ) await new Promise((go) => setImmediate(go));
    heal();
    stores.counts.add('mas', 'right', december);
    await reopen();
    expect((await stores.counts.read()).map(({ month, count }) => [month, count])).toEqual([
      ['2026-11', 1],
      ['2026-12', 1],
    ]);
  });
});
