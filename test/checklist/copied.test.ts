import { describe, expect, it } from 'vitest';
import { copiedAnswers, copiedKeys } from '../../bot/checklist/copied.ts';
import { filledCase } from '../make/checklistCase.ts';
import { content } from '../make/checklistContent.ts';

const keys = content.questions.flatMap(({ inputs }) => inputs.map(({ key }) => key));

/** What must be found out each time, whatever the earlier case said. */
const eachTime = [
  'danger',
  'emergency-who',
  'emergency-shared',
  'emergency-why',
  'already-shared',
  'case-reference',
  'given-in-confidence',
  'confidence-reason',
  'eligible',
  'reportable-harm',
  'identifiable-reason',
  'told',
  'telling-risk',
  'not-told-reason',
  'objection',
  'others-removed',
  'necessity',
  'accuracy',
  'last-checked',
  'recipient-checked',
  'phone-urgent',
  'decision',
  'rationale',
  'harm-of-sharing',
  'harm-of-not-sharing',
  'withheld',
  'retention',
  'instead',
  'review-on',
];

describe('A copy of a case', () => {
  it('takes along answers to questions that there are', () => {
    expect(copiedKeys.filter((key) => !keys.includes(key))).toEqual([]);
    expect(new Set(copiedKeys).size).toBe(copiedKeys.length);
  });

  it('leaves behind what is true of one person, one day or one decision', () => {
    expect(copiedKeys.filter((key) => eachTime.includes(key))).toEqual([]);
    const { answers } = filledCase();
    expect(Object.keys(copiedAnswers(answers)).filter((key) => eachTime.includes(key))).toEqual([]);
  });

  it('leaves behind whatever comes after the decision, and any question it does not know', () => {
    const after = content.questions.slice(content.questions.findIndex(({ id }) => id === 'decision'));
    const late = after.flatMap(({ inputs }) => inputs.map(({ key }) => key));
    expect(copiedKeys.filter((key) => late.includes(key))).toEqual([]);
    expect(copiedAnswers({ 'a-later-question': 'yes', area: 'kent' })).toEqual({ area: 'kent' });
  });

  it('keeps every word of what it takes along', () => {
    const { answers } = filledCase();
    expect(copiedAnswers(answers)).toMatchObject({
      agreement: 'mas',
      'recipient-organisation': answers['recipient-organisation'],
      'article-6': 'public-task',
      'data-kinds': answers['data-kinds'],
    });
  });
});
