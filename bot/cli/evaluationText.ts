import { type Evaluation, isRight, isSingle, type Labelled, type Outcome, percent, type Tally } from './evaluation.ts';

const bands = ['this-one', 'probably', 'choose', 'none'] as const;
const slowestShown = 5;
const confusionsShown = 10;

/** The result as a person reads it: overall, by kind, what is taken for what, how far each band can be trusted, what took longest. */
export function evaluationText(questions: readonly Labelled[], result: Evaluation): string {
  return [
    `${result.n} questions: first answer right ${share(result.top1)}, one of three right ${share(result.top3)}`,
    '',
    line('kind', 'n', 'top 1', 'top 3'),
    ...Object.entries(result.byKind).map(([kind, tally]) => kindLine(kind, tally)),
    '',
    line('band', 'n', 'right'),
    ...bandLines(questions, result),
    sureOfSingle(questions, result),
    '',
    ...confusionLines(questions, result),
    '',
    ...timeLines(result),
  ].join('\n');
}

function kindLine(kind: string, { n, top1, top3 }: Tally): string {
  return line(kind, String(n), share(top1), share(top3));
}

function line(name: string, ...cells: readonly string[]): string {
  return [name.padEnd(16), ...cells.map((cell) => cell.padStart(9))].join('');
}

function share(percentage: number): string {
  return `${percentage.toFixed(1)} %`;
}

function bandLines(questions: readonly Labelled[], result: Evaluation): string[] {
  return bands.map((band) => {
    const inBand = answered(questions, result).filter(({ item }) => item.band === band);
    const right = inBand.filter(({ question, item }) => isRight(question, item.ranked, 1));
    return line(band, String(inBand.length), inBand.length === 0 ? '-' : share(percent(right.length, inBand.length)));
  });
}

/** Questions with their outcomes. */
function answered(
  questions: readonly Labelled[],
  { items }: Evaluation,
): readonly { readonly question: Labelled; readonly item: Outcome }[] {
  const outcomes = new Map(items.map((item) => [item.id, item]));
  return questions.flatMap((question) => {
    const item = outcomes.get(question.id);
    return item ? [{ question, item }] : [];
  });
}

function sureOfSingle(questions: readonly Labelled[], result: Evaluation): string {
  const single = answered(questions, result).filter(({ question }) => isSingle(question));
  const sure = single.filter(({ item }) => item.band === 'this-one').length;
  return `answered “this one”: ${share(percent(sure, single.length))} of the ${single.length} with one right answer`;
}

/** What was wanted and what came first instead, the most frequent first. */
function confusionLines(questions: readonly Labelled[], result: Evaluation): string[] {
  const counts = new Map<string, number>();
  for (const { question, item } of answered(questions, result)) {
    if (isRight(question, item.ranked, 1)) continue;
    const pair = `${question.gold.join(' + ')} taken for ${item.ranked[0] ?? 'none'}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const shown = sorted.slice(0, confusionsShown).map(([pair, n]) => `${String(n).padStart(3)}  ${pair}`);
  const more = sorted.length - shown.length;
  return sorted.length === 0
    ? ['nothing taken for something else']
    : ['taken for something else', ...shown, ...(more > 0 ? [`     and ${more} more pairs`] : [])];
}

function timeLines({ items }: Evaluation): string[] {
  const slowest = [...items].sort((a, b) => b.ms - a.ms);
  const at = (share: number) => slowest[Math.floor((1 - share) * slowest.length)]?.ms.toFixed(2) ?? '-';
  return [
    `time: median ${at(0.5)} ms, 99th percentile ${at(0.99)} ms`,
    `slowest: ${slowest
      .slice(0, slowestShown)
      .map(({ id, ms }) => `${id} ${ms.toFixed(2)} ms`)
      .join(', ')}`,
  ];
}
