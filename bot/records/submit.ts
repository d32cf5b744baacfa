import type { Commit, Notice } from './commit.ts';
import type { DisclosureState, Outcome, ReviewState, Submission } from './record.ts';

/** All that a submission needs to become a record. */
export interface Submitting {
  /** Case id of the draft. */
  readonly case: string;
  readonly reference: string;
  /** Agreement id, or `none`. */
  readonly agreement: string;
  /** Our id of who submits. */
  readonly requester: string;
  /** Our id of the approver they chose or were given; null when nobody is known. */
  readonly approver: string | null;
  /** Our ids of all IG leads. */
  readonly igLeads: readonly string[];
  readonly submission: Submission;
  /** The information went before this was submitted; an ordinary start. */
  readonly alreadyShared?: boolean;
  readonly at: Date;
}

interface Facts {
  readonly review: ReviewState;
  readonly disclosure: DisclosureState;
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
  const approver = submitting.approver === requester ? null : submitting.approver;
  return {
    case: submitting.case,
    expectRevision: 0,
    heading: {
      case: submitting.case,
      reference: submitting.reference,
      agreement: submitting.agreement,
      organisation: submitted.sharer.organisation,
      requester,
      approver,
      ...facts,
      emergency: submitted.emergency,
      submittedAt: at,
      changedAt: at,
      revision: 0,
    },
    events: [{ type: 'submitted', by: requester, at, submission: submitted }],
    notices: noticesOf(submitting, facts.review, approver),
  };
}

function startOf({ submission: submitted, alreadyShared = false }: Submitting): Facts {
  if (submitted.emergency) return EMERGENCY;
  const start = START[submitted.decision.outcome];
  // What has gone has gone, whatever was decided about it.
  return alreadyShared ? { ...start, disclosure: 'made' } : start;
}

/** The reviewer is asked. Where none is known the IG leads are, and the requester hears that it waits for one. */
function noticesOf({ case: about, requester, igLeads }: Submitting, review: ReviewState, approver: string | null) {
  const others = igLeads.filter((id) => id !== requester);
  const asked = review === 'with-ig-lead' ? others : approver === null ? others : [approver];
  const hasReviewer = review === 'with-ig-lead' ? others.length > 0 : approver !== null;
  return [
    ...asked.map((to): Notice => ({ to, kind: 'review-asked', about })),
    ...(hasReviewer ? [] : [{ to: requester, kind: 'changed', about } satisfies Notice]),
  ];
}
