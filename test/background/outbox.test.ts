import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Outbox, startOutbox } from '../../bot/background/outbox.ts';
import type { ConversationReference, PendingNotice } from '../../bot/stores/ports.ts';
import { ids } from '../make/activity.ts';
import { type BotUnderTest, card, startBotUnderTest } from '../make/botUnderTest.ts';
import { type Failure, until } from '../make/connector.ts';
import { failingFileSystem } from '../make/fileSystem.ts';
import { type NamedNotice, type OutboxStores, outboxStores } from '../make/outboxStores.ts';

let bot: BotUnderTest;
let under: OutboxStores;
let outbox: Outbox | null = null;
/** How many times faster the time of the outbox passes. */
let speed: number;
/** How far its clock was moved, ms. */
let ahead: number;
/** For jitter; half of each pause, so that the numbers below are easy to see. */
let random: number;
const disk = failingFileSystem();

beforeAll(async () => {
  bot = await startBotUnderTest();
});
afterAll(() => bot.close());
beforeEach(async () => {
  bot.connector.calls.length = 0;
  bot.connector.failure = () => null;
  bot.log.length = 0;
  disk.refuse = () => null;
  under = await outboxStores(disk.fs);
  speed = 100;
  ahead = 0;
  random = 0.5;
});
afterEach(async () => {
  await outbox?.drain();
  await under.clear();
});

const chatOf = (person: string): ConversationReference => ({
  serviceUrl: bot.connector.url,
  conversationId: `a:${person}`,
  tenantId: ids.tenant,
  botId: `28:${ids.bot}`,
  userId: `29:${person}`,
});
const notice = (id: string, to = 'alice', kind: NamedNotice['kind'] = 'outcome', about = id): NamedNotice => ({
  id,
  to,
  kind,
  about,
});

function start(
  rendered: (notice: PendingNotice) => ReturnType<typeof card> | null = ({ id }) => card(id),
  more: (notice: PendingNotice) => object = () => ({}),
) {
  const log = bot.log;
  const write = (level: string) => (fields: Record<string, unknown>, message: string) =>
    void log.push({ level, fields, message });
  outbox = startOutbox({
    stores: under.stores,
    send: bot.teams.send,
    renderNotice: async (one) => {
      const shown = rendered(one);
      return shown && { card: shown, showsCase: one.about, ...more(one) };
    },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    random: () => random,
    clock: () => performance.now() * speed + ahead,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms / speed)),
  });
  return outbox;
}

const sentTo = (person: string) => bot.connector.sends().filter(({ conversation }) => conversation === `a:${person}`);
const words = () => bot.connector.sends().map(({ activity }) => activity.summary);
const ended = () => ({ ...under.settled });
const isSettled = (...all: string[]) => until(() => all.every((id) => id in under.settled), `${all} settled`);
const postsOf = async (about: string) => (await under.stores.outbox.posts(about)).map((post) => post.activityId);
const stand = async (about: string, person: string, ...cards: string[]) => {
  for (const activityId of cards) await under.stores.outbox.posted({ case: about, person, activityId });
};

