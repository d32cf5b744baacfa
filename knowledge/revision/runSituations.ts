import type { Knowledge } from '../knowledge.ts';
import { matchQuestion } from '../match/matchQuestion.ts';
import type { Agreement, Area, Topic } from '../schema.ts';

/** One example of the content, executed as a test. */
export interface SituationRun {
  /** The example as written. */
  readonly question: string;
  /** Agreement or topic whose example it is. */
  readonly owner: string;
  /** Where the example stands: asked and covered, or looking like it and not covered. */
  readonly part: 'covered' | 'not-covered' | 'ask';
  /** Label that should come first; `none` when nothing we hold fits. */
  readonly expected: string;
  /** Label that does come first; `none` when no agreement or topic is named. */
  readonly first: string;
  /** The right answer comes first, or is one of several that apply together. */
  readonly holds: boolean;
}

/**
 * Asks every example of the content: what agreements cover and do not cover, and how people ask for topics. Each is
 * asked from the area of the answer it should get; an example that no held agreement fits is asked without an area,
 * for its own words place it. A second of time for the content as shipped.
 */
export function runSituations(knowledge: Knowledge): SituationRun[] {
  return examplesOf(knowledge).map((example) => runExample(knowledge, example));
}

/** An example that is not asked yet. */
export interface Example extends Omit<SituationRun, 'first' | 'holds'> {
  readonly area: Area | null;
}

/** Every example, in the order of the content. */
export function examplesOf(knowledge: Knowledge): Example[] {
  const { agreements, topics } = knowledge.content;
  return [
    ...agreements.flatMap((agreement) => agreementExamples(knowledge, agreement)),
    ...topics.flatMap(topicExamples),
  ];
}

function agreementExamples(knowledge: Knowledge, { id, area, situations }: Agreement): Example[] {
  const covered = situations.covered.map(
    (question): Example => ({ question, owner: id, part: 'covered', expected: id, area }),
  );
  const notCovered = situations.notCovered.map(({ text, instead }): Example => {
    const expected = instead === null ? 'none' : labelOf(knowledge, instead);
    return { question: text, owner: id, part: 'not-covered', expected, area: areaOf(knowledge, instead) };
  });
  return [...covered, ...notCovered];
}

function topicExamples({ id, label, area, asks }: Topic): Example[] {
  return asks.map((question) => ({ question, owner: id, part: 'ask', expected: `topic:${label}`, area }));
}

/** Asks one example. */
export function runExample(knowledge: Knowledge, { area, ...example }: Example): SituationRun {
  const { ranked, together } = matchQuestion(knowledge, example.question, { area, answers: {} });
  const first = ranked[0]?.label ?? 'none';
  const namesAgreement = ranked.some(({ kind }) => kind === 'agreement');
  const offered = together ? ranked.map(({ label }) => label) : [first];
  return {
    ...example,
    first,
    holds: example.expected === 'none' ? !namesAgreement : offered.includes(example.expected),
  };
}

function labelOf({ topics }: Knowledge, id: string): string {
  const topic = topics.get(id);
  return topic ? `topic:${topic.label}` : id;
}

function areaOf({ agreements }: Knowledge, id: string | null): Area | null {
  return (id && agreements.get(id)?.area) || null;
}
