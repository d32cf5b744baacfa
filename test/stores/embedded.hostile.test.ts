import { randomUUID } from 'node:crypto';
import { appendFile, copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explained, runRecords } from '../../bot/cli/recordsCommand.ts';
import { GENESIS, type LedgerEntry, ledgerLine } from '../../bot/records/ledger.ts';
import { verifyEmbedded } from '../../bot/stores/embedded/index.ts';
import type { Commit } from '../../bot/stores/ports.ts';
import { aCommit, aDecision, aDraft, aPerson } from '../make/record.ts';
import { aStore, type StorePlace } from '../make/store.ts';

let place: StorePlace;
let other: StorePlace;
let commits: Commit[];
/** What was noted down elsewhere before anybody touched the files. */
let kept: { sequence: number; hash: string };

const text = async () => (await place.bytes('ledger')).toString();
const lines = async () => (await text()).trimEnd().split('\n');
const entries = async () => (await lines()).map((line): LedgerEntry => JSON.parse(line.slice(65)));
const write = (ledger: string | Buffer) => writeFile(join(place.dir, 'ledger'), ledger);
const writeLines = (some: readonly (string | undefined)[]) => write(some.map((line) => `${line}\n`).join(''));
const takeFromOther = (name: string) => copyFile(join(other.dir, name), join(place.dir, name));

/** A whole chain over other entries, as somebody with the file and this code could make it. */
async function writeHashed(made: readonly LedgerEntry[]) {
  let hash = GENESIS;
  const chained = made.map((entry) => {
    const line = ledgerLine(hash, entry);
    hash = line.hash;
    return line.bytes;
  });
  await write(Buffer.concat(chained));
}

/** The command as it is typed: exit code and what it says. */
async function verify(settings: { head?: boolean; key?: boolean } = {}) {
  const said: string[] = [];
  const terminal = { out: (line: string) => said.push(line), err: (line: string) => said.push(line) };
  const words = ['verify', ...(settings.head ? ['--head', `${kept.sequence}:${kept.hash}`] : [])];
  const env = { DATA_DIR: place.dir, ...(settings.key && { RECORD_KEY: place.recordKey.toString('base64') }) };
  const code = await runRecords(words, env, terminal).catch((error) => explained(error, terminal));
  return { code, said: said.join('\n') };
}

/** As after a process that was killed before it took one. */
const forgetSnapshot = () => rm(join(place.dir, 'snapshot'), { force: true });

async function fill(store: StorePlace): Promise<Commit[]> {
  const stores = await store.open();
  const made = [aCommit(), aCommit(), aCommit(), aCommit()];
  for (const commit of made) await stores.records.commit(commit);
  await stores.close();
  return made;
}

beforeEach(async () => {
  place = await aStore();
  other = await aStore();
  commits = await fill(place);
  await fill(other);
  const verdict = await verifyEmbedded({ dir: place.dir });
  if (verdict.kind === 'broken') throw new Error(verdict.reason);
  kept = verdict;
});
afterEach(async () => {
  await place.clear();
  await other.clear();
});

type Attack = [what: string, attack: () => Promise<unknown>, event: number, name: string];

/** What the chain itself shows. */
const breaking: Attack[] = [
  ['a line edited', async () => write((await text()).replace('"mas"', '"asb"')), 1, 'edited'],
  ['a line deleted', async () => writeLines((await lines()).toSpliced(1, 1)), 2, 'taken out'],
  ['the first line deleted', async () => writeLines((await lines()).slice(1)), 1, 'taken out'],
  ['text inserted', async () => writeLines((await lines()).toSpliced(1, 0, 'hello')), 2, 'edited'],
  [
    'a sound line inserted',
    async () => {
      const [first, second] = await lines();
      const forged = ledgerLine(String(first).slice(0, 64), JSON.parse(String(second).slice(65)));
      const made = ledgerLine(forged.hash, { ...JSON.parse(String(second).slice(65)), sequence: 3 });
      await writeLines((await lines()).toSpliced(2, 0, made.bytes.toString().trimEnd()));
    },
    4,
    'put in',
  ],
  [
    'two lines swapped',
    async () => {
      const [a, b, c, d] = await lines();
      await writeLines([a, c, b, d]);
    },
    2,
    'taken out',
  ],
  ['a line duplicated', async () => writeLines((await lines()).toSpliced(1, 0, (await lines())[1] ?? '')), 3, 'put in'],
  [
    'garbage bytes inside',
    async () => {
      const bytes = await place.bytes('ledger');
      bytes.fill(0xff, 200, 220);
      await write(bytes);
    },
    1,
    'edited',
  ],
  ['garbage bytes for the whole', () => write(Buffer.alloc(4000, 0x0a)), 1, 'edited'],
  ['Windows line endings', async () => write((await text()).replaceAll('\n', '\r\n')), 1, 'converted'],
  ['a byte order mark', async () => write(`\ufeff${await text()}`), 1, 'converted'],
  ['the log of another store', () => takeFromOther('ledger'), 1, 'foreign'],
  [
    'an event rewritten and hashed anew, alone',
    async () => {
      const [a, b, c, d] = await lines();
      const entry = { ...JSON.parse(String(b).slice(65)), review: 'approved' };
      await writeLines([a, ledgerLine(String(a).slice(0, 64), entry).bytes.toString().trimEnd(), c, d]);
    },
    3,
    'edited',
  ],
];

