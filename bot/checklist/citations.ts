import type { Condition, Question, Rule, SourceRef } from '../../knowledge/schema.ts';
import type { Case } from './case.ts';
import { caseFacts } from './caseFacts.ts';
import type { Facts } from './condition.ts';

/** Words with the places that support them in this case. */
export interface Cited {
  readonly text: string;
  readonly sources: readonly SourceRef[];
  /** Good practice from the two London agreements, shown to somebody who shares under another one. */
  readonly borrowed: boolean;
}

/** Said where a case keeps to London practice without being under a London agreement we hold. */
export const borrowedWords = 'This is good practice borrowed from the London checklist.';

/**
 * The help facts of a question that speak to this case, each with its own agreement's sections only. A fact that rests
 * on one agreement alone is that agreement's own and is left out elsewhere; one that rests on several is shared
 * practice and is shown as borrowed. Before an agreement is named, everything is shown as it stands.
 */
export function helpOf(theCase: Case, question: Question): readonly Cited[] {
  const facts = caseFacts(theCase);
  if (!facts.has('agreement')) return question.help.map((fact) => ({ ...fact, borrowed: false }));
  return question.help.flatMap(({ text, sources }): readonly Cited[] => {
    const own = sources.filter((source) => isOwn(theCase, facts, source));
    if (own.length > 0) return [{ text, sources: own, borrowed: false }];
    return ownersOf(theCase, sources).size > 1 ? [{ text, sources: [], borrowed: true }] : [];
  });
}

/** The words and sources of a rule in this case. A rule that names its agreement says itself whom to cite. */
export function citedRule(theCase: Case, facts: Facts, { text, sources, when }: Rule): Cited {
  const own = sources.filter((source) => isOwn(theCase, facts, source));
  if (own.length > 0 || sources.length === 0 || namesAgreement(when)) {
    return { text, sources: own.length > 0 ? own : sources, borrowed: false };
  }
  return { text: `${text} ${borrowedWords}`, sources: [], borrowed: true };
}

/** Asks for an agreement or an area, rather than only ruling some out. */
function namesAgreement(when: Condition): boolean {
  if ('all' in when) return when.all.some(namesAgreement);
  if ('any' in when) return when.any.some(namesAgreement);
  return 'fact' in when && ['agreement', 'agreement-held', 'area'].includes(when.fact);
}

/** The document of the case's agreement; or, in Kent and Medway, one of the local pages that hold no agreement. */
function isOwn(theCase: Case, facts: Facts, { document }: SourceRef): boolean {
  const owner = ownerOf(theCase, document);
  return owner === null ? facts.get('area')?.[0] === 'kent' : facts.get('agreement')?.[0] === owner;
}

function ownersOf(theCase: Case, sources: readonly SourceRef[]): ReadonlySet<string> {
  return new Set(sources.flatMap(({ document }) => ownerOf(theCase, document) ?? []));
}

/** Id of the agreement whose text or statement a document is; null for guidance pages. */
function ownerOf({ knowledge }: Case, document: string): string | null {
  for (const agreement of knowledge.agreements.values()) if (agreement.document === document) return agreement.id;
  return null;
}
