import type { Agreement } from '../schema.ts';
import type { AskBack, Match } from './answer.ts';
import type { Asking } from './asking.ts';
import { partyTellsStrand } from './strand.ts';

/** Geography has to be known before an agreement is named: the held agreements are local. */
const askArea: AskBack = {
  key: 'area',
  question: 'Where do you work?',
  options: [
    { id: 'london', label: 'London' },
    { id: 'kent', label: 'Kent or Medway' },
    { id: 'elsewhere', label: 'Somewhere else' },
  ],
};

/** Children and adults at risk have agreements of their own, spoken of in the same words. */
const askSubject: AskBack = {
  key: 'subject',
  question: 'Who is at risk?',
  options: [
    { id: 'child', label: 'A child, or an adult with a child in the family' },
    { id: 'adult', label: 'An adult' },
  ],
};

/** An agreement that is really two is chosen by the other party. */
function askOtherParty(agreement: Agreement): AskBack {
  return {
    key: 'other-party',
    question: 'Who is the other party?',
    options: agreement.strands.map(({ id, otherParty }) => ({ id, label: otherParty })),
  };
}

/** The one fact that would decide: the area, then who the other party is, then whether a child or an adult is at risk. */
export function askBack({ knowledge, area, traits, context }: Asking, ranked: readonly Match[]): AskBack | null {
  const [best, next] = ranked;
  const agreement = knowledge.agreements.get(best?.id ?? '');
  if (area === null && agreement?.area !== 'kent') return askArea;
  if (agreement && best?.strand === null && partyTellsStrand(agreement)) return askOtherParty(agreement);
  const either = new Set([best?.id, next?.id]);
  const open = !traits.child && !traits.adult && !context.answers.subject;
  return open && either.has('mas') && either.has('adult-safeguarding') ? askSubject : null;
}
