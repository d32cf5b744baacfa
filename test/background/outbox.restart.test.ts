import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Outbox, startOutbox } from '../../bot/background/outbox.ts';
import { noticeCard } from '../../bot/conversation/notices.ts';
import type { Rendered } from '../../cards/render.ts';
import { ids } from '../make/activity.ts';
import { type BotUnderTest, startBotUnderTest } from '../make/botUnderTest.ts';
import { type Failure, until } from '../make/connector.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aCommit } from '../make/record.ts';
import { aSpeaker, buttons, type Speaker } from '../make/speaker.ts';

let bot: BotUnderTest;
let house: HouseUnderTest;
let ann: Speaker;
let outbox: Outbox;

beforeAll(async () => {
  bot = await startBotUnderTest();
});
afterAll(() => bot.close());
beforeEach(async () => {
  bot.connector.calls.length = 0;
  bot.connector.failure = () => null;
  house = await aHouse({ homeArea: 'london' });
  ann = await aSpeaker(house, 'Ann Approver (made up)', ['approver']);
  await openChat(await ann.id());
});
afterEach(async () => {
  await outbox.drain();
  await house.close();
});

async function openChat(person: string) {
  const chat = { serviceUrl: bot.connector.url, conversationId: `a:${person}`, tenantId: ids.tenant };
  await house.stores.people.change(person, (found) => ({
    ...found,
    chat: { ...chat, botId: `28:${ids.bot}`, userId: `29:${person}` },
  }));
}

/** The outbox of the running bot, with the cards of the real conversations. */
function start() {
  outbox = startOutbox({
    stores: house.stores,
    send: bot.teams.send,
    renderNotice: (notice) => noticeCard(house, notice),
    log: house.log,
    random: () => 0,
  });
}

/** The process dies in the moment in which a card has arrived: nothing is written down after that. */
async function dieOnceSent() {
  let isDead = false;
  bot.connector.failure = () => {
    isDead = true;
    return null;
  };
  house.disk.refuse = ({ op }) => (isDead && op === 'write' ? 'EIO' : null);
  start();
  await until(() => bot.connector.sends().length > 0, 'a card');
  await outbox.drain();
  house.disk.refuse = () => null;
  bot.connector.failure = () => null;
  await house.restart();
}

const cards = (): Rendered[] =>
  bot.connector.sends().map(({ activity }) => {
    const [attachment] = activity.attachments as { content: Rendered['card'] }[];
    return { card: attachment?.content ?? {}, text: String(activity.summary) };
  });
const nothingOwed = async () => (await house.stores.outbox.pending()).length === 0;
const settled = async () => {
  for (let times = 0; times < 300 && !(await nothingOwed()); times++) await new Promise((go) => setTimeout(go, 10));
  expect(await nothingOwed()).toBe(true);
};

describe('after the process died between a card and the note that it was sent', () => {
  it('the card comes again as things stand, works, and an older one shows the decision', async () => {
    const commit = aCommit({ approver: await ann.id() });
    await house.stores.records.commit(commit);
    await dieOnceSent();
    start();
    await settled();
    const [first, second] = cards() as [Rendered, Rendered];
    expect(cards()).toHaveLength(2);
    expect(second).toEqual(first);
    expect((await ann.press('Approve', {}, second)).text).toMatch(/approved/i);
    expect((await ann.press('Approve', {}, first)).text).toMatch(/approved/i);
    expect((await house.stores.records.open(commit.case))?.events).toHaveLength(2);
  });

  it('it does not come again when the person has decided by then', async () => {
    const commit = aCommit({ approver: await ann.id() });
    await house.stores.records.commit(commit);
    await dieOnceSent();
    await ann.press('Approve', {}, cards()[0]);
    await openChat(await ann.id());
    start();
    await settled();
    expect(cards().filter((card) => buttons(card).some(({ title }) => title.startsWith('Approve')))).toHaveLength(1);
    expect(cards()).toHaveLength(1);
  });
});

describe('a person', () => {
  const gone: readonly [string, Failure][] = [
    ['has blocked the bot', { status: 403, code: 'MessageWritesBlocked' }],
    ['has left the organisation', { status: 404, code: 'ConversationNotFound' }],
  ];
  it.each(gone)(
    'because they %s stands in the IG lead’s list, and is told when that was put right',
    async (_, failure) => {
      const lead = await aSpeaker(house, 'Ira IG Lead (made up)', ['ig-lead']);
      await openChat(await lead.id());
      const commit = aCommit({ approver: await ann.id() });
      await house.stores.records.commit(commit);
      bot.connector.failure = () => failure;
      start();
      await settled();
      const list = await lead.send('not-notified.list', {});
      expect(list.text).toContain('Ann Approver (made up) was not told that a decision is waiting');
      expect(list.text).toContain(commit.heading.reference);

      await outbox.drain();
      await house.restart();
      bot.connector.failure = () => null;
      start();
      await lead.press('Open Ann', {}, await lead.send('not-notified.list', {}));
      await lead.press('Try again');
      outbox.nudge();
      await settled();
      expect(cards().at(-1)?.text).toContain(commit.heading.reference);
      expect(await house.stores.outbox.notDelivered()).toEqual([]);
    },
  );
});
