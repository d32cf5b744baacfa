import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, sharerKinds } from '../../bot/checklist/case.ts';
import { caseFacts } from '../../bot/checklist/caseFacts.ts';
import { changeAnswers } from '../../bot/checklist/changeAnswers.ts';
import type { Answers } from '../../bot/checklist/draft.ts';
import { findings } from '../../bot/checklist/findings.ts';
import { keepTyped, type RawInputs, readAnswers } from '../../bot/checklist/readAnswers.ts';
import { placeOf, previousOf, progressAt, stepsOf } from '../../bot/checklist/steps.ts';
import type { AskedInput, Step } from '../../bot/checklist/walk.ts';
import { wording } from '../../bot/checklist/wording.ts';
import { content, makeCase } from '../make/checklistContent.ts';

/** Numbers that decide everything a made-up person does; used up one by one, then again from the start. */
const dice = fc.array(fc.nat(1000), { minLength: 40, maxLength: 120 });
const kinds = fc.constantFrom(null, ...sharerKinds);
const runs = { numRuns: 80, seed: 20261122 };

type Roll = (sides: number) => number;

function roller(numbers: readonly number[]): Roll {
  let at = 0;
  return (sides) => (numbers[at++ % numbers.length] ?? 0) % sides;
}

/** What a person could send for one input. */
function rawFor({ input, options }: AskedInput, roll: Roll): string {
  switch (input.kind) {
    case 'choice':
      return options[roll(options.length)]?.id ?? '';
    case 'choices':
      return (
        options
          .filter((_option, at) => at === roll(options.length) || roll(3) === 0)
          .map(({ id }) => id)
          .join(',') ||
        (options[0]?.id ?? '')
      );
    case 'date':
      return roll(2) === 0 ? '' : '2026-12-01';
    case 'text':
      return !input.required && roll(2) === 0 ? '' : `Words ${roll(1000)} for ${input.key}`;
  }
}

function rawOf(step: Step, roll: Roll): RawInputs {
  return Object.fromEntries(step.inputs.map((asked) => [asked.input.key, rawFor(asked, roll)]));
}

/** One turn: the answers as storage would give them back. */
function answer(theCase: Case, step: Step, roll: Roll): Case {
  const read = readAnswers(step, rawOf(step, roll));
  expect(read.kind).toBe('ok');
  return { ...theCase, answers: structuredClone(changeAnswers(theCase, read.answers).answers) };
}

interface Walked {
  readonly theCase: Case;
  readonly seen: readonly string[];
}

/** Answers card after card; from time to time goes back a card or changes an earlier one. */
function walkThrough(
  numbers: readonly number[],
  kind: (typeof sharerKinds)[number] | null,
  wandering: boolean,
  start: Answers = {},
): Walked {
  const roll = roller(numbers);
  const seen: string[] = [];
  let theCase = makeCase(start, kind);
  let detours = wandering ? 8 : 0;
  for (let turn = 0; turn < 120; turn += 1) {
    const place = placeOf(theCase);
    if (place.kind === 'check') return { theCase, seen };
    seen.push(place.step.question.id);
    const { number, of } = progressAt(theCase, place.step.question.id);
    if (number > of) throw new Error(`${number} of ${of} at ${place.step.question.id}`);
    theCase = answer(theCase, place.step, roll);
    if (detours > 0 && roll(4) === 0) {
      detours -= 1;
      theCase = detour(theCase, roll);
    }
  }
  throw new Error(`no end after ${seen.join(' > ')}`);
}

/** Types something, goes back, and changes an earlier card. No answer may get lost on the way. */
function detour(theCase: Case, roll: Roll): Case {
  const place = placeOf(theCase);
  const here = place.kind === 'check' ? 'check' : place.step.question.id;
  const typed = place.kind === 'check' ? {} : keepTyped(place.step, rawOf(place.step, roll), theCase.answers);
  const left: Case = { ...theCase, answers: { ...theCase.answers, ...typed } };
  const back = previousOf(left, here);
  if (!back) return left;
  const steps = stepsOf(left);
  const target = steps[roll(steps.findIndex(({ question }) => question.id === back.question.id) + 1)] ?? back;
  const after = answer(left, target, roll);
  const changed = new Set(target.inputs.map(({ input }) => input.key));
  const lost = Object.entries(left.answers).filter(([key, kept]) =>
    changed.has(key) ? !Object.hasOwn(after.answers, key) : String(after.answers[key]) !== String(kept),
  );
  expect(lost).toEqual([]);
  return after;
}

function shuffled(answers: Answers, roll: Roll): Answers {
  const entries = Object.entries(answers);
  for (let at = entries.length - 1; at > 0; at -= 1) {
    const other = roll(at + 1);
    [entries[at], entries[other]] = [entries[other] as (typeof entries)[0], entries[at] as (typeof entries)[0]];
  }
  return Object.fromEntries(entries);
}

