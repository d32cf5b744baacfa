import { type Button, button } from '../button.ts';
import { blocks, type Rendered, type Row, renderer, type Section, sectionsText } from '../render.ts';
import template from './check.template.json' with { type: 'json' };

/** Findings by what they ask of the person. */
export interface FindingRows {
  readonly block: readonly Row[];
  /** A reason is needed and missing. */
  readonly reason: readonly Row[];
  /** A reason was needed and is given among the answers. */
  readonly reasoned: readonly Row[];
  readonly warn: readonly Row[];
  readonly inform: readonly Row[];
  readonly escalate: readonly Row[];
}

/** Sections of findings, most pressing first; shared with the record's card. */
export function findingSections(findings: FindingRows): Section[] {
  return [
    { title: 'Must be put right before sharing', rows: findings.block },
    { title: 'Needs a reason', rows: findings.reason },
    { title: 'Reason given, see the answers', rows: findings.reasoned },
    { title: 'Check', rows: findings.warn },
    { title: 'Ask your IG lead', rows: findings.escalate },
    { title: 'Good to know', rows: findings.inform },
  ].filter((section) => section.rows.length > 0);
}

/** Answers of one question in words. */
export interface AnsweredRow {
  readonly question: string;
  readonly name: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

export interface CheckView {
  readonly case: string;
  readonly revision: number;
  readonly answers: readonly AnsweredRow[];
  readonly findings: FindingRows;
  /** Why it cannot be submitted as it stands; empty when it can. */
  readonly stopped: string;
  /** Something to say first, e.g. that it was not saved; empty when nothing. */
  readonly banner: string;
  readonly approver: string;
}

const waiting =
  'Nobody has to wait for the review when waiting puts someone at risk. If that is so, share what is needed now and record it.';

/** What the bot says first on this card, and why it cannot be submitted yet. */
export const checkWords = {
  notSaved: 'Not saved: your record has not been sent. Your draft is safe. Please press Submit again in a minute.',
  moved: 'Your answers changed since that card. This is how they stand now.',
  mayNotShare:
    'You chose to share, and something above must be put right or needs a reason first. Change that answer, or choose another decision. If someone is at risk, do not wait: act, and start again with “danger: yes”.',
  cannotBeRecorded:
    'The record store cannot take records right now. Your draft is safe and nothing is lost. Please tell your IG lead.',
} as const;

const draw = renderer(template);

/** Check-your-answers: what the checks found, every answer with a way to change it, and Submit. */
export function checkCard(view: CheckView): Rendered {
  const sections = findingSections(view.findings);
  const ids = { case: view.case, revision: view.revision };
  const next = view.approver
    ? `When you submit, ${view.approver} gets it to review. You are told what becomes of it.`
    : 'When you submit, it waits until there is an approver; your IG lead is told.';
  const actions: Button[] = [
    ...(view.stopped ? [] : [button('Submit for review', 'checklist.submit', ids, 'positive')]),
    button('Save and leave', 'checklist.leave', { ...ids, question: 'check' }),
    button('Discard this draft', 'checklist.discard', ids),
  ];
  const answers = view.answers.map((answer) => {
    const data = { ...ids, question: answer.question };
    return { ...answer, data, submitData: { ...data, verb: 'checklist.change' } };
  });
  const paragraphs = [view.stopped || next, waiting];
  const heading = 'Check your answers';
  const data = {
    above: 'Last step',
    heading,
    notice: view.banner,
    noticeStyle: 'attention',
    sections,
    answers,
    paragraphs,
    actions,
  };
  return draw(data, blocks(heading, view.banner, sectionsText(sections), answersText(view.answers), ...paragraphs));
}

/** Answers as plain text, a block a question. */
export function answersText(answers: readonly AnsweredRow[]): string {
  return answers
    .map((answer) => [answer.name, ...answer.rows.map((line) => `- ${line.label}: ${line.value}`)].join('\n'))
    .join('\n\n');
}
