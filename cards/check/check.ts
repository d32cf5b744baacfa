import { type Button, button } from '../button.ts';
import type { Size } from '../pages.ts';
import { blocks, type Rendered, renderer, sectionsText } from '../render.ts';
import { type AnsweredRow, answerPages, answersText } from './answers.ts';
import template from './check.template.json' with { type: 'json' };
import {
  type FindingRows,
  type Flag,
  type FoundGroup,
  findingGroups,
  flagGroups,
  foundPages,
  goodToKnow,
} from './found.ts';

export interface CheckView {
  readonly case: string;
  readonly revision: number;
  /** From 1; one that does not exist shows the nearest. */
  readonly page: number;
  readonly outcome: 'share' | 'share-in-part' | 'do-not-share' | 'refer';
  readonly answers: readonly AnsweredRow[];
  readonly findings: FindingRows;
  /** What may still say who a person is. */
  readonly flags: readonly Flag[];
  readonly maySubmit: boolean;
  /** Something to say first, e.g. that it was not saved; empty when nothing. */
  readonly banner: string;
  readonly bannerStyle: 'attention' | 'accent';
  /** Name of the approver; empty while there is none. */
  readonly approver: string;
}

/** What the bot says first on this card when a press could not be carried out. */
export const checkWords = {
  notSaved: 'Not saved: your record has not been sent. Your draft is safe. Please press Submit again in a minute.',
  moved: 'Your answers changed since that card. This is how they stand now.',
  notYetSaved:
    'Not yet saved. I am still writing it down. You do not need to press again: this card changes when it is done.',
  savedNow: (reference: string): string => `Saved. The reference is ${reference}.`,
  savedUnseen: (reference: string): string =>
    `Your checklist was saved as ${reference}. I was stopped before I could tell you so.`,
  /** After a restart nobody knows whether they have read it. */
  doneUnseen: (reference: string): string =>
    `I was restarted just now. What you did last is saved: this is how ${reference} stands.`,
  cannotBeRecorded: (igContact: string): string =>
    `Not recorded: the record store cannot take records right now. Your draft is safe and nothing is lost. Please tell your IG lead${igContact && ` (${igContact})`}.`,
  /** Below the advice to act first. */
  emergencyNotRecorded: (igContact: string): string =>
    `This is not recorded yet: the record store cannot take records right now. Do not wait for it. Your words are kept in your draft. Once people are safe, please tell your IG lead${igContact && ` (${igContact})`}.`,
} as const;

const waiting =
  'Nobody has to wait for the review when waiting puts someone at risk. If that is so, share what is needed now and record it.';

const mayNotShare =
  'Change the answers that need it. Or choose another decision: not sharing, or asking your IG team, needs only its reason.';
const recordNow = 'To record it at once, type “start” and tell me that someone is in danger.';

const decided = {
  share: 'You decided to share it.',
  'share-in-part': 'You decided to share part of it.',
  'do-not-share': 'You decided not to share it.',
  refer: 'You want your information governance (IG) team to decide.',
} as const;

const afterReview = {
  share: 'If it has not gone yet, share it once it is approved.',
  'share-in-part': 'If it has not gone yet, share that part once it is approved, and hold back the rest.',
  'do-not-share': 'A decision not to share is reviewed too. If things change, start a new checklist.',
  refer: '',
} as const;

/** What becomes of it once it is submitted. */
function next({ approver, outcome }: CheckView): string {
  if (outcome === 'refer')
    return 'When you submit, your IG leads get it and decide. I tell you what they say. Do not share it before, unless waiting puts someone at risk.';
  const first = approver
    ? `When you submit, ${approver} gets it to review, and I tell you the outcome.`
    : 'When you submit, it waits until there is an approver, and your IG lead is told.';
  return [first, afterReview[outcome]].filter((words) => words !== '').join(' ');
}

