/**
 * Clearly fictional records, for the demo, for trying the register and for measuring. Pure: the random numbers, ids,
 * content and times are handed in, so that the same seed gives the same cases.
 */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Agreement, Input, Question, Rule } from '../../knowledge/schema.ts';
import type { Answer, Answers } from '../checklist/draft.ts';
import type { Finding } from '../checklist/finding.ts';
import { officeOn } from './office.ts';
import type { AnsweredQuestion, Outcome, ReviewEvent, Submission } from './record.ts';
import type { Submitting } from './submit.ts';

/** Who the made-up people are, as our ids. */
export interface SamplePeople {
  readonly requesters: readonly string[];
  readonly approver: string;
  readonly igLead: string;
}

export interface SampleOptions {
  readonly count: number;
  readonly knowledge: Pick<Knowledge, 'revision' | 'questions' | 'content'>;
  readonly people: SamplePeople;
  /** Next number in [0, 1). */
  readonly random: () => number;
  readonly newId: () => string;
  readonly newReference: () => string;
  /** The records lie in the 180 days before. */
  readonly until: Date;
  /** What a record says of its agreement’s review date on that day; empty when nothing needs saying. */
  readonly currency: (agreement: Agreement, on: Date) => string;
}

/** One made-up record, and what became of it. */
export interface Sample {
  readonly submitting: Submitting;
  /** Null while it waits. */
  readonly review: { readonly event: ReviewEvent; readonly by: string; readonly at: Date } | null;
}

/** What a person would have typed, by input. */
const typed: Readonly<Record<string, string>> = {
  'recipient-organisation': 'Made-up Family Centre (fictional)',
  'recipient-role': 'Made-up duty worker',
  purpose: 'Made-up purpose: to decide together what help is needed.',
  'harm-of-sharing': 'Made-up harm: the family may trust the service less.',
  'harm-of-not-sharing': 'Made-up harm: a risk goes on that the other service could lower.',
};
const otherwiseTyped = 'Made-up text of a sample record.';

const rationales: Readonly<Record<Outcome, string>> = {
  share: 'Made-up reason: the other service needs it to keep somebody safe.',
  'share-in-part': 'Made-up reason: a part is enough for what the other service has to do.',
  'do-not-share': 'Made-up reason: what is asked can be done without knowing who it is about.',
  refer: 'Made-up reason: it is not clear which law this sharing rests on.',
};

const HOUR = 3_600_000;
const SPAN_DAYS = 180;

const organisations = [
  { organisation: 'Example Borough Council (fictional)', kind: 'council', roleTitle: 'Duty social worker' },
  { organisation: 'Sampleshire Police (fictional)', kind: 'police', roleTitle: 'Neighbourhood officer' },
  { organisation: 'Specimen Primary School (fictional)', kind: 'school', roleTitle: 'Designated safeguarding lead' },
  { organisation: 'Model Homes Housing Association (fictional)', kind: 'housing', roleTitle: 'Tenancy officer' },
] as const;

const outcomes: readonly Outcome[] = ['share', 'share', 'share', 'share-in-part', 'do-not-share', 'refer'];

/** Records in the order of their submission, made as they are asked for: 100,000 at once would fill the memory. */
export function* sampleRecords(options: SampleOptions): Generator<Sample> {
  const { count, random, until } = options;
  const agreements = options.knowledge.content.agreements.filter(({ status }) => status !== 'legacy');
  const ages = Array.from({ length: count }, () => random() * SPAN_DAYS * 24 * HOUR).sort((a, b) => b - a);
  for (const age of ages) {
    const submitting = sampleSubmitting(options, pick(random, agreements), new Date(until.getTime() - age));
    yield { submitting, review: sampleReview(options, submitting) };
  }
}

