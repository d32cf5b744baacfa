import { button } from '../../cards/button.ts';
import { type Field, field } from '../../cards/field.ts';
import { banners, foundWords, moreFound, type QuestionView, questionCard } from '../../cards/question/question.ts';
import { type Rendered, type Row, row } from '../../cards/render.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { cite, type Knowledge } from '../../knowledge/knowledge.ts';
import type { Input } from '../../knowledge/schema.ts';
import type { Case } from '../checklist/case.ts';
import { agreementOf } from '../checklist/caseFacts.ts';
import { helpOf } from '../checklist/citations.ts';
import { isEmergency } from '../checklist/decision.ts';
import type { Draft } from '../checklist/draft.ts';
import type { Finding } from '../checklist/finding.ts';
import { findingsAt } from '../checklist/findings.ts';
import type { OutcomeChange } from '../checklist/outcomeChange.ts';
import type { AnswerProblem } from '../checklist/readAnswers.ts';
import { isComplete, placeOf, previousOf, progressAt, stepOf } from '../checklist/steps.ts';
import type { AskedInput, Step } from '../checklist/walk.ts';
import type { Person } from '../stores/ports.ts';
import { checkOf } from './checkView.ts';
import type { House } from './house.ts';
import { flagsOf } from './pointedOut.ts';

/** A draft as the pure checklist sees it. */
export const caseOf = (knowledge: Knowledge, { answers }: Draft, { profile }: Person): Case => ({
  knowledge,
  answers,
  sharer: profile ? { kind: profile.kind } : null,
});

/** What a question's card may say beside the question. */
export interface Beside {
  readonly typed?: Inputs;
  readonly problems?: readonly AnswerProblem[];
  readonly banner?: string;
  readonly bannerStyle?: QuestionView['bannerStyle'];
  /** What the last answer came to. */
  readonly change?: Change;
}

/** What an answer changed elsewhere: questions opened again by name, and what the checks find now or no longer. */
export interface Change extends OutcomeChange {
  /** Question that was answered. */
  readonly question: string;
  readonly reopened: readonly string[];
}

const oneLine = 150;

/** Words longer than a line get a taller field. */
export const isTallField = ({ kind, maxLength }: Input): boolean => kind === 'text' && maxLength > oneLine;

/** What a draft's card is drawn from. */
interface Drawing {
  readonly house: House;
  readonly draft: Draft;
  readonly step: Step;
  readonly beside: Beside;
}

function fieldOf({ house, draft, step, beside }: Drawing, { input, options, answer }: AskedInput): Field {
  const stored = typeof answer === 'string' ? answer : (answer ?? []).join(',');
  const value = beside.typed?.[input.key] ?? stored;
  const written = { draft, question: step.question.id, input: input.key, text: value };
  return field(input.kind, input.key, input.label, {
    required: input.required,
    value,
    choices: options,
    multiline: isTallField(input),
    problem: beside.problems?.find(({ key }) => key === input.key)?.message ?? '',
    flags: input.kind === 'text' ? flagsOf(house, written, house.now()) : [],
  });
}

/** Most pressing first. What needs a reason is not here: its own field asks for it. */
const pressing: readonly Finding['effect'][] = ['block', 'escalate', 'warn', 'inform'];
/** The rest stands on check-your-answers: a question's card stays a question. */
const mostShown = 2;

/** What the checks say about answers, the most pressing in a few lines. */
function foundRows(knowledge: Knowledge, found: readonly Finding[]): Row[] {
  const sorted = pressing.flatMap((effect) => found.filter((finding) => finding.effect === effect));
  const rows = sorted.slice(0, mostShown).map(({ text, sources }) => row(text, cite(knowledge, sources)));
  return sorted.length > mostShown ? [...rows, row(moreFound(sorted.length - mostShown))] : rows;
}

/** What the last answer came to, with the way back to it; else what the checks say about this question's answers. */
function foundOf({ house, draft, step, beside }: Drawing, theCase: Case): QuestionView['found'] {
  const knowledge = house.knowledge.current();
  const { change } = beside;
  const shown = (title: string, rows: readonly Row[], question = ''): QuestionView['found'] => {
    const data = { case: draft.id, question, revision: draft.revision };
    return { title, rows, actions: question ? [button(foundWords.change, 'checklist.change', data)] : [] };
  };
  if (step.question.id === 'emergency') return shown('', []);
  if (change && change.question !== step.question.id)
    return shown(foundWords.last, foundRows(knowledge, change.added), change.question);
  // Of a card that is not answered yet, the rules would say what is missing: that is what it asks.
  if (!isComplete(step)) return shown('', []);
  return shown(foundWords.here, foundRows(knowledge, findingsAt(theCase, step.question.id)));
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
  const drawing = { house, draft, step, beside };
  return questionCard({
    case: draft.id,
    question: question.id,
    revision: draft.revision,
    number: progressAt(theCase, question.id).number || null,
    title: question.title,
    why: question.why,
    fields: inputs.map((asked) => fieldOf(drawing, asked)),
    found: foundOf(drawing, theCase),
    help: helpOf(theCase, question).map(({ text, sources }) => row(text, cite(knowledge, sources))),
    goodAnswer: question.goodAnswer ?? '',
    example: question.example ?? '',
    banner: [advice, beside.banner ?? '', changed(beside.change)].filter((words) => words !== '').join(' '),
    bannerStyle: advice ? 'attention' : (beside.bannerStyle ?? 'warning'),
    isFirst: previousOf(theCase, question.id) === null,
  });
}

/** What a changed answer opened again, and how much it settled. */
const changed = (change: Change | undefined): string =>
  change ? banners.changed(change.reopened, change.gone.length) : '';

/** The card where a draft stands: its first unanswered question, or check-your-answers. */
export async function placeCard(
  house: House,
  person: Person,
  draft: Draft,
  banner = '',
  change?: Change,
): Promise<Rendered> {
  const theCase = caseOf(house.knowledge.current(), draft, person);
  // Until it is a record, an emergency stands at its three questions, whatever else is answered.
  const emergency = draft.resubmits === null && isEmergency(theCase) ? stepOf(theCase, 'emergency') : null;
  if (emergency) return questionOf(house, draft, theCase, emergency, { banner });
  const place = placeOf(theCase);
  if (place.kind === 'check') return checkOf(house, person, draft, theCase, { banner: banner || changed(change) });
  return questionOf(house, draft, theCase, place.step, { banner, ...(change && { change }) });
}

/** A draft's name in lists: what it is under and for whom. */
export function draftName(knowledge: Knowledge, draft: Draft): string {
  const agreement = agreementOf({ knowledge, answers: draft.answers, sharer: null });
  const recipient = draft.answers['recipient-organisation'];
  const to = typeof recipient === 'string' && recipient !== '' ? `, to ${recipient}` : '';
  return `${agreement?.shortName ?? 'New checklist'}${to}`;
}
