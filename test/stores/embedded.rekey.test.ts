import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openEmbedded, rekeyEmbedded, verifyEmbedded } from '../../bot/stores/embedded/index.ts';
import { cuttingFileSystem } from '../make/fileSystem.ts';
import { aCommit, aDraft } from '../make/record.ts';
import { aPlace, type StorePlace } from '../make/store.ts';

let place: StorePlace;
const newKey = randomBytes(32);
afterEach(() => place.clear());

const rekey = (fs?: Parameters<StorePlace['open']>[0]) =>
  rekeyEmbedded({ dir: place.dir, recordKey: newKey, oldKey: place.recordKey, ...(fs && { fs }) });
const openWith = (recordKey: Buffer) =>
  openEmbedded({ dir: place.dir, recordKey, now: () => new Date(), newId: randomUUID });

/** A store with two records and a draft. */
async function filled() {
  place = await aPlace();
  const stores = await place.open();
  const commits = [aCommit(), aCommit()];
  for (const commit of commits) await stores.records.commit(commit);
  const draft = aDraft();
  await stores.drafts.save(draft, 0);
  await stores.close();
  return { commits, draft };
}

describe.each(['the process is killed', 'the power goes'] as const)(
  'when %s while the record key is changed',
  (how) => {
    it('the store opens with one key, or says that the change was interrupted; done again, all opens with the new', async () => {
      const seen = new Set<string>();
      let cutAt = 1;
      for (let isDone = false; !isDone; cutAt++) {
        await place?.clear();
        const { commits, draft } = await filled();
        const disk = cuttingFileSystem(cutAt);
        await rekey(disk.fs).catch((error) => expect(error).toMatchObject({ code: 'cannot-write' }));
        isDone = !disk.isCut();
        if (how === 'the power goes') disk.lose();

        const verdict = await verifyEmbedded({ dir: place.dir });
        expect(verdict).toMatchObject({ kind: 'whole', sequence: 2 });
        for (const [name, key] of [
          ['old', place.recordKey],
          ['new', newKey],
        ] as const) {
          const stores = await openWith(key).catch((error) => {
            expect(error).toMatchObject({ code: 'wrong-key' });
            if (String(error.message).includes('interrupted')) seen.add('interrupted');
            return null;
          });
          if (stores === null) continue;
          seen.add(name);
          for (const commit of commits) expect(await stores.records.open(commit.case)).not.toBeNull();
          await stores.close();
        }

        await rekey();
        expect(await rekey()).toEqual({ kind: 'already-rekeyed' });
        await expect(openWith(place.recordKey)).rejects.toMatchObject({ code: 'wrong-key' });
        const stores = await openWith(newKey);
        for (const commit of commits) expect(await stores.records.open(commit.case)).not.toBeNull();
        expect(await stores.drafts.open(draft.id)).toMatchObject({ answers: draft.answers });
        await stores.close();
        expect(await verifyEmbedded({ dir: place.dir, recordKey: newKey })).toMatchObject({ kind: 'whole' });
      }
      expect(cutAt).toBeGreaterThan(12);
      expect([...seen].sort()).toEqual(['interrupted', 'new', 'old']);
    }, 60_000);
  },
);

describe('changing the record key', () => {
  it('writes nothing when one case key opens with neither key', async () => {
    const { commits } = await filled();
    const lines = (await place.bytes('keys')).toString().replace(/"key":"..../, '"key":"AAAA');
    await writeFile(join(place.dir, 'keys'), lines);
    const before = [await place.bytes('keys'), await place.bytes('store.json')];
    const message = expect.stringContaining(String(commits[0]?.case));
    await expect(rekey()).rejects.toMatchObject({ code: 'damaged', message });
    expect([await place.bytes('keys'), await place.bytes('store.json')]).toEqual(before);
  });

  it('leaves nothing in the folder that opens with the old key', async () => {
    await filled();
    const before = (await place.bytes('keys')).toString().trimEnd().split('\n');
    await rekey();
    const after = (await place.bytes('keys')).toString();
    for (const line of before) expect(after).not.toContain(JSON.parse(line).key);
  });

  it('leaves the snapshot a witness: an end that was taken away is found with the new key', async () => {
    await filled();
    await rekey();
    const verify = () => verifyEmbedded({ dir: place.dir, recordKey: newKey });
    expect(await verify()).toMatchObject({ kind: 'whole' });
    const [first] = (await place.bytes('ledger')).toString().split('\n');
    await writeFile(join(place.dir, 'ledger'), `${first}\n`);
    expect(await verify()).toMatchObject({ kind: 'broken', reason: expect.stringContaining('missing') });
  });
});
