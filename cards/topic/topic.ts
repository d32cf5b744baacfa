import { type AnswerButtons, answerButtons, othersText, verdictButtons } from '../answer/answerButtons.ts';
import { type Opening, openingWords } from '../answer/opening.ts';
import { fitted } from '../phone.ts';
import { type Line, lineText, type Point, sourcesLine } from '../point.ts';
import { blocks, type Rendered, renderer } from '../render.ts';
import template from './topic.template.json' with { type: 'json' };

/** An answer on how to share, on one screen of a phone. */
export interface TopicView extends Omit<AnswerButtons, 'newCase' | 'hasDetails'>, Opening {
  readonly title: string;
  /** What to do first, then the rest; at least one. */
  readonly answer: readonly Point[];
  /** Law has changed since; the details say how. */
  readonly hasRecentLaw: boolean;
  /** Stands in a coloured band, e.g. thanks; empty for none. */
  readonly banner: string;
}

const above = 'How to share';
const sureWords = { 'this-one': '', probably: '', choose: 'This may be the answer.' } as const;
const lawWords = 'Recent law: see Details.';

function linesOf(view: TopicView, shown: number): Line[] {
  const lines = [
    { label: '', text: openingWords(view, sureWords) },
    ...view.answer.slice(0, shown).map(({ text }, at) => ({ label: at === 0 ? 'First:' : '', text })),
    { label: '', text: view.hasRecentLaw ? lawWords : '' },
  ];
  return lines.filter(({ text }) => text !== '');
}

const draw = renderer(template);

/** Card for one topic: what to do first, as much of the rest as a phone shows, and what to look at next. */
export function topicCard(view: TopicView): Rendered {
  const buttons = { ...view, newCase: '', hasDetails: true };
  const actions = answerButtons(buttons);
  const verdict = verdictButtons(buttons);
  const further = view.answer.slice(1).map(() => (count: number) => count + 1);
  const shown = fitted(1, further, (count) => ({
    heading: view.title,
    lines: linesOf(view, count),
    sources: sourcesLine(view.answer.slice(0, count)),
    buttons: actions,
    asksVerdict: verdict.length > 0,
  }));
  const lines = linesOf(view, shown);
  const sources = sourcesLine(view.answer.slice(0, shown));
  const data = {
    above,
    heading: view.title,
    notice: view.banner,
    points: lines,
    sources,
    apart: [],
    actions,
    verdict: { actions: verdict },
  };
  return draw(
    data,
    blocks(`${view.title} (${above})`, view.banner, ...lines.map(lineText), sources, othersText(buttons)),
  );
}
