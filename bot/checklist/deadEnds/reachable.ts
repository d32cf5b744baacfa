import { problemAt } from '../../../knowledge/checks/report.ts';
import type { Problem } from '../../../knowledge/contentError.ts';
import type { Content } from '../../../knowledge/schema.ts';
import type { Reasoner } from '../satisfiable.ts';
import { inputsOf, type PlacedInput, present } from './place.ts';

const cure = 'Change its condition, or take it out.';

/** Some answers lead to every card, every input, every option and every rule. */
export function checkReachable(content: Content, reasoner: Reasoner): Problem[] {
  return [
    ...content.questions.flatMap(({ id, when }, index) => {
      if (reasoner.canHold(present(when))) return [];
      return [problemAt(content, ['questions', index, 'when'], `no answers lead to ${id}`, cure)];
    }),
    ...inputsOf(content).flatMap((placed) => checkInput(content, reasoner, placed)),
    ...content.rules.flatMap(({ id, when }, index) => {
      if (reasoner.canHold([when])) return [];
      return [problemAt(content, ['rules', index, 'when'], `${id} can never hold`, cure)];
    }),
  ];
}

function checkInput(content: Content, reasoner: Reasoner, { question, input, path }: PlacedInput): Problem[] {
  const visible = present(question.when, input.when);
  if (!reasoner.canHold(visible)) return [problemAt(content, [...path, 'when'], `${input.key} is never asked`, cure)];
  const options = Array.isArray(input.options) ? input.options : [];
  return options.flatMap(({ id, when }, at) => {
    if (when === undefined || reasoner.canHold([...visible, when])) return [];
    return [problemAt(content, [...path, 'options', at, 'when'], `${id} is never offered`, cure)];
  });
}
