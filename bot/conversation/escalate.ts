import { nextWords } from '../../cards/asked/asked.ts';
import { soonWords } from '../../cards/asked/draw.ts';
import { sendingCard } from '../../cards/asked/sending.ts';
import { button } from '../../cards/button.ts';
import { type ListItem, listCard } from '../../cards/list/list.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import type { AskedQuestion } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import { answerAsked, openAsked, waitingQuestions } from './answerAsked.ts';
import { openLabel } from './answerView.ts';
import { areaOf } from './ask.ts';
import { clearLeads, tellIgLeads } from './askedNotices.ts';
import { beginning, mineCardFor } from './askedView.ts';
import { startDraft } from './drafts.ts';
import type { House } from './house.ts';
import { offered } from './inputs.ts';
import type { Reply } from './reply.ts';
import { screened } from './screened.ts';
import type { Turn } from './turn.ts';
import { cut, hasWords, plain } from './typed.ts';
import { dayAndTime } from './words.ts';

const longest = { question: 2000, tried: 1000 };
/** A question is kept until its answer was delivered, and never longer. */
const keptDays = 90;
const dayMs = 24 * 60 * 60_000;

const soons = (Object.keys(soonWords) as (keyof typeof soonWords)[]).map((id) => ({ id }));

/** The two ids that go with what is being written. */
interface Ids {
  readonly asked: string;
  readonly question: string;
}

interface Shown {
  readonly values: { readonly question: string; readonly tried: string; readonly soon: string };
  readonly problems?: { readonly question?: string; readonly tried?: string; readonly soon?: string };
  readonly taken: readonly string[];
  readonly isCut?: boolean;
}

async function form(house: House, ids: Ids, shown: Shown): Promise<Reply> {
  const { frontDoor, outOfHours } = await house.stores.settings.read();
  const { values, problems = {}, taken, isCut = false } = shown;
  return {
    card: sendingCard({ ...ids, values, problems, taken, isCut, longest: longest.question, frontDoor, outOfHours }),
  };
}

/** Shows what would be sent, without identifiers. Nothing is kept yet. */
async function show(house: House, turn: Turn, question: string): Promise<Reply> {
  const open = house.openQuestions.find(question, turn.person.id);
  if (!open) return { card: noticeCard('ask-again') };
  // Screened as a whole and then cut: half an identifier would not be known for one.
  const { inputs, taken } = screened({ question: plain(open.text) }, turn.at);
  const words = inputs.question ?? '';
  const values = { question: cut(words, longest.question), tried: '', soon: 'this-week' };
  const isCut = words.length > longest.question;
  return form(house, { asked: house.newId(), question }, { values, taken, isCut });
}

/** What the bot made of a question: of its own words while they are open, afterwards of those that are sent. */
function offeredFor(house: House, turn: Turn, id: string, sent = ''): Pick<AskedQuestion, 'band' | 'offered'> {
  const open = house.openQuestions.find(id, turn.person.id);
  const context = { area: areaOf(house, turn.person), answers: open?.answers ?? {} };
  const { band, ranked } = matchQuestion(house.knowledge.current(), open?.text ?? sent, context);
  return { band, offered: ranked.map(openLabel) };
}

/** Back to where the question came from, as long as it is open. */
function leave(house: House, turn: Turn, question: string): Reply {
  const [label] = offeredFor(house, turn, question).offered;
  const back = label ? [button('Back to the answer', 'ask.show', { label, question })] : [];
  return { card: noticeCard('not-sent', { actions: back }) };
}

const withinLimit = (what: string, words: string, most: number) =>
  words.length > most ? `Tell us ${what} in at most ${most} characters` : '';

/** What is wrong with it, as sentences; empty when it can be sent. */
function problemsOf({ question = '', tried = '', soon }: Inputs): NonNullable<Shown['problems']> {
  const problems = {
    question: hasWords(question) ? withinLimit('your question', question, longest.question) : 'Tell us your question',
    tried: withinLimit('this', tried, longest.tried),
    soon: offered(soons, soon) ? '' : 'Tell us how soon you need an answer',
  };
  return Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== ''));
}

