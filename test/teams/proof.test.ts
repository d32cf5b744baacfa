import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { activity, ids } from '../make/activity.ts';
import { type BotUnderTest, startBotUnderTest } from '../make/botUnderTest.ts';
import type { TokenSpec } from '../make/token.ts';

let bot: BotUnderTest;
/** What reached the console; in place before the bot, which puts its own ear on it. */
const heard: unknown[][] = [];
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation((...words) => void heard.push(words));
  bot = await startBotUnderTest();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.arrivals.length = 0;
  bot.log.length = 0;
  heard.length = 0;
});

const json = { 'content-type': 'application/json' };
const body = () => JSON.stringify(activity(bot.connector.url));

describe('a request with a good token', () => {
  it('is answered', async () => {
    expect(await bot.say(activity(bot.connector.url))).toMatchObject({ status: 200, text: '' });
    expect(bot.arrivals).toHaveLength(1);
    expect(bot.connector.sends().at(-1)?.authorization).toBe('Bearer token-of-the-test');
  });

  it('is still good four minutes after its end, for clocks differ', async () => {
    expect((await bot.say(activity(bot.connector.url), { exp: -240 })).status).toBe(200);
  });
});

describe('a request that is not proven to come from Teams', () => {
  const tokens: Record<string, TokenSpec> = {
    'is meant for another bot': { aud: ids.alice },
    'names another service address': { serviceurl: 'http://127.0.0.1:9/' },
    'names no service address': { serviceurl: null },
    'is signed with a key endorsed for another channel': { kid: 'webchat-key' },
    'is signed with an unknown key': { kid: 'no-such-key' },
    'has the name of a known key and the signature of another': { forged: true },
    'ended six minutes ago': { exp: -360 },
    'never ends': { exp: null },
    'begins in ten minutes': { nbf: 600 },
    'comes from another issuer': { iss: 'https://evil.example' },
    'is an emulator token of the bot itself': {
      iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
      claims: { appid: ids.bot, ver: '1.0' },
    },
    'is the token of another bot that calls us as its skill': {
      iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
      claims: { azp: ids.alice, ver: '2.0' },
    },
  };
  for (const [what, spec] of Object.entries(tokens)) {
    it(`is refused when the token ${what}`, async () => {
      expect(await bot.say(activity(bot.connector.url), spec)).toMatchObject({ status: 401, text: '' });
      expect(bot.arrivals).toHaveLength(0);
    });
  }

  const headers: Record<string, string | null> = {
    'no token': null,
    'an empty header': '',
    'another scheme': 'Basic YWxpY2U6c2VjcmV0',
    'a word for a token': 'Bearer nonsense',
    'three dots': 'Bearer ...',
    'a token without a signature': `Bearer ${btoa('{"alg":"none","kid":"teams-key"}')}.${btoa('{"iss":"https://api.botframework.com"}')}.`,
  };
  for (const [what, authorization] of Object.entries(headers)) {
    it(`is refused with ${what}`, async () => {
      const answer = await bot.post(body(), { ...json, ...(authorization !== null && { authorization }) });
      expect(answer).toMatchObject({ status: 401, text: '' });
      expect(bot.arrivals).toHaveLength(0);
    });
  }

  it('puts nothing on the console, where the SDK would put keys and stacks', async () => {
    await bot.say(activity(bot.connector.url), { forged: true });
    await bot.say(activity(bot.connector.url), { exp: -360 });
    expect(heard).toEqual([]);
    console.error('something else');
    expect(heard).toEqual([['something else']]);
  });

  it('is logged by kind, without a word of it', async () => {
    await bot.say(activity(bot.connector.url, { text: 'about a child' }), { forged: true });
    expect(bot.log).toMatchObject([{ level: 'warn', fields: { refused: 'proof', status: 401 } }]);
    expect(JSON.stringify(bot.log)).not.toContain('child');
  });
});

describe('when the signing keys are out of reach', () => {
  for (const [what, openid] of [
    ['nobody listens there', 'http://127.0.0.1:1/openid'],
    ['the address answers 404', null],
  ] as const) {
    it(`says so with an empty 503: ${what}`, async () => {
      const broken = await startBotUnderTest({ openid: openid ?? `${bot.connector.url}openid` });
      if (!openid) bot.connector.failure = () => ({ status: 404 });
      const token = await bot.keys.token();
      const answer = await broken.post(body(), { ...json, authorization: `Bearer ${token}` });
      bot.connector.failure = () => null;
      expect(answer).toMatchObject({ status: 503, text: '' });
      expect(broken.arrivals).toHaveLength(0);
      await broken.close();
    });
  }
});

describe('local mode', () => {
  it('asks for no token and sends none', async () => {
    const local = await startBotUnderTest({ local: true });
    expect((await local.say(activity(local.connector.url))).status).toBe(200);
    expect(local.arrivals).toHaveLength(1);
    expect(local.connector.sends()).toMatchObject([{ authorization: null }]);
    await local.close();
  });
});
