import type { Button } from '../button.ts';
import { blocks, type Rendered, renderer, row, type Section, sectionsText } from '../render.ts';
import template from './notice.template.json' with { type: 'json' };

/** Everything the bot says that is not an answer, a question, a record or a form: one place for the words. */
const words = {
  welcome: {
    heading: 'Sharing Guide',
    paragraphs: [
      'I help you decide whether and how you may share personal information about people you work with, and I keep a record of your decision for a manager to review. I never decide for you.',
      'Ask me in your own words, for example: “Which agreement covers telling the police about a tenant’s threats?” Leave out names, addresses and dates of birth: I do not need them.',
      'If someone is in immediate danger, call 999 now. You do not need me, and you do not need to wait for anybody.',
    ],
  },
  help: {
    heading: 'What you can ask me',
    paragraphs: [
      'Type a question about sharing, or one of these words:',
      'start: begin the ten-question checklist. my drafts: go on with one. my records: what you submitted. my questions: what you sent to the IG team. about me: your organisation, role and approver. privacy: what I keep about you. emergency: what to do when someone is in danger now.',
      'In a checklist you can type your answers: yes, no, a number, or the words of an option. Ask me anything in between; your checklist waits.',
      'For approvers: pending, cover (who decides for you while you are away), digest (what is waiting for you; “digest off” and “digest on” stop and start the daily list). For IG leads: questions (what people sent you to answer), counts (how the answers do), not told (whom I could not reach), disposal (records kept long enough), settings, working hours, approvers (who reviews which agreement), leavers (hand over what somebody left behind). For editors: knowledge, and a word to look for. For administrators: roles.',
    ],
  },
  privacy: {
    heading: 'What I keep about you',
    paragraphs: [
      'Your name and directory id, what you put in About me, your roles, your drafts, and the records you submit or review. Drafts and records are stored encrypted. I delete a draft that nobody changes for some weeks, and tell you before; “my drafts” says how long each is kept. A draft nobody changes goes after a time that your IG lead sets, 28 days to begin with; I tell you before.',
      'What looks like an identifier, such as an NHS number, I take out of what you type before I save it. I hold it in memory for 15 minutes, so that you can have it back if it is not about a person. I count such mistakes, not what they were.',
      'I do not keep or log the questions you ask. I hold an open question in memory for up to 30 minutes so that you can answer a question back, then it is gone. I count which answers were right, by agreement and month, without your words and without you.',
      'If you press “Send this to the IG team”, I keep the words you were shown, encrypted, until the answer has reached you, and never longer than 90 days. IG leads read them with your role and kind of organisation, without your name. “my questions” takes them back. Until the 90 days are over I still know that you asked, when, and which agreement it was about.',
      'Microsoft Teams keeps its own copy of everything you type here, under your organisation’s settings. So leave out names and other details that identify people.',
      'Records stay for the years that your IG lead sets, counted from the day they are closed; until that is set I keep them all. Then two IG leads can agree to dispose of one: what was written in it goes for good, and only its reference and its dates stay. Ask your data protection officer about your rights.',
    ],
  },
  'group-only-questions': {
    heading: 'Let us do that in our own chat',
    paragraphs: [
      'I never show a case in a group or channel. Open a personal chat with me (search for Sharing Guide) and type “start”. Here I can answer general questions.',
    ],
  },
  'old-card': {
    heading: 'That button does not work any more',
    paragraphs: [
      'Nothing has changed and nothing is lost. Type “my drafts” or “my records” to see where things stand.',
    ],
  },
  'not-yours': {
    heading: 'I cannot open that here',
    paragraphs: [
      'That card belongs to somebody else, somebody else reviews it now, or its case is not here any more. Nothing has changed. Type “help” to see what you can do.',
    ],
  },
  'ask-again': {
    heading: 'Please ask again',
    paragraphs: ['I keep the words of a question for 30 minutes only. Type it once more and I will answer.'],
  },
  'not-sent': {
    heading: 'Not sent',
    paragraphs: [
      'I sent nothing to anybody and kept nothing. Ask me again whenever you like. If somebody is in danger, call 999 now.',
    ],
  },
  'question-withdrawn': {
    heading: 'Withdrawn',
    paragraphs: [
      'I have deleted your words and am taking them out of the IG leads’ chats. Ask again whenever you like.',
    ],
  },
  'question-over': {
    heading: 'This question is over',
    paragraphs: ['I have deleted its words. Ask again whenever you like.'],
  },
  'question-own': {
    heading: 'Another IG lead answers this',
    paragraphs: ['You asked it yourself, and there is somebody else who can answer it. They have it.'],
  },
  'no-questions': {
    heading: 'No questions with the IG team',
    paragraphs: [
      'Nothing you sent to the IG team is waiting. Type a question; if my answer does not help, send it to them from there.',
    ],
  },
  'none-asked': {
    heading: 'No questions are waiting',
    paragraphs: ['When somebody sends the IG team a question, I bring it to you here.'],
  },
  saved: {
    heading: 'Saved',
    paragraphs: ['Your draft is safe. Type “my drafts” when you want to go on.'],
  },
  'where-left': {
    heading: 'Your checklist is where you left it',
    paragraphs: [],
  },
  'nothing-open': {
    heading: 'No checklist is open here',
    paragraphs: [
      'Type “go on” to go on with your newest draft, “my drafts” to see all of them, or “start” to begin a new checklist. Or ask me a question.',
    ],
  },
  'words-gone': {
    heading: 'Please type it again',
    paragraphs: [
      'I keep what you type as a message for 30 minutes only. Nothing in your checklist has changed. Type “answer:” and then your words.',
    ],
  },
  emergency: {
    heading: 'If someone is in danger now',
    paragraphs: [
      'You do not need me for this. When you can, tell me about it in three answers: that is your record for now.',
    ],
  },
  'full-record-due': {
    heading: 'Please complete your emergency record',
    paragraphs: [
      'Your three answers are recorded and can be reviewed. The full record adds the agreement and the lawful basis, so that somebody can review the whole of it. What you said already is filled in.',
      'If somebody is in danger now, act first: this can wait for that.',
    ],
  },
  'full-record-late': {
    heading: 'The full record of an emergency is late',
    paragraphs: [
      'Somebody acted in an emergency and told us at once. The rest of their record is missing. This says nothing against the sharing: please ask whether they need help, or time, to finish it.',
    ],
  },
  discard: {
    heading: 'Discard this draft?',
    paragraphs: [
      'All its answers would be gone for good. Nothing is sent to anybody either way.',
      'Press a button, or type “discard it” or “keep it”.',
    ],
  },
  discarded: {
    heading: 'Draft discarded',
    paragraphs: ['The draft and its answers are gone. Nothing was sent to anybody.'],
  },
  kept: {
    heading: 'Kept',
    paragraphs: ['Your draft stays as it is. Type “my drafts” when you want to go on.'],
  },
  'draft-expiring': {
    heading: 'A draft of yours is about to go',
    paragraphs: ['You have not changed this draft for a while. I do not keep drafts for longer than I need to.'],
  },
  'set-aside': {
    heading: 'Something I saved could not be read',
    paragraphs: [
      'When I started I found a file that is not as I wrote it. I have moved it aside, whole, and deleted nothing; everything else works.',
    ],
  },
  'draft-over': {
    heading: 'That draft is not here any more',
    paragraphs: [
      'It was discarded, or its time was over. What you typed just now is below, so that you can copy it. Type “start” to begin again.',
    ],
  },
  'nothing-held': {
    heading: 'No agreement I hold covers this',
    paragraphs: [
      'That does not mean you may not share: another agreement, or the law itself, may allow it. I can only say what the documents I hold cover.',
      'What you can do now: ask again in other words (what happened, what you want to share, and with which organisation), or ask your IG team.',
    ],
  },
  'none-of-these': {
    heading: 'None of these, then',
    paragraphs: [
      'I am sorry that I did not have the answer. That does not mean you may not share: another agreement, or the law itself, may allow it.',
      'Ask again in other words (what happened, what you want to share, and with which organisation), or ask your IG team.',
    ],
  },
  'not-right': {
    heading: 'Thank you for saying so',
    paragraphs: [
      'I count that this answer was not right, so that the IG team can put it right. I keep nothing of what you typed.',
      'Ask again in other words (what happened, what you want to share, and with which organisation), or ask your IG team.',
    ],
  },
  elsewhere: {
    heading: 'I hold no agreement for that area',
    paragraphs: [
      'I know the agreements of Kent and Medway, and of London. For anywhere else, ask your IG team which agreement applies. If someone is at risk, do not wait for that.',
    ],
  },
  'cross-boundary': {
    heading: 'That crosses a boundary',
    paragraphs: [
      'One side is in Kent and Medway and the other is not, or the two sides have different agreements. No agreement I hold covers both ends, so each side needs its own basis. Ask your IG team. If someone is at risk, do not wait for that.',
    ],
  },
  outsider: {
    heading: 'No agreement I hold covers telling them',
    paragraphs: [
      'The agreements are between public services and those who work for them. None covers giving personal information to the press or to somebody who trades in it. Do not confirm or deny anything about a person; ask your IG team who should answer.',
    ],
  },
  'separate-regime': {
    heading: 'The intelligence services are a separate regime',
    paragraphs: ['No agreement I hold covers sharing with them. Speak to your IG lead before you share anything.'],
  },
  'record-request': {
    heading: 'I cannot look people up',
    paragraphs: [
      'I hold no information about the people you work with. I can tell you which agreement lets you ask another organisation, and under what conditions.',
    ],
  },
  'small-talk': {
    heading: 'Hello',
    paragraphs: ['Ask me about sharing personal information, or type “help”.'],
  },
  'something-else': {
    heading: 'That is not something I know about',
    paragraphs: [
      'I help with sharing personal information between public services: which agreement covers it, and how to do it. If that is what you meant, say it in other words.',
    ],
  },
  empty: { heading: 'What would you like to share?', paragraphs: ['Type your question in your own words, or “help”.'] },
  'no-drafts': { heading: 'No drafts', paragraphs: ['You have no drafts. Type “start” to begin a checklist.'] },
  'no-records': {
    heading: 'No records yet',
    paragraphs: ['You have not submitted a record yet. Type “start” to begin a checklist.'],
  },
  'none-pending': {
    heading: 'Nothing is waiting for you',
    paragraphs: ['When somebody sends you a decision to review, I will tell you here.'],
  },
  'not-your-role': {
    heading: 'That needs another role',
    paragraphs: ['An administrator can give you the role if you should have it.'],
  },
  'review-elsewhere': {
    heading: 'No longer needed',
    paragraphs: ['Somebody else has this record to review now. There is nothing for you to do.'],
  },
  cover: {
    heading: 'You cover for an approver',
    paragraphs: [
      'While you cover, the decisions that wait for them come to you as well, and either of you may decide. You never decide on a record that they made themselves.',
    ],
  },
  'cover-over': { heading: 'You do not cover any more', paragraphs: ['There is nothing for you to do.'] },
  'cover-not-needed': {
    heading: 'You need nobody to cover for you',
    paragraphs: [
      'Only approvers name somebody to cover for them. What comes to IG leads comes to all of them, so nothing waits for one who is away.',
    ],
  },
  'person-left': {
    heading: 'Has somebody left?',
    paragraphs: [
      'If they have, hand over what waits with them, so that nothing stays behind. You do not see their drafts.',
    ],
  },
  'colleague-left': { heading: 'Please choose somebody else', paragraphs: [] },
  'draft-handed-over': {
    heading: 'A draft is yours to go on with',
    paragraphs: ['A colleague who has left had begun it. Please check the answers: you submit it under your own name.'],
  },
  'no-leavers': {
    heading: 'Nothing to hand over',
    paragraphs: ['Nobody of that name has a draft, a review or a record that is still open.'],
  },
  'reference-unknown': {
    heading: 'I do not know that reference',
    paragraphs: ['Check the letters and try again, or type “my records”.'],
  },
  'retention-unset': {
    heading: 'How long are records kept?',
    paragraphs: [
      'Nobody has set that yet, so I keep every record and dispose of none. Your organisation’s retention schedule says how long; set it in Settings. Nothing goes by itself: two IG leads agree on each record.',
    ],
  },
  'none-disposable': {
    heading: 'No record is over its time',
    paragraphs: [
      'No closed record has been kept for as long as Settings say. Your own records are not listed here: other IG leads see to those.',
    ],
  },
  disposed: { heading: 'This record is not here any more', paragraphs: [] },
  'not-notified': {
    heading: 'Not told',
    paragraphs: [
      '“Try again” sends it as things stand then. “Settled another way” takes it off the list: use it once they know, for example from a call.',
    ],
  },
  'all-told': {
    heading: 'Everybody has been told',
    paragraphs: ['Nothing failed to reach anybody. What does will stand here; type “not told” to look.'],
  },
  'digest-on': {
    heading: 'You get the daily list',
    paragraphs: [
      'On working days, when work begins, I list what is waiting for you. When nothing is, I send nothing. Type “digest off” to stop it, or “digest” to see it now.',
    ],
  },
  'digest-off': {
    heading: 'No more daily lists',
    paragraphs: [
      'I still tell you of each decision when it comes to you. Type “digest on” to have the list again, or “digest” to see it now.',
    ],
  },
  'digest-empty': {
    heading: 'Nothing is waiting for you',
    paragraphs: ['On working days I list here what is waiting for you, when something is.'],
  },
  'daily-head': {
    heading: 'The ledger today',
    paragraphs: [
      'Please keep this message. With the line below anybody can prove later that nothing recorded up to now was changed or taken out.',
    ],
  },
  'roles-changed': {
    heading: 'Roles have changed',
    paragraphs: ['An administrator changed who holds which role. Type “help” to see what each role can do.'],
  },
  'knowledge-own': {
    heading: 'Another editor has to publish this',
    paragraphs: ['You proposed it, so somebody else compares and publishes it. It is waiting for them.'],
  },
  'knowledge-stale': {
    heading: 'The text has changed since',
    paragraphs: [
      'Somebody published another change to this field first. Nothing was changed. Please look at the new text and propose again.',
    ],
  },
  'knowledge-none': {
    heading: 'Nothing found',
    paragraphs: ['Type “knowledge” and a word, for example “knowledge fly-tipping”.'],
  },
} as const;

