import { button } from '../button.ts';
import { type AnsweredRow, answersText, type FindingRows, findingSections } from '../check/check.ts';
import { field } from '../field.ts';
import { blocks, type Rendered, renderer, row, sectionsText } from '../render.ts';
import template from './record.template.json' with { type: 'json' };

type Review = 'awaiting' | 'with-ig-lead' | 'returned' | 'approved' | 'declined' | 'withdrawn';
type Disclosure = 'not-yet' | 'made' | 'stopped' | 'none-intended';

/** A record as one person may see it. */
export interface RecordView {
  readonly case: string;
  readonly revision: number;
  readonly reference: string;
  readonly review: Review;
  readonly disclosure: Disclosure;
  readonly emergency: boolean;
  readonly outcome: 'share' | 'share-in-part' | 'do-not-share' | 'refer';
  readonly rationale: string;
  readonly agreement: string;
  /** Role and organisation of the sharer and of the recipient. */
  readonly sharer: string;
  readonly recipient: string;
  readonly submitted: string;
  readonly findings: FindingRows;
  readonly answers: readonly AnsweredRow[];
  /** The decision on it: who (role holder's name as the organisation knows it), when, why; null while there is none. */
  readonly decided: { readonly by: string; readonly at: string; readonly reason: string } | null;
  /** True when the person looking may decide now. */
  readonly mayDecide: boolean;
  /** True when the person looking made it. */
  readonly isMine: boolean;
  /** Name of the approver; empty while there is none. */
  readonly approver: string;
  readonly banner: string;
  /** The reason as typed, shown again when it could not be used. */
  readonly reasonTyped: string;
  readonly reasonProblem: string;
}

/** What was decided, as people read it. */
export const outcomeWords = {
  share: 'Share',
  'share-in-part': 'Share in part',
  'do-not-share': 'Do not share',
  refer: 'Refer to the IG lead',
} as const;
/** Where the review stands, as people read it. */
export const reviewWords = {
  awaiting: 'Waiting for review',
  'with-ig-lead': 'With the IG lead',
  returned: 'Returned for more',
  approved: 'Approved',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
} as const;
/** Whether the information has been shared, as people read it. */
export const disclosureWords = {
  'not-yet': 'not shared yet',
  made: 'already shared',
  stopped: 'sharing stopped',
  'none-intended': 'nothing is to be shared',
} as const;

/** Colour of the band that says what is new. */
const noticeStyles = {
  awaiting: 'accent',
  'with-ig-lead': 'accent',
  returned: 'warning',
  approved: 'good',
  declined: 'attention',
  withdrawn: 'accent',
} as const;

function nextStep(view: RecordView): string {
  if (view.mayDecide)
    return 'Approve it, or decline it and say why. You decide under your own name, and the first decision stands.';
  if (view.review === 'awaiting' && view.isMine)
    return view.approver
      ? `${view.approver} has it to review. I will tell you what becomes of it. Nobody has to wait for the review when waiting puts someone at risk.`
      : 'There is no approver yet; your IG lead has been told. Nobody has to wait for the review when waiting puts someone at risk.';
  if (view.review === 'approved' && view.isMine)
    return view.outcome === 'do-not-share'
      ? 'Your decision not to share is approved. If things change, start a new checklist.'
      : 'You may go ahead as you described. Keep the reference with your case notes.';
  if (view.review === 'declined' && view.isMine)
    return 'Please do not share on this basis. Read the reason, talk to your approver, and start a new checklist if things change. If someone is at risk now, call 999 or the front door.';
  return 'Nothing more to do here.';
}

function standing(view: RecordView) {
  const decided = view.decided
    ? [row(`${reviewWords[view.review]} by ${view.decided.by}, ${view.decided.at}`)]
    : [row(reviewWords[view.review])];
  const reason = view.decided?.reason ? [row(`Reason: ${view.decided.reason}`)] : [];
  return {
    title: 'Where it stands',
    rows: [...decided, ...reason, row(`Information: ${disclosureWords[view.disclosure]}`)],
  };
}

const sectionsOf = (view: RecordView) => [
  standing(view),
  {
    title: 'The decision',
    rows: [
      row(`${outcomeWords[view.outcome]}. ${view.rationale}`),
      row(`From: ${view.sharer}`),
      row(`To: ${view.recipient}`),
      row(`Agreement: ${view.agreement}`),
      row(`Submitted: ${view.submitted}`),
    ],
  },
  ...findingSections(view.findings),
];

const draw = renderer(template);

/** Card of a record for its requester, its approver or an IG lead; the last two decide on it in place. */
export function recordCard(view: RecordView): Rendered {
  const heading = `${view.emergency ? 'Emergency record' : 'Record'} ${view.reference}`;
  const sections = sectionsOf(view);
  const ids = { case: view.case, revision: view.revision };
  const reason = field('text', 'reason', 'Comment, or the reason if you decline', {
    multiline: true,
    value: view.reasonTyped,
    problem: view.reasonProblem,
  });
  const data = {
    above: reviewWords[view.review],
    heading,
    notice: view.banner,
    noticeStyle: noticeStyles[view.review],
    paragraphs: [nextStep(view)],
    sections,
    answers: view.answers,
    inputs: view.mayDecide ? [reason] : [],
    actions: view.mayDecide
      ? [button('Approve', 'review.approve', ids, 'positive'), button('Decline', 'review.decline', ids, 'destructive')]
      : [],
  };
  return draw(data, blocks(heading, view.banner, nextStep(view), sectionsText(sections), answersText(view.answers)));
}
