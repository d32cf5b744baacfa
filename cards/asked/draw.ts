import type { Button } from '../button.ts';
import type { Field } from '../field.ts';
import { blocks, type Rendered, renderer, row, type Section, sectionsText } from '../render.ts';
import template from './asked.template.json' with { type: 'json' };

/** How soon an answer is needed. */
export const soonWords = {
  today: 'Today',
  'this-week': 'This week',
  'when-you-can': 'When you can',
} as const;

export type Soon = keyof typeof soonWords;

interface Shown {
  readonly above?: string;
  readonly heading: string;
  /** Stands in a coloured band; empty when there is nothing to say first. */
  readonly notice?: string;
  readonly noticeStyle?: 'accent' | 'warning' | 'attention' | 'good';
  readonly paragraphs: readonly string[];
  readonly sections?: readonly Section[];
  readonly fields?: readonly Field[];
  readonly actions?: readonly Button[];
}

const card = renderer(template);

/** One of the cards about a question for the IG team. Sections without rows are left out. */
export function draw(shown: Shown): Rendered {
  const { heading, notice = '', paragraphs, fields = [] } = shown;
  const sections = (shown.sections ?? []).filter(({ rows }) => rows.length > 0);
  const inputs = fields.map(({ problem, label, value }) => [problem, `${label}: ${value}`].filter(Boolean).join('\n'));
  return card(
    {
      above: shown.above ?? '',
      heading,
      notice,
      noticeStyle: shown.noticeStyle ?? 'accent',
      paragraphs,
      sections,
      inputs: fields,
      actions: shown.actions ?? [],
    },
    blocks(heading, notice, ...paragraphs, sectionsText(sections), ...inputs),
  );
}

/** Words as people typed them, one row a line. */
export const typed = (title: string, words: string): Section => ({
  title,
  rows: words.split('\n').flatMap((line) => (line.trim() === '' ? [] : [row(line)])),
});
