import { areaSchema, type Condition, type Content, type Input, type Question } from '../../knowledge/schema.ts';
import { noAgreement, sharerKinds } from './case.ts';

/** What one line of thought assumes about each fact. */
interface Assumed {
  readonly is: ReadonlyMap<string, ReadonlySet<string>>;
  readonly isNot: ReadonlyMap<string, ReadonlySet<string>>;
  readonly unknown: ReadonlySet<string>;
  /** Facts with some value, whichever. */
  readonly known: ReadonlySet<string>;
}

interface Goal {
  readonly condition: Condition;
  /** False when the condition has to fail. */
  readonly wanted: boolean;
}

interface Source {
  readonly question: Question;
  readonly input: Input;
}

/** The questions of some content, looked up by key, ready to be reasoned about. */
export interface Reasoner {
  /** Whether answers exist with which all of the conditions hold, those of the cards they are given on included. */
  canHold(conditions: readonly Condition[]): boolean;
}

/**
 * Makes a reasoner over the questions of `content`. Exact about choices, about who may see a card and about what an
 * agreement brings with it; a fact that is asked for may always be left unknown, as it is until its card is reached.
 * Conditions must only look back (checked by `findDeadEnds` first), or it would not end.
 */
export function makeReasoner(content: Content): Reasoner {
  const sources = new Map<string, Source>(
    content.questions.flatMap((question) => question.inputs.map((input) => [input.key, { question, input }] as const)),
  );
  const nothing: Assumed = { is: new Map(), isNot: new Map(), unknown: new Set(), known: new Set() };
  return {
    canHold: (conditions) =>
      solve(
        { content, sources },
        conditions.map((condition) => ({ condition, wanted: true })),
        nothing,
      ),
  };
}

