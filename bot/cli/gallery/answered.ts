import type { AnsweredRow } from '../../../cards/check/answers.ts';
import type { FindingRows, Found } from '../../../cards/check/found.ts';
import { row } from '../../../cards/render.ts';
import { cite, type Knowledge } from '../../../knowledge/knowledge.ts';
import type { Effect, Rule } from '../../../knowledge/schema.ts';
import { everyOption } from './question.ts';
import { madeUp } from './sample.ts';

/** Every question answered, each with everything it can ask. */
export function everyAnswer(knowledge: Knowledge): AnsweredRow[] {
  return knowledge.questions.map(({ id, title, inputs }) => ({
    question: id,
    name: title,
    rows: inputs.map((input) => ({
      label: input.label,
      value: everyOption(knowledge, input).at(-1)?.label ?? (input.kind === 'date' ? '31 January 2031' : madeUp.words),
    })),
  }));
}

/** Some findings of each effect, the longest first. */
export function someFindings(knowledge: Knowledge, count: number): FindingRows {
  const length = ({ text, sources }: Rule) => text.length + 20 * sources.length;
  const names = new Map(knowledge.questions.map(({ id, name }) => [id, name]));
  const rows = (effect: Effect): Found[] =>
    knowledge.content.rules
      .filter((rule) => rule.effect === effect)
      .toSorted((one, other) => length(other) - length(one))
      .slice(0, count)
      .map(({ text, sources, question }) => ({
        ...row(text, cite(knowledge, sources)),
        question,
        name: names.get(question) ?? question,
      }));
  return {
    block: rows('block'),
    reason: rows('reason'),
    reasoned: rows('reason').slice(0, 1),
    warn: rows('warn'),
    inform: rows('inform'),
    escalate: rows('escalate'),
  };
}

export const noFindings: FindingRows = { block: [], reason: [], reasoned: [], warn: [], inform: [], escalate: [] };
