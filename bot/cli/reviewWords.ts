import type { Life } from '../records/life.ts';
import type { Condition, Row, Standing } from '../records/review.ts';
import type { Told } from '../records/reviewNotices.ts';

/** What somebody is to a record, after `the` or alone. */
export const whoWords: Readonly<Record<Standing, string>> = {
  requester: 'requester',
  delegate: 'delegate of the requester',
  approver: 'approver',
  'ig-lead': 'IG lead',
  bot: 'bot, at its time',
  other: 'anybody else',
};

/** What they do. */
export const eventWords: Readonly<Record<Row['event'], string>> = {
  approved: 'approves',
  declined: 'declines',
  returned: 'sends it back and says what is missing',
  'asked-ig-lead': 'asks the IG leads a question',
  advised: 'advises the approver',
  escalated: 'tells the IG leads that it waits',
  reassigned: 'gives it to another approver',
  revoked: 'takes the approval back',
  resubmitted: 'sends the full record',
  withdrawn: 'withdraws it',
  'disclosure-made': 'says that it was shared',
  stopped: 'says that it is not shared after all, or no further',
  closed: 'closes it',
  'disposal-asked': 'asks to dispose of it',
  disposed: 'agrees, and it is disposed of',
  'disposal-refused': 'keeps it',
  corrected: 'says what is wrong and what is right',
};

/** What else must hold, after the state of the review. */
export const conditionWords: Readonly<Record<Condition, string>> = {
  due: 'and the full record is due',
  refers: 'and the decision is now to ask the IG lead',
  'refers-not': 'and the decision is another',
  'has-approver': 'and an approver can review it',
  escalated: 'and the IG leads were told that it waits',
  escalates: 'and the IG leads neither have it nor were told that it waits',
  'retention-over': 'and it has been kept for as long as it is to be',
  agreed: 'and another IG lead asked for it, and it has been kept for as long as it is to be',
  whole: 'and no full record is due',
  'requester-left': 'and the requester has left',
};

/** Who is told. */
export const toldWords: Readonly<Record<Told, string>> = {
  requester: 'requester',
  approver: 'approver',
  formerApprover: 'approver before',
  igLeads: 'IG leads',
  escalatedTo: 'IG leads who were told that it waits',
  disposalAsker: 'IG lead who asked to dispose of it',
};

/** How far the life of a record has come. */
export const lifeWords: Readonly<Record<Life, string>> = {
  open: 'open',
  closed: 'closed',
  'disposal-asked': 'closed, with its disposal asked for',
  disposed: 'disposed of',
};
