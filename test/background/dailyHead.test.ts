import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dailyHead } from '../../bot/background/dailyHead.ts';
import { runRecords } from '../../bot/cli/recordsCommand.ts';
import { noticeCard } from '../../bot/conversation/notices.ts';
import { GENESIS, type LedgerEntry, ledgerLine } from '../../bot/records/ledger.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aCommit, aPerson } from '../make/record.ts';

const leads = ['Indira Lead (fictional)', 'Idris Lead (fictional)'].map((name) =>
  aPerson({ name, roles: ['ig-lead'] }),
);

let house: HouseUnderTest;
beforeEach(async () => {
  house = await aHouse();
  for (const lead of leads) await house.stores.people.save(lead);
});
afterEach(() => house.close());

const submit = () => house.stores.records.commit({ ...aCommit(), notices: [] });

/** Heads that are owed by an instant, the same to each lead; the notices count as sent. */
async function at(instant: string): Promise<string[]> {
  house.clock = new Date(instant);
  await dailyHead(house, house.clock);
  const owed = await house.stores.outbox.pending();
  for (const { id } of owed) await house.stores.outbox.settle(id, 'sent');
  const [mine, theirs] = leads.map(({ id }) => owed.filter(({ to }) => to === id).map(({ about }) => about));
  expect(theirs).toEqual(mine);
  expect(owed.every(({ kind }) => kind === 'daily-head')).toBe(true);
  return mine ?? [];
}

describe('the daily head', () => {
  it('comes when work begins, once a day: on working days always, on others when something was recorded', async () => {
    await submit();
    expect(await at('2026-11-20T08:59:00Z')).toEqual([]);
    expect(await at('2026-11-20T09:00:00Z')).toEqual([expect.stringMatching(/^1:[0-9a-f]{64}$/)]);
    await submit();
    expect(await at('2026-11-20T16:00:00Z')).toEqual([]);
    expect(await at('2026-11-21T09:00:00Z')).toEqual([expect.stringMatching(/^3:/)]);
    expect(await at('2026-11-22T12:00:00Z')).toEqual([]);
    expect(await at('2026-11-23T09:00:00Z')).toHaveLength(1);
    expect((await house.stores.records.verify()).kind).toBe('whole');
  });

  it('of days away is the latest alone', async () => {
    await submit();
    expect(await at('2026-11-20T09:00:00Z')).toHaveLength(1);
    await submit();
    expect(await at('2026-11-30T15:00:00Z')).toEqual([expect.stringMatching(/^3:/)]);
    expect(await at('2026-11-30T16:00:00Z')).toEqual([]);
  });

  it('is owed once for a day, however many look and however often the bot is started, also from a snapshot', async () => {
    await submit();
    house.clock = new Date('2026-11-23T09:00:00Z');
    await Promise.all([1, 2, 3].map(() => dailyHead(house, house.clock)));
    for (const snapshots of [
      { from: 1_000, every: 1_000 },
      { from: 1, every: 1_000 },
    ]) {
      await house.stores.close();
      house.stores = await house.place.open(undefined, { snapshots });
      await dailyHead(house, house.clock);
      expect((await house.stores.outbox.pending()).map(({ to }) => to)).toEqual(leads.map(({ id }) => id));
    }
  });

  it('is neither noted nor owed when the disk refuses', async () => {
    await submit();
    house.disk.refuse = ({ op, name }) => (op === 'write' && name === 'ledger' ? 'ENOSPC' : null);
    house.clock = new Date('2026-11-23T09:00:00Z');
    await expect(dailyHead(house, house.clock)).rejects.toMatchObject({ code: 'cannot-write' });
    house.disk.refuse = () => null;
    expect(await at('2026-11-23T09:15:00Z')).toHaveLength(1);
  });

  it('waits for an IG lead, and for something that was recorded', async () => {
    expect(await at('2026-11-23T09:00:00Z')).toEqual([]);
    await submit();
    for (const lead of leads) await house.stores.people.save({ ...lead, roles: [] });
    expect(await at('2026-11-23T10:00:00Z')).toEqual([]);
    for (const lead of leads) await house.stores.people.save(lead);
    expect(await at('2026-11-23T11:00:00Z')).toHaveLength(1);
  });
});

describe('a head that was posted', () => {
  /** What the card tells to run. */
  let command: string[];
  const file = (name: string) => join(house.place.dir, name);

  beforeEach(async () => {
    for (let count = 0; count < 3; count += 1) await submit();
    house.clock = new Date('2026-11-23T09:00:00Z');
    await dailyHead(house, house.clock);
    const [owed] = await house.stores.outbox.pending();
    const card = owed && (await noticeCard(house, owed));
    command = /npm run -s records -- (verify --head \S+)/.exec(card?.card.text ?? '')?.[1]?.split(' ') ?? [];
    await submit();
    await house.stores.close();
  });
  afterEach(async () => {
    house.stores = await house.place.open();
  });

  async function verify(words = command) {
    const said: string[] = [];
    const say = (text: string) => said.push(text);
    const code = await runRecords(words, { DATA_DIR: house.place.dir }, { out: say, err: say });
    return { code, said: said.join('\n') };
  }

  /** The ledger from these entries, chained anew as whoever can write to the disk could. */
  async function forge(change: (entries: LedgerEntry[]) => LedgerEntry[]): Promise<void> {
    const lines = (await readFile(file('ledger'), 'utf8')).trimEnd().split('\n');
    let hash = GENESIS;
    const forged = change(lines.map((line) => JSON.parse(line.slice(65)))).map((entry) => {
      const line = ledgerLine(hash, entry);
      hash = line.hash;
      return line.bytes;
    });
    await writeFile(file('ledger'), Buffer.concat(forged));
    await rm(file('snapshot'), { force: true });
  }

  it('proves a ledger that nobody touched', async () => {
    expect(command).toHaveLength(3);
    expect((await verify()).code).toBe(0);
  });

  it('finds that the ledger was shortened since', async () => {
    await forge((entries) => entries.slice(0, 2));
    expect((await verify(['verify'])).code).toBe(0);
    expect(await verify()).toMatchObject({ code: 1, said: expect.stringContaining('missing') });
  });

  it('finds that something before it was rewritten, also with the head that was noted beside it', async () => {
    await forge((entries) =>
      entries.map((entry, at) => (at === 1 && entry.case ? { ...entry, agreement: 'asb' } : entry)),
    );
    expect((await verify(['verify'])).code).toBe(0);
    expect(await verify()).toMatchObject({ code: 1, said: expect.stringContaining('rewritten') });
  });
});
