import { describe, expect, it } from 'vitest';
import { Members } from '../../bot/conversation/membership.ts';
import { aPerson } from '../make/record.ts';

const chat = { serviceUrl: 'https://x/', conversationId: 'c', tenantId: 't', botId: 'b', userId: 'u' };

describe('Membership', () => {
  it('is believed for a day and then asked again', async () => {
    let now = new Date('2026-11-22T10:00:00Z');
    let asked = 0;
    const members = new Members(() => now);
    members.connect(async () => {
      asked += 1;
      return 'member';
    });
    const person = aPerson({ chat });
    expect([await members.of(person), await members.of(person), asked]).toEqual(['member', 'member', 1]);
    now = new Date('2026-11-23T10:00:00Z');
    await members.of(person);
    expect(asked).toBe(2);
  });

  it('is asked again each time when it was lost', async () => {
    const answers = ['guest', 'gone', 'member'] as const;
    let asked = 0;
    const members = new Members(() => new Date());
    members.connect(async () => answers[asked++] ?? 'gone');
    const person = aPerson({ chat });
    expect([await members.of(person), await members.of(person), await members.of(person)]).toEqual(answers);
  });

  it('is unknown when Teams fails, when there is no chat, and before there is Teams', async () => {
    const members = new Members(() => new Date());
    expect(await members.of(aPerson({ chat }))).toBe('unknown');
    members.connect(() => Promise.reject(new Error('503')));
    expect(await members.of(aPerson({ chat }))).toBe('unknown');
    expect(await members.of(aPerson({ chat: null }))).toBe('unknown');
  });

  it('is unknown when the answer takes too long, and the late answer serves the next click', async () => {
    let answer: (membership: 'member') => void = () => undefined;
    let asked = 0;
    const members = new Members(() => new Date());
    members.connect(() => {
      asked += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    const person = aPerson({ chat });
    expect(await members.of(person)).toBe('unknown');
    answer('member');
    await Promise.resolve();
    expect(await members.of(person)).toBe('member');
    expect(asked).toBe(1);
  });
});
