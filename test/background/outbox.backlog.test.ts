import { expect, it } from 'vitest';
import { startOutbox } from '../../bot/background/outbox.ts';
import { pendingNotices } from '../../bot/stores/embedded/pendingNotices.ts';
import type { Stores } from '../../bot/stores/ports.ts';
import { card } from '../make/botUnderTest.ts';

/** The outbox in a time of its own, so that hours of sending take seconds: nothing is on a disk or goes out. */
function sandbox() {
  const pending = pendingNotices();
  const sent: { readonly to: string; readonly about: string; readonly at: number }[] = [];
  const timers: { readonly due: number; readonly go: () => void }[] = [];
  let now = 0;
  let number = 0;
  const outbox: Partial<Stores['outbox']> = {
    peopleOwed: async () => pending.people(),
    next: async (person) => pending.first(person),
    settle: async (id) => void pending.remove(id),
    posts: async () => [],
    posted: async () => {},
  };
  const chat = (id: string) => ({ serviceUrl: '', conversationId: id, tenantId: '', botId: '', userId: '' });
  const people = { byId: async (id: string) => ({ id, chat: chat(id) }) };
  return {
    sent,
    owe: (to: string, count: number) => {
      for (let at = 0; at < count; at++) {
        number += 1;
        const notice = { id: String(number), to, kind: 'outcome', about: String(number), at: '' } as const;
        pending.put({ notice, place: number });
      }
    },
    begin: () =>
      startOutbox({
        stores: { outbox, people } as unknown as Stores,
        send: async ({ conversationId }, { text }) => {
          sent.push({ to: conversationId, about: text, at: now });
          return { kind: 'sent', activityId: text };
        },
        renderNotice: async ({ about }) => ({ card: card(about) }),
        log: { info: () => {}, warn: () => {}, error: () => {} },
        clock: () => now,
        pause: (ms) => new Promise((resolve) => void timers.push({ due: now + ms, go: resolve })),
      }),
    /** Lets time pass, from one timer to the next. */
    async pass(ms: number) {
      const end = now + ms;
      for (;;) {
        for (let turns = 0; turns < 3; turns++) await new Promise((resolve) => setImmediate(resolve));
        timers.sort((one, other) => one.due - other.due);
        const next = timers[0];
        if (!next || next.due > end) break;
        timers.shift();
        now = Math.max(now, next.due);
        next.go();
      }
      now = end;
    },
  };
}

const second = 1_000;

it('people who are owed thousands hold nobody else up, however many they are', async () => {
  const { owe, begin, pass, sent } = sandbox();
  const busy = Array.from({ length: 20 }, (_, number) => `busy ${number}`);
  for (const person of busy) owe(person, 250);
  const outbox = begin();
  // By then each has what Teams takes at once in an hour, and gets about one in four seconds.
  await pass(300 * second);
  expect(sent.length).toBeGreaterThan(3_000);
  expect(sent.length).toBeLessThan(20 * 250);
  owe('last', 1);
  outbox.nudge();
  await pass(second);
  expect(sent.filter(({ to }) => to === 'last')).toHaveLength(1);
  for (const person of busy) {
    const order = sent.filter(({ to }) => to === person).map(({ about }) => Number(about));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  }
  await outbox.drain();
}, 20_000);

it('one person’s 10,000 go out within what Teams takes in an hour, in order', async () => {
  const { owe, begin, pass, sent } = sandbox();
  owe('one', 10_000);
  const outbox = begin();
  await pass(3_600 * second);
  expect(sent.length).toBeGreaterThan(1_000);
  expect(sent.length).toBeLessThan(1_800);
  await pass(11 * 3_600 * second);
  expect(sent.map(({ about }) => Number(about))).toEqual(Array.from({ length: 10_000 }, (_, at) => at + 1));
  await outbox.drain();
}, 20_000);
