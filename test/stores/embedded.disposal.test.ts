import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { againId } from '../../bot/records/submit.ts';
import { verifyEmbedded } from '../../bot/stores/embedded/index.ts';
import type { Stores } from '../../bot/stores/ports.ts';
import { agree, aRecordOnItsWay } from '../make/disposal.ts';
import { cuttingFileSystem } from '../make/fileSystem.ts';
import { aCommit, aDraft } from '../make/record.ts';
import { aPlace, type StorePlace } from '../make/store.ts';

let place: StorePlace;
let stores: Stores;
beforeEach(async () => {
  place = await aPlace();
  stores = await place.open();
});
afterEach(async () => {
  await stores.close().catch(() => undefined);
  await place.clear();
});

const keys = async () => (await place.bytes('keys')).toString();
const verdict = (withKey = false) => verifyEmbedded({ dir: place.dir, ...(withKey && { recordKey: place.recordKey }) });

describe('a record that was disposed of', () => {
  it('has no key, opens as what is left of it, and leaves the chain whole, with and without the record key', async () => {
    const other = aCommit();
    await stores.records.commit(other);
    const id = await aRecordOnItsWay(stores);
    expect(await stores.records.verify()).toMatchObject({ kind: 'whole', unfinished: [expect.stringMatching(/^SR-/)] });
    expect(await verdict()).toMatchObject({ kind: 'whole', unfinished: [expect.stringMatching(/^SR-/)] });
    expect(await stores.records.open(id)).toMatchObject({ submission: null, events: [] });
    expect((await stores.records.finishDisposals()).map((one) => one.case)).toEqual([id]);
    expect(await stores.records.finishDisposals()).toEqual([]);
    expect(await keys()).not.toContain(id);
    for (const withKey of [true, false])
      expect(await verdict(withKey)).toMatchObject({ kind: 'whole', sequence: 6, unfinished: [] });
    for (const start of ['as it is', 'after a restart']) {
      expect(await stores.records.open(id), start).toMatchObject({
        submission: null,
        disposedAt: '2033-03-03T09:00:00.000Z',
      });
      expect((await stores.records.open(other.case))?.events, start).toHaveLength(1);
      expect(await stores.records.verify(), start).toMatchObject({ kind: 'whole', unfinished: [] });
      await stores.close();
      stores = await place.open();
    }
  });

  it('takes no commit any more, and no key is made for it', async () => {
    const id = await aRecordOnItsWay(stores);
    await stores.records.finishDisposals();
    const heading = await stores.records.heading(id);
    const late = { ...aCommit({ case: id }), expectRevision: heading?.revision ?? 0 };
    expect(await stores.records.commit(late)).toEqual({ kind: 'conflict' });
    expect(await stores.records.commit(aCommit({ case: id }))).toEqual({ kind: 'conflict' });
    expect(await stores.drafts.save(aDraft({ id }), 0)).toEqual({ kind: 'conflict' });
    expect(await keys()).not.toContain(id);
  });

  it('takes the drafts with it that would hand it in again, with their keys, and nobody else’s', async () => {
    const id = await aRecordOnItsWay(stores, 3);
    const mine = aDraft({ id: againId(id, 1), resubmits: id });
    const others = aDraft({ id: againId(id, 2), owner: 'somebody' });
    for (const draft of [mine, others]) await stores.drafts.save(draft, 0);
    const record = againId(id, 3);
    await stores.records.commit(aCommit({ case: record }));
    await agree(stores, id);
    await stores.records.finishDisposals();
    expect(await stores.drafts.open(mine.id)).toBeNull();
    expect(await stores.drafts.open(others.id)).toMatchObject({ owner: 'somebody' });
    expect(await keys()).not.toContain(mine.id);
    expect(await keys()).toContain(others.id);
    expect((await stores.records.open(record))?.events).toHaveLength(1);
  });

  it('owes the stub to each who has a card of it, once', async () => {
    const id = await aRecordOnItsWay(stores);
    for (const [person, activityId] of [
      ['one', 'a'],
      ['one', 'b'],
      ['two', 'c'],
    ] as const)
      await stores.outbox.posted({ case: id, person, activityId });
    await stores.records.finishDisposals();
    const owed = (await stores.outbox.pending()).filter(({ kind }) => kind === 'disposed');
    expect(owed.map(({ to, about }) => [to, about])).toEqual([
      ['one', id],
      ['two', id],
    ]);
  });

  it('is finished anew when its key comes back, e.g. from a backup', async () => {
    const id = await aRecordOnItsWay(stores);
    const before = await keys();
    await stores.records.finishDisposals();
    await stores.close();
    await writeFile(join(place.dir, 'keys'), before);
    stores = await place.open();
    expect(await stores.records.open(id)).toMatchObject({ submission: null });
    expect(await stores.records.finishDisposals()).toHaveLength(1);
    expect(await keys()).not.toContain(id);
  });
});

