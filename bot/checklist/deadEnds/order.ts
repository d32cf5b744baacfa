import { type Place, problemAt } from '../../../knowledge/checks/report.ts';
import type { Problem } from '../../../knowledge/contentError.ts';
import type { Condition, Content, Question } from '../../../knowledge/schema.ts';
import { factsAskedBy } from '../condition.ts';

/**
 * A card is drawn once, so its conditions may only ask about cards before it; and the numbers rise as the file does,
 * because a card without a number takes that of the card before it.
 */
export function checkOrder(content: Content): Problem[] {
  return [...checkNumbers(content), ...checkLookingBack(content)];
}

function checkNumbers(content: Content): Problem[] {
  let passed = 0;
  return content.questions.flatMap(({ number, id }, index) => {
    if (number === null) return [];
    const rises = number > passed;
    passed = Math.max(passed, number);
    const cure = 'Put the questions in the order of their numbers.';
    return rises ? [] : [problemAt(content, ['questions', index, 'number'], `${id} comes after a later one`, cure)];
  });
}

function checkLookingBack(content: Content): Problem[] {
  const keys = new Set(content.questions.flatMap(({ inputs }) => inputs.map(({ key }) => key)));
  const asked = new Set<string>();
  return content.questions.flatMap((question, index) => {
    const problems = conditionsOf(question, ['questions', index]).flatMap(({ condition, path }) => {
      const ahead = new Set(
        factsAskedBy(condition)
          .map(keyBehind)
          .filter((fact) => keys.has(fact) && !asked.has(fact)),
      );
      return [...ahead].map((fact) => {
        const cure = 'Ask about an earlier card, or move this to a card of its own after it.';
        return problemAt(content, path, `depends on ${fact}, which is not answered before this card`, cure);
      });
    });
    for (const { key } of question.inputs) asked.add(key);
    return problems;
  });
}

/** What is held of an agreement is known once the agreement is. */
function keyBehind(fact: string): string {
  return fact === 'agreement-held' ? 'agreement' : fact;
}

interface PlacedCondition {
  readonly condition: Condition;
  readonly path: Place;
}

function conditionsOf(question: Question, path: Place): readonly PlacedCondition[] {
  const placed = (condition: Condition | undefined, at: Place): readonly PlacedCondition[] =>
    condition === undefined ? [] : [{ condition, path: [...path, ...at, 'when'] }];
  return [
    ...placed(question.when, []),
    ...question.inputs.flatMap(({ when, options }, at) => [
      ...placed(when, ['inputs', at]),
      ...(Array.isArray(options) ? options : []).flatMap((option, nth) =>
        placed(option.when, ['inputs', at, 'options', nth]),
      ),
    ]),
  ];
}