const askDesk = 'Your IT service desk may be able to put it back from a backup: my log names the file.';

/** What could not be read, and what to do now: of the person’s own, and for IG leads where nobody knows whose it was. */
export const setAsideWords = {
  'my-drafts': [
    'It held a draft of yours, which is not in “my drafts” any more. No record is affected.',
    'Type “start” to begin again if it cannot wait. If somebody is in danger, act first.',
    askDesk,
  ],
  'my-questions': [
    'It held a question that you sent to the IG team. If you still need the answer, please ask again and send it once more.',
    askDesk,
  ],
  'my-proposals': [
    'It held a change to what I know that you proposed. Nothing of it was published. Please propose it again.',
    askDesk,
  ],
  drafts: ['It held somebody’s draft. I cannot tell whose, so please expect to be asked about it.', askDesk],
  questions: [
    'It held a question that somebody sent to the IG team. I cannot tell whose, so they may ask again.',
    askDesk,
  ],
  proposals: ['It held a proposed change to what I know. I cannot tell whose. Nothing of it was published.', askDesk],
} as const;

/** What somebody typed into something that is over, for them to copy. */
export const wroteSection = (typed: readonly string[]): Section => ({
  title: 'You wrote this, and it was not kept',
  rows: typed.filter((words) => words !== '').map((words) => row(words)),
});

