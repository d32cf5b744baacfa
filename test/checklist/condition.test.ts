import { describe, expect, it } from 'vitest';
import { applies, type Facts, factsAskedBy, holds } from '../../bot/checklist/condition.ts';
import type { Condition } from '../../knowledge/schema.ts';

const facts: Facts = new Map([
  ['told', ['not-told']],
  ['subject-kinds', ['child', 'victim']],
]);

const table: readonly [says: string, condition: Condition, holds: boolean][] = [
  ['a fact equals one of the values', { fact: 'told', is: ['in-writing', 'not-told'] }, true],
  ['a fact equals none of the values', { fact: 'told', is: ['in-writing'] }, false],
  ['a list contains one of the values', { fact: 'subject-kinds', is: ['victim'] }, true],
  ['a list contains none of the values', { fact: 'subject-kinds', is: ['witness'] }, false],
  ['an unknown fact equals nothing', { fact: 'laws', is: ['none'] }, false],
  ['a fact is known', { fact: 'told', known: true }, true],
  ['a known fact is not unknown', { fact: 'told', known: false }, false],
  ['an unknown fact is unknown', { fact: 'laws', known: false }, true],
  ['not turns it round', { not: { fact: 'laws', is: ['none'] } }, true],
  [
    'all needs every part',
    {
      all: [
        { fact: 'told', known: true },
        { fact: 'laws', known: true },
      ],
    },
    false,
  ],
  [
    'any needs one part',
    {
      any: [
        { fact: 'told', known: true },
        { fact: 'laws', known: true },
      ],
    },
    true,
  ],
];

describe('a condition', () => {
  it.each(table)('%s', (_says, condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });

  it('is met when it is left out', () => {
    expect(applies(undefined, facts)).toBe(true);
    expect(applies({ fact: 'laws', known: true }, facts)).toBe(false);
  });

  it('names every fact it asks about, however deep', () => {
    const deep: Condition = { all: [{ not: { fact: 'told', is: ['x'] } }, { any: [{ fact: 'laws', known: true }] }] };
    expect(factsAskedBy(deep)).toEqual(['told', 'laws']);
  });
});
