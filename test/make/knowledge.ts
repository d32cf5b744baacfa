import type { Knowledge } from '../../knowledge/knowledge.ts';
import { makeKnowledge } from '../../knowledge/makeKnowledge.ts';
import type { MatchAnswer, MatchContext } from '../../knowledge/match/answer.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import { content } from './checklistContent.ts';

/** The content as shipped, ready to answer. */
export const knowledge: Knowledge = makeKnowledge(content, 0);

/** Asks the content as shipped. The answer has passed through `structuredClone`, as an answer that is kept does. */
export function ask(
  text: string,
  area: MatchContext['area'] = 'london',
  answers: MatchContext['answers'] = {},
): MatchAnswer {
  return structuredClone(matchQuestion(knowledge, text, { area, answers }));
}

/** Labels of an answer, in order. */
export function labels(answer: MatchAnswer): string[] {
  return answer.ranked.map(({ label }) => label);
}
