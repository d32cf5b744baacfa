import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordEvent } from '../../bot/records/record.ts';
import { changesSinceReturned, submissionChanges } from '../../bot/records/submissionChanges.ts';
import { aSubmission, REQUESTER } from '../make/record.ts';

const asked = (question: string, ...answers: readonly (readonly [string, string])[]) => ({
  question,
  title: `Title of ${question}`,
  answers: answers.map(([label, value]) => ({ label, value })),
});

describe('What changed between two submissions', () => {
  it('is said by question, with the words before and after', () => {
    const before = { wording: [asked('why', ['Purpose', 'Old'], ['Law', 'Same']), asked('gone', ['Left out', 'Was'])] };
    const after = { wording: [asked('why', ['Purpose', 'New'], ['Law', 'Same']), asked('more', ['Asked now', 'Is'])] };
    expect(submissionChanges(before, after)).toEqual([
      { question: 'Title of why', label: 'Purpose', before: 'Old', after: 'New' },
      { question: 'Title of more', label: 'Asked now', before: '', after: 'Is' },
      { question: 'Title of gone', label: 'Left out', before: 'Was', after: '' },
    ]);
  });

  it('tells one label in two questions, or twice in one, apart', () => {
    const before = { wording: [asked('a', ['Label', '1'], ['Label', '2']), asked('b', ['Label', '1'])] };
    const after = { wording: [asked('a', ['Label', '1'], ['Label', '3']), asked('b', ['Label', '1'])] };
    expect(submissionChanges(before, after)).toEqual([
      { question: 'Title of a', label: 'Label', before: '1; 2', after: '1; 3' },
    ]);
  });

  const words = fc.array(
    fc.record({
      question: fc.constantFrom('a', 'b', '__proto__'),
      title: fc.string(),
      answers: fc.array(fc.record({ label: fc.constantFrom('x', 'y', 'constructor'), value: fc.string() }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 4 },
  );

  it('is nothing when nothing changed, and turned round is the same answers', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(submissionChanges({ wording: one }, { wording: structuredClone(one) })).toEqual([]);
        const there = submissionChanges({ wording: one }, { wording: other });
        const back = submissionChanges({ wording: other }, { wording: one });
        const pairs = (list: typeof there, turned = false) =>
          list
            .map(({ label, before, after }) => (turned ? [label, after, before] : [label, before, after]).join())
            .sort();
        expect(pairs(there)).toEqual(pairs(back, true));
      }),
    );
  });
});

describe('What changed since a record was returned', () => {
  const at = '2026-11-22T09:00:00Z';
  const handed = (type: 'submitted' | 'resubmitted', purpose: string): RecordEvent => ({
    type,
    by: REQUESTER,
    at,
    submission: aSubmission({ wording: [asked('why', ['Purpose', purpose])] }),
  });
  const returned: RecordEvent = { type: 'returned', by: 'approver-1', at, reason: 'Made up' };

  it('compares with what was returned, not with what came before that', () => {
    const events = [handed('submitted', 'one'), returned, handed('resubmitted', 'two'), returned];
    expect(changesSinceReturned([...events, handed('resubmitted', 'three')])).toMatchObject([
      { before: 'two', after: 'three' },
    ]);
  });

  it('is nothing before it was handed in again, or when it was never returned', () => {
    expect(changesSinceReturned([])).toEqual([]);
    expect(changesSinceReturned([handed('submitted', 'one'), returned])).toEqual([]);
    expect(changesSinceReturned([handed('submitted', 'one'), handed('resubmitted', 'two')])).toEqual([]);
  });
});
