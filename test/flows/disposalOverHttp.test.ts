import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { explained, runRecords } from '../../bot/cli/recordsCommand.ts';
import type { Rendered } from '../../cards/render.ts';
import { verbs } from '../../cards/verbs.ts';
import { ids } from '../make/activity.ts';
import { until as untilSoon } from '../make/connector.ts';
import { aRecordOnItsWay, SECOND_LEAD } from '../make/disposal.ts';
import { APPROVER, aPerson, IG_LEAD, REQUESTER } from '../make/record.ts';
import {
  type Account,
  cardOf,
  chatOf,
  type SignedBot,
  startSignedBot,
  startTeams,
  type Teams,
} from '../make/signedBot.ts';
import { buttons } from '../make/speaker.ts';
import { aStore, type StorePlace } from '../make/store.ts';

const pat = { directoryId: '00000000-0000-4000-8000-00000000000a', name: 'Pat Practitioner (made up)' };
const ari = { directoryId: '00000000-0000-4000-8000-00000000000b', name: 'Ari Approver (made up)' };
const ira = { directoryId: '00000000-0000-4000-8000-00000000000c', name: 'Ira Lead (made up)' };
const lee = { directoryId: '00000000-0000-4000-8000-00000000000d', name: 'Lee Lead (made up)' };
const everybody = [pat, ari, ira, lee];
const office = [
  { id: REQUESTER, ...pat, roles: [] },
  { id: APPROVER, ...ari, roles: ['approver'] },
  { id: IG_LEAD, ...ira, roles: ['ig-lead'] },
  { id: SECOND_LEAD, ...lee, roles: ['ig-lead'] },
] as const;

/** The bot is a process of its own, and the machine may be busy. */
const until = (holds: () => boolean, what: string) => untilSoon(holds, what, 20_000);
const stub = 'This record was disposed of on';
const holdKeys = new URL('../make/holdKeys.ts', import.meta.url).href;

let teams: Teams;
let cwd: string;
let place: StorePlace;
let bot: SignedBot;
let id: string;
let reference: string;

beforeAll(async () => {
  teams = await startTeams();
});
afterAll(() => teams.close());
/** A record that was closed so long ago that its time is over, and the people around it. */
beforeEach(async () => {
  teams.connector.calls.length = 0;
  cwd = await mkdtemp(join(tmpdir(), 'disposal-'));
  place = await aStore();
  const stores = await place.open();
  for (const person of office) await stores.people.save(aPerson({ ...person, tenant: ids.tenant }));
  await stores.settings.change((settings) => ({ ...settings, retentionYears: 6 }));
  const long = new Date();
  long.setUTCFullYear(long.getUTCFullYear() - 7);
  id = await aRecordOnItsWay(stores, 2, long);
  reference = (await stores.records.heading(id))?.reference ?? '';
  await stores.close();
});
afterEach(async () => {
  bot.child.kill('SIGKILL');
  await bot.ended;
  await place.clear();
  await rm(cwd, { recursive: true, force: true });
});

const start = (...preload: string[]) => {
  bot = startSignedBot(teams, place, cwd, preload);
  return bot.port;
};

/** The messages in somebody’s chat as they stand now, oldest first. */
function chat({ directoryId }: Account): { message: string; card: Rendered }[] {
  const standing = new Map<string, Rendered>();
  for (const call of teams.connector.calls) {
    const card = call.kind === 'other' || call.id === null ? null : cardOf(call);
    if (card && call.id && call.conversation === chatOf({ directoryId })) standing.set(call.id, card);
  }
  return [...standing].map(([message, card]) => ({ message, card }));
}
const latest = (who: Account) => chat(who).at(-1) ?? { message: '', card: { card: {}, text: '' } };
const stands = (who: Account, words: string) =>
  until(() => latest(who).card.text.includes(words), `${words} for ${who.name}`);

/** Presses what begins so on somebody’s latest message, behind *More…* too. */
async function press(who: Account, title: string, typed: object = {}): Promise<Rendered> {
  const { message, card } = latest(who);
  const more = buttons(card).find((one) => one.title === 'More…');
  const pages = [card, ...(more ? [await bot.press(who, more.verb, more.data, message)] : [])];
  const found = pages.flatMap(buttons).find((one) => one.title.startsWith(title));
  if (!found) throw new Error(`${who.name} has no ${title}`);
  return bot.press(who, found.verb, { ...found.data, ...typed }, message);
}

/** Everybody looks at the record; one IG lead asks to dispose of it, so that the other has it to agree. */
async function asked(): Promise<void> {
  for (const who of everybody) {
    await bot.say(who, reference);
    await stands(who, reference);
  }
  const answer = await press(ira, 'Ask to dispose of it', { in_reason: 'Its time is over.' });
  expect(answer.text).toContain('Another IG lead agrees to that or keeps it');
  await stands(lee, 'asks to dispose of this record');
}

