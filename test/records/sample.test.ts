import { describe, expect, it } from 'vitest';
import { decide } from '../../bot/records/decide.ts';
import { type SampleOptions, sampleRecords, seededRandom } from '../../bot/records/sample.ts';
import { submission } from '../../bot/records/submit.ts';
import type { Agreement, Content, Question } from '../../knowledge/schema.ts';
import { anOffice } from '../make/office.ts';

const input = (key: string, part: object) => ({
  key,
  label: key,
  required: true,
  problem: key,
  maxLength: 600,
  ...part,
});
const questions = [
  { id: 'danger', title: 'Danger?', inputs: [input('danger', { kind: 'choice', options: options('yes', 'no') })] },
  { id: 'why', title: 'Why?', inputs: [input('why', { kind: 'text' }), input('on', { kind: 'date' })] },
  { id: 'under', title: 'Under what?', inputs: [input('agreement', { kind: 'choice', options: 'agreements' })] },
  { id: 'hidden', title: 'Hidden', inputs: [], when: { fact: 'danger', is: ['yes'] } },
] as unknown as Question[];
const agreements = [
  { id: 'mas', name: 'MAS', area: 'london', status: 'live', data: [] },
  { id: 'troubled-families', name: 'Old', area: 'london', status: 'legacy', data: [] },
] as unknown as Agreement[];

function options(...ids: string[]) {
  return ids.map((id) => ({ id, label: id }));
}

function samples(count: number, seed = 1) {
  let next = 0;
  const asked: SampleOptions = {
    count,
    knowledge: { revision: 0, questions, content: { agreements, rules: [], purposes: [] } as unknown as Content },
    people: { requesters: ['sam', 'alex'], approver: 'robin', igLead: 'jo' },
    random: seededRandom(seed),
    newId: () => `case-${++next}`,
    newReference: () => `reference-${next}`,
    until: new Date('2026-11-22T00:00:00Z'),
    currency: ({ name }, on) => `${name} on ${on.toISOString()}`,
  };
  return [...sampleRecords(asked)];
}

describe('sample records', () => {
  it('are the same for the same seed and others for another', () => {
    expect(samples(20)).toEqual(samples(20));
    expect(samples(20, 2)).not.toEqual(samples(20));
  });

  it('say that they are made up wherever a person would have typed, and name fictional organisations', () => {
    for (const { submitting } of samples(50)) {
      expect(submitting.submission.sharer.organisation).toMatch(/\(fictional\)$/);
      expect(submitting.submission.decision.rationale).toMatch(/^Made-up/);
      expect(submitting.submission.answers.why).toMatch(/^Made-up/);
      expect(submitting.submission.currency).toBe(`MAS on ${submitting.at.toISOString()}`);
    }
  });

  it('are of live agreements, answer what everybody is asked, and fit their own decision', () => {
    for (const { submitting } of samples(50)) {
      const { answers, wording, emergency } = submitting.submission;
      expect(submitting.agreement).toBe('mas');
      expect(answers).toMatchObject({ agreement: 'mas', danger: emergency ? 'yes' : 'no', on: '2031-01-31' });
      expect(wording.map(({ question }) => question)).toEqual(['danger', 'why', 'under']);
    }
  });

  it('come in the order of submission and are all decided, shared or waiting in some number', () => {
    const made = samples(300);
    const times = made.map(({ submitting }) => submitting.at.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const outcomes = new Set(made.map(({ submitting }) => submitting.submission.decision.outcome));
    expect(outcomes).toEqual(new Set(['share', 'share-in-part', 'do-not-share', 'refer']));
    const events = made.map(({ review }) => review?.event.type ?? 'waiting');
    expect(new Set(events)).toEqual(new Set(['approved', 'declined', 'waiting']));
    expect(made.some(({ submitting }) => submitting.submission.emergency)).toBe(true);
  });

  it('are reviewed by somebody who may, after they were submitted', () => {
    const office = anOffice({ robin: ['approver'], jo: ['ig-lead'] });
    for (const { submitting, review } of samples(300)) {
      if (review === null) continue;
      const { heading } = submission(submitting);
      const person = { id: review.by, office };
      expect(decide(heading, review.event, person, review.at).kind).toBe('done');
      expect(review.at.getTime()).toBeGreaterThan(submitting.at.getTime());
    }
  });
});
