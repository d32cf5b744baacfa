import { describe, expect, it } from 'vitest';
import { makeBursts } from '../../bot/teams/bursts.ts';
import { makeInOrder } from '../../bot/teams/inOrder.ts';
import { Seen } from '../../bot/teams/seen.ts';

describe('what was seen', () => {
  const answer = (text: string) => () => Promise.resolve(text);

  it('is remembered for ten minutes', async () => {
    const seen = new Seen();
    await seen.once('a', 0, answer('one'));
    expect(await seen.once('a', 599_000, answer('two'))).toEqual({ kind: 'repeat', text: 'one' });
    expect(await seen.once('a', 600_001, answer('two'))).toEqual({ kind: 'first', text: 'two' });
  });
  it('does not remember what failed', async () => {
    const seen = new Seen();
    await expect(seen.once('a', 0, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await seen.once('a', 0, answer('two'))).toEqual({ kind: 'first', text: 'two' });
  });
  it('keeps five thousand at most, the newest', async () => {
    const seen = new Seen();
    for (let number = 0; number < 6_000; number++) await seen.once(`${number}`, number, answer('x'));
    expect(await seen.once('5999', 6_000, answer('y'))).toEqual({ kind: 'repeat', text: 'x' });
    expect(await seen.once('0', 6_000, answer('y'))).toEqual({ kind: 'first', text: 'y' });
  });
  it('lets go of old answers before it lets go of their names', async () => {
    const seen = new Seen();
    for (const key of ['a', 'b', 'c']) await seen.once(key, 0, answer(key.repeat(1_500_000)));
    expect(await seen.once('a', 1, answer('again'))).toEqual({ kind: 'forgotten' });
    expect(await seen.once('c', 1, answer('again'))).toMatchObject({ kind: 'repeat' });
  });
});

describe('jobs in order', () => {
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('wait for each other within a key, not across keys, and go on after a failure', async () => {
    const inOrder = makeInOrder();
    const done: string[] = [];
    const job = (name: string, ms: number) => () => pause(ms).then(() => void done.push(name));
    const failing = inOrder('a', () => pause(20).then(() => Promise.reject(new Error('x'))));
    await Promise.allSettled([failing, inOrder('a', job('a2', 1)), inOrder('b', job('b1', 5))]);
    expect(done).toEqual(['b1', 'a2']);
    await expect(failing).rejects.toThrow('x');
  });
});

describe('arrivals', () => {
  it('within half a minute in one chat are one', () => {
    const isBurst = makeBursts();
    expect([isBurst('a', 0), isBurst('a', 29_000), isBurst('b', 29_000), isBurst('a', 30_000)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});
