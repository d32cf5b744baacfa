import { answerSentCard, type WaitingView } from '../../cards/asked/asked.ts';
import { typed as typedSection } from '../../cards/asked/draw.ts';
import { type ListItem, listCard } from '../../cards/list/list.ts';
import { type NoticeKind, noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { AskedQuestion, Person } from '../stores/ports.ts';
import { leadsFor, tellAnswer } from './askedNotices.ts';
import { labelChoices, overCardFor, waitedWords, waitingCardFor, waitingDetail } from './askedView.ts';
import type { House } from './house.ts';
import { offered } from './inputs.ts';
import type { Reply } from './reply.ts';
import { screened } from './screened.ts';
import type { Turn } from './turn.ts';
import { hasWords, plain } from './typed.ts';

const longest = 2000;

const isLead = ({ roles }: Person): boolean => roles.includes('ig-lead');

/** Nobody answers their own question, unless there is nobody else to. */
async function mayAnswer(house: House, lead: Person, question: AskedQuestion): Promise<boolean> {
  return question.asker !== lead.id || (await leadsFor(house, lead.id)).length === 0;
}

/** Refuses without losing what was written. */
const refused = (kind: NoticeKind, wrote: string): Reply => ({
  card: noticeCard(kind, { sections: wrote ? [typedSection('You wrote', wrote)] : [] }),
});

/** A waiting question that this person may answer, handed to `then`; else a card that says why not. */
async function onWaiting(
  house: House,
  turn: Turn,
  id: string,
  wrote: string,
  then: (question: AskedQuestion) => Promise<Reply>,
): Promise<Reply> {
  if (!isLead(turn.person)) return refused('not-your-role', wrote);
  const question = await house.stores.questions.open(id, turn.at);
  if (question?.state !== 'waiting') return over(house, turn, question, wrote);
  return (await mayAnswer(house, turn.person, question)) ? then(question) : refused('question-own', wrote);
}

/** What has become of it. Owes the asker the answer, should it have been saved without that. */
async function over(house: House, turn: Turn, question: AskedQuestion | null, wrote = ''): Promise<Reply> {
  if (question?.state === 'answered') await tellAnswer(house, question);
  return { card: await overCardFor(house, turn.person, question, wrote) };
}

async function form(
  house: House,
  turn: Turn,
  question: AskedQuestion,
  answering: Partial<WaitingView['answering']> = {},
): Promise<Reply> {
  const choices = labelChoices(house.knowledge.current());
  const filled = { value: '', label: '', problem: '', taken: [], choices, ...answering };
  return { card: await waitingCardFor(house, turn.person, question, filled), showsCase: question.id };
}

/** Opens a question to be answered. */
export const openAsked = (house: House, turn: Turn, id: string): Promise<Reply> =>
  onWaiting(house, turn, id, '', (question) => form(house, turn, question));

function problemOf(answer: string): string {
  if (!hasWords(answer)) return 'Tell us your answer';
  return answer.length > longest ? `Tell us your answer in at most ${longest} characters` : '';
}

/** Answers a question. The first answer stands; whoever comes later gets back what they wrote. */
export function answerAsked(house: House, turn: Turn, id: string, typed: Inputs): Promise<Reply> {
  const { inputs, taken } = screened({ answer: plain(typed.answer) }, turn.at);
  const { answer = '' } = inputs;
  return onWaiting(house, turn, id, answer, async (question) => {
    const label = offered(labelChoices(house.knowledge.current()), typed.label)?.id ?? null;
    const problem = problemOf(answer);
    // An answer cannot be taken back, so what was taken out of it is looked at first.
    if (problem || taken.length > 0)
      return form(house, turn, question, { value: answer, label: label ?? '', problem, taken });
    return settle(house, turn, question.id, answer, label);
  });
}

async function settle(house: House, turn: Turn, id: string, answer: string, label: string | null): Promise<Reply> {
  let isFirst = false;
  const question = await house.stores.questions.change(id, turn.at, (current) => {
    isFirst = current.state === 'waiting';
    if (!isFirst || !current.words) return current;
    const answered = { by: turn.person.id, at: turn.at.toISOString(), label };
    return { ...current, state: 'answered', answered, words: { ...current.words, answer } };
  });
  if (!question || !isFirst) return over(house, turn, question, answer);
  // The card loses the question’s words, as everybody’s does; the answer stays with who wrote it in one of its own.
  return { ...(await over(house, turn, question)), followUp: answerSentCard(answer) };
}

/** What waits for an IG lead, oldest first; their own only when nobody else can answer it. */
export async function waitingQuestions(house: House, turn: Turn): Promise<Reply> {
  if (!isLead(turn.person)) return { card: noticeCard('not-your-role') };
  const all = await house.stores.questions.list({ state: 'waiting' }, turn.at);
  const isAlone = (await leadsFor(house, turn.person.id)).length === 0;
  const items = all
    .filter(({ asker }) => isAlone || asker !== turn.person.id)
    .map(
      (question): ListItem => ({
        title: `Waiting for ${waitedWords(question.at, turn.at)}`,
        detail: waitingDetail(question),
        verb: 'escalate.open',
        data: { asked: question.id },
      }),
    );
  return { card: items.length > 0 ? listCard('questions', items) : noticeCard('none-asked') };
}
