import { describe, expect, it } from 'vitest';
import { findDeadEnds } from '../../bot/checklist/findDeadEnds.ts';
import type { Condition, Content, Input, Question, Rule } from '../../knowledge/schema.ts';
import { content } from '../make/checklistContent.ts';

/** The shipped content with one thing changed. */
function changed(change: (content: Content) => void): Content {
  const copy = structuredClone(content);
  change(copy);
  return copy;
}

function question(of: Content, id: string): Question {
  const found = of.questions.find((each) => each.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

function input(of: Content, key: string): Input {
  const found = of.questions.flatMap(({ inputs }) => inputs).find((each) => each.key === key);
  if (!found) throw new Error(`no input ${key}`);
  return found;
}

function rule(of: Content, id: string): Rule {
  const found = of.rules.find((each) => each.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}

const never: Condition = {
  all: [
    { fact: 'danger', is: ['yes'] },
    { fact: 'danger', is: ['no'] },
  ],
};

const breaches: readonly [says: string, change: (content: Content) => void, file: string, problem: RegExp][] = [
  [
    'a condition on the same card',
    (of) => {
      input(of, 'expected').when = { fact: 'told', is: ['not-told'] };
    },
    'questions.yaml',
    /depends on told, which is not answered before this card/,
  ],
  [
    'a condition on a later card',
    (of) => {
      question(of, 'area').when = { not: { fact: 'agreement-held', is: ['text'] } };
    },
    'questions.yaml',
    /depends on agreement/,
  ],
  ['numbers that fall', (of) => of.questions.reverse(), 'questions.yaml', /comes after a later one/],
  [
    'a card that no answers lead to',
    (of) => {
      question(of, 'objection-more').when = never;
    },
    'questions.yaml',
    /no answers lead to objection-more/,
  ],
  [
    'an input that is never asked',
    (of) => {
      input(of, 'phone-reason').when = {
        all: [
          { fact: 'transfer-method', is: ['phone'] },
          { fact: 'transfer-method', is: ['paper'] },
        ],
      };
    },
    'questions.yaml',
    /phone-reason is never asked/,
  ],
  [
    'an input that hides behind another agreement’s answer',
    (of) => {
      input(of, 'eligible').when = {
        all: [
          { fact: 'area', is: ['kent'] },
          { fact: 'agreement', is: ['mas'] },
        ],
      };
    },
    'questions.yaml',
    /eligible is never asked/,
  ],
  [
    'an option that is never offered',
    (of) => {
      const options = input(of, 'recipient-kind').options;
      if (Array.isArray(options) && options[0]) options[0].when = never;
    },
    'questions.yaml',
    /council is never offered/,
  ],
  [
    'a choice with nothing to choose',
    (of) => {
      const options = input(of, 'expected').options;
      if (Array.isArray(options)) for (const option of options) option.when = { fact: 'danger', is: ['yes'] };
    },
    'questions.yaml',
    /offers nothing to choose for some answers/,
  ],
  [
    'groups of data asked for where the agreement has none',
    (of) => {
      input(of, 'data-groups').when = { fact: 'agreement-held', is: ['text', 'listed'] };
    },
    'questions.yaml',
    /offers nothing to choose under asb/,
  ],
  [
    'a rule that can never hold',
    (of) => {
      rule(of, 'R49').when = {
        all: [
          { fact: 'agreement', is: ['kmisa'] },
          { fact: 'eligible', is: ['yes'] },
        ],
      };
    },
    'rules.yaml',
    /R49 can never hold/,
  ],
  [
    'a reason that is stored nowhere',
    (of) => {
      rule(of, 'R15a').reasonKey = 'no-such-key';
    },
    'rules.yaml',
    /R15a asks for a reason that is stored nowhere/,
  ],
  [
    'a reason that is no words',
    (of) => {
      rule(of, 'R15a').reasonKey = 'amount';
    },
    'rules.yaml',
    /amount does not hold words/,
  ],
  [
    'a reason that not everybody is asked for',
    (of) => {
      input(of, 'confidence-reason').when = {
        all: [
          { fact: 'given-in-confidence', is: ['yes'] },
          { fact: 'number-of-people', is: ['one'] },
        ],
      };
    },
    'rules.yaml',
    /R15a can stop a share whose sharer is not asked for confidence-reason/,
  ],
  [
    'a decision under another key',
    (of) => {
      input(of, 'decision').key = 'what-next';
    },
    'questions.yaml',
    /nothing is asked under decision/,
  ],
  [
    'a fifth outcome',
    (of) => {
      const options = input(of, 'decision').options;
      if (Array.isArray(options)) options.push({ id: 'wait', label: 'Wait' });
    },
    'questions.yaml',
    /decision offers the wrong options/,
  ],
];

describe('the search for dead ends', () => {
  it('finds none in the content as shipped', () => {
    expect(findDeadEnds(content)).toEqual([]);
  });

  it.each(breaches)('finds %s, with its file, place and cure', (_says, change, file, problem) => {
    const found = findDeadEnds(changed(change));
    expect(found.map((each) => each.problem).join('\n')).toMatch(problem);
    const one = found.find((each) => problem.test(each.problem));
    expect(one).toMatchObject({ file, cure: expect.stringMatching(/\.$/) });
  });

  it('accepts an agreement that is put in only by name', () => {
    const added = changed((of) => {
      const asb = of.agreements.find(({ id }) => id === 'asb');
      if (asb) of.agreements.push({ ...asb, id: 'new-one' });
    });
    expect(findDeadEnds(added)).toEqual([]);
  });
});
