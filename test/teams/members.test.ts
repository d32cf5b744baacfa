import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ids } from '../make/activity.ts';
import { type BotUnderTest, startBotUnderTest } from '../make/botUnderTest.ts';

describe('Whether somebody still belongs here', () => {
  let bot: BotUnderTest;
  const ask = () =>
    bot.teams.lookUp({
      serviceUrl: bot.connector.url,
      conversationId: 'a:chat',
      tenantId: ids.tenant,
      botId: '28:bot',
      userId: '29:somebody',
    });

  beforeEach(async () => {
    bot = await startBotUnderTest();
  });
  afterEach(() => bot.close());

  it('is asked of Teams for the one person, with the bot’s own token', async () => {
    expect(await ask()).toBe('member');
    expect(bot.connector.calls).toHaveLength(1);
    expect(bot.connector.calls[0]?.authorization).toBe('Bearer token-of-the-test');
  });

  it.each([
    ['a guest', { userRole: 'guest' }],
    ['somebody of another tenant', { tenantId: '00000000-0000-4000-8000-0000000000ff' }],
    ['somebody of whom Teams does not say what they are', { userRole: undefined }],
  ])('is not said of %s', async (_who, changes) => {
    const { member } = bot.connector;
    bot.connector.member = (userId) => ({ ...member(userId), ...changes });
    expect(await ask()).toBe('guest');
  });

  it('is over when Teams no longer lists them', async () => {
    bot.connector.failure = () => ({ status: 404, code: 'MemberNotFoundInConversation' });
    expect(await ask()).toBe('gone');
  });

  it.each([403, 429, 500, 503])('is not known when Teams answers %d', async (status) => {
    bot.connector.failure = () => ({ status });
    await expect(ask()).rejects.toThrow();
    expect(bot.connector.calls).toHaveLength(1);
  });
});
