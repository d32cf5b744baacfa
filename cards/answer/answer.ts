import { type Drawn, fitted } from '../phone.ts';
import { type Line, lineText, type Point, sourcesLine } from '../point.ts';
import { blocks, type Rendered, renderer } from '../render.ts';
import template from './answer.template.json' with { type: 'json' };
import { type AnswerButtons, answerButtons, othersText, verdictButtons } from './answerButtons.ts';
import { type Opening, openingWords } from './opening.ts';

/** One agreement as the answer to a question, on one screen of a phone. All words come ready to read, in short forms. */
export interface AnswerView extends AnswerButtons, Opening {
  readonly name: string;
  readonly area: 'kent' | 'london';
  readonly held: 'text' | 'statement' | 'listed';
  readonly legacy: boolean;
  readonly summary: Point;
  /** What it covers, and does not; what is most likely to matter first. */
  readonly covers: readonly Point[];
  readonly doesNotCover: readonly Point[];
  /** Which of two agreements it is, or who decides; null for an agreement that is one. */
  readonly strand: Point | null;
  /** Purposes of the Kent and Medway agreement that the words point at, best first. */
  readonly purposes: readonly Point[];
  readonly lawfulBasis: Point | null;
  /** What to check before relying on it: signatories first, then what is most likely to matter. */
  readonly check: readonly Point[];
  /** Review standing as a sentence; empty when there is nothing to warn of. */
  readonly currency: string;
  /** Law has changed since; the details say how. */
  readonly hasRecentLaw: boolean;
  /** What it is mistaken for, each with the one question that tells them apart. */
  readonly lookAlikes: readonly { readonly name: string; readonly question: string }[];
  /** Stands in a coloured band, e.g. thanks; empty for none. */
  readonly banner: string;
}

const areaWords = { kent: 'Kent and Medway', london: 'London' } as const;
const heldWords = {
  text: 'text held',
  statement: 'public statement held',
  listed: 'only listed, live or draft not stated',
} as const;
const sureWords = {
  'this-one': 'This is the agreement.',
  probably: 'This is probably the agreement.',
  choose: 'This may be the agreement.',
} as const;

/** How many of each there is room for. */
interface Shown {
  readonly covers: number;
  readonly doesNotCover: number;
  readonly check: number;
  readonly lookAlikes: number;
}

const must: Shown = { covers: 1, doesNotCover: 1, check: 1, lookAlikes: 1 };

const oneMore =
  (what: keyof Shown) =>
  (shown: Shown): Shown => ({ ...shown, [what]: shown[what] + 1 });

/** What is shown in addition while there is room, the most useful first. */
const further = [oneMore('check'), oneMore('lookAlikes'), oneMore('doesNotCover'), oneMore('covers')];

const oldWords = 'This is an old agreement. Do not start new sharing under it.';
const lawWords = 'Recent law: see Details.';
const notSaid = 'The documents we hold do not say.';

const joined = (points: readonly Point[]): string => points.map(({ text }) => text).join(' ');

/** The points that are shown; the look-alikes are ours and have no source. */
function pointsShown(view: AnswerView, shown: Shown) {
  return {
    // Where we hold the text, one line of what it covers says more than the summary; else the summary is all there is.
    summary: view.held === 'text' ? [] : [view.summary],
    covers: view.held === 'text' ? view.covers.slice(0, shown.covers) : [],
    strand: view.strand ? [view.strand] : [],
    purposes: view.purposes.slice(0, 2),
    doesNotCover: view.doesNotCover.slice(0, shown.doesNotCover),
    lawfulBasis: view.lawfulBasis ? [view.lawfulBasis] : [],
    check: view.check.slice(0, shown.check),
  };
}

/** Not said of an agreement that is only listed: one line says so for both. */
function limitLines(doesNotCover: string, lawfulBasis: string): Line[] {
  if (!doesNotCover && !lawfulBasis) return [{ label: 'What it does not cover, and its lawful basis:', text: notSaid }];
  return [
    { label: 'It does not cover:', text: doesNotCover || notSaid },
    { label: 'Lawful basis:', text: lawfulBasis || notSaid },
  ];
}

function linesOf(view: AnswerView, points: ReturnType<typeof pointsShown>): Line[] {
  const check = [view.legacy ? oldWords : '', joined(points.check), view.currency, view.hasRecentLaw ? lawWords : ''];
  const lines = [
    { label: '', text: openingWords(view, sureWords) },
    { label: '', text: joined(points.summary) },
    { label: 'It covers:', text: joined(points.covers) },
    { label: 'Which of the two:', text: joined(points.strand) },
    { label: 'Likely purpose:', text: points.purposes.map(({ text }) => text).join('; ') },
    ...limitLines(joined(points.doesNotCover), joined(points.lawfulBasis)),
    { label: 'Check first:', text: check.filter((sentence) => sentence !== '').join(' ') },
  ];
  return lines.filter(({ text }) => text !== '');
}

/** The card's content with so much on it. */
function contentOf(view: AnswerView, shown: Shown) {
  const points = pointsShown(view, shown);
  return {
    lines: linesOf(view, points),
    sources: sourcesLine(Object.values(points).flat()),
    apart: view.lookAlikes
      .slice(0, shown.lookAlikes)
      .map(({ name, question }) => ({ label: `Or ${name}?`, text: question })),
  };
}

const draw = renderer(template);

/** Card for one agreement: why, what it covers and does not, the basis, what to check, what it is mistaken for. */
export function answerCard(view: AnswerView): Rendered {
  const actions = answerButtons(view);
  const verdict = verdictButtons(view);
  const drawn = (shown: Shown): Drawn => {
    const { lines, sources, apart } = contentOf(view, shown);
    const all = [...lines, ...apart];
    return { heading: view.name, lines: all, sources, buttons: actions, asksVerdict: verdict.length > 0 };
  };
  const { lines, sources, apart } = contentOf(view, fitted(must, further, drawn));
  const above = `${areaWords[view.area]} · ${view.legacy ? 'only listed, an old agreement' : heldWords[view.held]}`;
  const data = {
    above,
    heading: view.name,
    notice: view.banner,
    points: lines,
    sources,
    apart,
    actions,
    verdict: { actions: verdict },
  };
  const text = [...lines.map(lineText), sources, ...apart.map(lineText), othersText(view)];
  return draw(data, blocks(`${view.name} (${above})`, view.banner, ...text));
}
