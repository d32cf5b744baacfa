import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { matchQuestion } from '../../../knowledge/match/matchQuestion.ts';
import { answerReply } from '../../conversation/answerReply.ts';
import { openedCard } from '../../conversation/answerView.ts';
import { answerPlace } from './answerPlace.ts';
import type { Sample } from './sample.ts';

/** A few that differ: held in full, as a statement, only listed, two in one, of the past. */
const onPage = ['mas', 'kmisa', 'marac-vawg', 'gangs-syv', 'troubled-families'];

/** Every agreement as it is opened, and answers to questions: sure, less sure, and judged. */
export function answerSamples(knowledge: Knowledge): Sample[] {
  const opened = [...knowledge.agreements.keys()].flatMap((label): Sample[] => {
    const card = openedCard(knowledge, label, answerPlace);
    if (!card) return [];
    return [{ name: `${label}, opened`, card, ...(onPage.includes(label) ? {} : { isCheckedOnly: true }) }];
  });
  return [...asked(knowledge), ...opened, ...judged(knowledge)];
}

function asked(knowledge: Knowledge): Sample[] {
  return [...knowledge.agreements.values()].map(({ id, area, situations }): Sample => {
    const context = { area, answers: {} };
    const answer = matchQuestion(knowledge, situations.covered[0] ?? '', context);
    const card = answerReply(knowledge, { answer, told: [] }, answerPlace);
    const name = `an example question of ${id}`;
    return onPage.includes(id) ? { name, card } : { name, card, isCheckedOnly: true };
  });
}

function judged(knowledge: Knowledge): Sample[] {
  const banner = 'Thank you. Next: start the checklist, or type another question.';
  const card = openedCard(knowledge, 'mas', answerPlace, { asked: null, banner, isJudged: true });
  return card ? [{ name: 'mas, after somebody said that it was right', card }] : [];
}
