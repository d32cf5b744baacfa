import { describe, expect, it } from 'vitest';
import type { Outcome, RecordHeading } from '../../bot/records/record.ts';
import { againId, recordOfAgain, resubmission } from '../../bot/records/submit.ts';
import { anOffice } from '../make/office.ts';
import { APPROVER, aCommit, aSubmission, IG_LEAD, REQUESTER } from '../make/record.ts';

const decided = (outcome: Outcome, emergency = false) =>
  aCommit({ submission: aSubmission({ decision: { outcome, rationale: 'Made-up reason' }, emergency }) });

describe('submitting', () => {
  it.each([
    ['share', 'awaiting', 'not-yet'],
    ['share-in-part', 'awaiting', 'not-yet'],
    ['do-not-share', 'awaiting', 'none-intended'],
    ['refer', 'with-ig-lead', 'not-yet'],
  ] as const)('%s starts %s and %s', (outcome, review, disclosure) => {
    expect(decided(outcome).heading).toMatchObject({ review, disclosure, emergency: false });
  });

  it.each(['share', 'do-not-share', 'refer'] as const)('in an emergency starts shared and awaiting (%s)', (outcome) => {
    expect(decided(outcome, true).heading).toMatchObject({ review: 'awaiting', disclosure: 'made', emergency: true });
  });

  it.each(['share', 'share-in-part', 'refer'] as const)('what was shared already starts shared (%s)', (outcome) => {
    const submission = aSubmission({ decision: { outcome, rationale: 'Made-up reason' } });
    const { heading } = aCommit({ submission, alreadyShared: true });
    expect(heading).toMatchObject({ review: decided(outcome).heading.review, disclosure: 'made', emergency: false });
  });

  it('is one event by the requester, of a new record', () => {
    const commit = aCommit({ case: 'case-1' });
    expect(commit).toMatchObject({
      case: 'case-1',
      expectRevision: 0,
      heading: { case: 'case-1', requester: REQUESTER, organisation: 'Example Borough Council (fictional)' },
      events: [{ type: 'submitted', by: REQUESTER, at: '2026-11-22T09:00:00.000Z', submission: aSubmission() }],
    });
  });

  const told = (commit: ReturnType<typeof aCommit>) => commit.notices.map(({ to, kind }) => `${to} ${kind}`);

  it('asks the approver', () => {
    expect(told(aCommit())).toEqual([`${APPROVER} review-asked`]);
  });

  it('without an approver asks every IG lead and tells the requester that it waits', () => {
    expect(told(aCommit({ approver: null, office: anOffice({ a: ['ig-lead'], b: ['ig-lead'] }) }))).toEqual([
      'a review-asked',
      'b review-asked',
      `${REQUESTER} changed`,
    ]);
  });

  it('takes a requester who named themselves for one without an approver', () => {
    const commit = aCommit({ approver: REQUESTER });
    expect(commit.heading.approver).toBeNull();
    expect(told(commit)).toEqual([`${IG_LEAD} review-asked`, `${REQUESTER} changed`]);
  });

  it('asks the IG leads and not the approver about what is referred to them', () => {
    expect(told(decided('refer'))).toEqual([`${IG_LEAD} review-asked`]);
  });

  it('never asks the requester to review, even as the only IG lead', () => {
    const commit = aCommit({ approver: null, office: anOffice({ [REQUESTER]: ['ig-lead'] }) });
    expect(told(commit)).toEqual([`${REQUESTER} changed`]);
  });
});

describe('handing in again', () => {
  const emergency = { submission: aSubmission({ emergency: true }), agreement: 'none', completeBy: '2026-11-24' };
  const first = (part: Partial<RecordHeading> = {}): RecordHeading => ({
    ...aCommit(emergency).heading,
    revision: 1,
    ...part,
  });
  const requester = REQUESTER;
  const at = new Date('2026-11-24T15:00:00Z');
  const whole = {
    agreement: 'mas',
    approver: APPROVER,
    office: anOffice({ [APPROVER]: ['approver'], [IG_LEAD]: ['ig-lead'] }),
    submission: aSubmission({
      sharer: { organisation: 'Sampleton (fictional)', kind: 'council', roleTitle: 'Worker' },
    }),
    at,
  };
  const again = (record = first(), part: Partial<typeof whole> | { approver: null } = {}, person = requester) => {
    const decided = resubmission(record, { ...whole, ...part }, person);
    if (decided.kind !== 'done') throw new Error(decided.why);
    return decided.commit;
  };

  it.each(['awaiting', 'approved', 'declined'] as const)(
    'makes a record that was %s wait, with nothing missing',
    (review) => {
      expect(again(first({ review }))).toMatchObject({
        expectRevision: 1,
        heading: {
          review: 'awaiting',
          disclosure: 'made',
          emergency: true,
          completeBy: null,
          agreement: 'mas',
          organisation: 'Sampleton (fictional)',
          submittedAt: first().submittedAt,
          changedAt: at.toISOString(),
        },
        events: [{ type: 'resubmitted', by: REQUESTER, at: at.toISOString(), submission: { emergency: true } }],
        notices: [{ to: APPROVER, kind: 'review-asked' }],
      });
    },
  );

  it('stays with the approver it has, and takes one where it had none', () => {
    expect(again(first(), { approver: 'approver-2' }).heading.approver).toBe(APPROVER);
    expect(again(first({ approver: null })).heading.approver).toBe(APPROVER);
    expect(again(first({ approver: null }), { approver: REQUESTER }).heading.approver).toBeNull();
  });

  it('without an approver asks the IG leads and tells the requester', () => {
    const { notices } = again(first({ approver: null }), { approver: null });
    expect(notices.map(({ to, kind }) => `${to} ${kind}`)).toEqual([`${IG_LEAD} review-asked`, `${REQUESTER} changed`]);
  });

  it('is refused to everybody else, and to the requester when nothing is missing', () => {
    expect(() => again(first(), {}, APPROVER)).toThrow('not-your-role');
    expect(() => again(first({ completeBy: null }))).toThrow('not-now');
    expect(() => again(first({ completeBy: null, review: 'approved' }))).toThrow('not-now');
  });
});

describe('the id of a draft that hands a record in again', () => {
  it('tells which record it is, and that of another draft tells none', () => {
    const id = '5e0c8b9e-0000-4000-8000-123456789012';
    expect(recordOfAgain(againId(id, 1))).toBe(id);
    expect(recordOfAgain(againId(id, 20))).toBe(id);
    expect(recordOfAgain(id)).toBeNull();
  });
});
