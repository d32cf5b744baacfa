import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initEmbedded, openEmbedded } from '../../bot/stores/embedded/index.ts';
import type { Stores } from '../../bot/stores/ports.ts';
import { aCommit, aDecision, aDraft, aPerson, aQuestion, aSubmission } from '../make/record.ts';
import { aPlace, aStore, filesBelow, type StorePlace } from '../make/store.ts';
import { storeContract } from './contract.ts';

storeContract('the embedded store', async () => {
  const place = await aPlace();
  let stores = await place.open();
  return {
    get stores() {
      return stores;
    },
    async reopen() {
      await stores.close();
      stores = await place.open();
    },
    async end() {
      await stores.close();
      await place.clear();
    },
  };
});

describe('a folder', () => {
  let place: StorePlace;
  const now = () => new Date();
  const open = (recordKey: Buffer = place.recordKey) =>
    openEmbedded({ dir: place.dir, recordKey, now, newId: randomUUID });

  beforeEach(async () => {
    place = await aPlace();
  });
  afterEach(() => place.clear());

  it('that is missing or holds no store is refused with both causes named', async () => {
    await expect(open()).rejects.toMatchObject({
      code: 'no-store',
      message: expect.stringMatching(/first run.*volume/s),
    });
    await mkdir(place.dir);
    await expect(open()).rejects.toMatchObject({ code: 'no-store' });
    expect(await readdir(place.dir)).toEqual([]);
  });

  it('opens after init, and a second init leaves it as it is', async () => {
    const init = () => initEmbedded({ dir: place.dir, recordKey: place.recordKey, now });
    expect(await init()).toBe('made');
    const before = await place.bytes('store.json');
    expect(await init()).toBe('already-there');
    expect(await place.bytes('store.json')).toEqual(before);
    await (await open()).close();
  });

  it('opens with no other key', async () => {
    await (await place.open()).close();
    await expect(open(randomBytes(32))).rejects.toMatchObject({ code: 'wrong-key' });
    const init = initEmbedded({ dir: place.dir, recordKey: randomBytes(32), now });
    await expect(init).rejects.toMatchObject({ code: 'wrong-key' });
    await (await open()).close();
  });

  it('that has lost one of its files is not begun anew', async () => {
    for (const name of ['ledger', 'keys', 'outbox', 'posts']) {
      await (await place.open()).close();
      await rm(join(place.dir, name));
      await expect(place.open()).rejects.toMatchObject({ code: 'damaged' });
      await writeFile(join(place.dir, name), '');
    }
  });

  it('that has lost its id but has a ledger is not begun anew', async () => {
    const stores = await place.open();
    await stores.records.commit(aCommit());
    await stores.close();
    await rm(join(place.dir, 'store.json'));
    await expect(place.open()).rejects.toMatchObject({ code: 'damaged' });
  });

  it('with a damaged document says which and quotes nothing of it', async () => {
    const stores = await place.open();
    const person = aPerson();
    await stores.people.save(person);
    await stores.close();
    const file = join(place.dir, 'people', `${person.id}.json`);
    for (const text of ['', '{"name":"Sam Sam', 'null', '0', '{"id":"another"}']) {
      await writeFile(file, text);
      const error = await open().catch((caught) => caught);
      expect(error).toMatchObject({ code: 'damaged', message: expect.stringContaining(person.id) });
      expect(String(error)).not.toContain('Sam');
    }
  });

  it('and all in it can be read by its owner alone', async () => {
    const umask = process.umask(0);
    const stores = await fill(place);
    await stores.close();
    process.umask(umask);
    const modes = await Promise.all((await filesBelow(place.dir)).map(async (file) => (await stat(file)).mode & 0o777));
    expect(new Set(modes)).toEqual(new Set([0o600]));
    for (const name of ['.', 'settings', 'people']) {
      expect((await stat(join(place.dir, name))).mode & 0o777).toBe(0o700);
    }
  });

  it('shows nothing that was typed about a case', async () => {
    const stores = await fill(place);
    await stores.close();
    const files = await filesBelow(place.dir);
    expect(files.length).toBeGreaterThanOrEqual(8);
    for (const file of files) expect((await readFile(file)).includes('Zanzibar'), file).toBe(false);
  });

  it('holds no half-written file after a restart', async () => {
    await (await fill(place)).close();
    await writeFile(join(place.dir, 'people', '.part-abc'), '{"half');
    await (await place.open()).close();
    expect(await readdir(join(place.dir, 'people'))).not.toContain('.part-abc');
  });
});

/** A store with something of everything; whatever a person would have typed about a case says Zanzibar. */
async function fill(place: StorePlace): Promise<Stores> {
  const stores = await place.open();
  await stores.people.save(aPerson());
  await stores.settings.save(await stores.settings.read());
  await stores.outbox.add([{ to: 'x', kind: 'changed', about: 'y' }]);
  await stores.outbox.posted({ case: 'x', person: 'y', activityId: 'z' });
  await stores.drafts.save(aDraft({ answers: { who: 'Zanzibar' } }), 0);
  await stores.questions.add(aQuestion({ words: { question: 'Zanzibar', tried: 'Zanzibar', answer: 'Zanzibar' } }));
  const submission = aSubmission({
    answers: { who: 'Zanzibar' },
    wording: [{ question: 'who', title: 'Zanzibar', answers: [{ label: 'Zanzibar', value: 'Zanzibar' }] }],
    decision: { outcome: 'share', rationale: 'Zanzibar' },
    findings: [{ rule: 'R1', effect: 'warn', text: 'Zanzibar', question: 'x', sources: [] }],
  });
  const commit = aCommit({ submission });
  await stores.records.commit(commit);
  const record = await stores.records.open(commit.case);
  if (record === null) throw new Error('the record is not there');
  // The whole record stands in for the heading: what is not a heading's must not get into the clear.
  await stores.records.commit(aDecision(record, { type: 'declined', reason: 'Zanzibar' }));
  return stores;
}

describe('an open folder', () => {
  it('can be the working folder by a relative path', async () => {
    const place = await aStore();
    const before = process.cwd();
    process.chdir(place.dir);
    const stores = await openEmbedded({
      dir: '.',
      recordKey: place.recordKey,
      now: () => new Date(),
      newId: randomUUID,
    });
    await stores.records.commit(aCommit());
    await stores.close();
    process.chdir(before);
    await place.clear();
  });
});
