import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordReminders } from '../../bot/background/recordReminders.ts';
import { readConfig } from '../../bot/config.ts';
import { questionsDue } from '../../bot/conversation/askedNotices.ts';
import { draftsDue } from '../../bot/conversation/draftsDue.ts';
import type { Stores } from '../../bot/stores/ports.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { buttons, type Speaker, told } from '../make/speaker.ts';
import { aSubmittedRecord, type Submitted, shareAnswers } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const typed = { 'recipient-organisation': 'Zanzibar Police', 'recipient-role': 'sergeant' };
const secret = /Zanzibar|Otto/;

let house: HouseUnderTest;
let at: Submitted;

beforeEach(async () => {
  house = await aHouse({ patienceMs: 60_000 });
  at = await aSubmittedRecord(house);
  // A second record, so that a break in the first is not a cut last line; then a draft that is half done.
  for (const until of [undefined, 'Who would receive it?']) {
    await at.pat.say('start');
    await walkChecklist(at.pat, plausible(shareAnswers), until);
    if (until === undefined) await at.pat.press('Submit');
  }
  at.ari.card = (await told(house, at.ari)).at(-1) ?? at.ari.card;
  house.logged.length = 0;
});
afterEach(() => house.close());

const errors = () => house.logged.filter(({ level }) => level === 'error');
const dir = (...names: string[]) => join(house.place.dir, ...names);
const draftOf = async (who: Speaker) => (await house.stores.drafts.ofOwner(await who.id()))[0];
const refuseWith = (code: string) => {
  house.disk.refuse = ({ op }) => (['open', 'write', 'sync'].includes(op) ? code : null);
};

async function changeFile(path: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  await house.stores.close();
  await writeFile(path, change(await readFile(path)));
  house.stores = await house.place.open(house.disk.fs);
}

interface Fault {
  readonly name: string;
  readonly happens: () => Promise<void> | void;
  /** What a checklist's answer is told, and a decision; null where both are done. */
  readonly saysOfDraft: RegExp | null;
  readonly saysOfDecision: RegExp | null;
  readonly code: string;
  readonly isOver: () => Promise<void> | void;
}

const faults: readonly Fault[] = [
  ...(['ENOSPC', 'EROFS'] as const).map(
    (code): Fault => ({
      name: code === 'ENOSPC' ? 'a full disk' : 'a read-only folder',
      happens: () => refuseWith(code),
      saysOfDraft: /Not saved\. I could not write that down/,
      saysOfDecision: /Not saved\. I could not write that down just now; what you typed is still here/,
      code: 'cannot-write',
      isOver: () => {
        house.disk.refuse = () => null;
      },
    }),
  ),
  {
    name: 'a broken chain',
    happens: () =>
      changeFile(dir('ledger'), (bytes) => {
        bytes.write('x', bytes.indexOf('"requester"') + 2);
        return bytes;
      }),
    saysOfDraft: null,
    saysOfDecision: /Not recorded\. The record store cannot take anything new right now.*tell your IG lead/,
    code: 'broken-chain',
    isOver: () =>
      changeFile(dir('ledger'), (bytes) => {
        bytes.write('e', bytes.indexOf('"rxquester"') + 2);
        return bytes;
      }),
  },
];

describe.each(faults)('With $name', ({ happens, saysOfDraft, saysOfDecision, code, isOver }) => {
  it('people are told plainly, the log says it once for each press and no content, nothing is lost, and asking works', async () => {
    const before = await draftOf(at.pat);
    const card = at.pat.card;
    await happens();
    await at.pat.press('Continue', typed, card);
    const said = `${at.pat.beside} ${at.pat.card.text} ${JSON.stringify(at.pat.card.card)}`;
    if (saysOfDraft) {
      expect(said).toMatch(saysOfDraft);
      expect(said).toContain('Zanzibar');
      expect(await draftOf(at.pat)).toEqual(before);
    } else expect((await draftOf(at.pat))?.answers['recipient-organisation']).toBe('Zanzibar Police');
    const asOf = at.ari.card;
    await at.ari.press('Decline', { reason: 'A word about Otto' });
    expect(at.ari.beside).toMatch(saysOfDecision ?? /^$/);
    expect(at.ari.card).toBe(asOf);
    const logged = errors();
    expect(logged).toHaveLength(saysOfDraft ? 2 : 1);
    for (const { fields } of logged) expect(fields).toMatchObject({ code, why: expect.stringMatching(/\w+ .*\.$/) });
    expect(JSON.stringify(house.logged)).not.toMatch(secret);
    await at.pat.say('Which agreement covers sharing with the MARAC?');
    expect(at.pat.reply.card?.text).toContain('MARAC');

    await isOver();
    await at.ari.press('Decline', { reason: 'A word about Otto' }, asOf);
    expect(at.ari.card.text).toContain('Declined by Ari Approver');
    expect(await house.stores.records.count()).toBe(2);
    if (saysOfDraft) await at.pat.press('Continue', typed, card);
    expect((await draftOf(at.pat))?.answers['recipient-organisation']).toBe('Zanzibar Police');
    expect(await house.stores.records.verify()).toMatchObject({ kind: 'whole' });
  });
});

