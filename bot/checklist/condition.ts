import type { Condition } from '../../knowledge/schema.ts';

/** What is known about a case: fact to its values. A fact that is not known is not in it. */
export type Facts = ReadonlyMap<string, readonly string[]>;

/** Whether a condition holds. A fact that is not known equals nothing, so `is` fails and `not is` holds. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  if ('not' in condition) return !holds(condition.not, facts);
  const values = facts.get(condition.fact) ?? [];
  if ('known' in condition) return values.length > 0 === condition.known;
  return values.some((value) => condition.is.includes(value));
}

/** As `holds`, for a condition that may be left out: nothing asked is always met. */
export function applies(condition: Condition | undefined, facts: Facts): boolean {
  return condition === undefined || holds(condition, facts);
}

/** Every fact a condition asks about. */
export function factsAskedBy(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(factsAskedBy);
  if ('any' in condition) return condition.any.flatMap(factsAskedBy);
  if ('not' in condition) return factsAskedBy(condition.not);
  return [condition.fact];
}
