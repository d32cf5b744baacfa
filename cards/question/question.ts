import { type Button, button } from '../button.ts';
import type { Field } from '../field.ts';
import { inputText } from '../inputText.ts';
import { blocks, type Rendered, type Row, renderer, row, sectionsText } from '../render.ts';
import template from './question.template.json' with { type: 'json' };
import { howToType } from './typing.ts';

/** One card of the checklist. */
export interface QuestionView {
  readonly case: string;
  readonly question: string;
  readonly revision: number;
  /** 1 to 10; null before the ten and in the emergency path. */
  readonly number: number | null;
  readonly title: string;
  readonly why: string;
  readonly fields: readonly Field[];
  readonly help: readonly Row[];
  readonly goodAnswer: string;
  readonly example: string;
  /** Something to say first: what is wrong, what changed, what was not saved; empty when nothing. */
  readonly banner: string;
  readonly bannerStyle: 'attention' | 'warning' | 'good' | 'accent';
  readonly isFirst: boolean;
  /** What the checks found, about the last answer or about this question; no rows when nothing. */
  readonly found: { readonly title: string; readonly rows: readonly Row[]; readonly actions: readonly Button[] };
}

const above = (view: QuestionView): string =>
  view.number === null ? 'Before the ten questions' : `${view.number} of 10`;

const helpSections = (view: QuestionView) =>
  [
    { title: 'A good answer', rows: view.goodAnswer ? [row(view.goodAnswer)] : [] },
    { title: 'For example (fictional)', rows: view.example ? [row(view.example)] : [] },
    { title: 'What the documents say', rows: view.help },
  ].filter((section) => section.rows.length > 0);

const fieldText = (input: Field): string => [inputText(input), ...input.flags.map(({ words }) => words)].join('\n');

/** What the bot says first on a card, all in one place. */
export const banners = {
  emergency: (frontDoor: string, outOfHours: string): string =>
    [
      'Call 999 now if you have not. Share what is needed to keep people safe; nobody has to wait for a review.',
      frontDoor && `Front door: ${frontDoor}.`,
      outOfHours && `Out of hours: ${outOfHours}.`,
    ]
      .filter((line) => line !== '')
      .join(' '),
  late: (saved: string): string =>
    `You answered this elsewhere in the meantime${saved ? ` (saved: “${saved}”)` : ''}. Below is what you wrote just now. Press Continue to use it, or change it first.`,
  notSaved:
    'Not saved. I could not write that down just now, but what you typed is still here. Please press Continue again.',
  notYetSaved:
    'Not yet saved. I am still writing down what you see here. You do not need to press again: this card changes when it is done.',
  changed: (reopened: readonly string[], settled: number): string =>
    [
      reopened.length > 0 &&
        `Your change asks something new, or takes away an option you had chosen, in: ${reopened.join(', ')}. Please look at it again.`,
      settled === 1 && 'One thing that the checks had found is settled.',
      settled > 1 && `${settled} things that the checks had found are settled.`,
    ]
      .filter((line) => line !== false)
      .join(' '),
  look: 'Everything is saved. Please look at what is marked below, then press Continue.',
  judged: {
    'taken-out': 'Taken out and saved. Press Continue to go on.',
    'put-back': 'Put back and saved. Press Continue to go on.',
    kept: 'Thank you, that stays. Press Continue to go on.',
    gone: 'I keep what I take out for 15 minutes only. Please type it again if it is needed; then you can tell me that it is not about a person.',
  },
  putRight: 'Please put right what is marked below. What you typed is kept.',
} as const;

/** Below an answer in which something may say who somebody is. */
export const flagWords = {
  taken: (what: string): string => `I took out ${what}: a record does not need it. Please check the words.`,
  seen: (what: string): string =>
    `Is this about a real person? It looks like ${what}. A record needs roles, not people’s details.`,
  takeOut: 'Take it out',
  notPersonal: 'Not about a person',
  putBack: 'Not about a person: put it back',
} as const;

/** Above a question, or beside the answers it has. */
export const foundWords = {
  last: 'About your last answer',
  here: 'About these answers',
  change: 'Change that answer',
} as const;

export const moreFound = (count: number): string =>
  count === 1 ? 'There is one more on the last page.' : `There are ${count} more on the last page.`;

const draw = renderer(template);

/** Card for one question. Back and Save and leave keep what was typed and check nothing. */
export function questionCard(view: QuestionView): Rendered {
  const sections = helpSections(view);
  const data = { case: view.case, question: view.question, revision: view.revision };
  const actions = [
    button('Continue', 'checklist.answer', data, 'positive'),
    ...(view.isFirst ? [] : [button('Back', 'checklist.back', data)]),
    button('Save and leave', 'checklist.leave', data),
  ];
  return draw(
    {
      above: above(view),
      heading: view.title,
      notice: view.banner,
      noticeStyle: view.bannerStyle,
      why: view.why,
      inputs: view.fields,
      found: view.found,
      hasHelp: sections.length > 0,
      sections,
      actions,
    },
    blocks(
      `${above(view)}. ${view.title}`,
      view.banner,
      view.found.rows.length > 0 ? sectionsText([view.found]) : '',
      view.why,
      howToType(view.fields, view.isFirst),
      ...view.fields.map(fieldText),
      sectionsText(sections),
    ),
  );
}