/** A question as it is kept: what people typed is screened by now. */
const newQuestion = (
  house: House,
  turn: Turn,
  ids: Ids,
  { question, tried, soon }: { question: string; tried: string; soon: AskedQuestion['soon'] },
): AskedQuestion => ({
  id: ids.asked,
  asker: turn.person.id,
  at: turn.at.toISOString(),
  until: new Date(turn.at.getTime() + keptDays * dayMs).toISOString(),
  soon,
  ...offeredFor(house, turn, ids.question, question),
  leadsTold: [],
  state: 'waiting',
  words: { question, tried, answer: '' },
  answered: null,
});

/**
 * Sends it, once; a second click shows where it stands. The words come from the card, so that they can still be sent
 * when the open question has been forgotten.
 */
async function send(house: House, turn: Turn, ids: Ids, typed: Inputs): Promise<Reply> {
  const { inputs, taken } = screened({ question: plain(typed.question), tried: plain(typed.tried) }, turn.at);
  const { question = '', tried = '' } = inputs;
  const standing = async () => mine(house, turn, await house.stores.questions.open(ids.asked, turn.at), taken);
  if (!(await house.stores.questions.open(ids.asked, turn.at))) {
    const soon = offered(soons, typed.soon)?.id;
    const problems = problemsOf({ question, tried, soon: soon ?? '' });
    if (!soon || Object.keys(problems).length > 0)
      return form(house, ids, { values: { question, tried, soon: soon ?? '' }, problems, taken });
    const asked = newQuestion(house, turn, ids, { question, tried, soon });
    const { kind } = await house.stores.questions.add(asked);
    // Of two clicks at one instant the first goes on with it.
    if (kind === 'taken') return standing();
    house.stores.counts.add(asked.offered[0] ?? 'none', 'sent', turn.at);
  }
  await tellIgLeads(house, turn.at);
  return standing();
}

/** The question as its asker sees it; for anybody else there is nothing to see. */
async function mine(
  house: House,
  turn: Turn,
  question: AskedQuestion | null,
  taken: readonly string[] = [],
): Promise<Reply> {
  if (question?.asker !== turn.person.id) return { card: noticeCard('not-yours') };
  return { card: await mineCardFor(house, question, taken) };
}

async function withdraw(house: House, turn: Turn, id: string): Promise<Reply> {
  const question = await house.stores.questions.change(id, turn.at, (current) =>
    current.asker === turn.person.id && current.state === 'waiting'
      ? { ...current, state: 'withdrawn', words: null }
      : current,
  );
  // Each time: the first press may have been stopped halfway.
  if (question?.asker === turn.person.id && question.state === 'withdrawn') await clearLeads(house, question);
  return mine(house, turn, question);
}

const stateWords = { waiting: 'Waiting', answered: 'Answered' } as const;

/** The person’s own questions that wait, or whose answer has not reached them. Oldest first. */
export async function myQuestions(house: House, turn: Turn): Promise<Reply> {
  const all = await house.stores.questions.list({ asker: turn.person.id }, turn.at);
  const items = all.flatMap((question): ListItem[] => {
    const { id, at, state } = question;
    if (state !== 'waiting' && state !== 'answered') return [];
    const title = `${stateWords[state]}, sent ${dayAndTime(at)}`;
    return [{ title, detail: beginning(question), verb: 'escalate.mine', data: { asked: id } }];
  });
  return { card: items.length > 0 ? listCard('my-questions', items) : noticeCard('no-questions') };
}

export const escalateActions = {
  'escalate.show': (house, turn, { data }) => show(house, turn, data.question),
  'escalate.send': (house, turn, { data, inputs }) => send(house, turn, data, inputs),
  'escalate.leave': async (house, turn, { data }) => leave(house, turn, data.question),
  'escalate.withdraw': (house, turn, { data }) => withdraw(house, turn, data.asked),
  'escalate.mine': async (house, turn, { data }) =>
    mine(house, turn, await house.stores.questions.open(data.asked, turn.at)),
  'escalate.waiting': waitingQuestions,
  'escalate.open': (house, turn, { data }) => openAsked(house, turn, data.asked),
  'escalate.answer': (house, turn, { data, inputs }) => answerAsked(house, turn, data.asked, inputs),
  // What these two lead to comes as a new card: the one with the answer stays, for its words are kept nowhere else.
  'escalate.again': async () => ({ text: nextWords.again, followUp: noticeCard('empty') }),
  'escalate.start': async (house, turn, { data }) => {
    const { card } = await startDraft(house, turn, data.case, data.agreement);
    return { text: nextWords.start, ...(card && { followUp: card }) };
  },
} satisfies Handlers;
