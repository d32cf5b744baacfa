import { bytesOf, filled, heightOf, type Size } from '../pages.ts';
import { row, type Section } from '../render.ts';

/** One thing that happened to a record. */
export interface Happened {
  readonly event: keyof typeof eventWords;
  /** Whoever did it, as the organisation knows them. */
  readonly by: string;
  /** E.g. `22 November 2026 at 10:00`. */
  readonly at: string;
  /** Comment or reason; empty when there is none. */
  readonly reason: string;
}

const eventWords = {
  submitted: 'Submitted',
  resubmitted: 'Handed in again, whole',
  approved: 'Approved',
  declined: 'Declined',
  returned: 'Returned for more',
  'asked-ig-lead': 'The IG leads were asked',
  advised: 'Advice was given',
  escalated: 'The IG leads were told that it waits',
  withdrawn: 'Withdrawn',
  revoked: 'The approval was taken back',
  reassigned: 'Given to another approver',
  'disclosure-made': 'Said to have been shared',
  stopped: 'Sharing was stopped',
  closed: 'Closed',
  corrected: 'Corrected',
  'disposal-asked': 'Its disposal was asked for',
  'disposal-refused': 'It is kept',
  disposed: 'Disposed of',
  reminded: 'A reminder was sent',
} as const;

const textOf = ({ event, by, at, reason }: Happened): string =>
  [`${at}: ${eventWords[event]}, by ${by}.`, reason].filter((words) => words !== '').join(' ');

/** JSON that the template puts around a row. */
const around = 300;

const sizeOf = (text: string): Size => ({ bytes: around + bytesOf([text]), height: heightOf([text]) });

/** What happened, oldest first, cut into pages. */
export const historyPages = (history: readonly Happened[], room: Size): Section[][] =>
  filled(history.map(textOf), sizeOf, room).map((texts) => [
    { title: 'Oldest first', rows: texts.map((text) => row(text)) },
  ]);