it('With a damaged draft its owner is told, and asking works', async () => {
  await told(house, at.pat);
  await changeFile(dir('drafts'), (bytes) =>
    Buffer.from(bytes.toString().replaceAll(/"revision":\d+/g, '"revision":"x"')),
  );
  expect((await told(house, at.pat)).map(({ text }) => text)).toEqual([
    expect.stringContaining('It held a draft of yours'),
  ]);
  await at.pat.say('Which agreement covers sharing with the MARAC?');
  expect(at.pat.reply.card?.text).toContain('MARAC');
  expect(await house.stores.records.count()).toBe(2);
});

describe('Does not start, in one sentence that names what is wrong and the cure, and changes nothing', () => {
  const refusal = async (open: () => Promise<unknown>): Promise<unknown> => {
    await house.stores.close();
    const ledger = await readFile(dir('ledger'));
    const error = (await open().catch((caught) => caught)) as Error;
    expect(await readFile(dir('ledger'))).toEqual(ledger);
    expect(`${error.message}`).not.toMatch(secret);
    return error;
  };
  afterEach(async () => {
    house.stores = await house.place.open();
    expect(await house.stores.records.count()).toBe(2);
  });

  it('with the wrong key', async () => {
    const error = await refusal(() => house.place.open(undefined, { recordKey: randomBytes(32), init: false }));
    expect(error).toMatchObject({ code: 'wrong-key', message: expect.stringMatching(/^RECORD_KEY is not the key/) });
  });

  it('with no key', async () => {
    const error = await refusal(async () => readConfig({ DATA_DIR: house.place.dir }, { production: true }));
    expect(error).toMatchObject({ name: 'ConfigError', message: expect.stringMatching(/RECORD_KEY: required/) });
  });

  it('with the case keys lost', async () => {
    const keys = await readFile(dir('keys'));
    await rm(dir('keys'));
    const error = await refusal(() => house.place.open());
    expect(error).toMatchObject({ code: 'damaged', message: expect.stringContaining('The store has lost the keys') });
    await writeFile(dir('keys'), keys);
  });

  it('with a damaged person', async () => {
    const path = dir('people', `${await at.pat.id()}.json`);
    const whole = await readFile(path);
    await writeFile(path, whole.subarray(0, -9));
    const error = await refusal(() => house.place.open());
    expect(error).toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/people\/\S+\.json .*from a backup/),
    });
    await writeFile(path, whole);
  });

  it.each(['ENOSPC', 'EROFS'])('or starts, with a disk that refuses (%s)', async (code) => {
    refuseWith(code);
    const opened = await refusal(() => house.place.open(house.disk.fs));
    if (opened instanceof Error)
      expect(opened).toMatchObject({ code: 'cannot-write', message: expect.stringContaining(code) });
    else await (opened as Stores).close();
    house.disk.refuse = () => null;
  });
});

describe.each([
  ['goes back by two hours', (now: Date) => new Date(now.getTime() - 2 * 3_600_000)],
  ['jumps to 1970', () => new Date(1_000)],
])('When the clock %s', (_name, wrong) => {
  const due = async () => {
    await draftsDue(house, house.clock);
    await questionsDue(house, house.clock);
    await recordReminders(house, house.clock);
  };

  it('answers, drafts, records, decisions and what is due go on; nothing goes, nobody is reminded twice, the chain holds', async () => {
    const right = house.clock;
    await due();
    for (const who of [at.pat, at.ari, at.ira]) await told(house, who);
    house.clock = wrong(right);
    const card = at.pat.card;
    await at.pat.say('Which agreement covers sharing with the MARAC?');
    expect(at.pat.reply.card?.text).toContain('MARAC');
    at.pat.card = card;
    await walkChecklist(at.pat, plausible(shareAnswers));
    await due();
    await at.pat.press('Submit');
    expect(at.pat.card.text).toMatch(/SR-[A-Z0-9]{4}-[A-Z0-9]{2}/);
    await at.ari.press('Approve');
    expect(at.ari.card.text).toContain('Approved by Ari Approver');
    await at.pat.say('start');
    await at.pat.press('Continue', { danger: 'no' });
    await due();
    expect(await house.stores.drafts.ofOwner(await at.pat.id())).toHaveLength(1);
    expect(await house.stores.records.count()).toBe(3);

    house.clock = right;
    await due();
    expect(await house.stores.drafts.ofOwner(await at.pat.id())).toHaveLength(1);
    expect(await house.stores.records.verify()).toMatchObject({ kind: 'whole' });
    await house.restart();
    await due();
    expect(await house.stores.drafts.ofOwner(await at.pat.id())).toHaveLength(1);
    expect(await house.stores.records.count()).toBe(3);
    expect(errors()).toEqual([]);
    expect(buttons(at.ari.card).length).toBeGreaterThan(0);
  });
});
