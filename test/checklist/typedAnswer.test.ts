import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Option, optionsOf } from '../../bot/checklist/options.ts';
import { isCalendarDay } from '../../bot/checklist/settled.ts';
import { readTypedAnswer, type TypedAnswer } from '../../bot/checklist/typedAnswer.ts';
import type { AskedInput } from '../../bot/checklist/walk.ts';
import { inputSchema } from '../../knowledge/checklistSchema.ts';
import { content, makeCase } from '../make/checklistContent.ts';

/** A Wednesday. */
const now = new Date('2026-11-25T10:00:00Z');

const input = (kind: string, more: object = {}) =>
  inputSchema.parse({ key: 'made-up', label: 'Made up?', kind, required: true, problem: 'something', ...more });

const asked = (kind: 'choice' | 'choices' | 'text' | 'date', labels: readonly string[] = [], more: object = {}) => {
  const options = labels.map((label, at) => ({ id: `o${at + 1}`, label }));
  return { input: input(kind, more), options, answer: null, settled: false } satisfies AskedInput;
};

const read = (labels: readonly string[], words: string, kind: 'choice' | 'choices' = 'choice'): TypedAnswer =>
  readTypedAnswer(asked(kind, labels), words, now);
const answer = (value: string): TypedAnswer => ({ kind: 'answer', value });
const meaning = (got: TypedAnswer) => (got.kind === 'ambiguous' ? got.options.map(({ id }) => id) : got.kind);

const yesNo = ['Yes, now or very soon', 'No', 'I do not know'];

/** Every choice of the content with what it offers somewhere. */
const choices: readonly AskedInput[] = content.questions
  .flatMap((question) => question.inputs)
  .filter(({ options }) => options !== undefined)
  .flatMap((each) => {
    const facts = each.options === 'agreement-data' ? ['kmisa', 'mas', 'supporting-families'] : ['mas'];
    return facts.map((agreement): AskedInput => {
      const known = each.options === 'agreements' ? new Map() : new Map([['agreement', [agreement]]]);
      const options = Array.isArray(each.options) ? each.options : optionsOf(each, makeCase(), known);
      return { input: each, options, answer: null, settled: false };
    });
  })
  .filter(({ options }) => options.length > 0);

describe('A typed answer to a choice', () => {
  it.each(['yes', 'Y', 'yep', 'YES!', 'yeah', 'yes please', '1', 'option 1', '1.', '#1', 'Yes, now or very soon'])(
    'reads “%s” as the one option that says yes',
    (words) => expect(read(yesNo, words)).toEqual(answer('o1')),
  );

  it.each(['no', 'n', 'Nope.', '2', 'no thanks', 'NO'])('reads “%s” as no', (words) =>
    expect(read(yesNo, words)).toEqual(answer('o2')),
  );

  it.each(['don’t know', "I don't know", 'dont know', 'not sure', 'dunno', 'I’m not sure', 'no idea', 'unsure', 'idk'])(
    'reads “%s” as not known',
    (words) => expect(read(yesNo, words)).toEqual(answer('o3')),
  );

  it('reads “n/a” and “does not apply” as the option that says so', () => {
    const labels = ['Yes', 'It is all fact, so this does not apply', 'No'];
    for (const words of ['n/a', 'N/A', 'na', 'not applicable', 'does not apply', "doesn't apply"])
      expect(read(labels, words), words).toEqual(answer('o2'));
  });

  it('takes “I do not know yet” before an option that only mentions not knowing', () => {
    expect(read(['Email, and I do not know if it is encrypted', 'I do not know yet'], 'not sure')).toEqual(
      answer('o2'),
    );
  });

  it.each([
    ['kent', 'o1'],
    ['Kent or Medway.', 'o1'],
    ['LONDON', 'o2'],
    ['londn', 'o2'],
    ['lond', 'o2'],
    ['somwhere else', 'o3'],
    ['answer: 2', 'o2'],
    ['a: london', 'o2'],
  ])('reads “%s” by its beginning, in any case, past small slips', (words, id) => {
    expect(read(['Kent or Medway', 'London', 'Somewhere else, or across areas'], words)).toEqual(answer(id));
  });

  it('leaves articles out of account', () => {
    const labels = ['A child or young person under 18', 'The whole file or record'];
    expect(read(labels, 'child')).toEqual(answer('o1'));
    expect(read(labels, 'the whole file')).toEqual(answer('o2'));
  });

  it.each([
    ['yes', ['Yes, nobody will be identifiable', 'Yes, a code will replace names', 'No'], ['o1', 'o2']],
    ['share', ['Share it', 'Share part of it', 'Do not share it'], ['o1', 'o2']],
    ['children act', ['Children Act 1989', 'Children Act 2004', 'Care Act 2014'], ['o1', 'o2']],
    ['email', ['Email with TLS encryption', 'Email, and I do not know', 'Ordinary email'], ['o1', 'o2']],
  ])('never guesses between two: “%s”', (words, labels, between) => {
    expect(meaning(read(labels, words))).toEqual(between);
  });

  it.each([
    ['they have', ['They have not been told', 'In writing'], ['o1']],
    ['we have', ['We met them', 'We have not checked yet'], ['o2']],
    ['yes, the police did', ['Yes, we were asked for it', 'No, we think it should be shared'], ['o1']],
    ['no one yet', ['Yes', 'No, not yet'], ['o2']],
    ['consent', ['The person’s consent', 'I do not know'], ['o1']],
  ])('asks back when an option is near and not said: “%s”', (words, labels, near) => {
    expect(meaning(read(labels, words))).toEqual(near);
  });

  it('never takes one figure or letter of a law for another', () => {
    const laws = ['Children Act 1989', 'Children Act 2004'];
    expect(read(laws, 'Children Act 1998').kind).not.toBe('answer');
    const bases = ['Public task, 6(1)(e)', 'Legitimate interests, 6(1)(f)'];
    expect(read(bases, 'public task 6(1)(f)').kind).not.toBe('answer');
    expect(read(bases, 'public task')).toEqual(answer('o1'));
  });

  it.each(['0', '4', '99', 'option 9', 'n/a', 'answer: something else entirely', 'skip'])(
    'says that “%s” is not one of them',
    (words) => expect(meaning(read(yesNo, words))).toBe('not-offered'),
  );

  it.each([
    'Which agreement covers telling the police?',
    'can I share without consent',
    'no one told me which agreement covers CCTV footage for the council',
    'London?',
    'thanks',
    'a',
    '',
    '???',
  ])('leaves “%s” to be answered as a question', (words) => {
    expect(read(['Kent or Medway', 'London', 'No'], words).kind).toBe('not-an-answer');
  });
});

