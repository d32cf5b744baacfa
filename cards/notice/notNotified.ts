/** What somebody was not told, and why, as IG leads read it. */

const what = {
  'review-asked': 'a decision is waiting for their review',
  'review-reminder': 'a decision has waited for long for their review',
  escalated: 'a decision has waited for long for its review',
  outcome: 'their record has been reviewed',
  changed: 'a record they have a card of has changed',
  'proposal-asked': 'a change to what I know is waiting for them',
  'proposal-outcome': 'there is news of a change they proposed',
  'role-granted': 'roles have changed',
  'question-asked': 'a question is waiting for the IG team',
  'question-changed': 'a question they have a card of is over',
  'question-answered': 'their question has been answered',
  'sharing-alert': 'information was shared although nobody agreed to it',
  'full-record-due': 'the full record of an emergency is due',
  'retention-unset': 'nobody has set how long records are kept',
  'disposal-asked': 'an IG lead asks to dispose of a record',
  'disposal-refused': 'a record they asked to dispose of is kept',
  disposed: 'a record they have a card of was disposed of',
  corrected: 'a record was put right',
  'draft-expiring': 'a draft of theirs is about to go',
  digest: 'decisions and other things are waiting for them',
  'daily-head': 'the head of the ledger is there for them to keep',
  'set-aside': 'something saved could not be read',
  'person-left': 'somebody seems to have left',
  'colleague-left': 'their approver, or who was to cover for them, has left',
  'draft-handed-over': 'a draft is theirs to go on with',
  'cover-changed': 'it has changed for whom they cover',
} as const;

/** Nobody has an open chat with the bot under this code; the others are what Teams said. */
export const noChat = 'no chat';

const busy = 'Teams was too busy, again and again.';
const strange = 'Their chat does not belong to your organisation, so I send nothing there.';
const reasons: Readonly<Record<string, string>> = {
  [noChat]: 'They have not opened a chat with me yet. I tell them as soon as they do.',
  'nobody of that id': 'I do not know this person any more.',
  'card not made': 'I could not make the card. Your IT service desk can look into it.',
  'another tenant': strange,
  'address not trusted': strange,
  401: 'Teams did not let me in. Your IT service desk can put that right.',
  403: 'They have blocked or removed me, or your organisation does not let me write to them.',
  404: 'Their chat with me is not there any more. They may have left, or removed me.',
  412: busy,
  413: 'The card was too large for Teams.',
  429: busy,
  503: busy,
};

/** In plain words why Teams did not take something. Of a lost answer nobody knows what became of the card. */
function whyOf(code: string): string {
  const status = code.split(' ', 1)[0] ?? '';
  const known = reasons[code] ?? reasons[status];
  if (known) return known;
  return /^4\d\d$/.test(status) && status !== '408'
    ? 'Teams did not accept the card.'
    : 'Teams did not answer, or did not say that it arrived. They may have it all the same.';
}

export const notNotifiedWords = {
  title: (name: string, kind: keyof typeof what, reference: string): string =>
    `${name} was not told that ${what[kind]}${reference && ` (${reference})`}`,
  detail: (since: string, code: string): string => `Since ${since}. ${whyOf(code)}`,
  /** For whoever looks into it. */
  forServiceDesk: (code: string): string =>
    /^[45]\d\d|^E[A-Z]/.test(code) ? `For your IT service desk: ${code}.` : '',
  somebodyWhoAsked: 'Somebody who asked the IG team',
  somebodyWhoLeft: 'Somebody who has left',
  trying: 'I am trying again. What fails comes back to this list.',
  settled: 'Taken off the list.',
  gone: 'That is not on the list any more.',
} as const;
