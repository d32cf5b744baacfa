import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../bot/conversation/reply.ts';
import { activity, press } from '../make/activity.ts';
import { type BotUnderTest, card, startBotUnderTest } from '../make/botUnderTest.ts';
import { until } from '../make/connector.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { buttons } from '../make/speaker.ts';
import { aSubmittedRecord } from '../make/submittedRecord.ts';

const textType = 'application/vnd.microsoft.activity.message';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const contentOf = (call: { activity: Record<string, unknown> } | undefined) =>
  (call?.activity.attachments as { content: unknown }[] | undefined)?.[0]?.content;

/** A reply whose write is still under way, and what ends it. */
function pending(): { reply: Reply; settle: (settled: Reply) => void; fail: (error: Error) => void } {
  let settle: (settled: Reply) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const later = new Promise<Reply>((resolve, reject) => {
    settle = resolve;
    fail = reject;
  });
  return { reply: { card: card('not yet saved'), later }, settle, fail };
}

describe('A reply that the store is still writing', () => {
  let bot: BotUnderTest;
  let at: string;
  beforeEach(async () => {
    bot = await startBotUnderTest({ limits: { buttonMs: 200, typingMs: 150 } });
    at = bot.connector.url;
  });
  afterEach(() => bot.close());

  it('to a button is given at once; what it comes to takes the place of the same card, and is noted', async () => {
    const slow = pending();
    bot.reply = async () => slow.reply;
    const answer = await bot.say(press(at, 'x', {}));
    expect(answer.json?.value).toEqual(card('not yet saved').card);
    await bot.connector.until(1);
    slow.settle({ card: card('saved'), showsCase: 'case-1' });
    await bot.connector.until(2);
    expect(bot.connector.calls.map(({ kind, target }) => [kind, target])).toEqual([
      ['update', 'card-1'],
      ['update', 'card-1'],
    ]);
    expect(bot.connector.calls.map(contentOf)).toEqual([card('not yet saved').card, card('saved').card]);
    await until(() => bot.posts.length > 0, 'the note');
    expect(bot.posts).toEqual([{ case: 'case-1', person: 'person-of-a1b2', activityId: 'card-1' }]);
  });

  it('to typed words is sent, and what it comes to takes the place of that message', async () => {
    const slow = pending();
    bot.reply = async () => slow.reply;
    expect((await bot.say(activity(at))).status).toBe(200);
    slow.settle({ card: card('saved') });
    await bot.connector.until(2);
    const [sent, replaced] = bot.connector.calls;
    expect([sent?.kind, replaced?.kind, replaced?.target]).toEqual(['send', 'update', sent?.id]);
    expect(contentOf(replaced)).toEqual(card('saved').card);
  });

  it('holds up nothing else in the chat', async () => {
    const slow = pending();
    bot.reply = async ({ input }) => (input.kind === 'text' ? { text: 'an answer' } : slow.reply);
    await bot.say(press(at, 'x', {}));
    await bot.say(activity(at));
    expect(bot.connector.sends()).toMatchObject([{ activity: { text: 'an answer' } }]);
    slow.settle({ card: card('saved') });
  });

  it('that fails in the end says so in the chat with a reference; the log has no words of it', async () => {
    const slow = pending();
    bot.reply = async () => slow.reply;
    await bot.say(press(at, 'x', {}));
    slow.fail(new Error('about a child'));
    await until(() => bot.connector.sends().length > 0, 'the apology');
    expect(bot.connector.sends()).toMatchObject([
      { activity: { text: expect.stringContaining(String(bot.log[0]?.fields.reference)) } },
    ]);
    expect(JSON.stringify(bot.log)).not.toContain('child');
  });

  it('is followed also when it came too late for the button itself', async () => {
    const slow = pending();
    bot.reply = () => pause(300).then(() => slow.reply);
    expect((await bot.say(press(at, 'x', {}))).json?.type).toBe(textType);
    await bot.connector.until(1);
    slow.settle({ card: card('saved') });
    await bot.connector.until(2);
    expect(bot.connector.updates().map(contentOf)).toEqual([card('not yet saved').card, card('saved').card]);
  });

  it('is waited for by a bot that is told to stop', async () => {
    const slow = pending();
    bot.reply = async () => slow.reply;
    await bot.say(press(at, 'x', {}));
    let isDrained = false;
    const drained = bot.teams.drain().then(() => {
      isDrained = true;
    });
    await pause(50);
    expect(isDrained).toBe(false);
    slow.settle({ card: card('saved') });
    await drained;
    expect(bot.connector.updates().map(contentOf).at(-1)).toEqual(card('saved').card);
  });
});

