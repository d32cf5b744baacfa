import type { Rule } from '../../knowledge/schema.ts';
import type { Case } from './case.ts';
import { citedRule } from './citations.ts';
import { type Facts, holds } from './condition.ts';
import type { Outcome } from './decision.ts';
import type { Finding } from './finding.ts';
import { type Walk, walk } from './walk.ts';

/**
 * What the rules say about a case, in the order of the rules. The same answers give the same findings. In an emergency
 * everything is still said, and nothing is stopped. The currency of the agreement is not a rule: see
 * `currencyFinding`.
 */
export function findings(theCase: Case): readonly Finding[] {
  const walked = walk(theCase);
  const known = found.get(walked);
  if (known) return known;
  const { facts } = walked;
  const rules = theCase.knowledge.content.rules.filter(({ when }) => holds(when, facts));
  const now = rules.map((rule) => toFinding(theCase, facts, rule));
  found.set(walked, now);
  return now;
}

/** One turn asks several times what is found in the same answers. */
const found = new WeakMap<Walk, readonly Finding[]>();

/** The findings that one card puts right, for that card to show them at once. */
export function findingsAt(theCase: Case, question: string): readonly Finding[] {
  return findings(theCase).filter((finding) => finding.question === question);
}

/** Nothing found stops the sharing, in whole or in part. */
export function mayShare(found: readonly Finding[]): boolean {
  return found.every(({ stops }) => stops === undefined);
}

/** Nothing found stops handing in this decision. A decision not to share, or to refer, is only ever stopped by R48. */
export function maySubmit(found: readonly Finding[], outcome: Outcome): boolean {
  const sharing = outcome === 'share' || outcome === 'share-in-part';
  return sharing ? mayShare(found) : found.every(({ stops }) => stops !== 'submit');
}

function toFinding(theCase: Case, facts: Facts, rule: Rule): Finding {
  const { text, sources } = citedRule(theCase, facts, rule);
  const stops = stopped(rule, facts);
  return { rule: rule.id, effect: rule.effect, ...(stops && { stops }), text, question: rule.question, sources };
}

/** Acting in an emergency is never stopped; a reason stops sharing only until it is given. */
function stopped({ effect, stops, reasonKey }: Rule, facts: Facts): Finding['stops'] {
  if (facts.get('danger')?.includes('yes')) return undefined;
  if (effect !== 'reason') return stops;
  return reasonKey !== undefined && facts.has(reasonKey) ? undefined : (stops ?? 'share');
}
