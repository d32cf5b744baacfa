import type { Answers } from './draft.ts';

/**
 * Answers that a copy of a case takes along: those that describe how two organisations share. What is true of one
 * person, one day or one decision is asked anew each time, and so is every question that is not named here.
 */
export const copiedKeys = [
  'area',
  'agreement',
  'request-frequency',
  'recipient-organisation',
  'recipient-kind',
  'recipient-role',
  'recipient-signed',
  'information-origin',
  'subject-kinds',
  'purpose',
  'purpose-kent',
  'track',
  'data-kinds',
  'article-6',
  'laws',
  'law-named',
  'article-9',
  'criminal-condition',
  'sensitive-condition',
  'policy-document',
  'dea-published',
  'sharing-use',
  'identifiability',
  'dpia',
  'data-groups',
  'data-groups-general',
  'amount',
  'access',
  'processor',
  'vetting',
  'processor-agreement',
  'transfer-method',
  'outside-uk',
  'tls-both-ends',
  'paper-tracked',
  'overseas-safeguards',
] as const;

const isCopied: ReadonlySet<string> = new Set(copiedKeys);

/** What a new case takes from the answers of an earlier one. */
export const copiedAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => isCopied.has(key)));
