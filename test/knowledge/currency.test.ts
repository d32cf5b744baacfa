import { describe, expect, it } from 'vitest';
import { currencyWords, reviewStanding } from '../../knowledge/currency.ts';
import { content } from '../make/checklistContent.ts';
import { makeDocument } from '../make/content.ts';

const today = new Date('2026-11-22T09:00:00Z');
const shipped = (id: string) => {
  const document = content.documents.find((one) => one.id === id);
  if (!document) throw new Error(`no document ${id}`);
  return reviewStanding(document, today);
};

describe('the review standing of what we hold, on 22 November 2026', () => {
  it('finds Supporting Families overdue since its first review, with five points missed', () => {
    expect(shipped('sf-dsa')).toEqual({
      kind: 'overdue',
      since: '2022-09-30',
      missed: 5,
      daysOverdue: 1514,
      nextDue: '2027-09-30',
      lastShown: '2022-03-31',
    });
  });

  it('finds MAS overdue by 1,391 days, with two points missed and the next in seventy days', () => {
    expect(shipped('mas-dsa')).toEqual({
      kind: 'overdue',
      since: '2023-01-31',
      missed: 2,
      daysOverdue: 1391,
      nextDue: '2027-01-31',
      lastShown: '2021-01-31',
    });
  });

  it('cannot compute it for KMISA, which has a cycle and no date', () => {
    expect(shipped('kmisa-statement')).toEqual({ kind: 'cannot-be-computed' });
  });

  it('does not apply to a page without a cycle', () => {
    expect(content.documents.filter(({ review }) => review === null).length).toBeGreaterThan(0);
    expect(reviewStanding(makeDocument({ review: null }), today)).toEqual({ kind: 'not-applicable' });
  });
});

describe('the review standing of any document', () => {
  const yearly = (lastReview: string | null) =>
    makeDocument({
      produced: '2023-02',
      review: { firstMonths: 6, cycleMonths: 12, lastReview, source: { document: 'mas-dsa', section: '§1' } },
    });
  const on = (day: string, lastReview: string | null = null) => reviewStanding(yearly(lastReview), new Date(day));

  it('is in date until the end of the day a review is due', () => {
    expect(on('2023-08-31T23:59:00Z')).toEqual({ kind: 'in-date', nextDue: '2023-08-31' });
    expect(on('2023-09-01T00:00:00Z')).toMatchObject({ kind: 'overdue', missed: 1, daysOverdue: 1 });
  });

  it('starts again from the last review we know of, and not from the first interval', () => {
    expect(on('2024-12-01', '2024-02')).toEqual({ kind: 'in-date', nextDue: '2025-02-28' });
    expect(on('2025-03-01', '2024-02')).toMatchObject({
      kind: 'overdue',
      since: '2025-02-28',
      lastShown: '2024-02-29',
    });
  });

  it('ends February in a leap year on the 29th', () => {
    expect(on('2023-09-01', '2023-02')).toEqual({ kind: 'in-date', nextDue: '2024-02-29' });
  });
});

describe('the words on review', () => {
  it('name the day of the copy, and where a later one may be found', () => {
    expect(currencyWords(shipped('sf-dsa'))).toBe(
      'The copy we hold shows no review since 31 March 2022. ' +
        'A later version may exist; check the Information Sharing Gateway or your IG team.',
    );
  });

  it('say that we cannot tell, and never that it is in date', () => {
    expect(currencyWords({ kind: 'cannot-be-computed' })).toMatch(/cannot tell/);
    expect(currencyWords({ kind: 'in-date', nextDue: '2027-01-31' })).toBe(
      'The next review is due by 31 January 2027.',
    );
    expect(currencyWords({ kind: 'not-applicable' })).toBe('');
  });
});
