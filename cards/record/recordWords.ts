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

/** What decides what comes next, and for whom. */
interface Standing {
  readonly review: keyof typeof reviewWords;
  readonly disclosure: keyof typeof disclosureWords;
  readonly outcome: keyof typeof outcomeWords;
  readonly mayDecide: boolean;
  readonly isMine: boolean;
  readonly approver: string;
  readonly completeBy: string;
  readonly escalated: boolean;
  readonly closed: string;
  readonly isDisposalAsked: boolean;
  readonly mayDispose: boolean;
}

const atRisk = 'Nobody has to wait for the review when waiting puts someone at risk.';

const waits = ({ approver, outcome, disclosure, escalated }: Standing): string => {
  const who = approver ? `${approver} has it to review.` : 'There is no approver yet; your IG lead has been told.';
  const leads = escalated ? ' The IG leads know that it waits, and may decide as well.' : '';
  const refusal = outcome === 'do-not-share' ? ' A decision not to share is reviewed too.' : '';
  const rest = disclosure === 'made' ? '' : ` ${atRisk}`;
  return `${who}${leads} I will tell you what becomes of it.${refusal}${rest}`;
};

const gone = 'What you shared is approved. Keep the reference with your case notes.';

/** After an approval, by what was decided. */
const approved = {
  share: 'You may go ahead as you described. Keep the reference with your case notes.',
  'share-in-part':
    'You may go ahead as you described: share that part, and hold back the rest. Keep the reference with your case notes.',
  'do-not-share': 'Your decision not to share is approved. If things change, start a new checklist.',
  refer: 'The IG lead has approved it. Read their comment for what to do. Keep the reference with your case notes.',
} as const;

/** After a refusal to share was declined, sharing is what to think about again. */
const declined = {
  toShare:
    'Please do not share on this basis. Read the reason, talk to your approver, and start a new checklist if things change. If someone is at risk now, call 999 or the front door.',
  notToShare:
    'Your approver does not agree with not sharing. Read the reason, talk to them, and start a new checklist. If someone is at risk now, call 999 or the front door.',
} as const;

/** Information that was stopped is not to be shared on an older approval. */
const wasStopped =
  'You said that you do not share it, or no further, so nothing is to be shared. If things change, start a new checklist.';

function forRequester(standing: Standing): string {
  const { review, outcome, disclosure } = standing;
  switch (review) {
    case 'awaiting':
      return waits(standing);
    case 'with-ig-lead':
      return 'The IG leads have it. I will tell you what they say. Do not share it before, unless waiting puts someone at risk.';
    case 'returned':
      return `Something is missing; it stands below. Press “Put it right”: your answers are filled in, and you change what is needed. It then goes back to review. ${atRisk}`;
    case 'approved':
      return disclosure === 'made' ? gone : disclosure === 'stopped' ? wasStopped : approved[outcome];
    case 'declined':
      return outcome === 'do-not-share' ? declined.notToShare : declined.toShare;
    case 'withdrawn':
      return 'You withdrew it, so nobody reviews it any more. It is kept. If things change, start a new checklist.';
  }
}

/** For approvers and IG leads who have nothing to decide now. */
function forReviewer({ review, approver }: Standing): string {
  switch (review) {
    case 'awaiting':
      return `Nothing for you to do now: ${approver || 'an IG lead'} has it to review.`;
    case 'with-ig-lead':
      return 'Nothing for you to do now: the IG leads have it. I will tell the approver when they have advised or decided.';
    case 'returned':
      return 'Nothing for you to do now: who made it has been asked for more. I will bring it back when they have put it right.';
    case 'approved':
      return 'Nothing more to do here. If it should not have been approved, take the approval back and say why.';
    case 'declined':
      return 'Nothing more to do here, unless I tell you that it was shared all the same.';
    case 'withdrawn':
      return 'Nothing more to do here: who made it has withdrawn it.';
  }
}

const approveOr = 'Approve it, decline it and say why, or return it and say what is missing.';

const agree = {
  share: approveOr,
  'share-in-part': approveOr,
  'do-not-share':
    'Approve it if you agree that this is not shared. If not, decline it and say why, or return it and say what is missing.',
  refer: approveOr,
} as const;

const closedWords =
  'This record is closed: nothing more is expected. It is kept. If anything more happens to it, it opens again by itself.';

const disposalAskedWords =
  'An IG lead has asked to dispose of this record. Another IG lead agrees to that or keeps it; until then all of it is kept.';

const disposeWords =
  'If you agree, all that was written in this record is gone for good, for everybody. Its reference, its dates and that it existed stay. If it is still needed, keep it and say why.';

/** What comes next for the person looking, the most pressing first. */
export function nextStep(standing: Standing): string[] {
  const { isMine, mayDecide, completeBy, outcome, closed, isDisposalAsked, mayDispose } = standing;
  const due = completeBy === '' ? [] : [`The full record is due by the end of ${completeBy}.`];
  if (mayDecide) return [`${agree[outcome]} You decide under your own name, and the first decision stands.`, ...due];
  if (mayDispose) return [disposeWords];
  if (isDisposalAsked) return [disposalAskedWords];
  if (closed !== '') return [closedWords];
  if (isMine) return [...due, forRequester(standing)];
  return [...due, forReviewer(standing)];
}
