import { type Button, button } from '../button.ts';
import { blocks, type Rendered, type Row, renderer, row, type Section, sectionsText } from '../render.ts';
import template from './answer.template.json' with { type: 'json' };

/** One agreement as the answer to a question. All words come ready to read; `citations` such as `MAS DSA §2.9`. */
export interface AnswerView {
  readonly name: string;
  readonly area: 'kent' | 'london';
  readonly held: 'text' | 'statement' | 'listed';
  readonly legacy: boolean;
  /** Null when somebody opened the agreement rather than asked. */
  readonly sure: 'this-one' | 'probably' | 'choose' | null;
  /** Words of the question that spoke for it. */
  readonly because: readonly string[];
  readonly summary: Row;
  /** Purposes of the Kent and Medway agreement that the words point at. */
  readonly purposes: readonly Row[];
  readonly covers: readonly Row[];
  readonly doesNotCover: readonly Row[];
  readonly check: readonly Row[];
  /** Review standing as a sentence; empty when there is nothing to warn of. */
  readonly currency: string;
  readonly lawfulBasis: Row | null;
  readonly parties: readonly Row[];
  readonly terms: readonly Row[];
  readonly strands: readonly Row[];
  readonly lookAlikes: readonly Row[];
  readonly recentLaw: readonly Row[];
  /** Other answers to offer, best first. */
  readonly others: readonly { readonly label: string; readonly name: string }[];
  /** True when the others apply beside this one. */
  readonly together: boolean;
  /** Id for a case started from this card; empty where cases are not shown (groups, terminal). */
  readonly newCase: string;
  readonly agreement: string;
  /** Opaque id of the question; empty when somebody opened the agreement. */
  readonly question: string;
}

const areaWords = { kent: 'Kent and Medway', london: 'London' } as const;
const heldWords = {
  text: 'we hold its text',
  statement: 'we hold its public statement, not the agreement',
  listed: 'we know its name and purpose, not its terms',
} as const;
const sureWords = {
  'this-one': 'This is the agreement for what you describe.',
  probably: 'This is probably the agreement for what you describe.',
  choose: 'This is one of the agreements that may fit.',
} as const;

/** Words shown of those that spoke for it; more would be a list of everything that was typed. */
const mostWords = 3;

function opening(view: AnswerView): string[] {
  const words = view.because.slice(0, mostWords).map((word) => `“${word}”`);
  const why = words.length > 0 ? ` You mentioned ${words.join(', ')}.` : '';
  return view.sure ? [sureWords[view.sure] + why] : [];
}

const upFront = (view: AnswerView): Section[] => [
  { title: 'What it is for', rows: [view.summary] },
  { title: 'Purpose to name, if it fits', rows: view.purposes },
  { title: 'It covers', rows: view.covers.slice(0, 2) },
  { title: 'It does not cover', rows: view.doesNotCover.slice(0, 2) },
  {
    title: 'Check first',
    rows: [
      ...(view.legacy ? [row('This is an old agreement. Do not start new sharing under it.')] : []),
      ...view.check.slice(0, 2),
    ],
  },
];

const further = (view: AnswerView): Section[] => [
  { title: 'It also covers', rows: view.covers.slice(2) },
  { title: 'It also does not cover', rows: view.doesNotCover.slice(2) },
  { title: 'Lawful basis', rows: view.lawfulBasis ? [view.lawfulBasis] : [row('The documents we hold do not say.')] },
  { title: 'Who shares with whom', rows: view.parties },
  { title: 'Two agreements, by the other party', rows: view.strands },
  { title: 'Terms to keep to', rows: view.terms },
  { title: 'Also check', rows: view.check.slice(2) },
  { title: 'Easily mistaken for', rows: view.lookAlikes },
  { title: 'Recent law: confirm with your IG lead (not in the agreement)', rows: view.recentLaw },
];

const filled = (sections: readonly Section[]) => sections.filter((section) => section.rows.length > 0);

function actions(view: AnswerView): Button[] {
  const start = { case: view.newCase, agreement: view.agreement };
  return [
    ...(view.newCase ? [button('Start the checklist with this agreement', 'checklist.start', start, 'positive')] : []),
    ...view.others.map((other) =>
      button(`${view.together ? 'Also see' : 'See'} ${other.name}`, 'ask.show', { label: other.label }),
    ),
    ...(view.question ? [button('None of these', 'ask.none', { question: view.question })] : []),
  ];
}

const plainText = (view: AnswerView): string =>
  blocks(
    `${view.name} (${areaWords[view.area]}; ${heldWords[view.held]})`,
    ...opening(view),
    view.currency,
    sectionsText([...upFront(view), ...further(view)]),
    view.others.length > 0
      ? `${view.together ? 'Applies as well' : 'Could also be'}: ${view.others.map((other) => other.name).join('; ')}`
      : '',
  );

const draw = renderer(template);

/** Card for one agreement: why, what it covers and does not, what to check, and where that stands. */
export function answerCard(view: AnswerView): Rendered {
  const details = filled(further(view));
  const data = {
    above: `${areaWords[view.area]} · ${heldWords[view.held]}`,
    heading: view.name,
    notice: view.currency,
    noticeStyle: 'warning',
    paragraphs: opening(view),
    sections: filled(upFront(view)),
    details,
    hasDetails: details.length > 0,
    actions: actions(view),
  };
  return draw(data, plainText(view));
}
