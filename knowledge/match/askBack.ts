import type { Agreement } from '../schema.ts';
import type { AskBack } from './answer.ts';

/** Geography has to be known before an agreement is named: the held agreements are local. */
export const askArea: AskBack = {
  key: 'area',
  question: 'Where do you work?',
  options: [
    { id: 'london', label: 'London' },
    { id: 'kent', label: 'Kent or Medway' },
    { id: 'elsewhere', label: 'Somewhere else' },
  ],
};

/** Children and adults at risk have agreements of their own, spoken of in the same words. */
export const askSubject: AskBack = {
  key: 'subject',
  question: 'Who is at risk?',
  options: [
    { id: 'child', label: 'A child, or an adult with a child in the family' },
    { id: 'adult', label: 'An adult' },
  ],
};

/** An agreement that is really two is chosen by the other party. */
export function askOtherParty(agreement: Agreement): AskBack {
  return {
    key: 'other-party',
    question: 'Who is the other party?',
    options: agreement.strands.map(({ id, otherParty }) => ({ id, label: otherParty })),
  };
}
