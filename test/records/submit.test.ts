import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../bot/records/record.ts';
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
    expect(told(aCommit({ approver: null, igLeads: ['a', 'b'] }))).toEqual([
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
    const commit = aCommit({ approver: null, igLeads: [REQUESTER] });
    expect(told(commit)).toEqual([`${REQUESTER} changed`]);
  });
});
