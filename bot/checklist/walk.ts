import type { Input, Question } from '../../knowledge/schema.ts';
import { type Case, noAgreement, type SharerKind } from './case.ts';
import { applies, type Facts } from './condition.ts';
import type { Answer, Answers } from './draft.ts';
import { namedAgreement, type Option, optionsOf } from './options.ts';
import { isSettled, stillOffered } from './settled.ts';

/** One input as it stands in a case. */
export interface AskedInput {
  readonly input: Input;
  /** What it offers here; empty for words and dates. */
  readonly options: readonly Option[];
  /** What was answered, without options that are no longer offered; null when there is nothing to fill in. */
  readonly answer: Answer | null;
  /** The answer will do. */
  readonly settled: boolean;
}

/** One card as it stands in a case: a question that applies, with the inputs that are visible. */
export interface Step {
  readonly question: Question;
  readonly inputs: readonly AskedInput[];
}

/** The cards that apply, in order, and what their settled answers tell. */
export interface Walk {
  readonly steps: readonly Step[];
  readonly facts: Facts;
}

/**
 * Goes through the questions once, in order. A card is drawn from the facts of the cards before it, so that a card can
 * be drawn once and a changed answer reaches every card after it.
 */
export function walk(theCase: Case): Walk {
  const { knowledge, answers, sharer } = theCase;
  const known = walks.get(answers);
  if (known && known.knowledge === knowledge && known.kind === sharer?.kind) return known.walk;
  const now = walkAnew(theCase);
  walks.set(answers, { knowledge, kind: sharer?.kind, walk: now });
  return now;
}

/** Answers never change, and one turn asks for their walk a dozen times. */
const walks = new WeakMap<
  Answers,
  { readonly knowledge: Case['knowledge']; readonly kind: SharerKind | undefined; readonly walk: Walk }
>();

function walkAnew(theCase: Case): Walk {
  const facts = new Map<string, readonly string[]>(theCase.sharer ? [['sharer-kind', [theCase.sharer.kind]]] : []);
  const steps: Step[] = [];
  for (const question of theCase.knowledge.questions) {
    const step = stepAt(theCase, question, facts);
    if (step.inputs.length === 0) continue;
    steps.push(step);
    learn(theCase, step, facts);
  }
  return { steps, facts };
}

function stepAt(theCase: Case, question: Question, facts: Facts): Step {
  if (!applies(question.when, facts)) return { question, inputs: [] };
  const inputs = question.inputs
    .filter(({ when }) => applies(when, facts))
    .map((input) => askedInput(theCase, input, facts))
    .filter(({ input, options }) => isTyped(input) || options.length > 0);
  return { question, inputs };
}

function askedInput(theCase: Case, input: Input, facts: Facts): AskedInput {
  const options = optionsOf(input, theCase, facts);
  const stored = Object.hasOwn(theCase.answers, input.key) ? theCase.answers[input.key] : undefined;
  return {
    input,
    options,
    answer: stillOffered(input, stored, options),
    settled: isSettled(input, stored, options),
  };
}

function isTyped({ kind }: Input): boolean {
  return kind === 'text' || kind === 'date';
}

/** A fact is a settled answer with something in it. */
function learn(theCase: Case, { inputs }: Step, facts: Map<string, readonly string[]>): void {
  for (const { input, answer, settled } of inputs) {
    if (settled && answer !== null && answer.length > 0)
      facts.set(input.key, typeof answer === 'string' ? [answer] : answer);
  }
  if (facts.get('area')?.includes('elsewhere')) facts.set('agreement', [noAgreement]);
  if (facts.has('agreement')) facts.set('agreement-held', [namedAgreement(theCase, facts)?.held ?? 'none']);
}
