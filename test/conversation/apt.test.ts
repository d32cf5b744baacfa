import { describe, expect, it } from 'vitest';
import { aptFirst, shortOf } from '../../bot/conversation/apt.ts';

const long = 'A sentence that says quite a lot about what may be shared, with whom, when, how, and on what basis';

describe('a statement in one line', () => {
  it('is its short form where it has one, and all of it where it is short', () => {
    expect(shortOf({ text: `${long}. More.`, short: 'In short.' })).toBe('In short.');
    expect(shortOf({ text: 'One. Two.' })).toBe('One. Two.');
  });

  it('is else its first sentence, whole, however long that is', () => {
    expect(shortOf({ text: `${long}. More.` })).toBe(`${long}.`);
    expect(shortOf({ text: `${long} and so on, for a long time. ‘More’ follows.` })).toBe(
      `${long} and so on, for a long time.`,
    );
    expect(shortOf({ text: `UK GDPR Article 6(1)(c), (d) or (e). ${long}.` })).toBe(
      'UK GDPR Article 6(1)(c), (d) or (e).',
    );
    expect(shortOf({ text: long.repeat(2) })).toBe(long.repeat(2));
  });
});

describe('what is most likely to matter', () => {
  const facts = ['Schools and libraries.', 'The child exploitation panel.', 'Panels of every kind.'].map((text) => ({
    text,
  }));
  const order = (...words: string[]) => aptFirst(facts, words);

  it('comes first, whatever form its words have', () => {
    expect(order('exploited', 'panels')).toEqual([facts[1], facts[0], facts[2]]);
  });

  it('is not told by one word in common, nor by none', () => {
    expect(order('library', 'bruise')).toEqual(facts);
    expect(order()).toEqual(facts);
  });
});
