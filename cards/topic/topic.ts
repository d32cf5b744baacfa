import { type Button, button } from '../button.ts';
import { blocks, type Rendered, type Row, renderer, sectionsText } from '../render.ts';
import template from './topic.template.json' with { type: 'json' };

/** An answer on how to share. */
export interface TopicView {
  readonly title: string;
  readonly answer: readonly Row[];
  readonly recentLaw: readonly Row[];
  readonly others: readonly { readonly label: string; readonly name: string }[];
}

const draw = renderer(template);

/** Card for one topic: the answer with its sources, and what to look at next. */
export function topicCard(view: TopicView): Rendered {
  const sections = [
    { title: 'In short', rows: view.answer.slice(0, 1) },
    { title: 'More', rows: view.answer.slice(1) },
    { title: 'Recent law: confirm with your IG lead (not in the agreements)', rows: view.recentLaw },
  ].filter((section) => section.rows.length > 0);
  const actions: Button[] = view.others.map((other) => button(`See ${other.name}`, 'ask.show', { label: other.label }));
  const next = 'Type another question whenever you like.';
  const data = {
    above: 'How to share',
    heading: view.title,
    notice: '',
    noticeStyle: 'default',
    sections,
    paragraphs: [next],
    actions,
  };
  return draw(data, blocks(view.title, sectionsText(sections)));
}
