import { describe, expect, it } from 'vitest';
import { agreementOf, answersThatCount, caseFacts } from '../../bot/checklist/caseFacts.ts';
import { decisionOf, isAlreadyShared, isEmergency, isEmergencyTold } from '../../bot/checklist/decision.ts';
import { placeOf, previousOf, progressAt, stepOf, stepsOf } from '../../bot/checklist/steps.ts';
import { filledCase } from '../make/checklistCase.ts';
import { content, makeCase } from '../make/checklistContent.ts';

const cards = (answers: Parameters<typeof filledCase>[0], kind?: Parameters<typeof filledCase>[1]) =>
  stepsOf(filledCase(answers, kind)).map(({ question }) => question.id);
const keys = (theCase: ReturnType<typeof makeCase>, question: string) =>
  stepOf(theCase, question)?.inputs.map(({ input }) => input.key);
const place = (theCase: ReturnType<typeof makeCase>) => {
  const at = placeOf(theCase);
  return at.kind === 'check' ? 'check' : at.step.question.id;
};

describe('the cards of a case', () => {
  it('begin with danger', () => {
    expect(place(makeCase())).toBe('danger');
  });

  it('are the start questions, then the ten, for an ordinary case', () => {
    const shown = cards({ agreement: 'mas' });
    expect(shown.slice(0, 5)).toEqual(['danger', 'area', 'agreement', 'request', 'recipient']);
    const ten = content.questions.filter(({ number }) => number !== null).map(({ id }) => id);
    expect(shown.filter((id) => ten.includes(id))).toEqual(ten);
    expect(ten).toHaveLength(10);
  });

  it('ask the three questions of an emergency first, and whether it was shared no more', () => {
    const emergency = filledCase({ danger: 'yes' });
    expect(stepsOf(emergency)[1]?.question.id).toBe('emergency');
    expect(stepOf(emergency, 'emergency')?.inputs).toHaveLength(3);
    expect(keys(emergency, 'request')).not.toContain('already-shared');
  });

  it('do not ask for an agreement where none is held', () => {
    const elsewhere = filledCase({ area: 'elsewhere' });
    expect(stepOf(elsewhere, 'agreement')).toBeNull();
    expect(agreementOf(elsewhere)).toBeNull();
    expect(caseFacts(elsewhere).get('agreement')).toEqual(['none']);
    expect(caseFacts(elsewhere).get('agreement-held')).toEqual(['none']);
  });

  it('offer the agreements of the area, never a legacy one, and always “none of these”', () => {
    const offered = (area: string) => {
      const asked = stepOf(makeCase({ danger: 'no', area }), 'agreement')?.inputs[0];
      return asked?.options.map(({ id }) => id);
    };
    expect(offered('kent')).toEqual(['kmisa', 'none']);
    expect(offered('london')).toEqual(expect.arrayContaining(['mas', 'supporting-families', 'none']));
    expect(offered('london')).not.toContain('kmisa');
    expect(offered('london')).not.toContain('troubled-families');
  });

  it('ask for a Kent purpose only under the Kent agreement', () => {
    expect(keys(filledCase({ agreement: 'kmisa' }), 'lawful-basis')).toContain('purpose-kent');
    expect(keys(filledCase({ agreement: 'mas' }), 'lawful-basis')).not.toContain('purpose-kent');
  });

  it('ask for the agreement’s own groups of data, or for general ones where it has none', () => {
    expect(keys(filledCase({ agreement: 'mas' }), 'how-much')?.slice(0, 2)).toEqual(['data-groups', 'other-data']);
    expect(keys(filledCase({ agreement: 'kmisa' }), 'how-much')?.[0]).toBe('data-groups-general');
    expect(keys(filledCase({ agreement: 'none' }), 'how-much')?.[0]).toBe('data-groups-general');
  });

  it.each(['health', 'school', 'housing', 'fire', 'voluntary'] as const)('do not offer Part 3 to %s', (kind) => {
    expect(keys(filledCase({}, kind), 'lawful-basis')).not.toContain('track');
  });

  it('offer Part 3 to police, and to somebody whose organisation we do not know', () => {
    expect(keys(filledCase({}, 'police'), 'lawful-basis')).toContain('track');
    expect(keys(filledCase({}, null), 'lawful-basis')).toContain('track');
  });

  it('offer only public task and consent under Supporting Families', () => {
    const asked = stepOf(filledCase({ agreement: 'supporting-families' }), 'lawful-basis-more')?.inputs[0];
    expect(asked?.options.map(({ id }) => id)).toEqual(['public-task', 'consent', 'none', 'not-sure']);
  });

  it('show a follow-up only to those it concerns', () => {
    expect(cards({})).not.toContain('whose-information-more');
    expect(cards({ 'given-in-confidence': 'yes' })).toContain('whose-information-more');
    expect(cards({ objection: 'yes' })).toContain('objection-more');
    expect(cards({ processor: 'written-agreement' })).toContain('right-person-more');
  });
});

