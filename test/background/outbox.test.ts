import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Outbox, startOutbox } from '../../bot/background/outbox.ts';
import type { ConversationReference, PendingNotice, Stores } from '../../bot/stores/ports.ts';
import { ids } from '../make/activity.ts';
import { type BotUnderTest, card, startBotUnderTest } from '../make/botUnderTest.ts';
import { type Failure, until } from '../make/connector.ts';
import { type OutboxStores, outboxStores } from '../make/outboxStores.ts';

let bot: BotUnderTest;
let stores: OutboxStores;
let outbox: Outbox | null = null;
/** Pauses the outbox took. */
let pauses: number[];

beforeAll(async () => {
  bot = await startBotUnderTest();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.calls.length = 0;
  bot.connector.failure = () => null;
  bot.log.length = 0;
  stores = outboxStores();
  pauses = [];
});
afterEach(() => outbox?.drain());

const chatOf = (person: string): ConversationReference => ({
  serviceUrl: bot.connector.url,
  conversationId: `a:${person}`,
  tenantId: ids.tenant,
  botId: `28:${ids.bot}`,
  userId: `29:${person}`,
});
const notice = (id: string, to = 'alice', kind: PendingNotice['kind'] = 'outcome'): PendingNotice => ({
  id,
  to,
  kind,
  about: 'case-1',
});

function start(
  rendered: (notice: PendingNotice) => ReturnType<typeof card> | null = ({ id }) => card(id),
  afterwards: (notice: PendingNotice) => void = () => {},
) {
  const log = bot.log;
  const write = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void log.push({ level, fields, message });
  outbox = startOutbox({
    stores: stores as unknown as Stores,
    send: bot.teams.send,
    renderNotice: async (one) => {
      const shown = rendered(one);
      return shown && { card: shown, showsCase: one.about, afterwards: async () => afterwards(one) };
    },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    random: () => 0.5,
    pause: async (ms) => void pauses.push(ms),
  });
  return outbox;
}

const words = () => bot.connector.sends().map(({ activity }) => activity.summary);
const isSettled = (...all: string[]) => until(() => all.every((id) => id in stores.settled), `${all} settled`);

describe('the outbox', () => {
  it('sends what is pending when it starts, in order, and notes where the cards stand', async () => {
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('one'), notice('two'));
    start();
    await isSettled('one', 'two');
    expect(stores.settled).toEqual({ one: 'sent', two: 'sent' });
    expect(words()).toEqual(['one', 'two']);
    expect(stores.posts.map(({ person, activityId }) => [person, activityId])).toEqual(
      bot.connector.sends().map(({ id }) => ['alice', id]),
    );
  });

  it('shows an outcome on the card from before as well as in a message of its own', async () => {
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('asked', 'alice', 'review-asked'), notice('decided'));
    start();
    await isSettled('asked', 'decided');
    const [first] = bot.connector.sends();
    const updates = bot.connector.calls.filter(({ kind }) => kind === 'update');
    expect(updates.map(({ target, activity }) => [target, activity.summary])).toEqual([[first?.id, 'decided']]);
    expect(words()).toEqual(['asked', 'decided']);
  });

  it('sends what comes later when it is nudged, each notice once', async () => {
    stores.setChat('alice', chatOf('alice'));
    const { nudge } = start();
    stores.put(notice('one'));
    for (let time = 0; time < 20; time++) nudge();
    await isSettled('one');
    stores.put(notice('two'));
    nudge();
    await isSettled('two');
    expect(words()).toEqual(['one', 'two']);
  });

  it('leaves at most seven messages a second to one chat', async () => {
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('one'), notice('two'));
    start();
    await isSettled('one', 'two');
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000 / 7);
  });

  it('does not ask again and again for a person whose chat is not known, and tells them once it is', async () => {
    stores.setChat('bob', null);
    stores.put(notice('for-bob', 'bob'));
    const { nudge } = start();
    await until(() => stores.asked >= 2, 'a look');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stores.asked).toBeLessThanOrEqual(3);
    expect(stores.settled).toEqual({});
    stores.setChat('bob', chatOf('bob'));
    nudge();
    await isSettled('for-bob');
    expect(words()).toEqual(['for-bob']);
  });

  it('serves those behind many who cannot be reached', async () => {
    for (let number = 0; number < 20; number++) {
      stores.setChat(`out-of-reach-${number}`, null);
      stores.put(notice(`n${number}`, `out-of-reach-${number}`));
    }
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('last'));
    start();
    await isSettled('last');
  });

  it('settles without sending when there is nothing to tell any more, or nobody', async () => {
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('stale'), notice('lost', 'nobody'));
    start(() => null);
    await isSettled('stale', 'lost');
    expect(stores.settled).toEqual({ stale: 'sent', lost: 'not-delivered' });
    expect(bot.connector.calls).toEqual([]);
  });

  it('puts a changed card in the place of the person’s latest card of the case', async () => {
    stores.setChat('alice', chatOf('alice'));
    stores.posts.push(
      { case: 'case-1', person: 'alice', activityId: 'older' },
      { case: 'case-1', person: 'alice', activityId: 'newer' },
      { case: 'case-1', person: 'bob', activityId: 'another' },
      { case: 'case-2', person: 'alice', activityId: 'unrelated' },
    );
    stores.put(notice('change', 'alice', 'changed'));
    start();
    await isSettled('change');
    expect(bot.connector.calls).toMatchObject([{ kind: 'update', target: 'newer' }]);
    expect(stores.posts).toHaveLength(4);
  });

  it('takes words that are needed no more from every card of the person that shows them', async () => {
    stores.setChat('alice', chatOf('alice'));
    for (const activityId of ['older', 'newer', 'older', 'newest']) {
      stores.posts.push({ case: 'case-1', person: 'alice', activityId });
    }
    stores.put(notice('change', 'alice', 'question-changed'));
    start();
    await isSettled('change');
    expect(bot.connector.calls.map(({ kind, target }) => [kind, target])).toEqual([
      ['update', 'older'],
      ['update', 'newer'],
      ['update', 'newest'],
    ]);
  });

  it('does what is due once a card was sent, before it is settled, and not for one that was not sent', async () => {
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('gone'), notice('sent'));
    bot.connector.failure = ({ activity }) =>
      activity.summary === 'gone' ? { status: 404, code: 'ConversationNotFound' } : null;
    const done: string[] = [];
    start(
      ({ id }) => card(id),
      ({ id }) => done.push(`${id}: ${stores.settled[id] ?? 'owed'}`),
    );
    await isSettled('gone', 'sent');
    expect(done).toEqual(['sent: owed']);
  });

  it('sends no changed card to a person who has none', async () => {
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('change', 'alice', 'changed'));
    start();
    await isSettled('change');
    expect([stores.settled, bot.connector.calls]).toEqual([{ change: 'sent' }, []]);
  });

  it('goes on after the store failed', async () => {
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('one'));
    const pending = stores.outbox.pending;
    let fails = 1;
    stores.outbox.pending = () => (fails-- > 0 ? Promise.reject(new Error('disk')) : pending());
    const { nudge } = start();
    await until(() => bot.log.length > 0, 'a log line');
    nudge();
    await isSettled('one');
  });

  it('when it stops, finishes what is being sent and begins nothing', async () => {
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('one'), notice('two'));
    const { drain, nudge } = start(({ id }) => {
      if (id === 'one') void outbox?.drain();
      return card(id);
    });
    await isSettled('one');
    await drain();
    nudge();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([stores.settled, words()]).toEqual([{ one: 'sent' }, ['one']]);
  });
});