describe.each(breaking)('a ledger with %s', (_what, attack, event, name) => {
  beforeEach(async () => {
    await attack();
  });

  it(`is broken at event ${event}, by name, with and without a kept head`, async () => {
    for (const head of [false, true]) {
      const { code, said } = await verify({ head });
      expect({ code, said }).toMatchObject({
        code: 1,
        said: expect.stringMatching(`^Broken at event ${event}: ${name}: `),
      });
      expect(said).not.toContain('\n');
    }
  });

  it('takes no more records and is left as it is; asking, drafts and people go on', async () => {
    const before = await place.bytes('ledger');
    const stores = await place.open();
    expect(await stores.records.verify()).toMatchObject({ kind: 'broken', sequence: event });
    await expect(stores.records.commit(aCommit())).rejects.toMatchObject({ code: 'broken-chain' });
    const draft = aDraft();
    expect(await stores.drafts.save(draft, 0)).toMatchObject({ kind: 'saved' });
    expect(await stores.drafts.open(draft.id)).not.toBeNull();
    await stores.people.save(aPerson());
    await stores.outbox.add([{ to: 'x', kind: 'changed', about: 'y' }]);
    await stores.close();
    expect(await place.bytes('ledger')).toEqual(before);
  });
});

/** Whole in itself: only what was kept elsewhere shows it. */
const consistent: Attack[] = [
  ['its end taken away', async () => writeLines((await lines()).slice(0, 2)), 3, 'missing'],
  ['nothing in it', () => write(''), 1, 'missing'],
  [
    'an event rewritten and all hashed anew',
    async () => writeHashed((await entries()).map((entry, at) => (at === 1 ? { ...entry, time: 'never' } : entry))),
    4,
    'rewritten',
  ],
  [
    'an event taken out and all numbered and hashed anew',
    async () => writeHashed((await entries()).toSpliced(1, 1).map((entry, at) => ({ ...entry, sequence: at + 1 }))),
    4,
    'missing',
  ],
];

describe.each(consistent)('a ledger with %s', (_what, attack, event, name) => {
  const found = { code: 1, said: expect.stringMatching(`^Broken at event ${event}: ${name}: `) };

  it('is found by the kept head, by name, also when the snapshot is taken away with it', async () => {
    expect(await verify({ head: true })).toMatchObject({ code: 0 });
    await attack();
    expect(await verify({ head: true })).toMatchObject(found);
    await forgetSnapshot();
    expect(await verify({ head: true })).toMatchObject(found);
    expect(await verify()).toMatchObject({ code: 0 });
  });

  it('is found by the snapshot that was forgotten, and then takes no more records', async () => {
    await attack();
    expect(await verify()).toMatchObject(found);
    const before = await place.bytes('ledger');
    for (const _start of ['first', 'second']) {
      const stores = await place.open();
      await expect(stores.records.commit(aCommit())).rejects.toMatchObject({ code: 'broken-chain' });
      expect(await stores.drafts.save(aDraft(), 0)).toMatchObject({ kind: 'saved' });
      await stores.close();
    }
    expect(await place.bytes('ledger')).toEqual(before);
  });
});

describe('a ledger cut inside its last line', () => {
  it('is cut, by name; the next start sets the rest aside, says so, and the kept head still tells', async () => {
    await write((await place.bytes('ledger')).subarray(0, -20));
    const missing = { code: 1, said: expect.stringMatching(/^Broken at event 4: missing: /) };
    expect(await verify()).toMatchObject(missing);
    const witnessed = await place.open();
    await expect(witnessed.records.commit(aCommit())).rejects.toMatchObject({ code: 'broken-chain' });
    await witnessed.close();
    await forgetSnapshot();
    expect(await verify()).toMatchObject({ code: 1, said: expect.stringMatching(/^Broken at event 4: cut: /) });
    expect(await verify({ head: true })).toMatchObject(missing);
    const stores = await place.open();
    expect(await stores.records.commit(aCommit())).toMatchObject({ kind: 'committed' });
    await stores.close();
    expect(await verify()).toMatchObject({
      code: 0,
      said: expect.stringContaining('Event 4 says that a cut last line'),
    });
    expect(await verify({ head: true })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Broken at event 4: rewritten: /),
    });
  });
});

