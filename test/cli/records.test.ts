import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explained, runRecords } from '../../bot/cli/recordsCommand.ts';
import { openEmbedded } from '../../bot/stores/embedded/index.ts';
import { aRecordOnItsWay } from '../make/disposal.ts';
import { aCommit } from '../make/record.ts';

const RECORD_KEY = randomBytes(32).toString('base64');
let parent: string;
let env: Record<string, string>;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'records-'));
  env = {
    DATA_DIR: join(parent, 'store'),
    RECORD_KEY,
    BOT_ID: '7d0d0000-0000-4000-8000-000000000011',
    BOT_TYPE: 'SingleTenant',
    BOT_PASSWORD: 'not-a-real-one',
    BOT_TENANT_ID: '7d0d0000-0000-4000-8000-000000000012',
    ADMIN_IDS: '7d0d0000-0000-4000-8000-000000000013',
  };
});
afterEach(() => rm(parent, { recursive: true, force: true }));

async function records(line: string, settings: Record<string, string | undefined> = env) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const words = line.split(' ').filter((word) => word !== '');
  const code = await runRecords(words, settings, terminal).catch((error) => explained(error, terminal));
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const ledger = () => join(env.DATA_DIR ?? '', 'ledger');
const openStore = () =>
  openEmbedded({
    dir: env.DATA_DIR ?? '',
    recordKey: Buffer.from(RECORD_KEY, 'base64'),
    now: () => new Date(),
    newId: () => randomBytes(8).toString('hex'),
  });

describe('records', () => {
  it('makes a store once and proves it whole', async () => {
    expect(await records('list')).toMatchObject({ code: 1, err: expect.stringContaining('first run') });
    expect(await records('init')).toMatchObject({ code: 0, out: 'The store is made.' });
    expect(await records('init')).toMatchObject({ code: 0, out: expect.stringContaining('already') });
    expect(await records('verify')).toMatchObject({ code: 0, out: expect.stringMatching(/^Whole: 0 events/) });
    expect(await records('list')).toMatchObject({ code: 0, out: 'There are no records.' });
  });

  it('writes samples that can be listed and shown, into a store it makes itself', async () => {
    expect(await records('sample --count 30')).toMatchObject({ code: 0, out: '30 made-up records are written.' });
    const { out } = await records('list');
    expect(out.split('\n')).toHaveLength(30);
    const reference = out.slice(0, 10);
    const shown = await records(`show ${reference.toLowerCase()}`);
    expect(shown.code).toBe(0);
    expect(shown.out).toContain(reference);
    expect(shown.out).toContain('(fictional)');
    expect(shown.out).toContain('submitted by');
    expect((await records('verify')).code).toBe(0);
    expect((await records('sample --count=5')).code).toBe(0);
    expect((await records('list')).out.split('\n')).toHaveLength(35);
    const store = await openStore();
    expect(await store.outbox.pending()).toEqual([]);
    expect(await store.people.withRole('approver')).toEqual([]);
    await store.close();
  });

  it('keeps samples out of a store with real records', async () => {
    await records('init');
    const store = await openStore();
    await store.records.commit(aCommit());
    await store.close();
    expect(await records('sample --count 1')).toMatchObject({ code: 1, err: expect.stringContaining('real records') });
    expect((await records('list')).out.split('\n')).toHaveLength(1);
  });

  it('does not let a typed text steer the terminal', async () => {
    await records('init');
    const store = await openStore();
    const commit = aCommit();
    const [event] = commit.events;
    if (event?.type !== 'submitted') throw new Error();
    const rationale = 'before\u001b[2J\u202e\rafter';
    const submission = { ...event.submission, decision: { outcome: 'share' as const, rationale } };
    await store.records.commit({ ...commit, events: [{ ...event, submission }] });
    await store.close();
    const { out } = await records(`show ${commit.heading.reference}`);
    expect(out).toContain('before [2J after');
  });

  it('says which reference there is not', async () => {
    await records('init');
    expect(await records('show SR-7K3M-Q9')).toEqual({ code: 1, out: '', err: 'There is no record SR-7K3M-Q9.' });
  });

  it('says that another process has the store, but proves it all the same', async () => {
    await records('init');
    const store = await openStore();
    expect(await records('list')).toMatchObject({ code: 1, err: expect.stringContaining('Another process') });
    expect(await records('verify')).toMatchObject({ code: 0 });
    await store.close();
  });
});

describe('records -- verify', () => {
  it('names the first broken event', async () => {
    await records('sample --count 4');
    const lines = (await readFile(ledger(), 'utf8')).split('\n');
    lines[1] = String(lines[1]).replace('(fictional)', '(frictional)');
    await writeFile(ledger(), lines.join('\n'));
    expect(await records('verify')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^Broken at event 2:/),
    });
  });

  it('finds by a head kept elsewhere that the end is gone', async () => {
    await records('sample --count 4');
    const [, head] = /head (\S+)/.exec((await records('verify')).out) ?? [];
    expect(await records(`verify --head ${head}`)).toMatchObject({ code: 0 });
    const text = await readFile(ledger(), 'utf8');
    await writeFile(ledger(), text.slice(0, text.trimEnd().lastIndexOf('\n') + 1));
    expect(await records('verify')).toMatchObject({ code: 1, err: expect.stringContaining('missing') });
    // Whoever takes the end away can take the snapshot away that remembers it.
    await rm(join(env.DATA_DIR ?? '', 'snapshot'));
    expect((await records('verify')).code).toBe(0);
    expect(await records(`verify --head ${head}`)).toMatchObject({ code: 1, err: expect.stringContaining('missing') });
  });

  it('needs no key, and refuses a wrong one', async () => {
    await records('sample --count 2');
    const { RECORD_KEY: _key, ...keyless } = env;
    expect(await records('verify', keyless)).toMatchObject({ code: 0 });
    const other = { ...env, RECORD_KEY: randomBytes(32).toString('base64') };
    expect(await records('verify', other)).toMatchObject({ code: 1, err: expect.stringContaining('RECORD_KEY') });
  });
});

