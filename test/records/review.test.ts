import { describe, expect, it } from 'vitest';
import { decide, hasNewsSince, may } from '../../bot/records/decide.ts';
import type { RecordHeading, ReviewEvent, ReviewState } from '../../bot/records/record.ts';
import { aReviewer } from '../make/office.ts';
import { APPROVER, aCommit, aSubmission, IG_LEAD, REQUESTER } from '../make/record.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const approve: ReviewEvent = { type: 'approved', comment: '' };
const decline: ReviewEvent = { type: 'declined', reason: 'Made-up reason' };
const approver = aReviewer(APPROVER, ['approver'], { [IG_LEAD]: ['ig-lead'] });
const igLead = aReviewer(IG_LEAD, ['ig-lead'], { [APPROVER]: ['approver'] });

const record = (part: Partial<RecordHeading> = {}): RecordHeading => ({ ...aCommit().heading, revision: 1, ...part });
const commitOf = (decided: ReturnType<typeof decide>) => (decided.kind === 'done' ? decided.commit : decided.why);

describe('the approver', () => {
  it('approves, with or without a comment', () => {
    expect(commitOf(decide(record(), approve, approver, NOW))).toMatchObject({
      expectRevision: 1,
      heading: { review: 'approved', disclosure: 'not-yet', changedAt: NOW.toISOString() },
      events: [{ type: 'approved', comment: '', by: APPROVER, at: NOW.toISOString() }],
      notices: [{ to: REQUESTER, kind: 'outcome' }],
    });
  });

  it('declines with a reason, which leaves the disclosure as it was', () => {
    expect(commitOf(decide(record({ disclosure: 'made' }), decline, approver, NOW))).toMatchObject({
      heading: { review: 'declined', disclosure: 'made' },
      events: [{ type: 'declined', reason: 'Made-up reason' }],
    });
  });

  it.each(['', '  \n\t'])('cannot decline with the reason %j', (reason) => {
    expect(commitOf(decide(record(), { type: 'declined', reason }, approver, NOW))).toBe('reason-needed');
  });

  it.each(['approved', 'declined', 'withdrawn'] as const)('comes too late when it is %s', (review) => {
    expect(commitOf(decide(record({ review }), approve, approver, NOW))).toBe('already-decided');
    expect(commitOf(decide(record({ review }), { type: 'declined', reason: '' }, approver, NOW))).toBe(
      'already-decided',
    );
  });

  it('does not decide what is with the IG lead or back with the requester', () => {
    expect(commitOf(decide(record({ review: 'with-ig-lead' }), approve, approver, NOW))).toBe('not-your-role');
    expect(commitOf(decide(record({ review: 'returned' }), approve, approver, NOW))).toBe('not-now');
  });

  it('does not decide any more once they lost the role', () => {
    expect(commitOf(decide(record(), approve, aReviewer(APPROVER, []), NOW))).toBe('not-your-role');
  });

  it('does not decide a record that names another approver, or none', () => {
    const another = aReviewer('approver-2', ['approver', 'editor'], { [APPROVER]: ['approver'] });
    expect(commitOf(decide(record(), approve, another, NOW))).toBe('not-your-role');
    expect(commitOf(decide(record({ approver: null }), approve, another, NOW))).toBe('not-your-role');
  });
});

describe('the IG lead', () => {
  it('decides what was referred, and requester and approver hear of it', () => {
    const commit = commitOf(decide(record({ review: 'with-ig-lead' }), decline, igLead, NOW));
    expect(commit).toMatchObject({
      heading: { review: 'declined' },
      notices: [
        { to: REQUESTER, kind: 'outcome' },
        { to: APPROVER, kind: 'changed' },
      ],
    });
  });

  it('stands in where a record names no approver', () => {
    expect(commitOf(decide(record({ approver: null }), approve, igLead, NOW))).toMatchObject({
      heading: { review: 'approved' },
      notices: [{ to: REQUESTER }],
    });
  });

  it('leaves the approver’s records to the approver', () => {
    expect(commitOf(decide(record(), approve, igLead, NOW))).toBe('not-your-role');
  });

  it('is not told what they did themselves', () => {
    const both = aReviewer(APPROVER, ['ig-lead', 'approver']);
    const commit = commitOf(decide(record({ review: 'with-ig-lead' }), approve, both, NOW));
    expect(commit).toMatchObject({ notices: [{ to: REQUESTER }] });
    expect(commit).toHaveProperty('notices.length', 1);
  });
});

describe('nobody', () => {
  const everyRole = ['approver', 'ig-lead', 'editor', 'administrator'];
  const states: ReviewState[] = ['awaiting', 'with-ig-lead', 'returned', 'approved', 'declined', 'withdrawn'];

  it.each(states)('decides on their own record, whatever their roles, while it is %s', (review) => {
    for (const named of [REQUESTER, APPROVER, null]) {
      const own = record({ review, approver: named });
      for (const event of [approve, decline]) {
        expect(commitOf(decide(own, event, aReviewer(REQUESTER, everyRole, { [APPROVER]: ['approver'] }), NOW))).toBe(
          'own-record',
        );
      }
    }
  });

  it.each(states)('decides without a role while it is %s', (review) => {
    for (const roles of [[], ['editor'], ['administrator']]) {
      expect(
        commitOf(decide(record({ review }), approve, aReviewer('somebody', roles, { [APPROVER]: ['approver'] }), NOW)),
      ).toBe('not-your-role');
    }
  });

  it('is offered a decision that would be refused', () => {
    const people = [
      approver,
      igLead,
      aReviewer(REQUESTER, everyRole, { [APPROVER]: ['approver'] }),
      aReviewer('somebody', ['approver'], { [APPROVER]: ['approver'] }),
    ];
    for (const review of states) {
      for (const named of [APPROVER, null]) {
        for (const person of people) {
          const one = record({ review, approver: named });
          expect(may(one, 'approved', person)).toBe(decide(one, approve, person, NOW).kind === 'done');
        }
      }
    }
  });
});

describe('a card of a record', () => {
  const at = NOW.toISOString();
  const submitted = { type: 'submitted', by: REQUESTER, at, submission: aSubmission() } as const;
  const reminded = { type: 'reminded', by: 'bot', at, reminder: 'due-soon' } as const;
  const again = { type: 'resubmitted', by: REQUESTER, at, submission: aSubmission() } as const;
  const whole = { ...record(), submission: aSubmission(), events: [submitted, reminded, again] };

  it.each([
    [1, true],
    [2, true],
    [3, false],
  ])('of revision %i has missed what was handed in again: %s', (revision, isMissed) => {
    expect(hasNewsSince(whole, revision)).toBe(isMissed);
  });

  it('has missed the advice that came since', () => {
    const advised = { type: 'advised', by: IG_LEAD, at, reason: 'Made up' } as const;
    expect(hasNewsSince({ ...whole, events: [submitted, reminded, advised] }, 2)).toBe(true);
  });

  it('is not out of date because of a reminder', () => {
    expect(hasNewsSince({ ...whole, events: [submitted, reminded] }, 1)).toBe(false);
  });
});
