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
      'start: begin the ten-question checklist. my drafts: go on with one. my records: what you submitted. my questions: what you sent to the IG team. about me: your organisation, role and approver. privacy: what I keep about you.',
      'For approvers: pending. For IG leads: questions (what people sent you to answer), counts (how the answers do), settings. For editors: knowledge, and a word to look for. For administrators: roles.',
    ],
  },
  privacy: {
    heading: 'What I keep about you',
    paragraphs: [
      'Your name and directory id, what you put in About me, your roles, your drafts, and the records you submit or review. Drafts and records are stored encrypted.',
      'I do not keep or log the questions you ask. I hold an open question in memory for up to 30 minutes so that you can answer a question back, then it is gone. I count which answers were right, by agreement and month, without your words and without you.',
      'If you press “Send this to the IG team”, I keep the words you were shown, encrypted, until the answer has reached you, and never longer than 90 days. IG leads read them with your role and kind of organisation, without your name. “my questions” takes them back. Until the 90 days are over I still know that you asked, when, and which agreement it was about.',
      'Microsoft Teams keeps its own copy of everything you type here, under your organisation’s settings. So leave out names and other details that identify people.',
      'Records stay until your IG lead sets a retention period. Ask your data protection officer about your rights.',
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
    paragraphs: ['That card belongs to somebody else, or to a case that is not here any more. Nothing has changed.'],
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
  discard: {
    heading: 'Discard this draft?',
    paragraphs: ['All its answers would be gone for good. Nothing is sent to anybody either way.'],
  },
  discarded: {
    heading: 'Draft discarded',
    paragraphs: ['The draft and its answers are gone. Nothing was sent to anybody.'],
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
  'reference-unknown': {
    heading: 'I do not know that reference',
    paragraphs: ['Check the letters and try again, or type “my records”.'],
  },
  'roles-changed': { heading: 'Roles have changed', paragraphs: ['An administrator changed who holds which role.'] },
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

/** Greets a reviewer. */
export const waitingWords = (count: number): string =>
  count === 1
    ? 'One decision is waiting for your review. Type “pending”.'
    : `${count} decisions are waiting for your review. Type “pending”.`;

/** Beside a card that stays as it is, with what was typed in it. */
export const notSavedWords =
  'Not saved. I could not write that down just now; what you typed is still here. Please try again in a minute. If it happens again, tell your IT service desk.';

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
