import { appendFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GENESIS, type LedgerEntry, ledgerLine } from '../../bot/records/ledger.ts';
import { verifyEmbedded } from '../../bot/stores/embedded/index.ts';
import type { Commit } from '../../bot/stores/ports.ts';
import { aCommit, aDecision, aDraft } from '../make/record.ts';
import { aStore, type StorePlace } from '../make/store.ts';

let place: StorePlace;
let commits: Commit[];
const ledger = () => join(place.dir, 'ledger');
const lines = async () => (await place.bytes('ledger')).toString().trimEnd().split('\n');
const rewrite = (text: string[]) => writeFile(ledger(), text.map((line) => `${line}\n`).join(''));
/** As after a process that was killed before it took one. */
const forgetSnapshot = () => rm(join(place.dir, 'snapshot'), { force: true });
const verify = (options = {}) => verifyEmbedded({ dir: place.dir, ...options });

beforeEach(async () => {
  place = await aStore();
  const stores = await place.open();
  commits = [aCommit(), aCommit(), aCommit()];
  for (const commit of commits) await stores.records.commit(commit);
  await stores.close();
  await forgetSnapshot();
});
afterEach(() => place.clear());

describe('a ledger whose last line was cut', () => {
  it('loses that line to `torn`, says so in a commit of its own, and goes on', async () => {
    const size = (await place.bytes('ledger')).length;
    await truncate(ledger(), size - 20);
    expect(await verify()).toMatchObject({ kind: 'broken', sequence: 3, reason: expect.stringMatching(/^cut/) });

    const stores = await place.open();
    expect(await stores.records.verify()).toMatchObject({ kind: 'whole', sequence: 3, torn: [3] });
    expect(await stores.records.count()).toBe(2);
    expect(await stores.records.commit(aCommit())).toMatchObject({ sequence: 4 });
    await stores.close();

    const [hash, ...more] = await readdir(join(place.dir, 'torn'));
    expect(more).toEqual([]);
    expect((await lines())[2]).toContain(`"facts":{"hash":"${hash}","length":`);
    const reopened = await place.open();
    expect(await reopened.records.verify()).toMatchObject({ sequence: 4, torn: [3] });
    await reopened.close();
  });

  it('is whole again in one start after the process died between setting aside and saying so', async () => {
    await appendFile(ledger(), 'half a li');
    const stores = await place.open();
    await stores.close();
    await forgetSnapshot();
    // As if the commit about it had not been written: the file in `torn` speaks for itself.
    await rewrite((await lines()).slice(0, 3));
    const again = await place.open();
    expect(await again.records.verify()).toMatchObject({ kind: 'whole', sequence: 4, torn: [4] });
    await again.close();
  });
});

describe('a ledger from before a record could be incomplete', () => {
  it('opens, holds, and misses nothing', async () => {
    let hash = GENESIS;
    const old = (await lines()).map((line) => {
      const { completeBy, ...entry } = JSON.parse(line.slice(65));
      expect(completeBy).toBeNull();
      const made = ledgerLine(hash, entry);
      hash = made.hash;
      return made.bytes.toString().trimEnd();
    });
    await rewrite(old);
    expect(old.join()).not.toContain('completeBy');
    expect(await verify()).toMatchObject({ kind: 'whole', sequence: 3 });
    const stores = await place.open();
    expect((await stores.records.list({})).map(({ completeBy }) => completeBy)).toEqual([null, null, null]);
    expect(await stores.records.list({ incomplete: true })).toEqual([]);
    expect(await stores.records.open(commits[0]?.case ?? '')).toMatchObject({ revision: 1, review: 'awaiting' });
    await stores.close();
  });
});

describe('a ledger that somebody changed', () => {
  it('still opens the records that follow, so that their drafts stay dead', async () => {
    const [one, two, three] = await lines();
    await rewrite([String(one), String(two).replace('"mas"', '"asb"'), String(three)]);
    const stores = await place.open();
    expect(await stores.records.open(commits[0]?.case ?? '')).not.toBeNull();
    expect(await stores.records.open(commits[2]?.case ?? '')).not.toBeNull();
    expect(await stores.drafts.save(aDraft({ id: commits[2]?.case ?? '' }), 0)).toEqual({ kind: 'conflict' });
    await stores.close();
  });

  it('is not cut further when its last line is cut too', async () => {
    const text = (await lines()).join('\n').replace('"mas"', '"asb"');
    await writeFile(ledger(), text);
    const stores = await place.open();
    await expect(stores.records.commit(aCommit())).rejects.toMatchObject({ code: 'broken-chain' });
    await stores.close();
    expect((await place.bytes('ledger')).toString()).toBe(text);
  });

  it('does not open what was moved from another place, even when all hashes were made anew', async () => {
    const entries = (await lines()).map((line): LedgerEntry => JSON.parse(line.slice(65)));
    const [first, second] = entries;
    if (first === undefined || first.case === null || second === undefined || second.case === null) throw new Error();
    await rewriteHashed([first, { ...second, sealed: first.sealed }]);
    const stores = await place.open();
    expect(await stores.records.verify()).toMatchObject({ kind: 'whole' });
    await expect(stores.records.open(second.case)).rejects.toMatchObject({ code: 'damaged' });
    await stores.close();
  });

  it('does not open what was moved within its own case either', async () => {
    const stores = await place.open();
    const heading = await stores.records.heading(commits[2]?.case ?? '');
    if (heading !== null) await stores.records.commit(aDecision(heading));
    await stores.close();
    const entries = (await lines()).map((line): LedgerEntry => JSON.parse(line.slice(65)));
    const [submitted, approved] = entries.slice(2);
    if (submitted?.case !== approved?.case || !submitted?.case || !approved?.case) throw new Error();
    await rewriteHashed([...entries.slice(0, 3), { ...approved, sealed: submitted.sealed }]);
    const again = await place.open();
    await expect(again.records.open(submitted.case)).rejects.toMatchObject({ code: 'damaged' });
    await again.close();
  });

  it('refuses a shape of a later version instead of guessing', async () => {
    const [first] = (await lines()).map((line): LedgerEntry => JSON.parse(line.slice(65)));
    await rewriteHashed([{ ...first, extra: 'x' } as unknown as LedgerEntry]);
    expect(await verify()).toMatchObject({ kind: 'broken', sequence: 1, reason: expect.stringMatching(/^unreadable/) });
  });
});

