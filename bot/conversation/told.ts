import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { AskBack, MatchContext } from '../../knowledge/match/answer.ts';
import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** How a fact reads on the card that took it into account. */
const factWords: Readonly<Record<string, (label: string) => string>> = {
  area: (label) => `For ${label === 'Somewhere else' ? lowered(label) : label}`,
  'other-party': (label) => `The other party: ${lowered(label)}`,
  subject: (label) => `At risk: ${lowered(label)}`,
};

/**
 * The facts that a person told when asked back, in their order, e.g. `For London`. What they were asked is found by
 * asking again with the answers they had given by then; an answer that was never asked for says nothing.
 */
export function factsTold(knowledge: Knowledge, text: string, { area, answers }: MatchContext): string[] {
  const given: Record<string, string> = {};
  return Object.entries(answers).flatMap(([about, option]) => {
    const asks = matchQuestion(knowledge, text, {
      area: 'area' in answers && !given.area ? null : area,
      answers: { ...given },
    }).asks;
    given[about] = option;
    const label = asks?.key === about ? asks.options.find(({ id }) => id === option)?.label : undefined;
    return label === undefined ? [] : [wordsFor(asks as AskBack, label)];
  });
}

const wordsFor = ({ key, question }: AskBack, label: string): string =>
  factWords[key]?.(label) ?? `${question} ${label}`;
