import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activity, ids, mention, press, submit } from '../make/activity.ts';
import { type BotUnderTest, card, startBotUnderTest } from '../make/botUnderTest.ts';
import { until } from '../make/connector.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const textType = 'application/vnd.microsoft.activity.message';

let bot: BotUnderTest;
let at: string;
beforeAll(async () => {
  bot = await startBotUnderTest({ limits: { buttonMs: 300, typingMs: 150 } });
  at = bot.connector.url;
});
afterAll(() => bot.close());
beforeEach(async () => {
  // What the test before left to be sent afterwards.
  await new Promise((resolve) => setTimeout(resolve, 20));
  bot.connector.calls.length = 0;
  bot.connector.failure = () => null;
  bot.arrivals.length = 0;
  bot.posts.length = 0;
  bot.log.length = 0;
  bot.reply = async () => ({ card: card('answer') });
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const contentOf = (call: { activity: Record<string, unknown> } | undefined) =>
  (call?.activity.attachments as { content: unknown }[] | undefined)?.[0]?.content;
/** Closes a bot that still waits for something that never comes. */
const abandon = (other: BotUnderTest) =>
  Promise.all([other.teams.close(), other.connector.close(), other.keys.close()]);

/** Long enough for a call that should not come. */
const quiet = () => pause(80);

describe('a typed message', () => {
  it('is answered with a new message that holds the card and its words for a notification', async () => {
    expect(await bot.say(activity(at))).toMatchObject({ status: 200, text: '' });
    expect(bot.connector.calls).toMatchObject([
      {
        kind: 'send',
        conversation: 'a:alice',
        activity: {
          type: 'message',
          from: { id: `28:${ids.bot}` },
          recipient: { id: '29:alice' },
          summary: 'answer',
          attachments: [{ contentType: cardType, content: card('answer').card }],
        },
      },
    ]);
  });

  it('has the reply’s text before the card, as plain text, then the further card', async () => {
    bot.reply = async () => ({ text: '*saved*', card: card('one'), followUp: card('two') });
    await bot.say(activity(at));
    expect(bot.connector.calls).toMatchObject([{ activity: { text: '*saved*', textFormat: 'plain' } }, {}]);
    expect(bot.connector.calls.map(contentOf)).toEqual([card('one').card, card('two').card]);
  });

  it('may be answered with words alone, or with nothing', async () => {
    bot.reply = async () => ({ text: 'words' });
    await bot.say(activity(at));
    bot.reply = async () => null;
    await bot.say(activity(at));
    expect(bot.connector.calls).toMatchObject([{ activity: { type: 'message', text: 'words' } }]);
  });

  it('that takes long shows that the bot is typing, once', async () => {
    bot.reply = () => pause(400).then(() => ({ text: 'words' }));
    await bot.say(activity(at));
    expect(bot.connector.calls.map(({ activity }) => activity.type)).toEqual(['typing', 'message']);
  });

  it('shows typing by our own timer alone: the library’s cannot be turned off by its option', async () => {
    bot.reply = () => pause(1_200).then(() => ({ text: 'words' }));
    await bot.say(mention(at, 'which agreement?'));
    expect(bot.connector.calls.map(({ activity }) => activity.type)).toEqual(['message']);
  });

  it('whose conversation fails is answered with an apology and a reference; the log has no words of it', async () => {
    bot.reply = () => Promise.reject(new Error('about a child'));
    expect((await bot.say(activity(at))).status).toBe(200);
    const reference = String(bot.log[0]?.fields.reference);
    expect(bot.connector.sends()).toMatchObject([{ activity: { text: expect.stringContaining(reference) } }]);
    expect(JSON.stringify(bot.log)).not.toContain('child');
  });

  it('that throws at once does the same', async () => {
    bot.reply = () => {
      throw new TypeError('broken');
    };
    expect((await bot.say(activity(at))).status).toBe(200);
    expect(bot.connector.sends()).toHaveLength(1);
  });

  it('is answered in the order in which the chat’s answers were ready, though sending is slow', async () => {
    bot.reply = async ({ input }) => ({ text: input.kind === 'text' ? input.text : '' });
    await Promise.all(['one', 'two', 'three'].map((text) => bot.say(activity(at, { text }))));
    const order = bot.connector.sends().map(({ activity }) => activity.text);
    expect([...order].sort()).toEqual(['one', 'three', 'two']);
    expect(order).toEqual(bot.arrivals.map(({ input }) => input.kind === 'text' && input.text));
  });

  it('keeps 50 chats apart', async () => {
    bot.reply = async ({ chat }) => ({ text: `for ${chat?.conversationId}` });
    const chats = Array.from({ length: 50 }, (_, number) => `a:${number}`);
    const says = chats.map((id) =>
      bot.say(activity(at, { conversation: { id, conversationType: 'personal', tenantId: ids.tenant } })),
    );
    await Promise.all(says);
    for (const { conversation, activity } of bot.connector.sends()) expect(activity.text).toBe(`for ${conversation}`);
    expect(bot.connector.sends()).toHaveLength(50);
  });
});

describe('a button', () => {
  it('is answered with the card that takes the place of its own, which is then replaced for good', async () => {
    const answer = await bot.say(press(at, 'ask.show', { label: 'asb' }));
    expect(answer).toMatchObject({
      status: 200,
      json: { statusCode: 200, type: cardType, value: card('answer').card },
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    await bot.connector.until(1);
    expect(bot.connector.calls).toMatchObject([{ kind: 'update', conversation: 'a:alice', target: 'card-1' }]);
    expect(contentOf(bot.connector.calls[0])).toEqual(card('answer').card);
  });

  it('is answered before the connector is asked for anything', async () => {
    const other = await startBotUnderTest();
    other.connector.failure = () => 'hang';
    const answer = await other.say(press(other.connector.url, 'x', {}));
    expect(answer.json?.type).toBe(cardType);
    await other.connector.until(1);
    expect(other.connector.calls[0]?.at).toBeGreaterThanOrEqual(answer.at);
    await abandon(other);
  });

  it('leaves its card when the answer is words', async () => {
    bot.reply = async () => ({ text: 'not yours' });
    expect((await bot.say(press(at, 'x', {}))).json).toEqual({ statusCode: 200, type: textType, value: 'not yours' });
    await quiet();
    expect(bot.connector.calls).toHaveLength(0);
  });

  it('is never answered with nothing: Teams would press it again', async () => {
    bot.reply = async () => null;
    expect((await bot.say(press(at, 'x', {}))).json).toMatchObject({
      type: textType,
      value: expect.stringMatching(/./),
    });
  });

  it('sends the further card after the replaced one', async () => {
    bot.reply = async () => ({ card: card('done'), followUp: card('next') });
    await bot.say(press(at, 'x', {}));
    await bot.connector.until(2);
    expect(bot.connector.calls.map(({ kind }) => kind)).toEqual(['update', 'send']);
  });

  it('that answers with words and a card below leaves the pressed one as it is', async () => {
    bot.reply = async () => ({ text: 'below', followUp: card('next') });
    expect((await bot.say(press(at, 'x', {}))).json).toMatchObject({ type: textType, value: 'below' });
    await bot.connector.until(1);
    await quiet();
    expect(bot.connector.calls.map(({ kind, activity }) => [kind, activity.summary])).toEqual([['send', 'next']]);
  });

  it('in a group changes nobody else’s card', async () => {
    const conversation = { id: '19:chat', conversationType: 'groupChat', isGroup: true, tenantId: ids.tenant };
    expect((await bot.say(press(at, 'x', {}, { conversation }))).json?.type).toBe(cardType);
    await quiet();
    expect(bot.connector.calls).toHaveLength(0);
  });

  it('whose answer carries `refresh` is shown to nobody else and makes no call of its own', async () => {
    const refresh = { refresh: { action: { type: 'Action.Execute', verb: 'x' }, userIds: ['29:bob'] } };
    const conversation = { id: '19:chat', conversationType: 'groupChat', isGroup: true, tenantId: ids.tenant };
    bot.reply = async () => ({ card: card('private', refresh) });
    for (let time = 0; time < 3; time++) await bot.say(press(at, 'x', {}, { conversation }));
    await quiet();
    expect(bot.connector.calls).toHaveLength(0);
  });

  it('pressed three times in a row leaves the card of the last answer', async () => {
    let number = 0;
    bot.reply = async () => ({ card: card(`answer ${++number}`) });
    for (let time = 0; time < 3; time++) await bot.say(press(at, 'x', {}));
    await bot.connector.until(3);
    expect(bot.connector.updates().map(contentOf)).toEqual([1, 2, 3].map((n) => card(`answer ${n}`).card));
  });

  it('is answered though its card cannot be replaced; the log names the chat', async () => {
    bot.connector.failure = () => ({ status: 404, code: 'ActivityNotFoundInConversation' });
    expect((await bot.say(press(at, 'x', {}))).status).toBe(200);
    await until(() => bot.log.length > 0, 'a log line');
    expect(bot.log).toMatchObject([{ fields: { conversation: 'a:alice', outcome: 'undeliverable' } }]);
  });

  it('whose caller has gone away still leaves its card', async () => {
    bot.reply = () => pause(150).then(() => ({ card: card('for good') }));
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await bot.keys.token()}` };
    const body = JSON.stringify(press(at, 'x', {}));
    const call = fetch(`${bot.url}/api/messages`, { method: 'POST', headers, body, signal: AbortSignal.timeout(80) });
    await expect(call).rejects.toThrow();
    await bot.connector.until(1);
    expect(bot.connector.calls).toMatchObject([{ kind: 'update', target: 'card-1' }]);
  });

  it('of an unknown invoke is answered too', async () => {
    expect((await bot.say(press(at, 'x', {}, { name: 'task/fetch' }))).json?.type).toBe(textType);
    expect(bot.arrivals).toHaveLength(0);
  });

  it('with value null reaches the conversation as a button without a verb', async () => {
    expect((await bot.say(press(at, 'x', {}, { value: null }))).status).toBe(200);
    expect(bot.arrivals).toMatchObject([{ input: { kind: 'action', verb: '' } }]);
  });
});

describe('a button whose conversation', () => {
  it('fails is answered with an apology, and its card stays', async () => {
    bot.reply = () => Promise.reject(new Error('about a child'));
    const answer = await bot.say(press(at, 'x', {}));
    expect(answer).toMatchObject({ status: 200, json: { type: textType, value: expect.stringContaining('Sorry') } });
    expect(answer.text + JSON.stringify(bot.log)).not.toContain('child');
  });

  it('takes too long is answered in time, and its card is replaced when the answer is there', async () => {
    bot.reply = () => pause(2_000).then(() => ({ card: card('late') }));
    const answer = await bot.say(press(at, 'x', {}));
    expect(answer).toMatchObject({ status: 200, json: { type: textType } });
    expect(answer.ms).toBeLessThan(2_000);
    await bot.connector.until(1);
    expect(bot.connector.calls).toMatchObject([{ kind: 'update', target: 'card-1' }]);
    expect(contentOf(bot.connector.calls[0])).toEqual(card('late').card);
  });

  it('takes too long and then fails says so in the chat', async () => {
    bot.reply = () => pause(400).then(() => Promise.reject(new Error('x')));
    await bot.say(press(at, 'x', {}));
    await bot.connector.until(1);
    expect(bot.connector.calls).toMatchObject([{ kind: 'send', activity: { text: expect.stringContaining('Sorry') } }]);
  });

  it('never ends is answered all the same', async () => {
    bot.reply = () => new Promise(() => {});
    const other = await startBotUnderTest({ limits: { buttonMs: 100 } });
    other.reply = bot.reply;
    expect((await other.say(press(other.connector.url, 'x', {}))).json?.type).toBe(textType);
    await abandon(other);
  });
});

describe('the Submit fallback', () => {
  it('replaces the card that carried it', async () => {
    expect(await bot.say(submit(at, 'ask.show', { label: 'asb' }))).toMatchObject({ status: 200, text: '' });
    expect(bot.connector.calls).toMatchObject([{ kind: 'update', target: 'card-1' }]);
  });
  it('sends the card anew where the old one is gone', async () => {
    bot.connector.failure = ({ kind }) => (kind === 'update' ? { status: 404 } : null);
    await bot.say(submit(at, 'ask.show', { label: 'asb' }));
    expect(bot.connector.calls.map(({ kind }) => kind)).toEqual(['update', 'send']);
  });
  it('sends the card anew where it is not known which carried it', async () => {
    await bot.say(submit(at, 'ask.show', {}, { replyToId: undefined }));
    expect(bot.connector.calls.map(({ kind }) => kind)).toEqual(['send']);
  });
  it('in a group sends anew: the card there belongs to everybody', async () => {
    const conversation = { id: '19:chat', conversationType: 'groupChat', isGroup: true, tenantId: ids.tenant };
    await bot.say(submit(at, 'ask.show', {}, { conversation }));
    expect(bot.connector.calls.map(({ kind }) => kind)).toEqual(['send']);
  });
});

describe('where the card of a case stands is noted', () => {
  it('for a new message', async () => {
    bot.reply = async () => ({ card: card('case'), showsCase: 'case-1' });
    await bot.say(activity(at));
    const [call] = bot.connector.calls;
    await until(() => bot.posts.length > 0, 'the note');
    expect(bot.posts).toEqual([{ case: 'case-1', person: 'person-of-a1b2', activityId: call?.id }]);
  });
  it('for a replaced card', async () => {
    bot.reply = async () => ({ card: card('case'), showsCase: 'case-1' });
    await bot.say(press(at, 'x', {}));
    await until(() => bot.posts.length > 0, 'the note');
    expect(bot.posts).toEqual([{ case: 'case-1', person: 'person-of-a1b2', activityId: 'card-1' }]);
  });
  it('but not in a group, nor for a card that was not delivered', async () => {
    bot.reply = async () => ({ card: card('case'), showsCase: 'case-1' });
    await bot.say(mention(at, 'x'));
    bot.connector.failure = () => ({ status: 403, code: 'MessageWritesBlocked' });
    await bot.say(activity(at));
    await quiet();
    expect(bot.posts).toEqual([]);
  });
});

describe('the same activity again', () => {
  it('runs once; a button gets the same answer', async () => {
    let number = 0;
    bot.reply = async () => ({ card: card(`answer ${++number}`) });
    const pressed = press(at, 'x', {});
    const answers = [await bot.say(pressed), await bot.say(pressed)];
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect(bot.arrivals).toHaveLength(1);
    await quiet();
    expect(bot.connector.updates()).toHaveLength(1);
  });
  it('runs once while the first is still running', async () => {
    bot.reply = () => pause(100).then(() => ({ card: card('one') }));
    const pressed = press(at, 'x', {});
    const answers = await Promise.all([bot.say(pressed), bot.say(pressed), bot.say(pressed)]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(bot.arrivals).toHaveLength(1);
  });
  it('sends a message’s answer once', async () => {
    const said = activity(at);
    await Promise.all([bot.say(said), bot.say(said)]);
    expect(bot.connector.sends()).toHaveLength(1);
  });
  it('with the same id from somebody else, or in another chat, is another', async () => {
    const id = 'same';
    await bot.say(activity(at, { id }));
    await bot.say(activity(at, { id, from: { id: '29:bob', aadObjectId: ids.bob } }));
    await bot.say(
      activity(at, { id, conversation: { id: 'a:other', conversationType: 'personal', tenantId: ids.tenant } }),
    );
    expect(bot.arrivals).toHaveLength(3);
  });
});

describe('arriving in a chat', () => {
  const chat = (id: string) => ({
    conversation: { id, conversationType: 'personal', tenantId: ids.tenant },
    text: undefined,
  });
  it('greets once, though Teams says it twice', async () => {
    const bot28 = { id: `28:${ids.bot}` };
    await bot.say(activity(at, { ...chat('a:new'), type: 'installationUpdate', action: 'add' }));
    await bot.say(activity(at, { ...chat('a:new'), type: 'conversationUpdate', membersAdded: [bot28] }));
    await bot.say(activity(at, { ...chat('a:newer'), type: 'conversationUpdate', membersAdded: [bot28] }));
    expect(bot.arrivals.map(({ input, chat }) => [input.kind, chat?.conversationId])).toEqual([
      ['arrived', 'a:new'],
      ['arrived', 'a:newer'],
    ]);
  });
});

describe('a refused activity', () => {
  it('changes nothing and gets an empty 403; the log names the rule and the id', async () => {
    const foreign = press(
      at,
      'review.approve',
      {},
      { id: 'foreign-1', channelData: { tenant: { id: ids.foreignTenant } } },
    );
    expect(await bot.say(foreign)).toMatchObject({ status: 403, text: '' });
    expect(await bot.say(activity(at, { deliveryMode: 'expectReplies' }))).toMatchObject({ status: 403, text: '' });
    expect([bot.arrivals, bot.connector.calls]).toEqual([[], []]);
    expect(bot.log[0]).toMatchObject({ level: 'warn', fields: { refused: 'tenant', activity: 'foreign-1' } });
  });
});

describe('when the connector fails, a typed message’s answer', () => {
  const refusals: readonly [string, object, number][] = [
    ['is sent again after “too many”', { status: 429, retryAfter: '0' }, 3],
    ['is sent again after a lost race', { status: 412 }, 3],
    ['is not sent again when it may have arrived', { status: 500 }, 1],
    ['is not sent again when the bot was blocked', { status: 403, code: 'MessageWritesBlocked' }, 1],
    ['is not waited for when the wait is long', { status: 429, retryAfter: '60' }, 1],
  ];
  for (const [what, failure, tries] of refusals) {
    it(`${what}: ${tries} in all`, async () => {
      bot.connector.failure = () => failure as { status: number };
      expect((await bot.say(activity(at))).status).toBe(200);
      expect(bot.connector.calls).toHaveLength(tries);
      expect(bot.log).toHaveLength(1);
    });
  }
  it('is not sent again after a cut connection', async () => {
    bot.connector.failure = () => 'reset';
    expect((await bot.say(activity(at))).status).toBe(200);
    expect(bot.connector.calls).toHaveLength(1);
  });
});
