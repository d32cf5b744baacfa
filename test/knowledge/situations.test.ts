import { describe, expect, it } from 'vitest';
import { makeKnowledge } from '../../knowledge/makeKnowledge.ts';
import { runSituations, type SituationRun } from '../../knowledge/revision/runSituations.ts';
import { makeContent } from '../make/content.ts';
import { knowledge } from '../make/knowledge.ts';

const runs = runSituations(knowledge);

/** Share of the examples of one part that hold; the failing ones are shown when it is too small. */
function expectShare(part: SituationRun['part'], least: number) {
  const ofPart = runs.filter((run) => run.part === part);
  const wrong = ofPart
    .filter(({ holds }) => !holds)
    .map(({ question, expected, first }) => ({ question, expected, first }));
  expect(ofPart.length).toBeGreaterThan(50);
  expect(1 - wrong.length / ofPart.length, JSON.stringify(wrong, null, 1)).toBeGreaterThanOrEqual(least);
}

describe('the examples of the shipped content, executed', () => {
  it('lead to the agreement that covers them', () => expectShare('covered', 0.98));
  it('lead away from the agreement that does not, to the better answer', () => expectShare('not-covered', 0.94));
  it('lead to the topic that people ask for in these words', () => expectShare('ask', 0.79));

  it('leave no agreement without the larger part of its own', () => {
    for (const { id } of knowledge.content.agreements) {
      const own = runs.filter(({ owner, part }) => owner === id && part === 'covered');
      expect(own.filter(({ holds }) => holds).length / own.length, id).toBeGreaterThanOrEqual(0.75);
    }
  });
});

describe('running examples', () => {
  const small = (notCovered: { text: string; instead: string | null }[]) => {
    const content = makeContent();
    const agreements = content.agreements.map((one) =>
      one.id === 'mas' ? { ...one, situations: { ...one.situations, notCovered } } : one,
    );
    return runSituations(makeKnowledge({ ...content, agreements }, 0)).filter(({ part }) => part === 'not-covered');
  };

  it('holds an example that nothing fits only when no agreement is named', () => {
    expect(small([{ text: 'A baby has a bruise.', instead: null }])).toMatchObject([
      { expected: 'none', holds: false },
    ]);
    expect(small([{ text: 'Manchester police ask about a baby with a bruise.', instead: null }])).toMatchObject([
      { first: 'none', holds: true },
    ]);
    expect(small([{ text: 'May I use ordinary email?', instead: null }])).toMatchObject([{ holds: true }]);
  });

  it('finds a topic as the better answer by its label', () => {
    expect(small([{ text: 'May I use ordinary email?', instead: 'plain-email' }])).toMatchObject([
      { expected: 'topic:email', first: 'topic:email', holds: true },
    ]);
  });
});
