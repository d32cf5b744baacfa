import { field } from '../../cards/field.ts';
import type { TextField } from '../../cards/inputText.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { howToType, typingWords } from '../../cards/question/typing.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { Option } from '../checklist/options.ts';
import { readAnswers } from '../checklist/readAnswers.ts';
import { placeOf, progressAt, stepOf } from '../checklist/steps.ts';
import { isMarkedAnswer, readTypedAnswer } from '../checklist/typedAnswer.ts';
import type { AskedInput, Step } from '../checklist/walk.ts';
import { wording } from '../checklist/wording.ts';
import type { Handlers } from './actions.ts';
import { checklistActions } from './checklist.ts';
import { caseFor, mine } from './drafts.ts';
import type { House } from './house.ts';
import type { Shown } from './lastShown.ts';
import { type Middle, middleOf, noteShown, pendingIn, shownOn } from './middle.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** A typed message as the answer to what the person was asked last; null when it is something else. */
export async function typedAnswer(house: House, turn: Turn, text: string, middle: Middle): Promise<Reply | null> {
  const asked = askedNow(middle);
  if (!middle.step || !asked || (middle.isPaused && !isMarkedAnswer(text))) return null;
  const read = readTypedAnswer(asked, text, turn.at);
  switch (read.kind) {
    case 'answer':
      return answered(house, turn, { ...middle, step: middle.step, asked }, read.value);
    case 'ambiguous':
      return {
        text: typingWords.which(read.options.map((option) => ({ ...option, number: numberOf(asked, option) }))),
      };
    case 'not-offered':
      return { text: typingWords.notOffered(textField(asked), howToType([textField(asked)], true)) };
    case 'not-an-answer':
      return null;
  }
}

/** Where somebody is, in words. */
export function placeIn({ theCase, step }: Middle): string {
  const place = placeOf(theCase);
  const question = step ?? (place.kind === 'question' ? place.step : null);
  if (!question) return typingWords.lastPlace;
  const { number, of } = progressAt(theCase, question.question.id);
  return typingWords.place(number, of);
}

/** The input that a typed answer goes to. */
export const askedNow = ({ step, pending }: Middle): AskedInput | undefined =>
  step?.inputs.find(({ input }) => input.key === pending[0]);

const numberOf = ({ options }: AskedInput, { id }: Option): number => options.findIndex((each) => each.id === id) + 1;

const asSent = (answer: AskedInput['answer']): string => [answer ?? ''].flat().join(',');

/** What Continue would send from the question as it is saved. */
export const inputsOf = ({ inputs }: Step): Inputs =>
  Object.fromEntries(inputs.map(({ input, answer }) => [input.key, asSent(answer)]));

const textField = ({ input, options, answer }: AskedInput): TextField =>
  field(input.kind, input.key, input.label, { required: input.required, choices: options, value: asSent(answer) });

/** One input of a question as it was shown, and the others that typed answers go to. */
interface Filling {
  readonly shown: Shown;
  readonly step: Step;
  readonly asked: AskedInput;
  readonly pending: readonly string[];
}

/** Saves a typed answer, and says in words what was saved and what to type next. */
async function answered(house: House, turn: Turn, at: Filling, value: string): Promise<Reply> {
  const { key } = at.asked.input;
  const problem = problemIn(at.step, key, value);
  if (problem) return { text: typingWords.problem(problem) };
  const { reply, isBack } = await fill(house, turn, at, value);
  noteShown(house, turn, reply);
  const now = asks(reply) === undefined ? null : await middleOf(house, turn);
  // A record, or About me: the card speaks for itself.
  if (!reply.card || !now) return reply;
  if (isBack) return { ...reply, text: reply.card.text };
  return { ...reply, text: `${await savedLine(house, turn, at)}\n\n${nextLine(now)}` };
}

/** What is wrong with the answer to one input, in words; empty when it will do. */
function problemIn(step: Step, key: string, value: string): string {
  const read = readAnswers(step, { [key]: value });
  return read.kind === 'ok' ? '' : (read.problems.find((problem) => problem.key === key)?.message ?? '');
}

interface Filled {
  readonly reply: Reply;
  /** The card came back to say something: not saved, answered elsewhere since, something in it to look at. */
  readonly isBack: boolean;
}

/** Puts one answer in: the last one of a card presses Continue, one before it is kept as Save and leave keeps it. */
async function fill(house: House, turn: Turn, at: Filling, value: string): Promise<Filled> {
  const { shown, step, asked } = at;
  const { key } = asked.input;
  const data = { case: shown.case, question: step.question.id, revision: shown.revision };
  const rest = at.pending.filter((each) => each !== key);
  house.lastShown.pend(turn.person.id, []);
  if (rest.length === 0) {
    const inputs = { ...inputsOf(step), [key]: value };
    const reply = await checklistActions['checklist.answer'](house, turn, { verb: 'checklist.answer', data, inputs });
    return { reply, isBack: asks(reply) === data.question };
  }
  const inputs = { [key]: value };
  const kept = await checklistActions['checklist.leave'](house, turn, { verb: 'checklist.leave', data, inputs });
  if (asks(kept) !== undefined) return { reply: kept, isBack: true };
  house.lastShown.pend(turn.person.id, rest);
  const reply = await checklistActions['checklist.change'](house, turn, { verb: 'checklist.change', data, inputs: {} });
  return { reply, isBack: false };
}

/** What to type on check-your-answers, where somebody came to it by typing. */
export const withHint = (reply: Reply): Reply =>
  reply.text === undefined && asks(reply) === 'check' ? { ...reply, text: typingWords.atCheck } : reply;

/** The question that a reply asks, if it asks one. */
const asks = ({ card }: Reply): string | undefined => (card ? shownOn(card)?.question : undefined);

/** Read back from the draft: what the screen took out stays out. */
async function savedLine(house: House, turn: Turn, { shown, asked }: Filling): Promise<string> {
  const draft = await mine(house, turn, shown.case);
  const said = draft ? wording(caseFor(house, turn, draft)).flatMap(({ answers }) => answers) : [];
  const { label } = asked.input;
  return typingWords.saved(label, said.find((answer) => answer.label === label)?.value ?? '');
}

function nextLine(now: Middle): string {
  const next = askedNow(now);
  if (!next) return typingWords.atCheck;
  return typingWords.next(placeIn(now), textField(next), howToType([textField(next)], true));
}

/** On what was typed as a message: it becomes the answer to the input it was offered for. */
export const typedActions = {
  'checklist.use': async (house, turn, { data }) => {
    const { said, input, ...shown } = data;
    const words = house.openQuestions.find(said, turn.person.id)?.text;
    if (words === undefined) return { card: noticeCard('words-gone') };
    const draft = await mine(house, turn, shown.case);
    const step = draft && stepOf(caseFor(house, turn, draft), shown.question);
    const asked = step?.inputs.find((each) => each.input.key === input && each.input.kind === 'text');
    if (!step || !asked)
      return checklistActions['checklist.change'](house, turn, { verb: 'checklist.change', data: shown, inputs: {} });
    const before = house.lastShown.find(turn.person.id);
    const isThere = before?.case === shown.case && before.question === shown.question;
    const pending = [...new Set([input, ...pendingIn(step, isThere ? before.pending : [])])];
    return (await fill(house, turn, { shown, step, asked, pending }, words)).reply;
  },
} satisfies Handlers;
