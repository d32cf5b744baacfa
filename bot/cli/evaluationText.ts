import { type Evaluation, isRight, type Labelled, percent, type Tally } from './evaluation.ts';

const bands = ['this-one', 'probably', 'choose', 'none'] as const;
const slowestShown = 5;

/** The result as a person reads it: overall, by kind, how far each band can be trusted, and what took longest. */
export function evaluationText(questions: readonly Labelled[], result: Evaluation): string {
  return [
    `${result.n} questions: first answer right ${share(result.top1)}, one of three right ${share(result.top3)}`,
    '',
    line('kind', 'n', 'top 1', 'top 3'),
    ...Object.entries(result.byKind).map(([kind, tally]) => kindLine(kind, tally)),
    '',
    line('band', 'n', 'right'),
    ...bandLines(questions, result),
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

function bandLines(questions: readonly Labelled[], { items }: Evaluation): string[] {
  const asked = new Map(questions.map((question) => [question.id, question]));
  return bands.map((band) => {
    const inBand = items.filter((item) => item.band === band);
    const right = inBand.filter(({ id, ranked }) => {
      const question = asked.get(id);
      return question !== undefined && isRight(question, ranked, 1);
    });
    return line(band, String(inBand.length), inBand.length === 0 ? '-' : share(percent(right.length, inBand.length)));
  });
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