describe('the outbox', () => {
  it('sends what is pending when it starts, in order, and notes where the cards stand', async () => {
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('one'), notice('two'));
    start();
    await isSettled('one', 'two');
    expect(ended()).toEqual({ one: 'sent', two: 'sent' });
    expect(words()).toEqual(['one', 'two']);
    expect([...(await postsOf('one')), ...(await postsOf('two'))]).toEqual(bot.connector.sends().map(({ id }) => id));
  });

  it('shows an outcome on the card from before as well as in a message of its own', async () => {
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('asked', 'alice', 'review-asked', 'case'), notice('decided', 'alice', 'outcome', 'case'));
    start();
    await isSettled('asked', 'decided');
    const [first] = bot.connector.sends();
    const updates = bot.connector.calls.filter(({ kind }) => kind === 'update');
    expect(updates.map(({ target, activity }) => [target, activity.summary])).toEqual([[first?.id, 'decided']]);
    expect(words()).toEqual(['asked', 'decided']);
  });

  it('sends an outcome although the card from before cannot be replaced just then, and replaces that later', async () => {
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('asked', 'alice', 'review-asked', 'case'), notice('decided', 'alice', 'outcome', 'case'));
    let refusals = 3;
    bot.connector.failure = ({ kind }) => (kind === 'update' && refusals-- > 0 ? { status: 412 } : null);
    speed = 10_000;
    start();
    await isSettled('asked', 'decided');
    expect(words()).toEqual(['asked', 'decided']);
    const [first, second] = bot.connector.sends();
    const replaced = () => bot.connector.updates().flatMap(({ id }) => id ?? []);
    await until(() => replaced().length >= 2, 'both cards to be replaced');
    expect(new Set(replaced())).toEqual(new Set([first?.id, second?.id]));
    await until(() => bot.connector.sends().length === 2 && Object.keys(under.settled).length === 3, 'the end');
    expect(await under.stores.outbox.pending()).toEqual([]);
  });

  it('sends what comes later when it is nudged, each notice once', async () => {
    await under.setChat('alice', chatOf('alice'));
    const { nudge } = start();
    await under.put(notice('one'));
    for (let time = 0; time < 20; time++) nudge();
    await isSettled('one');
    await under.put(notice('two'));
    nudge();
    await isSettled('two');
    expect(words()).toEqual(['one', 'two']);
  });

  it('sends a person no more than Teams takes in one chat', async () => {
    speed = 10;
    await under.setChat('alice', chatOf('alice'));
    const names = ['1', '2', '3', '4', '5', '6', '7', '8'];
    await under.put(...names.map((name) => notice(name)));
    start();
    await isSettled(...names);
    expect(words()).toEqual(names);
    // Three at once and one a second after that, at ten times the speed.
    const at = sentTo('alice').map((call) => call.at - (sentTo('alice')[0]?.at ?? 0));
    for (const [number, ms] of at.entries()) expect(ms).toBeGreaterThanOrEqual((number - 2) * 100 - 20);
  });

  it('takes that time for replacing cards too', async () => {
    speed = 10;
    await under.setChat('alice', chatOf('alice'));
    await stand('case', 'alice', '1', '2', '3', '4', '5', '6');
    await under.put(notice('change', 'alice', 'changed', 'case'));
    start();
    await isSettled('change');
    const [first, ...others] = bot.connector.updates();
    expect((others.at(-1)?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(280);
  });

  it('lets people take turns: who is owed much does not hold up who is owed little', async () => {
    for (const person of ['alice', 'bob', 'carol']) await under.setChat(person, chatOf(person));
    await under.put(...Array.from({ length: 30 }, (_, number) => notice(`a${number}`, 'alice')));
    await under.put(notice('b', 'bob'), notice('c', 'carol'));
    start();
    await isSettled('b', 'c');
    expect(sentTo('alice').length).toBeLessThan(10);
  });

  it('shows a person once what several notices would show them the same', async () => {
    await under.setChat('alice', chatOf('alice'));
    const same = (id: string) => notice(id, 'alice', 'outcome', 'case');
    await under.put(
      same('1'),
      notice('between'),
      same('2'),
      notice('asked', 'alice', 'review-asked', 'case'),
      same('3'),
    );
    start();
    await isSettled('1', '2', '3', 'between', 'asked');
    expect(words()).toEqual(['1', 'between', 'asked']);
  });

  it('does not ask again and again for a person whose chat is not known, and tells them once it is', async () => {
    await under.setChat('bob', null);
    await under.put(notice('for-bob', 'bob'));
    speed = 10;
    const { outbox: stored } = under.stores;
    const next = stored.next;
    let looks = 0;
    stored.next = (person) => {
      looks += 1;
      return next(person);
    };
    const { nudge } = start();
    for (let times = 0; times < 40; times++) {
      nudge();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    // At most once a second, at ten times the speed.
    expect(looks).toBeLessThanOrEqual(8);
    expect(ended()).toEqual({});
    await under.setChat('bob', chatOf('bob'));
    nudge();
    await isSettled('for-bob');
    expect(words()).toEqual(['for-bob']);
  });

  it('serves those behind many who cannot be reached', async () => {
    for (let number = 0; number < 20; number++) {
      await under.setChat(`out-of-reach-${number}`, null);
      await under.put(notice(`n${number}`, `out-of-reach-${number}`));
    }
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('last'));
    start();
    await isSettled('last');
  });

  it('settles without sending when there is nothing to tell any more, or nobody', async () => {
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('stale'), notice('lost', 'nobody'));
    start(() => null);
    await isSettled('stale', 'lost');
    expect(ended()).toEqual({ stale: 'sent', lost: 'not-delivered' });
    expect(bot.connector.calls).toEqual([]);
  });

  it('puts a changed card in the place of every card of the case that the person has', async () => {
    await under.setChat('alice', chatOf('alice'));
    await stand('case', 'alice', 'older', 'newer', 'older');
    await stand('case', 'bob', 'another');
    await stand('unrelated', 'alice', 'unrelated');
    await under.put(notice('change', 'alice', 'changed', 'case'));
    start();
    await isSettled('change');
    expect(bot.connector.calls.map(({ kind, target }) => [kind, target])).toEqual([
      ['update', 'newer'],
      ['update', 'older'],
    ]);
    expect(await postsOf('case')).toEqual(['newer', 'older', 'another']);
  });

  it('shows a change on the latest ten cards, and the end of a record on all', async () => {
    await under.setChat('alice', chatOf('alice'));
    const cards = Array.from({ length: 12 }, (_, at) => `card-${String.fromCharCode(97 + at)}`);
    await stand('case', 'alice', ...cards);
    await under.put(notice('change', 'alice', 'changed', 'case'), notice('end', 'alice', 'disposed', 'case'));
    start(
      ({ id }) => card(id),
      ({ kind }) => (kind === 'disposed' ? { isLast: true } : {}),
    );
    await isSettled('end');
    const replaced = bot.connector.updates().map(({ target }) => target);
    expect(replaced).toEqual([...cards.slice(2), ...cards]);
    expect(await postsOf('case')).toEqual([]);
  });

  it('leaves a card that the person deleted, and replaces the others', async () => {
    await under.setChat('alice', chatOf('alice'));
    await stand('case', 'alice', 'deleted', 'there');
    bot.connector.failure = ({ target }) => (target === 'deleted' ? { status: 404, code: 'ActivityNotFound' } : null);
    await under.put(notice('change', 'alice', 'question-changed', 'case'));
    start();
    await isSettled('change');
    expect(ended()).toEqual({ change: 'sent' });
    expect(bot.connector.updates().map(({ target }) => target)).toEqual(['deleted', 'there']);
  });

  it('forgets where the cards stand of what will not change any more', async () => {
    await under.setChat('alice', chatOf('alice'));
    await stand('case', 'alice', 'card');
    await stand('case', 'bob', 'another');
    await under.put(notice('change', 'alice', 'question-changed', 'case'));
    start(
      ({ id }) => card(id),
      () => ({ isLast: true }),
    );
    await isSettled('change');
    expect(await postsOf('case')).toEqual(['another']);
  });

  it('does what is due once a card was sent, before it is settled, and not for one that was not sent', async () => {
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('gone'), notice('sent'));
    bot.connector.failure = ({ activity }) =>
      activity.summary === 'gone' ? { status: 404, code: 'ConversationNotFound' } : null;
    const done: string[] = [];
    start(
      ({ id }) => card(id),
      ({ id }) => ({ afterwards: async () => void done.push(`${id}: ${ended()[id] ?? 'owed'}`) }),
    );
    await isSettled('gone', 'sent');
    expect(done).toEqual(['sent: owed']);
  });

  it('sends no changed card to a person who has none', async () => {
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('change', 'alice', 'changed'));
    start();
    await isSettled('change');
    expect([ended(), bot.connector.calls]).toEqual([{ change: 'sent' }, []]);
  });

  it('gives a card up at last that cannot be made, and goes on with the next', async () => {
    random = 0;
    speed = 100_000;
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('one'), notice('two'));
    start(({ id }) => {
      if (id === 'one') throw new TypeError('quotes what somebody typed');
      return card(id);
    });
    await isSettled('one', 'two');
    expect([ended(), words()]).toEqual([{ one: 'not-delivered', two: 'sent' }, ['two']]);
    expect(await under.stores.outbox.notDelivered()).toMatchObject([{ id: 'one', why: 'card not made' }]);
    expect(JSON.stringify(bot.log)).not.toContain('quotes');
  });

  it('goes on after the store could not be read', async () => {
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('one'));
    const { outbox: stored } = under.stores;
    const next = stored.next;
    let fails = 1;
    stored.next = (person) => (fails-- > 0 ? Promise.reject(new Error('disk')) : next(person));
    start();
    await isSettled('one');
    expect(bot.log).toMatchObject([{ fields: { person: 'alice', error: 'Error' } }]);
  });

  it('sends a card once, however long the disk refuses to write that down', async () => {
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('one'), notice('two'));
    let refusals = 0;
    disk.refuse = ({ op, name }) => (op === 'write' && name === 'outbox' && refusals++ < 3 ? 'ENOSPC' : null);
    start();
    await isSettled('one', 'two');
    expect(refusals).toBeGreaterThan(3);
    expect(words()).toEqual(['one', 'two']);
  });

  it('goes on at its pace when its clock is moved, forward or back', async () => {
    await under.setChat('alice', chatOf('alice'));
    const names = Array.from({ length: 12 }, (_, number) => `n${number}`);
    await under.put(...names.map((name) => notice(name)));
    start(({ id }) => {
      ahead += id === 'n4' ? 10 ** 10 : id === 'n8' ? -2 * 10 ** 10 : 0;
      return card(id);
    });
    await isSettled(...names);
    expect(words()).toEqual(names);
  });

  it('when it stops, finishes what is being sent and begins nothing', async () => {
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('one'), notice('two'));
    const { drain, nudge } = start(({ id }) => {
      if (id === 'one') void outbox?.drain();
      return card(id);
    });
    await isSettled('one');
    await drain();
    nudge();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([ended(), words()]).toEqual([{ one: 'sent' }, ['one']]);
  });
});

