import type { Check, Problem } from '../../knowledge/contentError.ts';
import { checkDecision } from './deadEnds/decision.ts';
import { checkOptions } from './deadEnds/options.ts';
import { checkOrder } from './deadEnds/order.ts';
import { checkReachable } from './deadEnds/reachable.ts';
import { checkReasons } from './deadEnds/reasons.ts';
import { makeReasoner } from './satisfiable.ts';

/**
 * Finds where a person would get stuck in the checklist: a condition that looks forward, a card, input, option or rule
 * that no answers lead to, a choice with nothing to choose, a reason that nobody can give, and the answers the code
 * itself relies on. Ids that lead nowhere are found by the knowledge's own cross-checks. Pure; for
 * `loadKnowledge(folder, [findDeadEnds])`.
 */
export const findDeadEnds: Check = (content) => {
  const problems: Problem[] = [...checkDecision(content), ...checkOrder(content)];
  // Reasoning about reachability needs conditions that only look back.
  if (problems.length > 0) return problems;
  const reasoner = makeReasoner(content);
  return [checkReachable, checkOptions, checkReasons].flatMap((check) => check(content, reasoner));
};
