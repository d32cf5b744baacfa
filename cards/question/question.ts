import { button } from '../button.ts';
import type { Field } from '../field.ts';
import { blocks, type Rendered, type Row, renderer, row, sectionsText } from '../render.ts';
import template from './question.template.json' with { type: 'json' };

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
}

const above = (view: QuestionView): string =>
  view.number === null ? 'Before the ten questions' : `${view.number} of 10`;

const helpSections = (view: QuestionView) =>
  [
    { title: 'A good answer', rows: view.goodAnswer ? [row(view.goodAnswer)] : [] },
    { title: 'For example (fictional)', rows: view.example ? [row(view.example)] : [] },
    { title: 'What the documents say', rows: view.help },
  ].filter((section) => section.rows.length > 0);

const fieldText = (input: Field): string =>
  [input.problem, input.label, ...input.choices.map((choice) => `- ${choice.title}`)]
    .filter((line) => line !== '')
    .join('\n');

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
  reopened: (names: readonly string[]): string =>
    `Your change asks something new, or takes away an option you had chosen, in: ${names.join(', ')}. Please look at it again.`,
  takenOut: (what: readonly string[]): string =>
    `I took out ${what.join(' and ')}: a record does not need it. Everything else is saved. Please check the words below, then go on.`,
  putRight: 'Please put right what is marked below. What you typed is kept.',
} as const;

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
      hasHelp: sections.length > 0,
      sections,
      actions,
    },
    blocks(
      `${above(view)}. ${view.title}`,
      view.banner,
      view.why,
      ...view.fields.map(fieldText),
      sectionsText(sections),
    ),
  );
}