describe('when the connector says', () => {
  const tries = async (failure: Failure) => {
    await under.setChat('alice', chatOf('alice'));
    await under.setChat('bob', chatOf('bob'));
    await under.put(notice('one'), notice('two'), notice('for-bob', 'bob'));
    bot.connector.failure = ({ conversation }) => (conversation === 'a:alice' ? failure : null);
    start();
  };

  // Half of the longest pause, after what the connector asked for: soon where nothing arrived, later where it may have.
  const again: readonly [string, Failure, string, number][] = [
    ['429 with a time', { status: 429, retryAfter: '7' }, '429', 8_000],
    ['429 without one', { status: 429 }, '429', 1_000],
    ['412', { status: 412 }, '412', 1_000],
    ['401', { status: 401 }, '401', 1_000],
    ['500', { status: 500 }, '500', 30_000],
    ['502', { status: 502 }, '502', 30_000],
    ['502 with a time', { status: 502, retryAfter: '9' }, '502', 39_000],
    ['503', { status: 503 }, '503', 1_000],
    ['503 with a time', { status: 503, retryAfter: '3' }, '503', 4_000],
    ['504', { status: 504 }, '504', 30_000],
    ['nothing, and cuts', 'reset', 'ECONNRESET', 30_000],
  ];
  for (const [what, failure, why, retryAfterMs] of again) {
    it(`${what}: tries again in ${retryAfterMs} ms, holds that person’s next notice back and nobody else’s`, async () => {
      speed = 1;
      await tries(failure);
      await until(() => bot.log.length > 0 && 'for-bob' in ended(), 'a retry');
      expect(ended()).toEqual({ 'for-bob': 'sent' });
      expect(bot.connector.calls.filter(({ conversation }) => conversation === 'a:alice')).toHaveLength(1);
      expect(bot.log).toMatchObject([{ fields: { notice: 'one', tried: 1, why, retryAfterMs } }]);
    });
  }

  const atLast: readonly [string, Failure, number][] = [
    ['429', { status: 429 }, 50],
    ['412', { status: 412 }, 50],
    ['503', { status: 503 }, 50],
    ['504', { status: 504 }, 7],
    ['nothing, and cuts', 'reset', 7],
  ];
  for (const [what, failure, times] of atLast) {
    it(`${what}, always: gives up after ${times} tries and goes on with the next`, async () => {
      random = 0;
      speed = 100_000;
      await under.setChat('alice', chatOf('alice'));
      await under.put(notice('one'), notice('two'));
      bot.connector.failure = ({ activity }) => (activity.summary === 'one' ? failure : null);
      start();
      await isSettled('one', 'two');
      expect(ended()).toEqual({ one: 'not-delivered', two: 'sent' });
      expect(words()).toEqual([...Array(times).fill('one'), 'two']);
    });
  }

  it('504 to the replacement of a card: may be sent as often as is needed, for it shows once', async () => {
    random = 0;
    speed = 100_000;
    let failures = 20;
    await under.setChat('alice', chatOf('alice'));
    await stand('case', 'alice', 'card');
    await under.put(notice('change', 'alice', 'changed', 'case'));
    bot.connector.failure = () => (failures-- > 0 ? { status: 504 } : null);
    start();
    await isSettled('change');
    expect([ended(), bot.connector.updates().length]).toEqual([{ change: 'sent' }, 21]);
  });

  const never: readonly [string, Failure, string][] = [
    ['403: blocked', { status: 403, code: 'MessageWritesBlocked' }, '403 MessageWritesBlocked'],
    ['404: gone', { status: 404, code: 'ConversationNotFound' }, '404 ConversationNotFound'],
    ['413: too large', { status: 413, code: 'MessageSizeTooBig' }, '413 MessageSizeTooBig'],
    ['400: not understood', { status: 400, code: 'BadSyntax' }, '400 BadSyntax'],
  ];
  for (const [what, failure, why] of never) {
    it(`${what}: gives up, says so in the log, and goes on with the next`, async () => {
      await tries(failure);
      await isSettled('one', 'two', 'for-bob');
      expect(ended()).toEqual({ one: 'not-delivered', two: 'not-delivered', 'for-bob': 'sent' });
      const listed = await under.stores.outbox.notDelivered();
      expect(listed.map((one) => [one.id, one.to, one.kind, one.why])).toEqual([
        ['one', 'alice', 'outcome', why],
        ['two', 'alice', 'outcome', why],
      ]);
      expect(bot.log[0]).toMatchObject({ fields: { notice: 'one', why } });
    });
  }

  it('at last yes: what was tried again is sent, and the next after it', async () => {
    let refusals = 1;
    await under.setChat('alice', chatOf('alice'));
    await under.put(notice('one'), notice('two'));
    bot.connector.failure = () => (refusals-- > 0 ? { status: 412 } : null);
    start();
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
      await under.setChat('alice', { ...chatOf('alice'), ...change });
      await under.put(notice('one'));
      start();
      await isSettled('one');
      expect([ended(), bot.connector.calls]).toEqual([{ one: 'not-delivered' }, []]);
    });
  }
});
