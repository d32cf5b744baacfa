/** How long a review has waited for whoever has it now, and whether the IG leads were told that it waits. */
import type { RecordHeading } from './record.ts';
import type { Row } from './review.ts';
import type { IsHoliday } from './workingDays.ts';
import { type WorkingHours, workingHoursBetween } from './workingHours.ts';

/** What a heading says of it. */
export type Wait = Pick<RecordHeading, 'waitingSince' | 'remindedAt' | 'escalatedAt'>;

/** Starts at this ISO instant. */
export const waitFrom = (at: string): Wait => ({ waitingSince: at, remindedAt: null, escalatedAt: null });

/** Nobody has to act. */
export const noWait: Wait = { waitingSince: null, remindedAt: null, escalatedAt: null };

/**
 * After a row of the review table: whoever is asked to review has all the time before them, a decision or a return ends
 * the wait, and everything else leaves it as it is.
 */
export function waitAfter({ waitingSince, remindedAt, escalatedAt }: Wait, { event, tell, to }: Row, at: string): Wait {
  if (event === 'escalated') return { waitingSince, remindedAt, escalatedAt: at };
  if (Object.values(tell).includes('review-asked')) return waitFrom(at);
  return to.review ? noWait : { waitingSince, remindedAt, escalatedAt };
}

/** The instant from which it waits; records from before this was kept wait since they were submitted. */
export const waitsSince = ({ waitingSince, submittedAt }: RecordHeading): string => waitingSince ?? submittedAt;

/** Working hours that it has waited. */
export const hoursWaited = (record: RecordHeading, at: Date, hours: WorkingHours, isHoliday: IsHoliday): number =>
  workingHoursBetween(new Date(waitsSince(record)), at, hours, isHoliday);
