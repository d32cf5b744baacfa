import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedOf, askedOtherwise } from '../../bot/checklist/asked.ts';
import type { Case } from '../../bot/checklist/case.ts';
import type { Asked } from '../../bot/checklist/draft.ts';
import type { Content } from '../../knowledge/schema.ts';
import { filledCase } from '../make/checklistCase.ts';
import { content, knowledgeOf } from '../make/checklistContent.ts';

const nothing = { again: [], anew: [], noLonger: [] };

/** The shipped content with something changed in it. */
function newer(change: (content: Content) => void): Case['knowledge'] {
  const changed = structuredClone(content);
  change(changed);
  return knowledgeOf(changed);
}

function question(from: Content, id: string) {
  const found = from.questions.find((one) => one.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

const nameOf = (id: string) => question(content, id).name;

/** The case as a person had answered it up to a question. */
function upTo(id: string): Case {
  const whole = filledCase();
  const order = content.questions.map((one) => one.id);
  const before = content.questions.slice(0, order.indexOf(id)).flatMap(({ inputs }) => inputs.map(({ key }) => key));
  const answers = Object.fromEntries(Object.entries(whole.answers).filter(([key]) => before.includes(key)));
  return { ...whole, answers };
}

const otherwise = (was: Case, knowledge: Case['knowledge']) =>
  askedOtherwise(JSON.parse(JSON.stringify(askedOf(was))) as Asked, { ...was, knowledge });

describe('What newer knowledge asks otherwise', () => {
  it('is nothing where the questions are the same, wherever the case stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...content.questions.map(({ id }) => id)), (id) => {
        expect(otherwise(upTo(id), knowledgeOf(structuredClone(content)))).toEqual(nothing);
      }),
      { numRuns: 30 },
    );
    expect(otherwise(filledCase(), knowledgeOf(structuredClone(content)))).toEqual(nothing);
  });

  it('names what has to be answered again because the option chosen is no longer offered', () => {
    const knowledge = newer((changed) => {
      const amount = question(changed, 'how-much').inputs.find(({ key }) => key === 'amount');
      if (Array.isArray(amount?.options)) amount.options = amount.options.filter(({ id }) => id !== 'only-needed');
    });
    expect(otherwise(filledCase(), knowledge)).toEqual({ ...nothing, again: [nameOf('how-much')] });
  });

  it('names a question that is new further back, and one that is new at the end of a case ready to be checked', () => {
    const fresh = (changed: Content, after: string, id: string) => {
      const model = structuredClone(question(changed, 'secure'));
      const inputs = model.inputs.slice(0, 1).map((input) => ({ ...input, key: `${id}-key` }));
      const at = changed.questions.findIndex((one) => one.id === after) + 1;
      changed.questions.splice(at, 0, { ...model, id, name: `Made-up ${id}`, number: null, inputs });
    };
    expect(
      otherwise(
        upTo('told'),
        newer((changed) => fresh(changed, 'recipient', 'early')),
      ),
    ).toEqual({
      ...nothing,
      anew: ['Made-up early'],
    });
    const last = content.questions.at(-1)?.id ?? '';
    expect(
      otherwise(
        filledCase(),
        newer((changed) => fresh(changed, last, 'late')),
      ),
    ).toEqual({
      ...nothing,
      anew: ['Made-up late'],
    });
    // Further on it is simply the next question, nothing to be told of.
    expect(
      otherwise(
        upTo('told'),
        newer((changed) => fresh(changed, last, 'late')),
      ),
    ).toEqual(nothing);
  });

  it('names what is no longer asked by the name it had, and says nothing of what was never answered', () => {
    const without = (id: string) =>
      newer((changed) => {
        changed.questions = changed.questions.filter((one) => one.id !== id);
      });
    expect(otherwise(filledCase(), without('accuracy'))).toEqual({ ...nothing, noLonger: [nameOf('accuracy')] });
    expect(otherwise(upTo('told'), without('accuracy'))).toEqual(nothing);
  });

  it('does not say that something is gone while an answer still to come may bring it back', () => {
    const knowledge = newer((changed) => {
      changed.agreements = changed.agreements.map((one) => (one.id === 'mas' ? { ...one, status: 'legacy' } : one));
    });
    const { again, noLonger } = otherwise(filledCase(), knowledge);
    expect(again).toContain(nameOf('agreement'));
    expect(noLonger).toEqual([]);
  });

  it('knows where the case stood although that question is no more', () => {
    const knowledge = newer((changed) => {
      changed.questions = changed.questions.filter((one) => one.id !== 'told');
      const recipient = question(changed, 'recipient');
      recipient.inputs = [...recipient.inputs, { ...structuredClone(recipient.inputs[0]), key: 'made-up' } as never];
    });
    expect(otherwise(upTo('told'), knowledge)).toEqual({ ...nothing, anew: [nameOf('recipient')] });
  });

  it('is found also when the person’s side has changed instead', () => {
    const was = filledCase({}, 'police');
    const is = { ...was, sharer: { kind: 'voluntary' } } as Case;
    const { again, noLonger } = askedOtherwise(askedOf(was), is);
    expect(askedOtherwise(askedOf(was), was)).toEqual(nothing);
    expect(again.length + noLonger.length).toBeGreaterThan(0);
  });

  it('is kept in little room', () => {
    expect(JSON.stringify(askedOf(filledCase())).length).toBeLessThan(4_000);
  });
});