describe('the place of a case', () => {
  it('is the first card with something left to answer', () => {
    expect(place(makeCase({ danger: 'no' }))).toBe('area');
    expect(place(makeCase({ danger: 'no', area: 'london', agreement: 'mas' }))).toBe('request');
  });

  it('is the check when everything is answered', () => {
    expect(place(filledCase())).toBe('check');
  });

  it('is a card whose answer is no longer offered', () => {
    const theCase = filledCase({ agreement: 'mas', 'data-groups': ['name-contact', 'health'] });
    const moved = { ...theCase, answers: { ...theCase.answers, agreement: 'supporting-families', eligible: 'yes' } };
    expect(place({ ...moved, answers: { ...moved.answers } })).toBe('how-much');
    expect(stepOf(moved, 'how-much')?.inputs[0]).toMatchObject({ answer: ['name-contact'], settled: false });
  });

  it('waits for an optional field to be shown once', () => {
    const { 'case-reference': _shown, ...answers } = filledCase().answers;
    expect(place(makeCase(answers))).toBe('recipient');
  });

  it('survives storage', () => {
    const theCase = makeCase(structuredClone(filledCase({ danger: 'yes' }).answers));
    expect(place(theCase)).toBe('check');
  });
});

describe('going back', () => {
  it('leads from any card to the one before it, up to the start', () => {
    const theCase = filledCase({ 'given-in-confidence': 'yes' });
    const way: string[] = [];
    for (let step = previousOf(theCase, 'check'); step; step = previousOf(theCase, step.question.id)) {
      way.unshift(step.question.id);
    }
    expect(way).toEqual(stepsOf(theCase).map(({ question }) => question.id));
  });

  it('works from a card that no longer applies', () => {
    expect(previousOf(filledCase({ danger: 'no' }), 'emergency')?.question.id).toBe('danger');
  });
});

describe('progress', () => {
  const theCase = filledCase();
  it.each([
    ['danger', 0],
    ['recipient', 0],
    ['whose-information', 1],
    ['whose-information-more', 1],
    ['lawful-basis-safeguarding', 2],
    ['decision', 10],
    ['decision-more', 10],
    ['no-such-card', 0],
  ])('at %s is %i of 10', (question, number) => {
    expect(progressAt(theCase, question)).toEqual({ number, of: 10 });
  });
});

describe('what counts', () => {
  it('leaves out answers to cards that are not asked', () => {
    const theCase = filledCase({ objection: 'none-known' });
    const stale = { ...theCase, answers: { ...theCase.answers, 'objection-considered': 'From before.' } };
    expect(answersThatCount(stale)).not.toHaveProperty('objection-considered');
    expect(caseFacts(stale).has('objection-considered')).toBe(false);
    expect(answersThatCount(stale)).toMatchObject({ objection: 'none-known', 'case-reference': '' });
  });

  it('does not count words that are too long', () => {
    const theCase = filledCase();
    const long = { ...theCase, answers: { ...theCase.answers, rationale: 'x'.repeat(1001) } };
    expect(decisionOf(long)).toBeNull();
    expect(place(long)).toBe('decision');
  });

  it('is not fooled by a key every object has', () => {
    expect(place(makeCase(JSON.parse('{"__proto__": {"danger": "no"}}')))).toBe('danger');
  });

  it('holds the decision with its reason', () => {
    expect(decisionOf(filledCase({ decision: 'refer', rationale: 'Not clear.' }))).toEqual({
      outcome: 'refer',
      rationale: 'Not clear.',
    });
    expect(decisionOf(makeCase())).toBeNull();
  });

  it('tells an emergency, and when its three questions are answered', () => {
    expect(isEmergency(makeCase({ danger: 'yes' }))).toBe(true);
    expect(isEmergencyTold(makeCase({ danger: 'yes' }))).toBe(false);
    const told = { 'emergency-who': 'A pupil', 'emergency-shared': 'Address, police', 'emergency-why': 'Now' };
    expect(isEmergencyTold(makeCase({ danger: 'yes', ...told }))).toBe(true);
    expect(isEmergencyTold(makeCase({ danger: 'no', ...told }))).toBe(false);
  });

  it('tells whether it was shared already', () => {
    expect(isAlreadyShared(filledCase())).toBe(false);
    expect(isAlreadyShared(filledCase({ 'already-shared': 'yes' }))).toBe(true);
    expect(isAlreadyShared(filledCase({ danger: 'yes' }))).toBe(true);
  });
});