describe('the key of a record that was not disposed of', () => {
  it('is missed by its first event, also when its disposal was asked for', async () => {
    await stores.records.commit(aCommit());
    const id = await aRecordOnItsWay(stores, 3);
    await stores.close();
    const path = join(place.dir, 'keys');
    const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => !line.includes(id));
    await writeFile(path, lines.join('\n'));
    expect(await verdict()).toEqual({ kind: 'broken', sequence: 2, reason: 'sealed: the key of its case is gone' });
    stores = await place.open();
    await expect(stores.records.open(id)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe.each(['the process is killed', 'the power goes'] as const)('when %s during a disposal', (how) => {
  it('the record is there whole, or disposed of and finished at the next start; the chain always verifies', async () => {
    const seen = new Set<string>();
    let cutAt = 1;
    for (let isDone = false; !isDone; cutAt++) {
      await stores.close();
      await place.clear();
      place = await aPlace();
      stores = await place.open();
      const other = await aRecordOnItsWay(stores, 2);
      const id = await aRecordOnItsWay(stores, 3);
      const draft = aDraft({ id: againId(id, 1), resubmits: id });
      await stores.drafts.save(draft, 0);
      await stores.outbox.posted({ case: id, person: 'one', activityId: 'a' });
      await stores.close();

      const disk = cuttingFileSystem(cutAt);
      const cut = await place.open(disk.fs).catch(() => null);
      let isAgreed = false;
      if (cut !== null) {
        isAgreed = await agree(cut, id).then(
          () => true,
          () => false,
        );
        await cut.records.finishDisposals().catch((error) => expect(error).toMatchObject({ code: 'cannot-write' }));
        await cut.close().catch(() => undefined);
      }
      isDone = !disk.isCut();
      if (how === 'the power goes') disk.lose();

      stores = await place.open();
      const unfinished = (await stores.records.finishDisposals()).length;
      const record = await stores.records.open(id);
      const isDisposed = record?.submission === null;
      seen.add(isDisposed ? (unfinished > 0 ? 'finished at the start' : 'finished') : 'kept');
      if (isAgreed) expect(isDisposed).toBe(true);
      expect((await keys()).includes(id)).toBe(!isDisposed);
      expect((await stores.drafts.open(draft.id)) === null).toBe(isDisposed);
      const owed = (await stores.outbox.pending()).filter(({ kind }) => kind === 'disposed').map(({ to }) => to);
      if (isDisposed) expect(owed).toContain('one');
      else expect(record?.events).toHaveLength(4);
      expect((await stores.records.open(other))?.events).toHaveLength(3);
      expect(await stores.records.commit(aCommit())).toMatchObject({ kind: 'committed' });
      expect(await verdict(true)).toMatchObject({ kind: 'whole', unfinished: [] });
    }
    expect(cutAt).toBeGreaterThan(15);
    expect([...seen].sort()).toEqual(['finished', 'finished at the start', 'kept']);
  }, 120_000);
});