describe('records -- rekey', () => {
  const newKey = randomBytes(32).toString('base64');
  const rotating = () => ({ ...env, RECORD_KEY: newKey, RECORD_KEY_OLD: RECORD_KEY });

  it('gives the store another key, says so, and does it once', async () => {
    await records('sample --count 5');
    const [reference = ''] = (await records('list')).out.split(' ');
    const shown = await records(`show ${reference}`);
    expect(await records('rekey', rotating())).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^5 case keys are sealed with the new RECORD_KEY/),
    });
    expect(await records('rekey', rotating())).toMatchObject({ code: 0, out: expect.stringContaining('already') });
    expect(await records('list')).toMatchObject({ code: 1, err: expect.stringContaining('RECORD_KEY is not') });
    expect(await records(`show ${reference}`, { ...env, RECORD_KEY: newKey })).toEqual(shown);
    expect(await records('verify', { ...env, RECORD_KEY: newKey })).toMatchObject({ code: 0 });
  });

  it('refuses a wrong old key, a missing one and a store in use, and changes nothing', async () => {
    await records('sample --count 2');
    const keys = () => readFile(join(env.DATA_DIR ?? '', 'keys'));
    const before = await keys();
    const wrong = { ...rotating(), RECORD_KEY_OLD: randomBytes(32).toString('base64') };
    expect(await records('rekey', wrong)).toMatchObject({ code: 1, err: expect.stringContaining('RECORD_KEY_OLD is') });
    expect(await records('rekey')).toMatchObject({ code: 2, err: expect.stringContaining('RECORD_KEY_OLD') });
    const store = await openStore();
    expect(await records('rekey', rotating())).toMatchObject({
      code: 1,
      err: expect.stringContaining('Another process'),
    });
    await store.close();
    expect(await keys()).toEqual(before);
  });
});

describe('records -- dispose', () => {
  it('finishes what two people agreed on and was not finished, says so, and has nothing to do afterwards', async () => {
    await records('init');
    const store = await openStore();
    const kept = aCommit();
    await store.records.commit(kept);
    const id = await aRecordOnItsWay(store);
    const reference = (await store.records.heading(id))?.reference ?? '';
    expect(await records('dispose')).toMatchObject({ code: 1, err: expect.stringContaining('Another process') });
    await store.close();
    expect(await records('verify')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${reference} was disposed of, but its key is still there`),
    });
    expect(await records('dispose')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${reference} was disposed of on 2033-03-03`),
    });
    expect(await records('dispose')).toMatchObject({ code: 0, out: expect.stringContaining('nothing to finish') });
    expect(await records('verify')).toMatchObject({ code: 0, out: expect.not.stringContaining('still there') });
    expect(await records(`show ${reference}`)).toMatchObject({ code: 0, out: expect.stringContaining('disposed of') });
    expect((await records('list')).out).toMatch(new RegExp(`${reference}.*DISPOSED OF`));
    expect((await records(`show ${kept.heading.reference}`)).out).toContain('submitted by');
  });

  it('disposes of nothing that nobody agreed on', async () => {
    await records('init');
    const store = await openStore();
    await aRecordOnItsWay(store, 3);
    await store.close();
    const keys = () => readFile(join(env.DATA_DIR ?? '', 'keys'), 'utf8');
    const before = await keys();
    expect(await records('dispose')).toMatchObject({ code: 0, out: expect.stringContaining('nothing to finish') });
    expect(await keys()).toBe(before);
  });
});

describe('what is not understood or not built', () => {
  it.each([
    ['', /^Use records/],
    ['nonsense', /^Use records/],
    ['export --format pdf', /not built yet/],
    ['backup /somewhere', /not built yet/],
    ['restore /somewhere', /not built yet/],
    ['migrate --to x', /not built yet/],
    ['list --all', /option/],
    ['init again', /^Use records/],
    ['show', /^Use records/],
    ['show nothing', /reference such as/],
    ['sample', /--count/],
    ['sample --count 0', /--count/],
    ['sample --count 1e3', /--count/],
    ['verify --head 3', /SEQ:HASH/],
    ['verify --head', /option/],
  ])('is refused with one sentence: %j', async (line, sentence) => {
    const { code, out, err } = await records(line);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err).not.toContain('\n');
  });

  it.each(['list', 'verify', 'init', 'sample --count 1'])('is a database: %j is refused', async (line) => {
    const answer = await records(line, { ...env, DATABASE_URL: 'postgres://example.invalid/x' });
    expect(answer).toMatchObject({ code: 2, out: '', err: expect.stringContaining('DATABASE_URL') });
  });
});
