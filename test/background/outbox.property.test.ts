import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startOutbox } from '../../bot/background/outbox.ts';
import type { PendingNotice } from '../../bot/stores/ports.ts';
import { ids } from '../make/activity.ts';
import { type BotUnderTest, card, startBotUnderTest } from '../make/botUnderTest.ts';
import type { Failure } from '../make/connector.ts';
import { failingFileSystem } from '../make/fileSystem.ts';
import { outboxStores } from '../make/outboxStores.ts';

let bot: BotUnderTest;
beforeAll(async () => {
  bot = await startBotUnderTest();
});
afterAll(() => bot.close());

const people = ['alice', 'bob', 'carol'];

const failure: fc.Arbitrary<Failure> = fc.oneof(
  fc.constant<Failure>('reset'),
  fc.constantFrom(401, 412, 429, 500, 502, 503, 504, 400, 403, 404, 413).map((status) => ({ status })),
  fc.constant<Failure>({ status: 429, retryAfter: '2' }),
);
/** What becomes of each call in turn; `stop`: the process dies as soon as the card has arrived. */
const story = fc.record({
  to: fc.array(fc.constantFrom(...people), { minLength: 1, maxLength: 12 }),
  calls: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, failure, fc.constant('stop' as const)), {
    maxLength: 20,
  }),
});

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

it('whatever the connector says, and whenever the process dies, each notice is sent or listed, in order, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ to, calls }) => {
      const disk = failingFileSystem();
      const under = await outboxStores(disk.fs);
      const accepted = new Map<string, number[]>(people.map((person) => [person, []]));
      let isDead = false;
      const left = [...calls];
      bot.connector.failure = ({ kind, conversation, activity }) => {
        const what = left.shift() ?? null;
        if (what !== null && what !== 'stop') return what;
        // From here on nothing is written down any more.
        if (what === 'stop') isDead = true;
        // An older card that is brought up to date later is no message: nobody reads it as the next.
        if (kind !== 'update') accepted.get(conversation.slice(2))?.push(Number(activity.summary));
        return null;
      };
      disk.refuse = ({ op }) => (isDead && op === 'write' ? 'EIO' : null);
      for (const person of people) {
        const chat = { serviceUrl: bot.connector.url, conversationId: `a:${person}`, tenantId: ids.tenant };
        await under.setChat(person, { ...chat, botId: `28:${ids.bot}`, userId: `29:${person}` });
      }
      await under.put(
        ...to.map((person, at) => ({ id: String(at), to: person, kind: 'outcome', about: String(at) }) as const),
      );
      const begin = () =>
        startOutbox({
          stores: under.stores,
          send: bot.teams.send,
          renderNotice: async (notice: PendingNotice) => ({ card: card(notice.about), showsCase: notice.about }),
          log: { info: () => {}, warn: () => {}, error: () => {} },
          random: () => 0,
          clock: () => performance.now() * 10_000,
          pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms / 10_000)),
        });
      let outbox = begin();
      while ((await under.stores.outbox.peopleOwed()).length > 0) {
        await nextTurn();
        if (!isDead) continue;
        await outbox.drain();
        await under.restart();
        isDead = false;
        outbox = begin();
      }
      await outbox.drain();

      const listed = new Set((await under.stores.outbox.notDelivered()).map(({ about }) => Number(about)));
      for (const [at, person] of to.entries()) {
        expect(accepted.get(person)?.includes(at) || listed.has(at)).toBe(true);
        expect(people.some((other) => other !== person && accepted.get(other)?.includes(at))).toBe(false);
      }
      for (const sent of accepted.values()) expect(sent).toEqual(sent.toSorted((one, other) => one - other));
      await under.clear();
    }),
    { numRuns: 25 },
  );
}, 60_000);