/** Beside a record, when something was typed into a card of its draft after it was submitted. */
export const alsoWrote = (words: readonly string[]): string =>
  `This was submitted in the meantime. It does not hold what you typed just now: ${words.join(' … ')}`;

/** When the rest of a record is due. */
export const dueWords = {
  due: (reference: string, day: string): string => `${reference}: full record due by the end of ${day}.`,
  today: (reference: string): string => `${reference}: full record due by the end of today.`,
  late: (reference: string, day: string): string =>
    `${reference}: the full record was due by the end of ${day}. You can still send it. Your approver and the IG leads have been told that it is late, so that they can help.`,
  lateOf: (reference: string, name: string, day: string): string =>
    `${reference}, from ${name}: the full record was due by the end of ${day}.`,
} as const;

/** How to prove that the ledger still holds a head. */
export const headWords = {
  head: (head: string): string => `Head: ${head}`,
  proof: (head: string): string =>
    `To prove it, your IT service desk runs: npm run -s records -- verify --head ${head}`,
} as const;

/** Greets a reviewer. */
export const waitingWords = (count: number): string =>
  count === 1
    ? 'One decision is waiting for your review. Type “pending”.'
    : `${count} decisions are waiting for your review. Type “pending”.`;

/** Greets an IG lead while nobody has said how long records are kept. */
export const retentionWords = 'Nobody has set how long records are kept, so nothing is disposed of. Type “settings”.';

