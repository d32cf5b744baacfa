import type { Refused } from '../records/decide.ts';
import type { RecordHeading } from '../records/record.ts';
import type { Row } from '../records/review.ts';
import type { Membership } from './membership.ts';

const requesterOnly = (what: string): string =>
  `Only the person who made this record can ${what}; once they have left, an IG lead can. Nothing has changed.`;
const leadsOnly = (what: string): string => `Only an IG lead can ${what}. Nothing has changed.`;
const reviewers = 'Only whoever has this record to review can decide on it. Nothing has changed.';

/** Whose act it is, for somebody who may see the record. */
const notYours: Readonly<Record<Row['event'], string>> = {
  approved: reviewers,
  declined: reviewers,
  returned: reviewers,
  'asked-ig-lead': 'Only its approver can ask the IG lead about this record. Nothing has changed.',
  advised: leadsOnly('advise on this record'),
  escalated: 'Only the person who made this record can tell the IG leads that it waits. Nothing has changed.',
  reassigned: leadsOnly('give this record to another approver'),
  revoked: 'Only its approver or an IG lead can take the approval back. Nothing has changed.',
  resubmitted: 'Only the person who made this record can hand it in again. Nothing has changed.',
  withdrawn: requesterOnly('withdraw it'),
  'disclosure-made':
    'Only the person who made this record can say that it was shared. If you know that it was, please tell them or an IG lead. Nothing has changed.',
  stopped: requesterOnly('say that it is not shared, or no further'),
  closed: requesterOnly('close it'),
  corrected:
    'Only the person who made this record, or an IG lead, can correct it. If something in it is wrong, please tell one of them. Nothing has changed.',
  'disposal-asked': leadsOnly('ask to dispose of a record'),
  'disposal-refused': leadsOnly('say whether a record is kept or disposed of'),
  disposed: leadsOnly('say whether a record is kept or disposed of'),
};

const others: Readonly<Record<Exclude<Refused['why'], 'not-your-role' | 'reason-needed'>, string>> = {
  'own-record': 'This is your own record, so that is for somebody else to decide. Nothing has changed.',
  'delegate-of-requester':
    'Who made this record named you to cover for them, so that is for somebody else to do. Nothing has changed.',
  'already-decided': 'Somebody has decided on this already; the first decision stands.',
  'not-now': 'That cannot be done to the record as it stands now. Here it is. Nothing has changed.',
  'nobody-to-ask': 'There is no other IG lead to ask yet. Nothing has changed, and what you typed is still here.',
  'not-them': 'They cannot review this record. Nothing has changed.',
};

const withdrawn = 'Who made this record has withdrawn it, so nobody reviews it any more. Nothing has changed.';

/** Why somebody cannot do this to a record: in words that are right for what they wanted to do. */
export function refusalWords(
  why: Exclude<Refused['why'], 'reason-needed'>,
  act: Row['event'],
  { review }: Pick<RecordHeading, 'review'>,
): string {
  if (why === 'not-your-role') return notYours[act];
  return why === 'already-decided' && review === 'withdrawn' ? withdrawn : others[why];
}

/** Why Teams' word on somebody stops them. */
export const membershipWords: Readonly<Record<Exclude<Membership, 'member'>, string>> = {
  guest: 'Guests do not review records or change them. Nothing has changed.',
  gone: 'Teams no longer lists you as a member of this organisation, so nothing has changed.',
  unknown:
    'I could not check with Teams that you are still a member, so nothing has changed. What you typed is still here. Please press again in a minute.',
};
