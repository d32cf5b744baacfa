import type { Button } from '../button.ts';
import { blocks, type Rendered, renderer } from '../render.ts';
import type { Verb } from '../verbs.ts';
import template from './list.template.json' with { type: 'json' };

/** One line to open. */
export interface ListItem {
  readonly title: string;
  readonly detail: string;
  readonly verb: Verb;
  readonly data: Readonly<Record<string, string | number>>;
}

const words = {
  drafts: { heading: 'Your drafts', hint: 'Choose one to go on with it.' },
  records: { heading: 'Your records', hint: 'Choose one to see it, and what became of it.' },
  pending: { heading: 'Waiting for your review', hint: 'Choose one to read it and decide.' },
  choose: {
    heading: 'Which of these is it?',
    hint: 'More than one may fit what you describe. Choose one to see what it covers.',
  },
  others: { heading: 'Other answers', hint: 'Choose one to see what it covers.' },
  together: {
    heading: 'More than one applies',
    hint: 'These agreements apply side by side. Choose one to see what it covers.',
  },
  'ask-back': { heading: 'One more thing', hint: '' },
  questions: {
    heading: 'Questions for the IG team',
    hint: 'The oldest stands first. Choose one to read and answer it.',
  },
  'my-questions': {
    heading: 'Your questions with the IG team',
    hint: 'Choose one to see it, or to take it back. When it is answered, I tell you here.',
  },
  knowledge: { heading: 'What I know', hint: 'Choose one to read it and change it.' },
} as const;

/** Questions have no reference to type. */
const isAboutQuestions = (kind: keyof typeof words): boolean => kind === 'questions' || kind === 'my-questions';

const draw = renderer(template);

/** Longest list on one card; keeps it well under the 28 KB budget. */
export const longestList = 10;

/** A list of things to open; `lead` replaces the standing hint, `above` stands before it. */
export function listCard(
  kind: keyof typeof words,
  items: readonly ListItem[],
  options: { lead?: string; above?: readonly string[]; actions?: readonly Button[] } = {},
): Rendered {
  const { heading, hint } = words[kind];
  const shown = items.slice(0, longestList).map((item) => ({
    ...item,
    // A screen reader hears this instead of the item, so it says all that stands there (WCAG 2.5.3); the template’s
    // space after the title keeps the two apart.
    open: [`Open ${item.title}`, item.detail].filter((words) => words !== '').join(' '),
    submitData: { ...item.data, verb: item.verb },
  }));
  const left = items.length - shown.length;
  const paragraphs = [
    ...(options.above ?? []),
    options.lead ?? hint,
    ...(left > 0
      ? [
          `There are ${left} more. ${isAboutQuestions(kind) ? 'They follow as these are answered.' : 'Type a reference to open one of them.'}`,
        ]
      : []),
  ].filter((line) => line !== '');
  const data = {
    above: '',
    heading,
    notice: '',
    noticeStyle: 'default',
    paragraphs,
    items: shown,
    actions: options.actions ?? [],
  };
  const lines = shown.map((item) => `- ${item.title}: ${item.detail}`).join('\n');
  return draw(data, blocks(heading, ...paragraphs, lines));
}
