import { z } from 'zod';
import type { Band, Decline } from '../../knowledge/match/answer.ts';

/** A labelled question. Labels are agreement ids, `topic:<slug>` and `none`. */
export const labelledSchema = z.object({
  id: z.string().min(1),
  q: z.string(),
  /** Right answers, best first. */
  gold: z.array(z.string()).min(1),
  /** The asker’s setting; null when it is not told. */
  area: z.enum(['kent', 'london']).nullable(),
  /** Sort of question, e.g. `typo`; in `multi` every label is required. */
  kind: z.string().min(1),
});
export type Labelled = z.infer<typeof labelledSchema>;

/** What was answered to one labelled question. */
export interface Outcome {
  readonly id: string;
  /** What the card offers, in order. */
  readonly ranked: readonly string[];
  readonly band: Band;
  readonly declined: Decline | null;
  /** Time to answer, in milliseconds. */
  readonly ms: number;
}

/** Shares in per cent to one decimal. */
export interface Tally {
  readonly n: number;
  readonly top1: number;
  readonly top3: number;
}

export interface Evaluation extends Tally {
  readonly byKind: Readonly<Record<string, Tally>>;
  readonly items: readonly Outcome[];
}

/** Scores outcomes against their labels, overall and by kind. The lists belong together, one outcome a question. */
export function evaluate(questions: readonly Labelled[], items: readonly Outcome[]): Evaluation {
  const kinds = [...new Set(questions.map(({ kind }) => kind))].sort();
  const ofKind = (kind: string) =>
    tally(
      questions.filter((question) => question.kind === kind),
      items,
    );
  return { ...tally(questions, items), byKind: Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])), items };
}

function tally(questions: readonly Labelled[], items: readonly Outcome[]): Tally {
  const outcomes = new Map(items.map((item) => [item.id, item]));
  const ranked = ({ id }: Labelled) => outcomes.get(id)?.ranked ?? [];
  const share = (most: number) =>
    percent(questions.filter((question) => isRight(question, ranked(question), most)).length, questions.length);
  return { n: questions.length, top1: share(1), top3: share(3) };
}

/** Per cent to one decimal; 0 of 0 is 0. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
}

/**
 * True when one of the first `most` labels is right. Two kinds are stricter: nothing to name is right only when no
 * agreement stands anywhere in the list, and where several are needed all of them stand among the first three.
 */
export function isRight({ gold, kind }: Labelled, ranked: readonly string[], most: number): boolean {
  if (gold.includes('none')) return ranked.every((label) => label === 'none' || label.startsWith('topic:'));
  if (kind === 'multi') return gold.every((label) => ranked.slice(0, 3).includes(label));
  return ranked.slice(0, most).some((label) => gold.includes(label));
}

/** True when exactly one label is right and something is to be named. */
export function isSingle({ gold }: Pick<Labelled, 'gold'>): boolean {
  return gold.length === 1 && gold[0] !== 'none';
}
