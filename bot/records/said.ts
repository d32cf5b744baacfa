import type { RecordEvent, ReviewEvent } from './record.ts';

/** What somebody said with what they did: a comment, a reason, a correction in a sentence; empty when nothing. */
export function saidIn(event: RecordEvent | ReviewEvent): string {
  switch (event.type) {
    case 'approved':
      return event.comment;
    case 'corrected':
      return correctionWords(event);
    case 'submitted':
    case 'resubmitted':
    case 'reminded':
      return '';
    default:
      return event.reason;
  }
}

export type Correction = Extract<ReviewEvent, { type: 'corrected' }>;

const correctionWords = ({ wrong, right }: Correction): string =>
  `Wrong: ${wrong}. Right: ${right}`.replace(/\.\./g, '.');

/** Something is left out that the review table needs. */
export const isUnsaid = (event: ReviewEvent): boolean =>
  event.type === 'corrected' ? event.wrong.trim() === '' || event.right.trim() === '' : saidIn(event).trim() === '';
