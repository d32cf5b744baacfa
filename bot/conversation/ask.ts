import { thanksWords } from '../../cards/answer/opening.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import type { Area } from '../../knowledge/schema.ts';
import type { Person } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import { detailsPage } from './answerDetails.ts';
import { answerReply, choiceCard, isTalk, unansweredCard } from './answerReply.ts';
import { type AnswerPlace, type Asked, labelName, openedCard, openLabel } from './answerView.ts';
import type { House } from './house.ts';
import type { OpenQuestion } from './openQuestions.ts';
import type { Reply } from './reply.ts';
import { factsTold } from './told.ts';
import type { Turn } from './turn.ts';

/** The asker's side: what they told us, else the house's setting, else not known. Null is somebody we have not met. */
export const areaOf = (house: House, person: Person | null): Area | null =>
  person?.profile?.area ?? person?.area ?? (house.homeArea === 'ask' ? null : house.homeArea);

/** What the content answers to an open question. */
function answered(house: House, open: OpenQuestion, area: Area | null): Asked {
  const knowledge = house.knowledge.current();
  const context = { area, answers: open.answers };
  return { answer: matchQuestion(knowledge, open.text, context), told: factsTold(knowledge, open.text, context) };
}

/** Where a card of this turn is shown. */
async function placeOf(house: House, turn: Turn, question: string): Promise<AnswerPlace> {
  const settings = await house.stores.settings.read();
  return { today: turn.at, settings, newCase: turn.place === 'personal' ? house.newId() : '', question };
}

/** Counts an answer, not a question back and not small talk. */
function count(house: House, turn: Turn, { answer }: Asked): void {
  const [best] = answer.ranked;
  if (answer.asks || isTalk(answer)) return;
  house.stores.counts.add(best ? openLabel(best) : 'none', `answered:${answer.band}`, turn.at);
}

async function answerOpen(house: House, turn: Turn, open: OpenQuestion, area: Area | null): Promise<Reply> {
  const asked = answered(house, open, area);
  const question = house.newId();
  house.openQuestions.keep(question, turn.person.id, open);
  count(house, turn, asked);
  return { card: answerReply(house.knowledge.current(), asked, await placeOf(house, turn, question)) };
}

/** Answers a question typed in any place. The words are kept in memory for 30 minutes and nowhere else. */
export function ask(house: House, turn: Turn, text: string): Promise<Reply> {
  return answerOpen(house, turn, { text, answers: {} }, areaOf(house, turn.person));
}

/** The question behind a card, and where it stands; null when it is over, or somebody else's. */
async function reopened(house: House, turn: Turn, question: string | undefined) {
  const open = question === undefined ? null : house.openQuestions.find(question, turn.person.id);
  if (question === undefined || !open) return null;
  return { asked: answered(house, open, areaOf(house, turn.person)), place: await placeOf(house, turn, question) };
}

/** One agreement or topic: as an answer to the question while it is open, else by itself. */
async function show(house: House, turn: Turn, label: string, question?: string, banner = ''): Promise<Rendered> {
  const found = await reopened(house, turn, question);
  const place = found?.place ?? (await placeOf(house, turn, ''));
  const isJudged = question !== undefined && house.openQuestions.isJudged(question, turn.person.id, label);
  const opened = { asked: found?.asked ?? null, banner, isJudged };
  return openedCard(house.knowledge.current(), label, place, opened) ?? noticeCard('old-card');
}

/** Notes once for each answer to a question what its asker said of it. */
function judge(house: House, turn: Turn, question: string, label: string, what: 'right' | 'wrong' | 'none-of-these') {
  if (house.openQuestions.judge(question, turn.person.id, label)) house.stores.counts.add(label, what, turn.at);
}

async function notRight(house: House, turn: Turn, label: string, question: string): Promise<Rendered> {
  const found = await reopened(house, turn, question);
  if (!found) return noticeCard('ask-again');
  const others = found.asked.answer.ranked.filter((match) => openLabel(match) !== label);
  return unansweredCard(house.knowledge.current(), 'not-right', found.place, others, { back: label });
}

/** A case can be started from the card: an agreement that is not old, in the personal chat. */
function mayStart(house: House, turn: Turn, label: string): boolean {
  const agreement = house.knowledge.current().agreements.get(label);
  return turn.place === 'personal' && agreement !== undefined && agreement.status !== 'legacy';
}

const isArea = (option: string): option is Area => option === 'kent' || option === 'london' || option === 'elsewhere';

export const askActions = {
  'ask.answer': async (house, turn, { data }) => {
    const open = house.openQuestions.find(data.question, turn.person.id);
    if (!open) return { card: noticeCard('ask-again') };
    const answered = { ...open, answers: { ...open.answers, [data.fact]: data.option } };
    const { option } = data;
    if (data.fact !== 'area' || !isArea(option)) return answerOpen(house, turn, answered, areaOf(house, turn.person));
    await house.stores.people.change(turn.person.id, (person) => ({ ...person, area: option }));
    return answerOpen(house, turn, answered, option);
  },
  'ask.show': async (house, turn, { data }) => ({ card: await show(house, turn, data.label, data.question) }),
  'ask.details': async (house, turn, { data }) => ({
    card:
      detailsPage(house.knowledge.current(), { ...data, question: data.question ?? '', today: turn.at }) ??
      noticeCard('old-card'),
  }),
  'ask.others': async (house, turn, { data }) => {
    const found = await reopened(house, turn, data.question);
    const [best, ...others] = found?.asked.answer.ranked ?? [];
    if (!found || !best) return { card: noticeCard('ask-again') };
    return { card: choiceCard(house.knowledge.current(), found.asked, found.place, others, openLabel(best)) };
  },
  'ask.right': async (house, turn, { data: { question, label, right } }) => {
    if (labelName(house.knowledge.current(), label) === null) return { card: noticeCard('old-card') };
    judge(house, turn, question, label, right === 'yes' ? 'right' : 'wrong');
    if (right === 'no') return { card: await notRight(house, turn, label, question) };
    return { card: await show(house, turn, label, question, thanksWords(mayStart(house, turn, label))) };
  },
  'ask.none': async (house, turn, { data: { question } }) => {
    const found = await reopened(house, turn, question);
    const place = found?.place ?? (await placeOf(house, turn, ''));
    const [best] = found?.asked.answer.ranked ?? [];
    if (best) judge(house, turn, question, openLabel(best), 'none-of-these');
    const back = best && { back: openLabel(best) };
    return { card: unansweredCard(house.knowledge.current(), 'none-of-these', place, [], back) };
  },
} satisfies Handlers;
