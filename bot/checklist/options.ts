import type { Agreement, Input } from '../../knowledge/schema.ts';
import { type Case, noAgreement } from './case.ts';
import { applies, type Facts } from './condition.ts';

/** One thing a person can choose. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

const areas: readonly Option[] = [
  { id: 'kent', label: 'Kent or Medway' },
  { id: 'london', label: 'London' },
  { id: 'elsewhere', label: 'Somewhere else, or across areas' },
];

const noneOfThese: Option = { id: noAgreement, label: 'None of these, or I am not sure' };

/** What an input offers in this case, in order; empty for words and dates. `facts` are those of the earlier cards. */
export function optionsOf(input: Input, theCase: Case, facts: Facts): readonly Option[] {
  const { options } = input;
  if (options === undefined) return [];
  if (typeof options !== 'string') {
    return options.filter(({ when }) => applies(when, facts));
  }
  switch (options) {
    case 'areas':
      return areas;
    case 'agreements':
      return [...agreementsOffered(theCase, facts), noneOfThese];
    case 'purposes':
      return theCase.knowledge.content.purposes;
    case 'agreement-data':
      return namedAgreement(theCase, facts)?.data ?? [];
  }
}

/** Those of the case's area; one that is only of the past is not for new sharing. */
function agreementsOffered(theCase: Case, facts: Facts): readonly Option[] {
  const here = facts.get('area');
  return [...theCase.knowledge.agreements.values()]
    .filter(({ area, status }) => status !== 'legacy' && (here === undefined || here.includes(area)))
    .map(({ id, shortName }) => ({ id, label: shortName }));
}

/** The agreement the facts name; null when there is none, or none yet. */
export function namedAgreement({ knowledge }: Case, facts: Facts): Agreement | null {
  return knowledge.agreements.get(facts.get('agreement')?.[0] ?? noAgreement) ?? null;
}