describe('when the connector says', () => {
  const tries = (failure: Failure) => {
    stores.setChat('alice', chatOf('alice'));
    stores.setChat('bob', chatOf('bob'));
    stores.put(notice('one'), notice('two'), notice('for-bob', 'bob'));
    bot.connector.failure = ({ conversation }) => (conversation === 'a:alice' ? failure : null);
    start();
  };

  const again: readonly [string, Failure, string, number][] = [
    ['429 with a time', { status: 429, retryAfter: '7' }, '429', 7_000],
    ['429 without one', { status: 429 }, '429', 2_000],
    ['412', { status: 412 }, '412', 2_000],
    ['401', { status: 401 }, '401', 2_000],
    ['500', { status: 500 }, '500', 2_000],
    ['502', { status: 502 }, '502', 2_000],
    ['503 with a time', { status: 503, retryAfter: '3' }, '503', 3_000],
    ['504', { status: 504 }, '504', 2_000],
    ['nothing, and cuts', 'reset', 'ECONNRESET', 2_000],
  ];
  for (const [what, failure, why, retryAfterMs] of again) {
    it(`${what}: tries again in ${retryAfterMs} ms, holds that person’s next notice back and nobody else’s`, async () => {
      tries(failure);
      await until(() => bot.log.length > 0 && 'for-bob' in stores.settled, 'a retry');
      expect(stores.settled).toEqual({ 'for-bob': 'sent' });
      expect(bot.connector.calls.filter(({ conversation }) => conversation === 'a:alice')).toHaveLength(1);
      expect(bot.log).toMatchObject([{ fields: { notice: 'one', tried: 1, why, retryAfterMs } }]);
    });
  }

  const never: readonly [string, Failure, string][] = [
    ['403: blocked', { status: 403, code: 'MessageWritesBlocked' }, '403 MessageWritesBlocked'],
    ['404: gone', { status: 404, code: 'ConversationNotFound' }, '404 ConversationNotFound'],
    ['413: too large', { status: 413, code: 'MessageSizeTooBig' }, '413 MessageSizeTooBig'],
    ['400: not understood', { status: 400, code: 'BadSyntax' }, '400 BadSyntax'],
  ];
  for (const [what, failure, why] of never) {
    it(`${what}: gives up, says so in the log, and goes on with the next`, async () => {
      tries(failure);
      await isSettled('one', 'two', 'for-bob');
      expect(stores.settled).toEqual({ one: 'not-delivered', two: 'not-delivered', 'for-bob': 'sent' });
      expect(bot.log[0]).toMatchObject({ fields: { notice: 'one', why } });
    });
  }

  it('at last yes: what was tried again is sent, and the next after it', async () => {
    let refusals = 1;
    stores.setChat('alice', chatOf('alice'));
    stores.put(notice('one'), notice('two'));
    bot.connector.failure = () => (refusals-- > 0 ? { status: 412 } : null);
    start();
    await until(() => bot.log.length > 0, 'a retry');
    await new Promise((resolve) => setTimeout(resolve, 2_050));
    await isSettled('one', 'two');
    expect(words()).toEqual(['one', 'one', 'two']);
  });
});

describe('a stored chat is data:', () => {
  const strange: Record<string, Partial<ConversationReference>> = {
    'an address that is not trusted gets nothing': { serviceUrl: 'https://evil.example/' },
    'the chat of another tenant gets nothing': { tenantId: ids.foreignTenant },
  };
  for (const [what, change] of Object.entries(strange)) {
    it(what, async () => {
      stores.setChat('alice', { ...chatOf('alice'), ...change });
      stores.put(notice('one'));
      start();
      await isSettled('one');
      expect([stores.settled, bot.connector.calls]).toEqual([{ one: 'not-delivered' }, []]);
    });
  }
});
