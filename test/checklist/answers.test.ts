import { describe, expect, it } from 'vitest';
import { factsAskedBy } from '../../bot/checklist/condition.ts';
import type { Condition } from '../../knowledge/schema.ts';
import { content } from '../make/checklistContent.ts';

/** What a condition compares with, as `fact=value`, without what it only rules out. */
function wanted(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(wanted);
  if ('any' in condition) return condition.any.flatMap(wanted);
  return 'is' in condition ? condition.is.map((value) => `${condition.fact}=${value}`) : [];
}

const inputs = content.questions.flatMap(({ inputs }) => inputs);
const said = new Set(content.rules.flatMap(({ when }) => wanted(when)));

/** Ways to say “I do not know”, “not yet” and “does not apply”. */
const unsure = ['not-sure', 'not-yet', 'not-checked', 'not-asked', 'not-said', 'no-opinions', 'not-needed'];

/** Answers in words, kept for the reviewer and the record alone. */
const forTheRecord = [
  'emergency-who',
  'emergency-shared',
  'emergency-why',
  'recipient-organisation',
  'recipient-role',
  'case-reference',
  'requester-role',
  'request-wants',
  'request-deadline',
  'originator',
  'purpose',
  'necessity',
  'harm-of-sharing',
  'harm-of-not-sharing',
  'withheld',
  'instead',
  'refer-question',
  'review-on',
];

describe('every answer', () => {
  const choices = inputs.flatMap(({ key, options }) =>
    (Array.isArray(options) ? options : []).map(({ id }) => ({ key, id })),
  );

  it.each(choices.filter(({ id }) => unsure.includes(id)))('$key: $id has a consequence', ({ key, id }) => {
    expect(said).toContain(`${key}=${id}`);
  });

  it('matters: to a finding, to what is asked next, to the decision, or to the record', () => {
    const conditions = content.questions.flatMap(({ when, inputs }) => [
      when,
      ...inputs.flatMap((input) => [
        input.when,
        ...(Array.isArray(input.options) ? input.options.map((option) => option.when) : []),
      ]),
    ]);
    const used = new Set([
      ...conditions.flatMap((condition) => (condition ? factsAskedBy(condition) : [])),
      ...content.rules.flatMap(({ when, reasonKey }) => [...factsAskedBy(when), reasonKey]),
      'already-shared',
      ...forTheRecord,
    ]);
    expect(inputs.map(({ key }) => key).filter((key) => !used.has(key))).toEqual([]);
  });

  it('in words is asked for only where nothing can be chosen, and is short', () => {
    const words = inputs.filter(({ kind }) => kind === 'text');
    expect(words.length).toBeLessThan(inputs.length / 2);
    for (const { key, maxLength } of words) expect(maxLength, key).toBeLessThanOrEqual(1000);
  });
});

describe('every card', () => {
  it.each(content.questions)('$id asks a question and says why', ({ title, why, goodAnswer, example }) => {
    expect(title).toMatch(/\?$/);
    expect(title.length).toBeLessThanOrEqual(70);
    expect(why.split(/(?<=[.!?]) /).length).toBeLessThanOrEqual(3);
    expect(goodAnswer).not.toBeNull();
    expect(example).not.toBeNull();
  });

  it.each(content.questions.filter(({ number }) => number !== null))(
    '$number has help from both London agreements',
    ({ help }) => {
      const documents = new Set(help.flatMap(({ sources }) => sources.map(({ document }) => document)));
      expect(documents).toContain('sf-dsa');
      expect(documents).toContain('mas-dsa');
    },
  );

  it('keeps its labels and its options short', () => {
    for (const { key, label, options } of inputs) {
      expect(label.length, key).toBeLessThanOrEqual(100);
      for (const option of Array.isArray(options) ? options : [])
        expect(option.label.length, `${key}: ${option.id}`).toBeLessThanOrEqual(80);
    }
  });
});

describe('every finding', () => {
  it('is short, and says what is ours where no document supports it', () => {
    const own =
      /^(Good practice|Our advice|Recent law, please confirm with your IG lead): |borrowed from the London checklist\.$/;
    const own999 = ['R01a', 'R01d', 'R02b', 'R46b', 'R50b'];
    for (const { id, text, sources } of content.rules) {
      expect(text.length, id).toBeLessThanOrEqual(260);
      if (sources.length === 0 && !own999.includes(id)) expect(text, id).toMatch(own);
    }
  });
});
