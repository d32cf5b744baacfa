import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../bot/checklist/case.ts';
import type { Answers } from '../../bot/checklist/draft.ts';
import type { Finding } from '../../bot/checklist/finding.ts';
import { findings, findingsAt } from '../../bot/checklist/findings.ts';
import { outcomeChange } from '../../bot/checklist/outcomeChange.ts';
import { filledCase } from '../make/checklistCase.ts';
import { makeCase } from '../make/checklistContent.ts';

const rules = (found: readonly Finding[]) => found.map(({ rule }) => rule);

describe('the change in the outcome', () => {
  it('names what is found now, and what is found no more, with their words', () => {
    const before = filledCase({ agreement: 'mas', 'transfer-method': 'plain-email' });
    const after = filledCase({ agreement: 'mas', 'transfer-method': 'paper', 'paper-tracked': 'no' });
    const { added, gone } = outcomeChange(before, after);
    expect(rules(gone)).toEqual(['R16a']);
    expect(gone[0]?.text).toMatch(/^Email without encryption must not be used/);
    expect(rules(added)).toEqual(['R21a', 'R21b']);
    expect(added[1]?.sources).toEqual([{ document: 'mas-dsa', section: '§4.4' }]);
  });

  it('is nothing when the answers are the same, in whatever order', () => {
    const theCase = filledCase({ amount: 'whole-file' });
    const turned = Object.fromEntries(Object.entries(theCase.answers).reverse());
    expect(outcomeChange(theCase, makeCase(turned))).toEqual({ added: [], gone: [] });
  });

  it('takes a reason that was given for gone, and one that was taken back for found again', () => {
    const answers = { agreement: 'mas', 'given-in-confidence': 'yes' };
    const empty = filledCase({ ...answers, 'confidence-reason': '' });
    const given = filledCase({ ...answers, 'confidence-reason': 'A made-up child is at risk.' });
    expect(outcomeChange(empty, given).gone).toMatchObject([{ rule: 'R15b', stops: 'share' }]);
    expect(outcomeChange(given, empty).added).toMatchObject([{ rule: 'R15b', stops: 'share' }]);
    expect(outcomeChange(empty, { ...empty })).toEqual({ added: [], gone: [] });
  });

  it('counts a finding of a card that is no longer asked as gone', () => {
    const before = filledCase({ objection: 'yes', 'objection-kinds': ['complaint'] });
    const after = makeCase({ ...before.answers, objection: 'none-known' });
    expect(rules(outcomeChange(before, after).gone)).toEqual(['R30a', 'X3']);
  });

  it('leads from what was found to what is found, and back the other way round', () => {
    const some: readonly Answers[] = [
      {},
      { danger: 'yes' },
      { agreement: 'supporting-families', eligible: 'no' },
      { agreement: 'kmisa', told: 'not-told' },
      { 'request-kind': 'asked', 'request-power': 'not-said' },
      { decision: 'do-not-share', 'refusal-reasons': ['no-consent', 'data-protection'] },
    ];
    const cases = some.map((answers) => filledCase(answers));
    const one = fc.nat({ max: cases.length - 1 });
    fc.assert(
      fc.property(one, one, (from, to) => {
        const [before, after] = [cases[from], cases[to]] as [Case, Case];
        const { added, gone } = outcomeChange(before, after);
        const kept = findings(before).filter((finding) => !gone.includes(finding));
        expect(gone.every((finding) => findings(before).includes(finding))).toBe(true);
        expect(new Set([...rules(kept), ...rules(added)])).toEqual(new Set(rules(findings(after))));
        expect(outcomeChange(after, before)).toEqual({ added: gone, gone: added });
      }),
    );
  });
});

describe('the findings at one card', () => {
  const theCase = filledCase({ agreement: 'mas', amount: 'whole-file', 'others-removed': 'no', accuracy: 'no' });

  it('are those that the card puts right, and no others', () => {
    expect(rules(findingsAt(theCase, 'how-much'))).toEqual(['R31a', 'R31b']);
    expect(rules(findingsAt(theCase, 'accuracy'))).toEqual(['R32a']);
    expect(findingsAt(theCase, 'no-such-card')).toEqual([]);
  });

  it('add up, over all the cards, to all the findings', () => {
    const cards = theCase.knowledge.questions.map(({ id }) => id);
    const found = cards.flatMap((id) => rules(findingsAt(theCase, id)));
    expect(new Set(found)).toEqual(new Set(rules(findings(theCase))));
    expect(found).toHaveLength(findings(theCase).length);
  });
});
