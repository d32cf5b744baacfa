import type { Check, Problem } from '../contentError.ts';
import { agreementFile, topicFile } from '../contentFiles.ts';
import { crossCheck } from '../crossCheck.ts';
import type { Knowledge } from '../knowledge.ts';
import { makeKnowledge } from '../makeKnowledge.ts';
import { conceptsOfStem } from '../match/concepts.ts';
import { readWords } from '../match/normalise.ts';
import { stem } from '../match/stem.ts';
import { stopStems } from '../match/stopWords.ts';
import { agreementSchema, type Content, topicSchema } from '../schema.ts';
import { shapeProblems } from '../shapeProblems.ts';
import { applyChange } from './applyChange.ts';
import type { Change } from './change.ts';
import { type Example, examplesOf, runExample } from './runSituations.ts';

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
 * that the change may touch asked before and after. Pure; about half a second for the content as shipped.
 */
export function checkProposal(knowledge: Knowledge, change: Change, checks: Check[]): ProposalCheck {
  const applied = applyChange(knowledge.content, change);
  if (applied.kind === 'refused') return withProblems(applied.problems);
  const misshapen = checkShape(applied.content, change.target);
  if (misshapen.length > 0) return withProblems(misshapen);
  const problems = [crossCheck, ...checks].flatMap((check) => check(applied.content));
  if (problems.length > 0) return withProblems(problems);
  return compare(knowledge, makeKnowledge(applied.content, knowledge.revision + 1), change);
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

/**
 * Asks the examples of both; a new one has no answer to compare with. What shares no word with the change is not asked
 * again: nothing that speaks for its answers has changed.
 */
function compare(before: Knowledge, after: Knowledge, change: Change): ProposalCheck {
  const known = new Set(examplesOf(before).map(keyOf));
  const examples = examplesOf(after);
  const changed = stemsOf(`${change.before ?? ''} ${change.after ?? ''}`);
  const touched = examples.filter(
    (example) => known.has(keyOf(example)) && sharesAny(changed, stemsOf(example.question)),
  );
  const answersChanged = touched.flatMap((example): AnswerChanged[] => {
    const [then, now] = [runExample(before, example), runExample(after, example)];
    if (then.first === now.first) return [];
    return [{ question: now.question, before: then.first, after: now.first, worse: then.holds && !now.holds }];
  });
  return { problems: [], tried: examples.length, answersChanged };
}

function sharesAny(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((one) => others.has(one));
}

/** Stems of the words that say something, and the ideas they stand for. */
function stemsOf(text: string): Set<string> {
  return new Set(
    readWords(text)
      .map(({ plain }) => stem(plain))
      .filter((root) => !stopStems.has(root))
      .flatMap((root) => [root, ...(conceptsOfStem.get(root) ?? [])]),
  );
}

function keyOf({ owner, part, question }: Example): string {
  return `${owner} ${part} ${question}`;
}
