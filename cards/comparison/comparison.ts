import { button } from '../button.ts';
import { blocks, type Rendered, renderer, row, type Section, sectionsText } from '../render.ts';
import template from './comparison.template.json' with { type: 'json' };

/** A proposed change to what the bot knows, beside what stands now. */
export interface ComparisonView {
  readonly proposal: string;
  /** Name of the agreement or topic. */
  readonly target: string;
  /** Name of the field, e.g. `Summary`. */
  readonly field: string;
  /** Empty when something is added. */
  readonly before: string;
  /** Empty when something is taken away. */
  readonly after: string;
  readonly why: string;
  readonly proposedBy: string;
  readonly at: string;
  /** Example questions that would get another first answer. */
  readonly changed: readonly {
    readonly question: string;
    readonly before: string;
    readonly after: string;
    readonly worse: boolean;
  }[];
  /** Number of example questions that were tried. */
  readonly tried: number;
  readonly state: 'open' | 'published' | 'turned-down' | 'withdrawn';
  /** True when the person looking may publish or turn it down. */
  readonly mayDecide: boolean;
}

const stateWords = {
  open: 'Waiting for an editor',
  published: 'Published',
  'turned-down': 'Turned down',
  withdrawn: 'Withdrawn',
} as const;

const longestList = 8;

function checks(view: ComparisonView): Section {
  const worse = view.changed.filter((change) => change.worse).length;
  const summary =
    view.changed.length === 0
      ? `I tried ${view.tried} example questions: all get the same first answer.`
      : `I tried ${view.tried} example questions: ${view.changed.length} get another first answer, ${worse} of them a worse one.`;
  const lines = view.changed
    .slice(0, longestList)
    .map((change) =>
      row(`${change.worse ? 'Worse: ' : ''}“${change.question}” was ${change.before}, would be ${change.after}`),
    );
  return { title: 'What it changes', rows: [row(summary), ...lines] };
}

function nextStep(view: ComparisonView): string {
  if (view.state === 'published') return 'My answers use the new text. The former text is kept.';
  if (view.state !== 'open') return 'Nothing changed.';
  return view.mayDecide
    ? 'Publish it and my next answer uses the new text, or turn it down and nothing changes.'
    : 'Another editor compares and publishes it. I will tell you what they decide.';
}

const draw = renderer(template);

/** Card that compares a proposal with what stands now; an editor publishes it or turns it down in place. */
export function comparisonCard(view: ComparisonView): Rendered {
  const heading = `${view.target}: ${view.field}`;
  const sections = [
    { title: 'Now', rows: [row(view.before || 'Nothing; this is new.')] },
    { title: 'Proposed', rows: [row(view.after || 'Nothing; this is taken away.')] },
    { title: 'Why', rows: [row(view.why)] },
    checks(view),
    { title: 'Proposed by', rows: [row(`${view.proposedBy}, ${view.at}`)] },
  ];
  const ids = { proposal: view.proposal };
  const data = {
    above: `Change to what I know · ${stateWords[view.state]}`,
    heading,
    notice: '',
    noticeStyle: 'default',
    sections,
    paragraphs: [nextStep(view)],
    actions: view.mayDecide
      ? [button('Publish', 'knowledge.publish', ids, 'positive'), button('Turn down', 'knowledge.turn-down', ids)]
      : [],
  };
  return draw(data, blocks(data.above, heading, sectionsText(sections), nextStep(view)));
}