describe('A further card that shows a case', () => {
  it('is noted where it stands, the card above it is not', async () => {
    const bot = await startBotUnderTest();
    bot.reply = async () => ({ card: card('hello'), followUp: card('record'), followUpShows: 'case-2' });
    await bot.say(activity(bot.connector.url));
    const [, second] = bot.connector.calls;
    await until(() => bot.posts.length > 0, 'the note');
    expect(bot.posts).toEqual([{ case: 'case-2', person: 'person-of-a1b2', activityId: second?.id }]);
    await bot.close();
  });
});

describe('With a store that takes seconds and a connector that fails', () => {
  let house: HouseUnderTest;
  let bot: BotUnderTest;
  const emergency = {
    'in_emergency-who': 'A made-up pupil.',
    'in_emergency-shared': 'The address, with the police.',
    'in_emergency-why': 'The parent is at the gate.',
  };

  beforeEach(async () => {
    house = await aHouse();
    Object.assign(house, { now: () => new Date() });
    bot = await startBotUnderTest({ house });
  });
  afterEach(async () => {
    house.pace.release();
    await bot.teams.close();
    await bot.connector.close();
    await bot.keys.close();
    await house.close();
  });

  const send = (verb: string, data: object) => bot.say(press(bot.connector.url, verb, data));

  it.each([
    ['hangs', 'hang' as const],
    ['refuses everything', { status: 500 }],
  ])('a button is answered within 2 s with its own card, though the connector %s', async (_name, failure) => {
    bot.connector.failure = () => failure;
    await send('checklist.emergency', { case: 'case-slow' });
    const draft = await house.stores.drafts.open('case-slow');
    house.pace.hold('');
    const data = { case: 'case-slow', question: 'emergency', revision: draft?.revision, ...emergency };
    const answers = await Promise.all([1, 2, 3].map(() => send('checklist.answer', data)));
    for (const answer of answers) {
      expect(answer.ms).toBeLessThan(2_000);
      expect(JSON.stringify(answer.json?.value)).toContain('Not yet saved');
      expect(JSON.stringify(answer.json?.value)).toContain('Call 999 now');
    }
    house.pace.release();
    while ((await house.stores.records.count()) === 0) await pause(10);
    const last = await send('checklist.answer', data);
    expect(JSON.stringify(last.json?.value)).toMatch(/SR-[A-Z0-9]{4}-[A-Z0-9]{2}/);
    expect(await house.stores.records.count()).toBe(1);
    expect(JSON.stringify([house.logged, bot.log])).not.toContain('made-up pupil');
  });

  it('a typed message is answered before the disk has noted where its card stands; a bot that is told to stop waits for that', async () => {
    const { ari, record } = await aSubmittedRecord(house);
    const { case: id, reference } = await record();
    house.pace.hold('posts');
    const from = { id: '29:ari', name: 'Ari Approver', aadObjectId: ari.directoryId };
    await bot.say(activity(bot.connector.url, { from, text: reference }));
    expect(JSON.stringify(bot.connector.sends().at(-1)?.activity)).toContain(reference);
    const drained = bot.teams.drain();
    house.pace.release();
    await drained;
    const posts = await house.stores.outbox.posts(id);
    expect(posts.map(({ activityId }) => activityId)).toEqual([bot.connector.sends().at(-1)?.id]);
  });

  it('a decision is answered within 2 s with its card and comment; what it came to takes the place of the card', async () => {
    const { ari, events } = await aSubmittedRecord(house);
    const approve = buttons(ari.card).find(({ title }) => title === 'Approve');
    const from = { id: '29:ari', name: 'Ari Approver', aadObjectId: ari.directoryId };
    const data = { ...approve?.data, in_reason: 'Words about made-up Otto' };
    house.pace.hold('ledger');
    const pressed = press(bot.connector.url, approve?.verb ?? '', data, { from });
    const answer = await bot.say(pressed);
    expect(answer.ms).toBeLessThan(2_000);
    expect(JSON.stringify(answer.json?.value)).toContain('Not yet saved');
    expect(JSON.stringify(answer.json?.value)).toContain('Words about made-up Otto');
    expect(await events()).toEqual(['submitted']);
    house.pace.release();
    await until(() => bot.connector.updates().length > 0, 'the decision');
    const [update] = bot.connector.updates();
    expect(update?.target).toBe('card-1');
    expect(JSON.stringify(update?.activity)).toMatch(/Saved\. The reference is SR-/);
    expect(await events()).toEqual(['submitted', 'approved']);
    expect(JSON.stringify([house.logged, bot.log])).not.toContain('Otto');
  });
});