describe('Typed answers where several fit', () => {
  const labels = ['A child', 'A parent, carer or family member', 'A victim', 'A witness'];
  it.each([
    ['1, 3 and 4', 'o1,o3,o4'],
    ['4 1', 'o1,o4'],
    ['1-3', 'o1,o2,o3'],
    ['2 to 4', 'o2,o3,o4'],
    ['1 & 2', 'o1,o2'],
    ['child and victim', 'o1,o3'],
    ['child, witness', 'o1,o4'],
    ['A parent, carer or family member', 'o2'],
    ['parent, carer or family member and 4', null],
    ['3', 'o3'],
    ['1, 1', 'o1'],
  ])('reads “%s”', (words, value) => {
    const got = read(labels, words, 'choices');
    if (value === null) expect(got.kind).not.toBe('answer');
    else expect(got).toEqual(answer(value));
  });

  it('takes nothing when one of them is not offered', () => {
    expect(read(labels, '1 and 9', 'choices').kind).toBe('not-offered');
    expect(read(labels, 'child and nonsense', 'choices').kind).toBe('not-an-answer');
  });
});

describe('A typed day', () => {
  const day = (words: string) => readTypedAnswer(asked('date'), words, now);

  it.each([
    ['24/11/2026', '2026-11-24'],
    ['24-11-26', '2026-11-24'],
    ['3/4/2027', '2027-04-03'],
    ['2026-12-01', '2026-12-01'],
    ['24 Nov', '2027-11-24'],
    ['26 Nov', '2026-11-26'],
    ['1st December', '2026-12-01'],
    ['December 1', '2026-12-01'],
    ['the 1st of December 2026', '2026-12-01'],
    ['on 1 December 2026', '2026-12-01'],
    ['29 Feb', '2028-02-29'],
    ['26/11', '2026-11-26'],
    ['today', '2026-11-25'],
    ['Tomorrow.', '2026-11-26'],
    ['Friday', '2026-11-27'],
    ['next Tuesday', '2026-12-01'],
    ['wednesday', '2026-12-02'],
    ['in 2 weeks', '2026-12-09'],
    ['in a month', '2026-12-25'],
    ['in three months', '2027-02-25'],
    ['answer: tomorrow', '2026-11-26'],
  ])('reads “%s”', (words, value) => {
    expect(day(words)).toEqual(answer(value));
  });

  it('asks back when “next Friday” could be this week or the one after', () => {
    const got = day('next Friday');
    expect(got).toEqual({
      kind: 'ambiguous',
      options: [
        { id: '2026-11-27', label: 'Friday 27 November 2026' },
        { id: '2026-12-04', label: 'Friday 4 December 2026' },
      ],
    });
  });

  it('goes by the day in the United Kingdom', () => {
    const justAfterMidnight = new Date('2026-06-30T23:30:00Z');
    expect(readTypedAnswer(asked('date'), 'today', justAfterMidnight)).toEqual(answer('2026-07-01'));
  });

  it.each(['31/02/2026', '11/24/2026', '31 June 2027', 'yes', '4', 'not sure'])('takes “%s” for no day', (words) =>
    expect(day(words).kind).toBe('not-offered'),
  );

  it.each(['soon', 'next', 'when the plan is reviewed', 'may', 'in march'])('leaves “%s” alone', (words) =>
    expect(day(words).kind).toBe('not-an-answer'),
  );

  it('leaves an optional one empty for “skip”, and no required one', () => {
    expect(readTypedAnswer(asked('date', [], { required: false }), 'skip', now)).toEqual(answer(''));
    expect(day('skip').kind).toBe('not-offered');
  });
});

