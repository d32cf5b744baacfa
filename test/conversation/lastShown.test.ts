import { beforeEach, describe, expect, it } from 'vitest';
import { LastShown } from '../../bot/conversation/lastShown.ts';
import { shownOn } from '../../bot/conversation/middle.ts';
import { button } from '../../cards/button.ts';
import { noticeCard } from '../../cards/notice/notice.ts';

const shown = { case: 'a-case', question: 'danger', revision: 3 };

describe('What somebody was last shown', () => {
  let now: Date;
  let lastShown: LastShown;
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  beforeEach(() => {
    now = new Date('2026-11-22T10:00:00Z');
    lastShown = new LastShown(() => now);
  });

  it('is known for thirty minutes from the last time, and to nobody else', () => {
    lastShown.show('pat', shown);
    later(29);
    expect(lastShown.find('pat')).toEqual({ ...shown, pending: [], isPaused: false });
    expect(lastShown.find('sam')).toBeUndefined();
    lastShown.show('pat', { ...shown, revision: 4 });
    later(29);
    expect(lastShown.find('pat')).toMatchObject({ revision: 4 });
    later(1);
    expect(lastShown.find('pat')).toBeUndefined();
  });

  it('tells having left from never having been seen', () => {
    lastShown.show('pat', shown);
    lastShown.leave('pat');
    expect(lastShown.find('pat')).toBeNull();
    expect(lastShown.find('sam')).toBeUndefined();
  });

  it('keeps the place among the fields while the same question is shown, and no longer', () => {
    lastShown.show('pat', shown);
    lastShown.pend('pat', ['second', 'third']);
    lastShown.show('pat', { ...shown, revision: 4 });
    expect(lastShown.find('pat')).toMatchObject({ ...shown, revision: 4, pending: ['second', 'third'] });
    lastShown.show('pat', { ...shown, question: 'area' });
    expect(lastShown.find('pat')).toMatchObject({ pending: [] });
  });

  it('is paused by another question, and on again when it is shown', () => {
    lastShown.show('pat', shown);
    lastShown.pause('pat');
    expect(lastShown.find('pat')).toMatchObject({ ...shown, isPaused: true });
    lastShown.show('pat', shown);
    expect(lastShown.find('pat')).toMatchObject({ ...shown, isPaused: false });
  });

  it('holds no more than it should: the oldest go first', () => {
    lastShown.show('first', shown);
    for (let at = 0; at < 5_000; at += 1) lastShown.show(`person-${at}`, shown);
    expect(lastShown.find('first')).toBeUndefined();
    expect(lastShown.find('person-4999')).toBeDefined();
  });
});

describe('What a card asks', () => {
  const ids = { case: 'a-case', revision: 3 };
  const on = (...actions: Parameters<typeof button>[]) =>
    shownOn(noticeCard('help', { actions: actions.map((each) => button(...each)) }));

  it.each([
    ['checklist.answer', { ...ids, question: 'danger' }, 'danger'],
    ['checklist.submit', ids, 'check'],
    ['checklist.leave', { ...ids, question: 'check' }, 'check'],
    ['checklist.discard-now', ids, 'discard'],
  ] as const)('is told by its %s', (verb, data, question) => {
    expect(on(['My drafts', 'register.drafts'], ['Press', verb, data])).toEqual({ ...ids, question });
  });

  it('is nothing where no button answers', () => {
    expect(on(['My drafts', 'register.drafts'], ['Open', 'checklist.resume', { case: 'a-case' }])).toBeNull();
    expect(shownOn(noticeCard('privacy'))).toBeNull();
    expect(shownOn({ card: {} })).toBeNull();
  });
});