const things = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${more}`];

/** How it stands, in one line. */
function standing({ maySubmit, findings: { block, reason, warn, reasoned, escalate }, flags }: CheckView): string {
  const fix = things(block.length, 'thing to put right', 'things to put right');
  const reasons = things(reason.length, 'reason to give', 'reasons to give');
  if (!maySubmit) return `Not ready to share yet: ${[...fix, ...reasons].join(' and ')}.`;
  const points = block.length + reason.length + warn.length + reasoned.length + escalate.length + flags.length;
  const [first] = things(points, 'point below', 'points below');
  return first ? `Ready to submit. Please look at the ${first} first.` : 'Ready to submit.';
}

/** On a page beside heading, band, buttons and fallback: about one and a half screens of a phone (tested). */
const room: Size = { bytes: 14_000, height: 820 };
/** The first page also says what happens next. */
const firstRoom: Size = { bytes: 14_000, height: 620 };

interface Page {
  readonly heading: string;
  readonly groups: readonly FoundGroup[];
  readonly answers: readonly AnsweredRow[];
}

const numbered = (name: string, at: number, of: number): string => (of > 1 ? `${name} (${at + 1} of ${of})` : name);

/** The check, what more was found where one page cannot hold it, and the answers. */
function pagesOf(view: CheckView): { readonly found: readonly Page[]; readonly answers: readonly Page[] } {
  const groups = foundPages([...flagGroups(view.flags), ...findingGroups(view.findings)], room, firstRoom);
  const answers = answerPages(view.answers, room);
  return {
    found: (groups.length > 0 ? groups : [[]]).map((page, at) => ({
      heading: at === 0 ? 'Check your answers' : numbered('What was found', at, groups.length),
      groups: page,
      answers: [],
    })),
    answers: answers.map((page, at) => ({
      heading: numbered('Your answers', at, answers.length),
      groups: [],
      answers: page,
    })),
  };
}

type Ids = Readonly<{ case: string; revision: number }>;

function firstActions(view: CheckView, ids: Ids, found: number): Button[] {
  const see = (title: string, page: number): Button => button(title, 'checklist.check', { ...ids, page });
  return [
    ...(view.maySubmit ? [button('Submit for review', 'checklist.submit', ids, 'positive')] : []),
    ...(found > 1 ? [see('See the rest that was found', 2)] : []),
    see('See all answers', found + 1),
    button('Save and leave', 'checklist.leave', { ...ids, question: 'check' }),
    button('Discard this draft', 'checklist.discard', ids),
  ];
}

function furtherActions(ids: Ids, page: number, pages: number): Button[] {
  const turn = (title: string, to: number, style?: Button['style']): Button =>
    button(title, 'checklist.check', { ...ids, page: to }, style);
  return [
    ...(page < pages ? [turn('Next page', page + 1)] : []),
    ...(page > 2 ? [turn('Earlier page', page - 1)] : []),
    turn('Back to the check', 1, 'positive'),
    button('Save and leave', 'checklist.leave', { ...ids, question: 'check' }),
  ];
}

/** What can be pressed says all that stands in it (ADR 0010). */
const changeTo = (ids: Ids, question: string, words: string) => ({
  change: words,
  changeAction: button(words, 'checklist.change', { ...ids, question }),
});

const draw = renderer(template);

/** Check-your-answers: what the checks found with a way to each answer, what happens next, and every answer on pages. */
export function checkCard(view: CheckView): Rendered {
  const { found, answers } = pagesOf(view);
  const pages = [...found, ...answers];
  const page = Math.min(Math.max(view.page, 1), pages.length);
  const shown = pages[page - 1] as Page;
  const isFirst = page === 1;
  const ids = { case: view.case, revision: view.revision };
  const opening = isFirst ? [decided[view.outcome]] : [];
  const closing = view.maySubmit ? [next(view), waiting] : [mayNotShare, `${waiting} ${recordNow}`];
  const band = isFirst ? standing(view) : '';
  const groups = shown.groups.map(({ title, rows }) => ({
    title,
    rows: rows.map((one) => ({ ...one, ...changeTo(ids, one.question, `Change: ${one.name}`) })),
  }));
  const data = {
    above: isFirst ? 'Last step' : 'Check your answers',
    heading: shown.heading,
    notice: view.banner,
    noticeStyle: view.bannerStyle,
    band,
    bandStyle: view.maySubmit ? 'good' : 'warning',
    opening,
    groups: groups.filter(({ title }) => !title.startsWith(goodToKnow)),
    folded: groups.filter(({ title }) => title.startsWith(goodToKnow)),
    answers: shown.answers.map((answer) => ({ ...answer, ...changeTo(ids, answer.question, `${answer.name} Change`) })),
    paragraphs: isFirst ? closing : [],
    actions: isFirst ? firstActions(view, ids, found.length) : furtherActions(ids, page, pages.length),
  };
  const text = [...opening, band, sectionsText(shown.groups), answersText(shown.answers), ...(isFirst ? closing : [])];
  return draw(data, blocks(shown.heading, view.banner, ...text));
}