/** Greets an IG lead. */
export const notToldWords = (count: number): string =>
  count === 1
    ? 'There is one message that I could not deliver to somebody. Type “not told”.'
    : `There are ${count} messages that I could not deliver. Type “not told”.`;

const notSaved =
  'Not saved. I could not write that down just now; what you typed is still here. Please try again in a minute. If it happens again, tell your IT service desk.';

/** Where waiting a minute will not help. */
const refusals: Readonly<Record<string, string>> = {
  'broken-chain':
    'Not recorded. The record store cannot take anything new right now, so nothing has changed; what you typed is still here. Please tell your IG lead. When they say that it works again, press once more.',
  damaged:
    'I cannot read something that I saved. I have changed nothing and deleted nothing. Please tell your IT service desk: my log says which part it is.',
};

/** Beside a card that stays as it is, with what was typed in it: why the store refused, by its code. */
export const refusedWords = (code: string): string => refusals[code] ?? notSaved;

export type NoticeKind = keyof typeof words;

export const noticeKinds = Object.keys(words) as NoticeKind[];

interface NoticeOptions {
  /** More to say, in sentences. */
  readonly more?: readonly string[];
  readonly sections?: readonly Section[];
  readonly actions?: readonly Button[];
  /** Stands in a coloured band, e.g. that something was not saved. */
  readonly banner?: string;
}

