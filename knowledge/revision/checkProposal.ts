import type { Check, Problem } from '../contentError.ts';
import { agreementFile, topicFile } from '../contentFiles.ts';
import { crossCheck } from '../crossCheck.ts';
import type { Knowledge } from '../knowledge.ts';
import { makeKnowledge } from '../makeKnowledge.ts';
import { agreementSchema, type Content, topicSchema } from '../schema.ts';
import { shapeProblems } from '../shapeProblems.ts';
import { applyChange } from './applyChange.ts';
import type { Change } from './change.ts';
import { runSituations, type SituationRun } from './runSituations.ts';

/** An example whose first answer a change would alter. */
export interface AnswerChanged {
  readonly question: string;
  /** Labels; `none` where nothing is named. */
  readonly before: string;
  readonly after: string;
  /** The right answer came first and no longer does. */
  readonly worse: boolean;
}

/** What a proposed change does. With problems nothing was tried. */
export interface ProposalCheck {
  readonly problems: readonly Problem[];
  /** How many examples were asked, before and after. */
  readonly tried: number;
  readonly answersChanged: readonly AnswerChanged[];
}

/**
 * Tries a change on a copy of the content: shape, cross-checks and `checks` first, then every example of the content
 * asked before and after. Pure; about a second for the content as shipped.
 */
export function checkProposal(knowledge: Knowledge, change: Change, checks: Check[]): ProposalCheck {
  const applied = applyChange(knowledge.content, change);
  if (applied.kind === 'refused') return withProblems(applied.problems);
  const misshapen = checkShape(applied.content, change.target);
  if (misshapen.length > 0) return withProblems(misshapen);
  const problems = [crossCheck, ...checks].flatMap((check) => check(applied.content));
  if (problems.length > 0) return withProblems(problems);
  return compare(knowledge, makeKnowledge(applied.content, knowledge.revision + 1));
}

function withProblems(problems: readonly Problem[]): ProposalCheck {
  return { problems, tried: 0, answersChanged: [] };
}

function checkShape(content: Content, target: string): Problem[] {
  const [kind, id] = target.split(':');
  const piece = (kind === 'agreement' ? content.agreements : content.topics).find((one) => one.id === id);
  const parsed = (kind === 'agreement' ? agreementSchema : topicSchema).safeParse(piece);
  if (parsed.success || !piece) return [];
  const file = 'label' in piece ? topicFile(piece.label) : agreementFile(piece.id);
  return shapeProblems(file, parsed.error.issues, piece);
}

/** Asks the examples of the changed content of both; a new example has no answer to compare with. */
function compare(before: Knowledge, after: Knowledge): ProposalCheck {
  const known = new Map(runsOf(before).map((run) => [keyOf(run), run]));
  const runs = runSituations(after);
  const answersChanged = runs.flatMap((now): AnswerChanged[] => {
    const then = known.get(keyOf(now));
    if (!then || then.first === now.first) return [];
    return [{ question: now.question, before: then.first, after: now.first, worse: then.holds && !now.holds }];
  });
  return { problems: [], tried: runs.length, answersChanged };
}

/** Runs of a knowledge are asked for at every proposal against it and never change. */
const runsByKnowledge = new WeakMap<Knowledge, readonly SituationRun[]>();

function runsOf(knowledge: Knowledge): readonly SituationRun[] {
  const runs = runsByKnowledge.get(knowledge) ?? runSituations(knowledge);
  runsByKnowledge.set(knowledge, runs);
  return runs;
}

function keyOf({ owner, part, question }: SituationRun): string {
  return `${owner} ${part} ${question}`;
}
