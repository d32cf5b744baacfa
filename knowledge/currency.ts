/**
 * Where a document stands in its own review cycle on a given day. Computed, never typed. The documents give month and
 * year only, so a date means the last day of its month, the reading most lenient to the parties.
 */
import type { SourceDocument } from './schema.ts';

/** Days are ISO calendar days, e.g. `2022-03-31`. */
export type ReviewStanding =
  | { readonly kind: 'in-date'; readonly nextDue: string }
  | {
      readonly kind: 'overdue';
      /** The first review day that passed without a review we know of. */
      readonly since: string;
      /** How many review days have passed. */
      readonly missed: number;
      /** Whole days from `since` to today. */
      readonly daysOverdue: number;
      /** The next review day to come. */
      readonly nextDue: string;
      /** The last review we know of; the day of production when there was none. */
      readonly lastShown: string;
    }
  /** There is a cycle, but no day to count from. */
  | { readonly kind: 'cannot-be-computed' }
  /** The document has no review cycle. */
  | { readonly kind: 'not-applicable' };

/** Standing of a document on `today` (its UTC calendar day). A review is due until the end of its day. */
export function reviewStanding({ produced, review }: SourceDocument, today: Date): ReviewStanding {
  if (!review) return { kind: 'not-applicable' };
  const shown = review.lastReview ?? produced;
  if (!shown) return { kind: 'cannot-be-computed' };
  const toFirst = review.lastReview ? review.cycleMonths : (review.firstMonths ?? review.cycleMonths);
  return fromPoints(shown, toFirst, review.cycleMonths, dayOf(today));
}

function fromPoints(shown: string, toFirst: number, cycle: number, today: string): ReviewStanding {
  const missed: string[] = [];
  let months = toFirst;
  while (lastDay(shown, months) < today) {
    missed.push(lastDay(shown, months));
    months += cycle;
  }
  const nextDue = lastDay(shown, months);
  const [since] = missed;
  if (!since) return { kind: 'in-date', nextDue };
  const daysOverdue = daysBetween(since, today);
  return { kind: 'overdue', since, missed: missed.length, daysOverdue, nextDue, lastShown: lastDay(shown, 0) };
}

/** One or two sentences for a card, empty when there is nothing to say. An overdue review warns and ends nothing: no source says that it does. */
export function currencyWords(standing: ReviewStanding): string {
  switch (standing.kind) {
    case 'in-date':
      return `The next review is due by ${longDate(standing.nextDue)}.`;
    case 'overdue':
      return (
        `The copy we hold shows no review since ${longDate(standing.lastShown)}. ` +
        'A later version may exist; check the Information Sharing Gateway or your IG team.'
      );
    case 'cannot-be-computed':
      return 'We do not know when it was last reviewed, so we cannot tell whether it is in date. Check with your IG team.';
    case 'not-applicable':
      return '';
  }
}

/** `2022-03` and 6 -> `2022-09-30`: day 0 of the month after is the last day of the month. */
function lastDay(month: string, addMonths: number): string {
  return dayOf(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) + addMonths, 0)));
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function longDate(day: string): string {
  return longDates.format(new Date(day));
}

const longDates = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
