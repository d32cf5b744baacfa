import { checkCard, checkWords } from '../../cards/check/check.ts';
import { type Field, field } from '../../cards/field.ts';
import { banners, type QuestionView, questionCard } from '../../cards/question/question.ts';
import { type Rendered, row } from '../../cards/render.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { cite, type Knowledge } from '../../knowledge/knowledge.ts';
import type { Input } from '../../knowledge/schema.ts';
import type { Case } from '../checklist/case.ts';
import { agreementOf } from '../checklist/caseFacts.ts';
import { helpOf } from '../checklist/citations.ts';
import { currencyFinding } from '../checklist/currencyFinding.ts';
import { decisionOf } from '../checklist/decision.ts';
import type { Draft } from '../checklist/draft.ts';
import type { Finding } from '../checklist/finding.ts';
import { findings, maySubmit } from '../checklist/findings.ts';
import type { AnswerProblem } from '../checklist/readAnswers.ts';
import { placeOf, previousOf, progressAt } from '../checklist/steps.ts';
import type { AskedInput, Step } from '../checklist/walk.ts';
import { wording } from '../checklist/wording.ts';
import type { Person } from '../stores/ports.ts';
import { approverOf } from './approver.ts';
import type { House } from './house.ts';
import { findingRows } from './recordView.ts';

/** A draft as the pure checklist sees it. */
export const caseOf = (knowledge: Knowledge, draft: Draft, person: Person): Case => ({
  knowledge,
  answers: draft.answers,
  sharer: person.profile ? { kind: person.profile.kind } : null,
});

/** All findings of a case on a day, the agreement's currency among them. */
export function foundIn(theCase: Case, today: Date): readonly Finding[] {
  const currency = currencyFinding(theCase, today);
  return [...findings(theCase), ...(currency ? [currency] : [])];
}

/** What a question's card may say beside the question. */
export interface Beside {
  readonly typed?: Inputs;
  readonly problems?: readonly AnswerProblem[];
  readonly banner?: string;
  readonly bannerStyle?: QuestionView['bannerStyle'];
}

const oneLine = 150;

/** Words longer than a line get a taller field. */
export const isTallField = ({ kind, maxLength }: Input): boolean => kind === 'text' && maxLength > oneLine;

function fieldOf({ input, options, answer }: AskedInput, { typed, problems }: Beside): Field {
  const stored = typeof answer === 'string' ? answer : (answer ?? []).join(',');
  return field(input.kind, input.key, input.label, {
    required: input.required,
    value: typed?.[input.key] ?? stored,
    choices: options,
    multiline: isTallField(input),
    problem: problems?.find(({ key }) => key === input.key)?.message ?? '',
  });
}

/** In an emergency the advice stands first on every card of it. */
async function adviceFor(house: House, step: Step): Promise<string> {
  if (step.question.id !== 'emergency') return '';
  const { frontDoor, outOfHours } = await house.stores.settings.read();
  return banners.emergency(frontDoor, outOfHours);
}

/** Card of one question of a draft. */
export async function questionOf(
  house: House,
  draft: Draft,
  theCase: Case,
  step: Step,
  beside: Beside = {},
): Promise<Rendered> {
  const { question, inputs } = step;
  const knowledge = house.knowledge.current();
  const advice = await adviceFor(house, step);
  return questionCard({
    case: draft.id,
    question: question.id,
    revision: draft.revision,
    number: progressAt(theCase, question.id).number || null,
    title: question.title,
    why: question.why,
    fields: inputs.map((asked) => fieldOf(asked, beside)),
    help: helpOf(theCase, question).map(({ text, sources }) => row(text, cite(knowledge, sources))),
    goodAnswer: question.goodAnswer ?? '',
    example: question.example ?? '',
    banner: [advice, beside.banner ?? ''].filter((words) => words !== '').join(' '),
    bannerStyle: advice ? 'attention' : (beside.bannerStyle ?? 'warning'),
    isFirst: previousOf(theCase, question.id) === null,
  });
}

/** Check-your-answers of a draft. */
async function checkOf(house: House, person: Person, draft: Draft, theCase: Case, banner: string): Promise<Rendered> {
  const found = foundIn(theCase, house.now());
  const decision = decisionOf(theCase);
  const approver = await approverOf(house, person);
  return checkCard({
    case: draft.id,
    revision: draft.revision,
    answers: wording(theCase).map(({ question, title, answers }) => ({ question, name: title, rows: answers })),
    findings: findingRows(house.knowledge.current(), found),
    stopped: decision && maySubmit(found, decision.outcome) ? '' : checkWords.mayNotShare,
    banner,
    approver: approver?.name ?? '',
  });
}

/** The card where a draft stands: its first unanswered question, or check-your-answers. */
export async function placeCard(house: House, person: Person, draft: Draft, banner = ''): Promise<Rendered> {
  const theCase = caseOf(house.knowledge.current(), draft, person);
  const place = placeOf(theCase);
  return place.kind === 'check'
    ? checkOf(house, person, draft, theCase, banner)
    : questionOf(house, draft, theCase, place.step, banner ? { banner } : {});
}

/** A draft's name in lists: what it is under and for whom. */
export function draftName(knowledge: Knowledge, draft: Draft): string {
  const agreement = agreementOf({ knowledge, answers: draft.answers, sharer: null });
  const recipient = draft.answers['recipient-organisation'];
  const to = typeof recipient === 'string' && recipient !== '' ? `, to ${recipient}` : '';
  return `${agreement?.shortName ?? 'New checklist'}${to}`;
}
