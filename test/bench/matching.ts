import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { makeKnowledge } from '../../knowledge/makeKnowledge.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import type { Area } from '../../knowledge/schema.ts';
import { makeAgreement, makeFact } from '../make/content.ts';
import { knowledge } from '../make/knowledge.ts';
import { ensureBuilt, program } from './built.ts';
import { type Measured, median, rounded, spreadOf } from './row.ts';

const runs = 7;
const rounds = 5;

interface Asked {
  readonly q: string;
  readonly area: Area | null;
}

const questions = ['fitted', 'judged'].flatMap((name): Asked[] => {
  const file = new URL(`../knowledge/questions/${name}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Asked);
});

/** The 99th percentile over the project's own questions, each the median of some rounds; the median of the runs. */
function percentile99(asked: Knowledge, floor: number): Measured {
  const onePass = () =>
    questions.map(({ q, area }) => {
      const since = performance.now();
      matchQuestion(asked, q, { area, answers: {} });
      return performance.now() - since;
    });
  onePass();
  const values = Array.from({ length: runs }, () => {
    const passes = Array.from({ length: rounds }, onePass);
    const times = questions.map((_, at) => median(passes.map((pass) => pass[at] ?? Number.NaN)));
    return times.sort((a, b) => a - b)[Math.floor(0.99 * times.length)] ?? Number.NaN;
  });
  return measured(values, floor);
}

function measured(values: readonly number[], floor: number): Measured {
  const value = rounded(median(values));
  const [low, high] = spreadOf(values);
  return { value, baseline: null, ratio: null, ok: value < floor, spread: [rounded(low), rounded(high)], runs };
}

export const matchShipped = async (): Promise<Measured> => percentile99(knowledge, 2);

/** Name, two aliases and one sentence each, of words the questions use and words of their own. */
export async function match5000(): Promise<Measured> {
  const words = [...new Set(questions.flatMap(({ q }) => q.toLowerCase().match(/[a-z]{4,}/g) ?? []))];
  const word = (seed: number) => words[(seed * 7919) % words.length] ?? 'council';
  const agreements = Array.from({ length: 5000 }, (_, at) =>
    makeAgreement({
      id: `synthetic-${at}`,
      name: `${word(at)} ${word(at + 31)} agreement ${at}`,
      shortName: `Synthetic ${at}`,
      area: 'london',
      aliases: [`${word(at + 5)} ${word(at + 77)} scheme ${at}`, `${word(at + 9)} ${word(at + 13)} protocol ${at}`],
      vocabulary: [],
      summary: makeFact(Array.from({ length: 12 }, (_, place) => word(at * 13 + place * 101)).join(' ')),
      covers: [],
      situations: { covered: [], notCovered: [] },
    }),
  );
  return percentile99(makeKnowledge({ ...knowledge.content, agreements }, 0), 10);
}

/** In a fresh process each: from loaded content to the index that answers. */
export async function indexReady(): Promise<Measured> {
  ensureBuilt();
  const values = Array.from({ length: runs }, () => {
    const { stdout, status, stderr } = spawnSync('node', [program('indexReady')], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return Number(stdout);
  });
  return measured(values, 150);
}
