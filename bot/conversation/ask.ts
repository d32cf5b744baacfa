import { noticeCard } from '../../cards/notice/notice.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import type { Area } from '../../knowledge/schema.ts';
import type { Person } from '../stores/ports.ts';
import type { Handlers } from './actions.ts';
import { answerReply, contactsOf, openedCard } from './answerView.ts';
import type { House } from './house.ts';
import type { OpenQuestion } from './openQuestions.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** The asker's side: what they told us, else the house's setting, else not known. */
const areaOf = (house: House, person: Person): Area | null =>
  person.profile?.area ?? person.area ?? (house.homeArea === 'ask' ? null : house.homeArea);

async function answerOpen(house: House, turn: Turn, open: OpenQuestion, area: Area | null): Promise<Reply> {
  const knowledge = house.knowledge.current();
  const answer = matchQuestion(knowledge, open.text, { area, answers: open.answers });
  const question = house.newId();
  house.openQuestions.keep(question, turn.person.id, open);
  const settings = await house.stores.settings.read();
  const newCase = turn.place === 'personal' ? house.newId() : '';
  return { card: answerReply(knowledge, answer, { today: turn.at, settings, newCase, question }) };
}

/** Answers a question typed in any place. The words are kept in memory for 30 minutes and nowhere else. */
export function ask(house: House, turn: Turn, text: string): Promise<Reply> {
  return answerOpen(house, turn, { text, answers: {} }, areaOf(house, turn.person));
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
  'ask.show': async (house, turn, { data }) => {
    const settings = await house.stores.settings.read();
    const newCase = turn.place === 'personal' ? house.newId() : '';
    const card = openedCard(house.knowledge.current(), data.label, { today: turn.at, settings, newCase, question: '' });
    return { card: card ?? noticeCard('old-card') };
  },
  'ask.none': async (house) => ({
    card: noticeCard('nothing-held', { sections: [contactsOf(await house.stores.settings.read())] }),
  }),
} satisfies Handlers;
