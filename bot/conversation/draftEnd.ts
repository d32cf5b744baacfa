import type { DraftHeading, Settings } from '../stores/ports.ts';

type Periods = Pick<Settings, 'draftDays' | 'draftWarningDays'>;
type Unchanged = Pick<DraftHeading, 'savedAt' | 'warned'>;

const dayMs = 24 * 60 * 60_000;

const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs);

const later = (one: Date, other: Date): Date => (one > other ? one : other);

/** What was saved by this instant is to be warned about now. */
export const warnedFrom = ({ draftDays, draftWarningDays }: Periods, at: Date): Date =>
  daysAfter(at, draftWarningDays - draftDays);

/** When a draft that nobody changes may be deleted: after its time, and never before the day of its warning. */
export function endOf({ savedAt, warned }: Unchanged, { draftDays, draftWarningDays }: Periods, at: Date): Date {
  const whole = daysAfter(new Date(savedAt), draftDays);
  return later(whole, warned ? new Date(warned.until) : daysAfter(at, draftWarningDays));
}

/** The same for its owner to read: until the warning has reached them, they have all the time of it before them. */
export function endToTell(draft: Unchanged, periods: Periods, at: Date): Date {
  const end = endOf(draft, periods, at);
  return draft.warned?.told ? end : later(end, daysAfter(at, periods.draftWarningDays));
}

/** Whole days until it goes, at least 0. */
export const daysLeft = (draft: Unchanged, periods: Periods, at: Date): number =>
  Math.max(0, Math.ceil((endToTell(draft, periods, at).getTime() - at.getTime()) / dayMs));