/** A small generator of numbers in [0, 1) that repeats itself for the same seed (mulberry32). Not for secrets. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function sampleSubmitting(options: SampleOptions, agreement: Agreement, at: Date): Submitting {
  const { random, people, newId, newReference } = options;
  return {
    case: newId(),
    reference: newReference(),
    agreement: agreement.id,
    requester: pick(random, people.requesters),
    approver: people.approver,
    office: officeOn('', [
      { id: people.approver, roles: ['approver'] },
      { id: people.igLead, roles: ['ig-lead'] },
    ]),
    submission: sampleSubmission(options, agreement, at),
    at,
  };
}

function sampleSubmission({ knowledge, random, currency }: SampleOptions, agreement: Agreement, at: Date): Submission {
  const emergency = random() < 0.05;
  const outcome = emergency ? 'share' : pick(random, outcomes);
  const told: Answers = { danger: emergency ? 'yes' : 'no', decision: outcome };
  const asked = knowledge.questions
    .filter((question) => question.when === undefined)
    .map((question) => answerQuestion(question, told, random, knowledge, agreement));
  return {
    answers: Object.assign({}, ...asked.map(({ answers }) => answers)) as Answers,
    wording: asked.map(({ wording }) => wording),
    decision: { outcome, rationale: rationales[outcome] },
    findings: sampleFindings(random, knowledge.content.rules),
    knowledgeRevision: knowledge.revision,
    currency: currency(agreement, at),
    sharer: pick(random, organisations),
    emergency,
  };
}

/** `told` holds the answers that must fit the rest of the record; all else is by chance. */
function answerQuestion(
  question: Question,
  told: Answers,
  random: () => number,
  knowledge: SampleOptions['knowledge'],
  agreement: Agreement,
): { answers: Answers; wording: AnsweredQuestion } {
  const answered = question.inputs
    .filter((input) => input.when === undefined)
    .map((input) => ({ input, ...answerInput(input, told, random, knowledge, agreement) }));
  return {
    answers: Object.fromEntries(answered.map(({ input, answer }) => [input.key, answer])),
    wording: {
      question: question.id,
      title: question.title,
      answers: answered.map(({ input, value }) => ({ label: input.label, value })),
    },
  };
}

function answerInput(
  input: Input,
  told: Answers,
  random: () => number,
  knowledge: SampleOptions['knowledge'],
  agreement: Agreement,
): { answer: Answer; value: string } {
  if (input.kind === 'date') return { answer: '2031-01-31', value: '31 January 2031' };
  if (input.kind === 'text') {
    const text = typed[input.key] ?? otherwiseTyped;
    return { answer: text, value: text };
  }
  const options = optionsOf(input, knowledge, agreement);
  const fitting = options.find(({ id }) => id === told[input.key]);
  const { id, label } = fitting ?? (options.length === 0 ? { id: '', label: '' } : pick(random, options));
  return { answer: input.kind === 'choices' ? [id].filter((one) => one !== '') : id, value: label };
}

function optionsOf(input: Input, { content }: SampleOptions['knowledge'], agreement: Agreement) {
  switch (input.options) {
    case 'areas':
      return [{ id: agreement.area, label: agreement.area === 'kent' ? 'Kent or Medway' : 'London' }];
    case 'agreements':
      return [{ id: agreement.id, label: agreement.name }];
    case 'purposes':
      return content.purposes;
    case 'agreement-data':
      return agreement.data;
    case undefined:
      return [];
    default:
      return input.options.filter((option) => option.when === undefined);
  }
}

function sampleFindings(random: () => number, rules: readonly Rule[]): Finding[] {
  const speaking = rules.filter(({ effect }) => effect === 'warn' || effect === 'inform');
  if (speaking.length === 0 || random() < 0.4) return [];
  const { id, effect, text, question, sources } = pick(random, speaking);
  return [{ rule: id, effect, text, question, sources }];
}

/** Two in three have been reviewed, within five days, by whoever that record is with. */
function sampleReview({ random, people, until }: SampleOptions, { submission, at }: Submitting): Sample['review'] {
  const reviewedAt = new Date(at.getTime() + HOUR + random() * 5 * 24 * HOUR);
  if (random() < 1 / 3 || reviewedAt > until) return null;
  const isReferred = submission.decision.outcome === 'refer' && !submission.emergency;
  const event: ReviewEvent =
    random() < 0.8
      ? { type: 'approved', comment: '' }
      : { type: 'declined', reason: 'Made-up reason: a sample of a declined record.' };
  return { event, by: isReferred ? people.igLead : people.approver, at: reviewedAt };
}

function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new RangeError('There is nothing to pick from.');
  return picked;
}
