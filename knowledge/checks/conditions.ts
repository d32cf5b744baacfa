import type { Check, Problem } from '../contentError.ts';
import { areaSchema, type Condition, type Content, heldSchema, type Input } from '../schema.ts';
import { didYouMean, type Place, problemAt } from './report.ts';

/** What each fact can be; null where any value may stand (the kinds of sharer belong to the checklist). */
type Facts = ReadonlyMap<string, ReadonlySet<string> | null>;

/** Every condition asks about a fact that exists, and compares it with values it can have. */
export const checkConditions: Check = (content) => {
  const facts = factsOf(content);
  return conditions(content).flatMap(({ condition, place }) => checkCondition(content, facts, condition, place));
};

function factsOf(content: Content): Facts {
  const answers = content.questions.flatMap(({ inputs }) =>
    inputs.map((input) => [input.key, optionsOf(content, input)] as const),
  );
  return new Map<string, ReadonlySet<string> | null>([
    ['area', new Set(areaSchema.options)],
    ['agreement', new Set(content.agreements.map(({ id }) => id))],
    ['agreement-held', new Set(heldSchema.options)],
    ['sharer-kind', null],
    ...answers,
  ]);
}

function optionsOf(content: Content, { options }: Input): ReadonlySet<string> | null {
  if (options === undefined) return null;
  if (Array.isArray(options)) return new Set(options.map(({ id }) => id));
  const sources = {
    areas: () => areaSchema.options,
    agreements: () => content.agreements.map(({ id }) => id),
    purposes: () => content.purposes.map(({ id }) => id),
    'agreement-data': () => content.agreements.flatMap(({ data }) => data.map(({ id }) => id)),
  };
  return new Set(sources[options]());
}

interface PlacedCondition {
  readonly condition: Condition;
  readonly place: Place;
}

/** The conditions of questions, inputs, options and rules. */
function conditions(content: Content): PlacedCondition[] {
  const found: PlacedCondition[] = [];
  const add = (condition: Condition | undefined, place: Place) => {
    if (condition) found.push({ condition, place: [...place, 'when'] });
  };
  content.rules.forEach(({ when }, index) => {
    add(when, ['rules', index]);
  });
  content.questions.forEach((question, index) => {
    add(question.when, ['questions', index]);
    question.inputs.forEach((input, at) => {
      add(input.when, ['questions', index, 'inputs', at]);
      const options = Array.isArray(input.options) ? input.options : [];
      options.forEach(({ when }, nth) => {
        add(when, ['questions', index, 'inputs', at, 'options', nth]);
      });
    });
  });
  return found;
}

function checkCondition(content: Content, facts: Facts, condition: Condition, place: Place): Problem[] {
  if ('not' in condition) return checkCondition(content, facts, condition.not, [...place, 'not']);
  if ('all' in condition) return checkEach(content, facts, condition.all, [...place, 'all']);
  if ('any' in condition) return checkEach(content, facts, condition.any, [...place, 'any']);
  const values = facts.get(condition.fact);
  if (values === undefined) {
    const cure = 'Use the key of an input, or area, agreement, agreement-held or sharer-kind.';
    return [problemAt(content, [...place, 'fact'], `nothing is stored as ${condition.fact}`, cure)];
  }
  if (!('is' in condition) || values === null) return [];
  return condition.is.flatMap((value, index) => {
    if (values.has(value)) return [];
    const cure = `Use one of its values${didYouMean(value, values)}.`;
    return [problemAt(content, [...place, 'is', index], `${condition.fact} is never ${value}`, cure)];
  });
}

function checkEach(content: Content, facts: Facts, list: readonly Condition[], place: Place): Problem[] {
  return list.flatMap((condition, index) => checkCondition(content, facts, condition, [...place, index]));
}
