import { describe, expect, it } from 'vitest';
import { changeAnswers, type InputPlace } from '../../bot/checklist/changeAnswers.ts';
import { placeOf } from '../../bot/checklist/steps.ts';
import { filledCase } from '../make/checklistCase.ts';
import { makeCase } from '../make/checklistContent.ts';

const keys = (places: readonly InputPlace[]) => places.map(({ key }) => key);

describe('changing an answer', () => {
  it('undoes nothing when nothing depends on it', () => {
    const changed = changeAnswers(filledCase(), { amount: 'whole-file' });
    expect(changed).toMatchObject({ noLongerApplies: [], reopened: [] });
    expect(changed.answers.amount).toBe('whole-file');
  });

  it('says which answers no longer apply, and keeps them in case it is changed back', () => {
    const theCase = filledCase({ objection: 'yes', 'objection-considered': 'Weighed with care.' });
    const changed = changeAnswers(theCase, { objection: 'none-known' });
    expect(keys(changed.noLongerApplies)).toEqual(['objection-kinds', 'objection-considered']);
    expect(changed.noLongerApplies[0]).toMatchObject({
      question: 'objection-more',
      name: 'How the request was weighed',
    });
    const back = changeAnswers({ ...theCase, answers: changed.answers }, { objection: 'yes' });
    expect(back.answers).toEqual(theCase.answers);
    expect(back.reopened).toEqual([]);
  });

  it('says what it asks for that was not asked before', () => {
    const changed = changeAnswers(filledCase(), { 'given-in-confidence': 'yes' });
    expect(keys(changed.reopened)).toEqual(['confidence-reason']);
    const place = placeOf(makeCase(changed.answers));
    expect(place).toMatchObject({ kind: 'question', step: { question: { id: 'whose-information-more' } } });
  });

  it('asks again where what was chosen is no longer offered', () => {
    const theCase = filledCase({ agreement: 'mas', 'data-groups': ['health'], 'article-6': 'legal-obligation' });
    const changed = changeAnswers(theCase, { agreement: 'supporting-families' });
    expect(keys(changed.reopened)).toEqual(expect.arrayContaining(['eligible', 'article-6', 'data-groups']));
    expect(keys(changed.noLongerApplies)).toEqual([]);
  });

  it('does not count cards that are still to come as asked again', () => {
    const theCase = makeCase({ danger: 'no', area: 'london', agreement: 'mas' });
    expect(changeAnswers(theCase, { area: 'kent' }).reopened.map(({ key }) => key)).toEqual(['agreement']);
    expect(changeAnswers(theCase, { 'request-kind': 'asked' }).reopened).toEqual([]);
  });
});