const draw = renderer(template);

/** A short card with fixed words. */
export function noticeCard(kind: NoticeKind, options: NoticeOptions = {}): Rendered {
  const { heading } = words[kind];
  const paragraphs = [...words[kind].paragraphs, ...(options.more ?? [])];
  const sections = (options.sections ?? []).filter((section) => section.rows.length > 0);
  const banner = options.banner ?? '';
  const data = {
    above: '',
    heading,
    notice: banner,
    noticeStyle: 'accent',
    paragraphs,
    sections,
    actions: options.actions ?? [],
  };
  return draw(data, blocks(heading, banner, ...paragraphs, sectionsText(sections)));
}

/** What to do when somebody is in danger, with the organisation's numbers as far as they are set. */
export function dangerSection(frontDoor: string, outOfHours: string): Section {
  const numbers = [frontDoor, outOfHours && `Out of hours: ${outOfHours}`].filter((line) => line !== '');
  return {
    title: 'If somebody is in danger',
    rows: [
      row(
        'Do not wait for an agreement. Call 999 or the front door, and share what is needed now. Write it down afterwards.',
      ),
      ...numbers.map((line) => row(line)),
    ],
  };
}

/** Who to ask, from the organisation's settings. */
export function contactsSection(contacts: readonly { readonly who: string; readonly how: string }[]): Section {
  return {
    title: 'Who to ask',
    rows: contacts.filter(({ how }) => how !== '').map(({ who, how }) => row(`${who}: ${how}`)),
  };
}
