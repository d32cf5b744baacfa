import { describe, expect, it } from 'vitest';
import { makeKnowledge } from '../../knowledge/makeKnowledge.ts';
import { content } from '../make/checklistContent.ts';

const inputs = content.questions.flatMap((question) => question.inputs.map((input) => ({ question, input })));

describe('the cards as written', () => {
  it('are used in the order of the file, so that a follow-up stands after its question', () => {
    const used = makeKnowledge(content, 0).questions.map(({ id }) => id);
    expect(used).toEqual(content.questions.map(({ id }) => id));
    expect(used.indexOf('told-more')).toBe(used.indexOf('told') + 1);
  });

  it('have the ten in order', () => {
    const numbers = content.questions.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('decide between exactly four outcomes', () => {
    const options = inputs.find(({ input }) => input.key === 'decision')?.input.options;
    expect(Array.isArray(options) && options.map(({ id }) => id)).toEqual([
      'share',
      'share-in-part',
      'do-not-share',
      'refer',
    ]);
  });

  it('leave every reason optional, so that nobody is stuck on a card for want of one', () => {
    const reasons = new Set(content.rules.flatMap(({ reasonKey }) => reasonKey ?? []));
    expect(reasons.size).toBeGreaterThan(8);
    for (const { input } of inputs)
      if (reasons.has(input.key)) expect(input, input.key).toMatchObject({ required: false, kind: 'text' });
  });

  it('let everybody say “I do not know” where a fact may not be known', () => {
    const facts = [
      'danger',
      'recipient-signed',
      'given-in-confidence',
      'track',
      'laws',
      'article-6',
      'told',
      'vetting',
      'outside-uk',
    ];
    for (const { input } of inputs.filter(({ input }) => facts.includes(input.key))) {
      const options = Array.isArray(input.options) ? input.options.map(({ id }) => id) : [];
      expect(options, input.key).toContain('not-sure');
    }
  });

  it('word each problem so that it reads on from “Tell us”', () => {
    for (const { input } of inputs)
      expect(input.problem, input.key).toMatch(/^(which|who|what|whose|why|how|when|where|whether|your|the) .*[^.]$/);
  });

  it('mark every example as made up or keep it free of places and people', () => {
    for (const { id, example } of content.questions) expect(example, id).not.toMatch(/\b(Mr|Mrs|Ms|Dr)\b|\d{5,}/);
  });
});
