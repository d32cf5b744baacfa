import { describe, expect, it } from 'vitest';
import type { Check } from '../../knowledge/contentError.ts';
import { makeKnowledge } from '../../knowledge/makeKnowledge.ts';
import { checkProposal } from '../../knowledge/revision/checkProposal.ts';
import { makeAgreement, makeContent } from '../make/content.ts';
import { knowledge as shipped } from '../make/knowledge.ts';

const knowledge = makeKnowledge(makeContent(), 3);
const addAlias = (target: string, after: string) => ({ target, field: 'alias' as const, before: null, after });

describe('checking a proposal', () => {
  it('finds nothing against a harmless one, and says how many examples it tried', () => {
    expect(checkProposal(knowledge, addAlias('agreement:asb', 'rowdiness'), [])).toEqual({
      problems: [],
      tried: 13,
      answersChanged: [],
    });
  });

  it('shows every example whose first answer changes, and that it got worse', () => {
    const check = checkProposal(knowledge, addAlias('agreement:asb', 'worried about a pupil'), []);
    expect(check.problems).toEqual([]);
    expect(check.answersChanged).toEqual([
      { question: 'A teacher is worried about a pupil.', before: 'mas', after: 'asb', worse: true },
    ]);
  });

  it('does not call a change worse that puts a wrong answer right', () => {
    const content = makeContent();
    const wrong = makeKnowledge(
      {
        ...content,
        agreements: content.agreements.map((one) =>
          one.id === 'mas'
            ? { ...one, situations: { ...one.situations, notCovered: [{ text: 'Rowdy lodgers.', instead: 'asb' }] } }
            : one,
        ),
      },
      0,
    );
    const check = checkProposal(wrong, addAlias('agreement:asb', 'rowdy lodgers'), []);
    expect(check.answersChanged).toEqual([{ question: 'Rowdy lodgers.', before: 'none', after: 'asb', worse: false }]);
  });

  it('refuses what the shape forbids, naming file, place and cure, and tries nothing', () => {
    const check = checkProposal(knowledge, addAlias('agreement:asb', 'x'), []);
    expect(check).toMatchObject({ tried: 0, answersChanged: [] });
    expect(check.problems).toEqual([
      {
        file: 'agreements/asb.yaml',
        path: 'aliases[2]',
        problem: expect.stringMatching(/too short/),
        cure: expect.any(String),
      },
    ]);
    const longTopic = checkProposal(knowledge, addAlias('topic:plain-email', 'x'.repeat(61)), []);
    expect(longTopic.problems[0]).toMatchObject({ file: 'topics/email.yaml', path: 'aliases[1]' });
  });

  it('refuses what the cross-checks and the checks it is handed object to', () => {
    const own: Check = ({ agreements }) =>
      agreements.some(({ aliases }) => aliases.includes('rowdiness'))
        ? [{ file: 'rules.yaml', path: '', problem: 'dead end', cure: 'Open it.' }]
        : [];
    expect(checkProposal(knowledge, addAlias('agreement:asb', 'front door'), []).problems).toHaveLength(1);
    expect(checkProposal(knowledge, addAlias('agreement:asb', 'rowdiness'), [own]).problems).toHaveLength(1);
  });

  it('refuses a change that does not fit the content any more', () => {
    const gone = { ...addAlias('agreement:asb', 'new'), before: 'old' };
    expect(checkProposal(knowledge, gone, []).problems).toHaveLength(1);
  });

  it('leaves the knowledge in use as it was', () => {
    const before = structuredClone(knowledge.content);
    checkProposal(knowledge, addAlias('agreement:asb', 'bruise'), []);
    expect(knowledge.content).toEqual(before);
    expect(knowledge.agreements.get('asb')?.aliases).not.toContain('bruise');
  });

  it('tries every example of the shipped content', () => {
    const { agreements, topics } = shipped.content;
    const examples =
      agreements.reduce((sum, { situations }) => sum + situations.covered.length + situations.notCovered.length, 0) +
      topics.reduce((sum, { asks }) => sum + asks.length, 0);
    const check = checkProposal(shipped, addAlias('agreement:asb', makeAgreement().name), []);
    expect(check.problems).toEqual([]);
    expect(check.tried).toBe(examples);
  });
});