describe('a head that was kept elsewhere', () => {
  it('is found in its place in a whole ledger, beside a running bot', async () => {
    const stores = await place.open();
    const kept = await stores.records.verify();
    await stores.records.commit(aCommit());
    expect(await verify({ kept })).toMatchObject({ kind: 'whole', sequence: 4 });
    await stores.close();
  });

  it('shows that the end was taken away', async () => {
    const kept = await verify();
    await rewrite((await lines()).slice(0, 1));
    expect(await verify()).toMatchObject({ kind: 'whole', sequence: 1 });
    expect(await verify({ kept })).toMatchObject({
      kind: 'broken',
      sequence: 2,
      reason: expect.stringMatching(/^miss/),
    });
  });

  it('shows that all was written anew', async () => {
    const kept = await verify();
    const entries = (await lines()).map((line): LedgerEntry => JSON.parse(line.slice(65)));
    await rewriteHashed(entries.map((entry) => ({ ...entry, time: '2026-01-01T00:00:00.000Z' })));
    expect(await verify()).toMatchObject({ kind: 'whole', sequence: 3 });
    expect(await verify({ kept })).toMatchObject({
      kind: 'broken',
      sequence: 3,
      reason: expect.stringMatching(/^rewr/),
    });
  });
});

describe('verifying with the record key', () => {
  it('opens every case key; without it every case must have one', async () => {
    const { recordKey } = place;
    expect(await verify({ recordKey })).toMatchObject({ kind: 'whole' });
    const keys = (await place.bytes('keys')).toString().trimEnd().split('\n');
    await writeFile(join(place.dir, 'keys'), `${keys[0]}\n`);
    for (const options of [{ recordKey }, {}]) {
      expect(await verify(options)).toMatchObject({
        kind: 'broken',
        sequence: 2,
        reason: expect.stringContaining('gone'),
      });
    }
    await writeFile(join(place.dir, 'keys'), `${keys.join('\n').replace(/"key":"..../, '"key":"AAAA')}\n`);
    expect(await verify({ recordKey })).toMatchObject({
      sequence: 1,
      reason: expect.stringContaining('does not open'),
    });
    expect(await verify()).toMatchObject({ kind: 'whole' });
  });

  it('writes nothing', async () => {
    await appendFile(join(place.dir, 'keys'), '{"half');
    await appendFile(ledger(), 'half');
    const before = [await place.bytes('keys'), await place.bytes('ledger'), await readdir(place.dir)];
    expect(await verify({ recordKey: place.recordKey })).toMatchObject({ kind: 'broken', sequence: 4 });
    expect([await place.bytes('keys'), await place.bytes('ledger'), await readdir(place.dir)]).toEqual(before);
  });
});

describe('a record', () => {
  it('does not open without its key', async () => {
    await writeFile(join(place.dir, 'keys'), '');
    const stores = await place.open();
    await expect(stores.records.open(commits[0]?.case ?? '')).rejects.toMatchObject({ code: 'damaged' });
    expect(await stores.records.count()).toBe(3);
    await stores.close();
  });

  it('keeps its own events apart from those of others, whatever the order', async () => {
    const stores = await place.open();
    for (const commit of commits.toReversed()) {
      const heading = await stores.records.heading(commit.case);
      if (heading !== null) await stores.records.commit(aDecision(heading));
    }
    for (const commit of commits) {
      const record = await stores.records.open(commit.case);
      expect(record).toMatchObject({ case: commit.case, revision: 2, review: 'approved' });
      expect(record?.events.map(({ type }) => type)).toEqual(['submitted', 'approved']);
    }
    await stores.close();
  });
});

/** A whole chain over other entries, as somebody with the file and this code could make it. */
async function rewriteHashed(entries: LedgerEntry[]) {
  let hash = '0'.repeat(64);
  const bytes = entries.map((entry) => {
    const line = ledgerLine(hash, entry);
    hash = line.hash;
    return line.bytes;
  });
  await writeFile(ledger(), Buffer.concat(bytes));
}