interface World {
  readonly content: Content;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Depth first: every way to meet the first goal, then the rest. */
function solve(world: World, goals: readonly Goal[], assumed: Assumed): boolean {
  const [goal, ...rest] = goals;
  if (goal === undefined) return true;
  return waysTo(world, goal, assumed).some((way) => solve(world, [...way.goals, ...rest], way.assumed));
}

interface Way {
  readonly goals: readonly Goal[];
  readonly assumed: Assumed;
}

function waysTo(world: World, { condition, wanted }: Goal, assumed: Assumed): readonly Way[] {
  if ('not' in condition) return [{ goals: [{ condition: condition.not, wanted: !wanted }], assumed }];
  if ('all' in condition) return combined(condition.all, wanted, wanted, assumed);
  if ('any' in condition) return combined(condition.any, wanted, !wanted, assumed);
  if (condition.fact === 'agreement-held')
    return waysTo(world, { condition: aboutAgreement(world, condition), wanted }, assumed);
  if ('known' in condition) {
    return condition.known === wanted
      ? waysToKnow(world, condition.fact, assumed)
      : waysToNotKnow(condition.fact, assumed);
  }
  if (!wanted) return waysToAvoid(condition.fact, condition.is, assumed);
  return condition.is.flatMap((value) => waysToBe(world, condition.fact, value, assumed));
}

function combined(parts: readonly Condition[], wanted: boolean, together: boolean, assumed: Assumed): readonly Way[] {
  const goals = parts.map((condition) => ({ condition, wanted }));
  return together ? [{ goals, assumed }] : goals.map((goal) => ({ goals: [goal], assumed }));
}

/** What is held follows from the agreement, so it is a question about the agreement. */
function aboutAgreement({ content }: World, condition: Condition): Condition {
  if (!('is' in condition)) return 'known' in condition ? { ...condition, fact: 'agreement' } : condition;
  const held = content.agreements.filter((agreement) => condition.is.includes(agreement.held)).map(({ id }) => id);
  return { fact: 'agreement', is: condition.is.includes('none') ? [...held, noAgreement] : held };
}

function waysToAvoid(fact: string, values: readonly string[], assumed: Assumed): readonly Way[] {
  const isNot = new Set([...(assumed.isNot.get(fact) ?? []), ...values]);
  const now = { ...assumed, isNot: new Map(assumed.isNot).set(fact, isNot) };
  return [...(assumed.is.get(fact) ?? [])].some((value) => isNot.has(value)) ? [] : [{ goals: [], assumed: now }];
}

function waysToNotKnow(fact: string, assumed: Assumed): readonly Way[] {
  if (assumed.known.has(fact)) return [];
  return [{ goals: [], assumed: { ...assumed, unknown: new Set(assumed.unknown).add(fact) } }];
}

function waysToKnow(world: World, fact: string, assumed: Assumed): readonly Way[] {
  if (assumed.known.has(fact)) return [{ goals: [], assumed }];
  const values = valuesOf(world, fact);
  if (values !== null) return values.flatMap((value) => waysToBe(world, fact, value, assumed));
  if (assumed.unknown.has(fact)) return [];
  const known = new Set(assumed.known).add(fact);
  return [{ goals: visible(world, fact), assumed: { ...assumed, known } }];
}

/** All a fact can be; null for words and dates. */
function valuesOf(world: World, fact: string): readonly string[] | null {
  if (fact === 'sharer-kind') return sharerKinds;
  const options = world.sources.get(fact)?.input.options;
  if (options === undefined) return world.sources.has(fact) ? null : [];
  if (typeof options !== 'string') return options.map(({ id }) => id);
  const { agreements, purposes } = world.content;
  switch (options) {
    case 'areas':
      return areaSchema.options;
    case 'agreements':
      return [...agreements.filter(({ status }) => status !== 'legacy').map(({ id }) => id), noAgreement];
    case 'purposes':
      return purposes.map(({ id }) => id);
    case 'agreement-data':
      return [...new Set(agreements.flatMap(({ data }) => data.map(({ id }) => id)))];
  }
}

function waysToBe(world: World, fact: string, value: string, assumed: Assumed): readonly Way[] {
  const now = assume(world, fact, value, assumed);
  if (now === null) return [];
  if (assumed.is.get(fact)?.has(value)) return [{ goals: [], assumed }];
  if (fact === 'area' && value === 'elsewhere') {
    const none = assume(world, 'agreement', noAgreement, now);
    return none === null ? [] : [{ goals: visible(world, fact), assumed: none }];
  }
  const asked = { goals: [...visible(world, fact), ...offered(world, fact, value)], assumed: now };
  if (fact !== 'agreement' || value !== noAgreement) return [asked];
  // No agreement is also what an area without one comes to, where the question is not asked at all.
  return [asked, { goals: [{ condition: { fact: 'area', is: ['elsewhere'] }, wanted: true }], assumed: now }];
}

/** The same line of thought with one value more; null when it contradicts itself. */
function assume(world: World, fact: string, value: string, assumed: Assumed): Assumed | null {
  const values = assumed.is.get(fact) ?? new Set<string>();
  if (values.has(value)) return assumed;
  const several = world.sources.get(fact)?.input.kind === 'choices';
  if (assumed.isNot.get(fact)?.has(value) || assumed.unknown.has(fact) || (!several && values.size > 0)) return null;
  if (!valuesOf(world, fact)?.includes(value)) return null;
  return {
    ...assumed,
    is: new Map(assumed.is).set(fact, new Set([...values, value])),
    known: new Set(assumed.known).add(fact),
  };
}

/** What has to hold for a fact's input to be asked. */
function visible({ sources }: World, fact: string): readonly Goal[] {
  const source = sources.get(fact);
  return wantedGoals([source?.question.when, source?.input.when]);
}

/** What has to hold for one option to be offered. */
function offered({ content, sources }: World, fact: string, value: string): readonly Goal[] {
  const options = sources.get(fact)?.input.options;
  if (Array.isArray(options)) return wantedGoals([options.find(({ id }) => id === value)?.when]);
  if (options === 'agreement-data') {
    const holders = content.agreements.filter(({ data }) => data.some(({ id }) => id === value)).map(({ id }) => id);
    return wantedGoals([{ fact: 'agreement', is: holders }]);
  }
  const area = options === 'agreements' && content.agreements.find(({ id }) => id === value)?.area;
  return area ? wantedGoals([{ fact: 'area', is: [area] }]) : [];
}

function wantedGoals(conditions: readonly (Condition | undefined)[]): readonly Goal[] {
  return conditions.flatMap((condition) => (condition === undefined ? [] : [{ condition, wanted: true }]));
}