describe('Typed words', () => {
  it('count only when they are marked as an answer', () => {
    expect(readTypedAnswer(asked('text'), 'answer: The child needs help.', now)).toEqual(
      answer('The child needs help.'),
    );
    expect(readTypedAnswer(asked('text'), 'A: two\nlines', now)).toEqual(answer('two\nlines'));
    expect(readTypedAnswer(asked('text'), 'The child needs help.', now).kind).toBe('not-an-answer');
    expect(readTypedAnswer(asked('text'), 'answer:  ', now).kind).toBe('not-offered');
    expect(readTypedAnswer(asked('text'), 'yes', now).kind).toBe('not-offered');
  });
});

describe('The content, typed', () => {
  const labelled: readonly (readonly [AskedInput, Option, number])[] = choices.flatMap((each) =>
    each.options.map((option, at) => [each, option, at + 1] as const),
  );

  it('has choices to try', () => expect(labelled.length).toBeGreaterThan(200));

  it('reads the number, the exact label, and the label in capitals of every option as that option', () => {
    for (const [each, option, number] of labelled)
      for (const words of [
        String(number),
        `option ${number}`,
        option.label,
        option.label.toUpperCase(),
        `${option.label}.`,
      ])
        expect(readTypedAnswer(each, words, now), `${each.input.key}: ${words}`).toEqual(answer(option.id));
  });

  it('reads a label with a word cut off its end as that option or asks back, never as another', () => {
    for (const [each, option] of labelled) {
      const words = option.label.split(' ').slice(0, -1).join(' ');
      const got = readTypedAnswer(each, words, now);
      if (got.kind === 'answer') expect(got.value, `${each.input.key}: ${words}`).toBe(option.id);
    }
  });

  it('reads any set of numbers of a list as exactly those options', () => {
    const several = choices.filter((each) => each.input.kind === 'choices');
    const sets = fc
      .constantFrom(...several)
      .chain((each) => fc.tuple(fc.constant(each), fc.subarray([...each.options.keys()], { minLength: 1 })));
    fc.assert(
      fc.property(sets, fc.constantFrom(', ', ' and ', ' ', ' & '), ([each, set], comma) => {
        const typed = [...set].reverse().map((at) => at + 1);
        expect(readTypedAnswer(each, typed.join(comma), now)).toEqual(
          answer(set.map((at) => each.options[at]?.id).join(',')),
        );
      }),
    );
  });
});

describe('Whatever is typed', () => {
  const anyAsked = fc.oneof(
    fc.constantFrom(...choices),
    fc.constantFrom(asked('text'), asked('date'), asked('date', [], { required: false })),
  );
  const fragments = choices.flatMap((each) => each.options.flatMap(({ label }) => label.split(' ')));
  const typed = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom(...fragments, 'yes', 'no', 'not', 'and', ',', '1', '3', '33', '/', 'next', 'friday'), {
        maxLength: 8,
      })
      .map((words) => words.join(' ')),
  );

  it('it gives only what is offered, and never fails', () => {
    fc.assert(
      fc.property(anyAsked, typed, (each, words) => {
        const got = readTypedAnswer(each, words, now);
        const offered = new Set(each.options.map(({ id }) => id));
        if (got.kind === 'ambiguous') {
          expect(got.options.length).toBeGreaterThan(0);
          for (const { id } of got.options) expect(offered.has(id) || isCalendarDay(id)).toBe(true);
        }
        if (got.kind !== 'answer' || got.value === '') return;
        if (each.input.kind === 'date') expect(isCalendarDay(got.value)).toBe(true);
        if (each.options.length > 0) for (const id of got.value.split(',')) expect(offered.has(id)).toBe(true);
        if (each.input.kind === 'choice') expect(got.value).not.toContain(',');
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read soon enough, however long and odd (the test would time out)', () => {
    for (const words of ['a, '.repeat(5_000), 'yes '.repeat(5_000), '1'.repeat(20_000), `${' '.repeat(20_000)}x`])
      for (const each of [...choices, asked('text'), asked('date')])
        expect(readTypedAnswer(each, words, now).kind).toBe('not-an-answer');
  });
});
