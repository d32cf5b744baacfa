import { type Place, problemAt } from '../../../knowledge/checks/report.ts';
import type { Problem } from '../../../knowledge/contentError.ts';
import type { Content, Rule } from '../../../knowledge/schema.ts';
import type { Reasoner } from '../satisfiable.ts';
import { inputsOf, present } from './place.ts';

/** Whoever a rule asks for a reason is also given the field to write it in. */
export function checkReasons(content: Content, reasoner: Reasoner): Problem[] {
  return content.rules.flatMap((rule, index) => {
    if (rule.effect !== 'reason') return [];
    return checkReason(content, reasoner, rule, ['rules', index, 'reasonKey']);
  });
}

function checkReason(content: Content, reasoner: Reasoner, { id, when, reasonKey }: Rule, path: Place): Problem[] {
  const placed = inputsOf(content).find(({ input }) => input.key === reasonKey);
  if (placed === undefined || reasonKey === undefined) {
    return [
      problemAt(content, path, `${id} asks for a reason that is stored nowhere`, 'Name the key of a text input.'),
    ];
  }
  if (placed.input.kind !== 'text') {
    return [problemAt(content, path, `${reasonKey} does not hold words`, 'Name the key of a text input.')];
  }
  const hidden = present(placed.question.when, placed.input.when).map((condition) => ({ not: condition }));
  if (hidden.length === 0 || !reasoner.canHold([when, { any: hidden }])) return [];
  const cure = `Ask for ${reasonKey} whenever ${id} holds.`;
  return [problemAt(content, path, `${id} can stop a share whose sharer is not asked for ${reasonKey}`, cure)];
}
