import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Input } from '../../../knowledge/schema.ts';
import { optionsOf } from '../../checklist/options.ts';
import { kinds } from '../../conversation/aboutMe.ts';
import type { FactWords, Names } from './conditionWords.ts';

const quoted = (words: string): string => `“${words}”`;

const heldWords: Readonly<Record<string, string>> = { text: 'text', statement: 'public statement', listed: 'name' };

/** Facts that are no answer to one input, or are better known by another name. */
function factsApart(knowledge: Knowledge): Readonly<Record<string, FactWords>> {
  const agreement = (id: string) => quoted(knowledge.agreements.get(id)?.shortName ?? id);
  const kind = (id: string) => quoted(kinds.find((one) => one.id === id)?.label ?? id);
  return {
    agreement: { is: 'the agreement is', isNot: 'the agreement is not', value: agreement },
    'agreement-held': {
      is: 'we hold the agreement’s',
      isNot: 'we do not hold the agreement’s',
      value: (id) => heldWords[id] ?? id,
    },
    'sharer-kind': { is: 'your organisation is', isNot: 'your organisation is not', value: kind },
  };
}

/** How each fact is called, and the code of each input: `A1` before the ten questions, `4.2` within them. */
export function namesOf(knowledge: Knowledge): { names: Names; codes: ReadonlyMap<string, string> } {
  const codes = codesOf(knowledge);
  const apart = factsApart(knowledge);
  const inputs = new Map(knowledge.questions.flatMap((question) => question.inputs.map((input) => [input.key, input])));
  const names: Names = (fact) => {
    const code = codes.get(fact) ?? fact;
    const value = (id: string) => quoted(labelOf(knowledge, inputs.get(fact), id));
    return apart[fact] ?? { is: `${code} is`, isNot: `${code} is not`, value };
  };
  return { names, codes };
}

/** What an option says on the card. */
function labelOf(knowledge: Knowledge, input: Input | undefined, id: string): string {
  if (!input) return id;
  const options = Array.isArray(input.options)
    ? input.options
    : optionsOf(input, { knowledge, answers: {}, sharer: null }, new Map());
  return options.find((option) => option.id === id)?.label ?? id;
}

function codesOf({ questions }: Knowledge): Map<string, string> {
  const codes = new Map<string, string>();
  let card = '@';
  let count = 0;
  for (const { number, inputs } of questions) {
    const isStart = !/\d/.test(card) && number === null;
    if (isStart) card = String.fromCharCode(card.charCodeAt(0) + 1);
    else if (number !== null) card = String(number);
    count = isStart || number !== null ? 0 : count;
    for (const { key } of inputs) {
      count += 1;
      codes.set(key, isStart ? `${card}${count}` : `${card}.${count}`);
    }
  }
  return codes;
}