/** Everything that shows the record is the stub, whoever has it. */
const allStubs = () =>
  until(
    () => everybody.flatMap(chat).every(({ card }) => !card.text.includes(reference) || card.text.includes(stub)),
    'the stubs',
  );

async function records(line: string) {
  const out: string[] = [];
  const env = {
    ...{ BOT_ID: ids.bot, BOT_TYPE: 'SingleTenant', BOT_TENANT_ID: ids.tenant, BOT_PASSWORD: 'made-up' },
    ...{ ADMIN_IDS: ids.alice, DATA_DIR: place.dir, RECORD_KEY: place.recordKey.toString('base64') },
  };
  const terminal = { out: (text: string) => out.push(text), err: (text: string) => out.push(text) };
  const code = await runRecords(line.split(' '), env, terminal).catch((error) => explained(error, terminal));
  return { code, out: out.join('\n') };
}

/** Whatever a card of the record, or of the draft before it, could send; but words typed as a message are soon gone. */
const everyVerb = (): (readonly [string, object])[] => {
  const known: Readonly<Record<string, unknown>> = {
    ...{ case: id, from: id, revision: 3, page: 1, question: 'danger', input: 'danger', kind: 'dob', agreement: 'mas' },
  };
  return Object.entries(verbs).flatMap(([verb, { shape }]) =>
    /^(?:checklist|review)\./.test(verb) && 'case' in shape && !('said' in shape)
      ? [[verb, Object.fromEntries(Object.keys(shape).map((name) => [name, known[name]]))] as const]
      : [],
  );
};

/** What stands on the disk of records and drafts. */
const kept = async () => Promise.all(['ledger', 'keys', 'drafts'].map((name) => place.bytes(name)));
const keys = async () => (await place.bytes('keys')).toString();

describe('A disposal in the running bot', { timeout: 120_000 }, () => {
  it('leaves a stub in the place of every card, and old buttons say so and change nothing', async () => {
    await start();
    await asked();
    const old = everybody.map((who) => ({ who, cards: chat(who) }));
    expect(old.every(({ cards }) => cards.some(({ card }) => card.text.includes(reference)))).toBe(true);

    expect((await press(lee, 'Agree')).text).toContain(stub);
    await allStubs();
    expect(await keys()).not.toContain(id);
    for (const who of everybody)
      expect(
        chat(who).some(({ card }) => card.text.includes(stub)),
        who.name,
      ).toBe(true);

    const before = await kept();
    for (const { who, cards } of old)
      for (const { message, card } of cards)
        for (const { verb, data } of buttons(card).filter((one) => one.data.case === id)) {
          const answer = await bot.press(who, verb, data, message);
          expect(answer.text, `${who.name}: ${verb}`).toContain(stub);
        }
    for (const who of everybody)
      for (const [verb, data] of everyVerb()) {
        const { text } = await bot.press(who, verb, { ...data, in_reason: 'Late words.' });
        expect(text, `${who.name}: ${verb}`).toContain(stub);
      }
    expect(await kept()).toEqual(before);
    await allStubs();

    expect(await records('dispose')).toMatchObject({ code: 1, out: expect.stringContaining('Another process') });
    expect(await records('verify')).toMatchObject({ code: 0, out: expect.stringMatching(/^Whole/) });
    await bot.stop();
    expect(await records('dispose')).toMatchObject({ code: 0, out: expect.stringContaining('nothing to finish') });
    const proof = await records('verify');
    expect(proof).toMatchObject({ code: 0, out: expect.stringMatching(/^Whole/) });
    expect(proof.out).not.toContain(reference);
    expect(bot.output.out).not.toMatch(/Its time is over|Late words|Made-up/);
  });

  it.each(['the next start', 'records -- dispose'] as const)(
    'that a kill cut off before the keys were rewritten is finished by %s',
    async (finisher) => {
      await start(holdKeys);
      await asked();
      const agreed = press(lee, 'Agree').catch(() => null);
      await until(() => bot.output.out.includes('"held":"keys"'), 'the keys');
      bot.child.kill('SIGKILL');
      await bot.ended;
      await agreed;
      expect(await keys()).toContain(id);
      expect((await records('verify')).out).toContain(`${reference} was disposed of, but its key is still there`);

      if (finisher === 'records -- dispose') {
        expect(await records('dispose')).toMatchObject({ code: 0, out: expect.stringContaining(reference) });
        expect(await keys()).not.toContain(id);
      }
      await start();
      await allStubs();
      for (const who of everybody)
        expect(
          chat(who).some(({ card }) => card.text.includes(stub)),
          who.name,
        ).toBe(true);
      // The stubs are on their way before the keys are rewritten; a stop waits for what is under way.
      await bot.stop();
      expect(await keys()).not.toContain(id);
      expect((await records('verify')).out).toMatch(/^Whole/);
      expect((await records('verify')).out).not.toContain(reference);
    },
  );
});