describe('what is sealed in an event', () => {
  it('and was exchanged with that of another case is found with the record key, also when all was hashed anew', async () => {
    const made = (await entries()).map((entry) => structuredClone(entry) as { sealed: string } & LedgerEntry);
    const [, second, third] = made as [LedgerEntry, { sealed: string }, { sealed: string }];
    [second.sealed, third.sealed] = [third.sealed, second.sealed];
    await writeHashed(made);
    await forgetSnapshot();
    expect(await verify({ key: true })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Broken at event 2: sealed: what is sealed in it was not sealed for this place/),
    });
  });
});

describe('a head of no event', () => {
  it('is that of an empty ledger, and no other', async () => {
    kept = { sequence: 0, hash: GENESIS };
    expect(await verify({ head: true })).toMatchObject({ code: 0 });
    kept = { sequence: 0, hash: 'a'.repeat(64) };
    expect(await verify({ head: true })).toMatchObject({ code: 1, said: expect.stringMatching(/event 0: rewritten/) });
  });
});

describe('a snapshot that was changed', () => {
  it('is no witness to whoever has the record key; without it, it is said where the head was kept', async () => {
    const header = (await place.bytes('snapshot')).toString();
    await writeFile(join(place.dir, 'snapshot'), header.replace(kept.hash, 'a'.repeat(64)));
    expect(await verify({ key: true })).toMatchObject({ code: 0 });
    expect(await verify()).toMatchObject({ code: 1, said: expect.stringContaining('in the file snapshot') });
  });
});

describe('the keys', () => {
  const gone = { code: 1, said: expect.stringMatching(/^Broken at event 1: sealed: the key of its case is gone/) };

  it('of another store are found with the record key and without', async () => {
    await takeFromOther('keys');
    expect(await verify()).toMatchObject(gone);
    expect(await verify({ key: true })).toMatchObject(gone);
  });

  it('of another store under the names of these cases are found with the record key', async () => {
    const strange = (await other.bytes('keys')).toString().trimEnd().split('\n');
    const forged = strange.map((line, at) => JSON.stringify({ ...JSON.parse(line), case: commits[at]?.case }));
    await writeFile(join(place.dir, 'keys'), `${forged.join('\n')}\n`);
    expect(await verify({ key: true })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^Broken at event 1: sealed: the key of its case does not open/),
    });
  });

  it('that are lost stop the start, and it says which file', async () => {
    await rm(join(place.dir, 'keys'));
    expect(await verify()).toEqual({ code: 1, said: 'The store has lost the keys. Put that file back from a backup.' });
    await expect(place.open()).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('lost the keys'),
    });
  });

  it('that were emptied are found; a record says that its key is gone, and gets no other', async () => {
    await writeFile(join(place.dir, 'keys'), '');
    expect(await verify()).toMatchObject(gone);
    const stores = await place.open();
    const [{ case: caseId }] = commits as [Commit];
    const message = expect.stringContaining(`The key of case ${caseId} is gone`);
    await expect(stores.records.open(caseId)).rejects.toMatchObject({ code: 'damaged', message });
    const heading = await stores.records.heading(caseId);
    if (heading === null) throw new Error('the record is not there');
    await expect(stores.records.commit(aDecision(heading))).rejects.toMatchObject({ code: 'damaged', message });
    expect((await place.bytes('keys')).length).toBe(0);
    expect(await stores.drafts.save(aDraft({ id: randomUUID() }), 0)).toMatchObject({ kind: 'saved' });
    await stores.close();
  });

  it('that were damaged are found, and nothing of them is quoted', async () => {
    await appendFile(join(place.dir, 'keys'), 'Zanzibar\n');
    const { code, said } = await verify();
    expect({ code, said }).toEqual({
      code: 1,
      said: 'A line of the keys has lost its shape. Put that file back from a backup.',
    });
  });
});

describe('a ledger from before it named its store', () => {
  it('holds, and names it in the next line that is written', async () => {
    await forgetSnapshot();
    await writeHashed((await entries()).map(({ store: _store, ...entry }) => entry as LedgerEntry));
    expect(await verify()).toMatchObject({ code: 0 });
    const stores = await place.open();
    await stores.records.commit(aCommit());
    await stores.records.commit(aCommit());
    await stores.close();
    const { id } = JSON.parse((await place.bytes('store.json')).toString());
    expect((await entries()).map(({ store }) => store)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      id,
      undefined,
    ]);
    expect(await verify()).toMatchObject({ code: 0 });
  });
});
