import type { ReviewEvent, Standing } from '../records/review.ts';

/** What somebody is to a record, after `the` or alone. */
export const whoWords: Readonly<Record<Standing, string>> = {
  requester: 'requester',
  approver: 'approver',
  'ig-lead': 'IG lead',
  other: 'anybody else',
};

/** What a reviewer does. */
export const eventWords: Readonly<Record<ReviewEvent['type'], string>> = { approved: 'approves', declined: 'declines' };
