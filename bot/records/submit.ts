import type { Commit, Notice } from './commit.ts';
import { type Decided, headingAfter, rowFor } from './decide.ts';
import type { Office } from './office.ts';
import type { Outcome, RecordEvent, RecordHeading, Submission } from './record.ts';
import type { Facts } from './review.ts';
import { noticesOf as noticesOfRow } from './reviewNotices.ts';
import { approversOf, decidersOf, freeLeads } from './standing.ts';
import { waitFrom } from './waiting.ts';

/** What is handed in, the first time or again, and who is there to review it. */
export interface HandingIn {
  /** Agreement id, or `none`. */
  readonly agreement: string;
  /** Our id of the approver they chose or were given; null when nobody is known. */
  readonly approver: string | null;
  readonly office: Office;
  readonly submission: Submission;
  /** The information went before this was submitted; an ordinary start. */
  readonly alreadyShared?: boolean;
  readonly at: Date;
}

/** All that a submission needs to become a record. */
export interface Submitting extends HandingIn {
  /** Case id of the draft. */
  readonly case: string;
  readonly reference: string;
  /** Our id of who submits. */
  readonly requester: string;
  /** The day by whose end the rest of an emergency's record is due; absent when it is whole. */
  readonly completeBy?: string;
}

/** Where a record starts, by what was decided. */
export const START: Record<Outcome, Facts> = {
  share: { review: 'awaiting', disclosure: 'not-yet' },
  'share-in-part': { review: 'awaiting', disclosure: 'not-yet' },
  'do-not-share': { review: 'awaiting', disclosure: 'none-intended' },
  refer: { review: 'with-ig-lead', disclosure: 'not-yet' },
};

/** In an emergency the information has gone already; whatever else was said, people review it afterwards. */
export const EMERGENCY: Facts = { review: 'awaiting', disclosure: 'made' };

/** The first commit of a record. Nobody reviews their own: a requester named as approver counts as none. */
export function submission(submitting: Submitting): Commit {
  const { submission: submitted, requester } = submitting;
  const at = submitting.at.toISOString();
  const facts = startOf(submitting);
  const heading: RecordHeading = {
    case: submitting.case,
    reference: submitting.reference,
    agreement: submitting.agreement,
    organisation: submitted.sharer.organisation,
    requester,
    approver: submitting.approver === requester ? null : submitting.approver,
    ...facts,
    emergency: submitted.emergency,
    completeBy: submitting.completeBy ?? null,
    ...waitFrom(at),
    closedAt: null,
    disposalAskedBy: null,
    disposedAt: null,
    submittedAt: at,
    changedAt: at,
    revision: 0,
  };
  return {
    case: submitting.case,
    expectRevision: 0,
    heading,
    events: [{ type: 'submitted', by: requester, at, submission: submitted }],
    notices: noticesOf(heading, submitting.office),
  };
}

function startOf({ submission: submitted, alreadyShared = false }: Submitting): Facts {
  if (submitted.emergency) return EMERGENCY;
  const start = START[submitted.decision.outcome];
  // What has gone has gone, whatever was decided about it.
  return alreadyShared ? { ...start, disclosure: 'made' } : start;
}

/**
 * A commit that hands the same record in again, whole; what was handed in before is kept. That it was an emergency, and
 * that the information has gone, stays true whatever the person says now. Its approver keeps it, as long as they can review.
 */
export function resubmission(record: RecordHeading, handingIn: HandingIn, by: string): Decided {
  const { office } = handingIn;
  const { outcome } = handingIn.submission.decision;
  const circumstances = { refers: START[outcome].review === 'with-ig-lead' };
  const found = rowFor(record, 'resubmitted', { id: by, office }, circumstances);
  if (found.kind === 'refused') return found;
  const at = handingIn.at.toISOString();
  const submitted = { ...handingIn.submission, emergency: record.emergency };
  const wanted = approversOf(record, office).length > 0 ? record.approver : (handingIn.approver ?? record.approver);
  const event: RecordEvent = { type: 'resubmitted', by, at, submission: submitted };
  const heading = {
    ...headingAfter(record, found.row, event),
    disclosure: stillGone(record, handingIn.alreadyShared ? 'made' : START[outcome].disclosure),
    agreement: handingIn.agreement,
    organisation: submitted.sharer.organisation,
    approver: wanted === by ? null : wanted,
    completeBy: null,
  };
  const commit: Commit = {
    case: record.case,
    expectRevision: record.revision,
    heading,
    events: [event],
    notices: [
      ...noticesOfRow(found.row.tell, { before: record, after: heading, by, office }),
      ...waitNotices(heading, office),
    ],
  };
  return { kind: 'done', commit };
}

/** What has gone, or was stopped, stays so; what was only intended may be thought over. */
const stillGone = ({ disclosure }: RecordHeading, now: Facts['disclosure']): Facts['disclosure'] =>
  disclosure === 'made' || disclosure === 'stopped' ? disclosure : now;

/** Id of the draft that hands a record in again; it still tells which record that was once the draft is gone. */
export const againId = (record: string, attempt: number): string => `${record}-${attempt}`;

/** The record that a draft of this id hands in again; null when its id is no such one. */
export const recordOfAgain = (draft: string): string | null => /^(.+)(?<!-on)-\d{1,3}$/.exec(draft)?.[1] ?? null;

/** Id of the draft that goes on, for somebody else, where one of this id was to hand in a record again. */
export function onwardId(draft: string): string {
  const [, attempt = '1'] = /-(\d{1,3})$/.exec(draft) ?? [];
  return `${recordOfAgain(draft) ?? draft}-on-${attempt}`;
}

/** The record that a draft of this id goes on from; null when its id is no such one. */
export const recordBefore = (draft: string): string | null => /^(.+)-on-\d{1,3}$/.exec(draft)?.[1] ?? null;

/** The reviewers are asked; where none is known the IG leads are. */
const noticesOf = (record: RecordHeading, office: Office): Notice[] => [
  ...decidersOf(record, office).map((to): Notice => ({ to, kind: 'review-asked', about: record.case })),
  ...waitNotices(record, office),
];

/** The requester hears that it waits for somebody who can review it. */
function waitNotices(record: RecordHeading, office: Office): Notice[] {
  const reviewers = record.review === 'with-ig-lead' ? freeLeads(record, office) : approversOf(record, office);
  return reviewers.length > 0 ? [] : [{ to: record.requester, kind: 'changed', about: record.case }];
}
