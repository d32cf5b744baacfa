import { describe, expect, it } from 'vitest';
import { wording } from '../../bot/checklist/wording.ts';
import { filledCase } from '../make/checklistCase.ts';
import { makeCase } from '../make/checklistContent.ts';

function valueUnder(theCase: ReturnType<typeof makeCase>, question: string, label: RegExp): string | undefined {
  const card = wording(theCase).find((each) => each.question === question);
  return card?.answers.find((each) => label.test(each.label))?.value;
}

describe('the wording of a case', () => {
  it('gives options, several options, words, days and empty fields as a person reads them', () => {
    const theCase = filledCase({
      'subject-kinds': ['child', 'victim'],
      'recipient-role': 'duty nurse',
      'review-on': '2026-12-01',
    });
    expect(valueUnder(theCase, 'danger', /risk/)).toBe('No');
    expect(valueUnder(theCase, 'whose-information', /Who is it about/)).toBe(
      'A child or young person under 18; A victim',
    );
    expect(valueUnder(theCase, 'recipient', /job role/)).toBe('duty nurse');
    expect(valueUnder(theCase, 'decision-more', /look at this again/)).toBe('1 December 2026');
    expect(valueUnder(theCase, 'recipient', /case reference/)).toBe('Left empty');
  });

  it('names the agreement and the area by their names', () => {
    const theCase = filledCase({ agreement: 'mas' });
    expect(valueUnder(theCase, 'area', /./)).toBe('London');
    expect(valueUnder(theCase, 'agreement', /./)).toMatch(/^MAS/);
  });

  it('holds only what was answered, in the order it is asked', () => {
    expect(wording(makeCase({ danger: 'no' })).map(({ question }) => question)).toEqual(['danger']);
    expect(wording(makeCase())).toEqual([]);
  });

  it('has no option ids in it', () => {
    const values = wording(filledCase({ agreement: 'kmisa' })).flatMap(({ answers }) =>
      answers.map(({ value }) => value),
    );
    expect(values.filter((value) => /^[a-z0-9]+(-[a-z0-9]+)+$/.test(value))).toEqual([]);
  });
});