/** Every start: each agreement that is offered in its area, none of them, and an area without one. */
const starts: readonly Answers[] = [
  ...content.agreements
    .filter(({ status }) => status !== 'legacy')
    .map(({ id, area }): Answers => ({ area, agreement: id })),
  { area: 'kent', agreement: 'none' },
  { area: 'london', agreement: 'none' },
  { area: 'elsewhere' },
];

/** What every way through has to hold to, however it wandered. */
function expectSound({ theCase }: Walked, numbers: readonly number[]): void {
  const found = findings(theCase);
  const turned = { ...theCase, answers: structuredClone(shuffled(theCase.answers, roller(numbers))) };
  expect(findings(turned)).toEqual(found);
  expect(found.filter(({ stops }) => stops === 'submit')).toEqual([]);
  const places = new Set(stepsOf(theCase).map(({ question }) => question.id));
  expect(found.filter(({ question }) => !places.has(question))).toEqual([]);
}

/** Every card that stands in a case, and every field on it. */
function asked(theCase: Case): readonly string[] {
  return stepsOf(theCase).flatMap(({ question, inputs }) => [question.id, ...inputs.map(({ input }) => input.key)]);
}

const everAsked = new Set<string>();

describe('under every agreement', () => {
  it.each([null, ...sharerKinds])('a sharer of the kind %s gets to the check, with nothing lost', (kind) => {
    for (const [index, start] of starts.entries()) {
      fc.assert(
        fc.property(dice, fc.boolean(), (numbers, wandering) => {
          const walked = walkThrough(numbers, kind, wandering, start);
          for (const each of asked(walked.theCase)) everAsked.add(each);
          expectSound(walked, numbers);
        }),
        { seed: runs.seed + index, numRuns: 3 },
      );
    }
  });

  it('passes every card and every field, taken together', () => {
    const all = content.questions.flatMap(({ id, inputs }) => [id, ...inputs.map(({ key }) => key)]);
    expect(all.filter((each) => !everAsked.has(each))).toEqual([]);
  });
});

describe('any way through the checklist', () => {
  it('ends at the check, whatever is chosen', () => {
    fc.assert(
      fc.property(dice, kinds, (numbers, kind) => void walkThrough(numbers, kind, false)),
      runs,
    );
  });

  it('ends at the check, however often a person goes back and changes their mind', () => {
    fc.assert(
      fc.property(dice, kinds, (numbers, kind) => void walkThrough(numbers, kind, true)),
      runs,
    );
  });

  it('gives the same findings for the same answers in any order, and after storage', () => {
    fc.assert(
      fc.property(dice, kinds, (numbers, kind) => {
        const { theCase } = walkThrough(numbers, kind, true);
        const turned = { ...theCase, answers: structuredClone(shuffled(theCase.answers, roller(numbers))) };
        expect(findings(turned)).toEqual(findings(theCase));
        expect(wording(turned)).toEqual(wording(theCase));
      }),
      runs,
    );
  });

  it('keeps each card short: at most five fields', () => {
    fc.assert(
      fc.property(dice, kinds, (numbers, kind) => {
        for (const { question, inputs } of stepsOf(walkThrough(numbers, kind, false).theCase)) {
          expect(inputs.length, question.id).toBeLessThanOrEqual(5);
        }
      }),
      runs,
    );
  });

  it('never leaves a share stopped for a reason that the person is not asked for', () => {
    fc.assert(
      fc.property(dice, kinds, (numbers, kind) => {
        const { theCase } = walkThrough(numbers, kind, false);
        const asked = new Set(stepsOf(theCase).flatMap(({ inputs }) => inputs.map(({ input }) => input.key)));
        const stopping = new Set(
          findings(theCase)
            .filter(({ stops }) => stops)
            .map(({ rule }) => rule),
        );
        for (const { id, reasonKey } of theCase.knowledge.content.rules) {
          if (reasonKey && stopping.has(id)) expect(asked.has(reasonKey), id).toBe(true);
        }
      }),
      runs,
    );
  });

  it('shows a London agreement’s terms to nobody else', () => {
    fc.assert(
      fc.property(dice, kinds, (numbers, kind) => {
        const { theCase } = walkThrough(numbers, kind, false);
        const facts = caseFacts(theCase);
        const agreement = facts.get('agreement')?.[0];
        const open = ['R02a', 'R03j', 'R52', 'R53a'];
        if (facts.get('both-agreements')?.[0] === 'yes') return;
        const cited = findings(theCase)
          .filter(({ rule }) => !open.includes(rule))
          .flatMap(({ sources }) => sources);
        for (const { document } of cited) {
          if (document === 'mas-dsa') expect(agreement).toBe('mas');
          if (document === 'sf-dsa') expect(agreement).toBe('supporting-families');
        }
      }),
      runs,
    );
  });
});
