import { type RecordView, recordCard } from '../../../cards/record/record.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { everyAnswer, noFindings, someFindings } from './answered.ts';
import { madeUp, type Sample } from './sample.ts';

/** A record as its requester, its approver and an IG lead see it. */
export function recordSamples(knowledge: Knowledge): Sample[] {
  const answers = everyAnswer(knowledge);
  const mine: RecordView = {
    case: madeUp.case,
    revision: 1,
    reference: 'SR-MADE-UP',
    review: 'awaiting',
    disclosure: 'not-yet',
    emergency: false,
    outcome: 'share-in-part',
    rationale: madeUp.words,
    agreement: knowledge.agreements.get('mas')?.name ?? '',
    sharer: `${madeUp.role}, ${madeUp.organisation}`,
    recipient: 'Designated safeguarding lead, Specimen Primary School (made up)',
    submitted: madeUp.at,
    findings: noFindings,
    answers: answers.slice(0, 3),
    decided: null,
    mayDecide: false,
    isMine: true,
    approver: madeUp.person,
    banner: '',
    reasonTyped: '',
    reasonProblem: '',
  };
  const approvers = { ...mine, isMine: false, mayDecide: true, findings: someFindings(knowledge, 1) };
  const decided = { by: madeUp.person, at: madeUp.at, reason: madeUp.words };
  const sample = (name: string, view: RecordView): Sample => ({ name, card: recordCard(view) });
  return [
    sample('just submitted', mine),
    sample('no approver yet', { ...mine, approver: '' }),
    sample('for its approver, at its longest', {
      ...approvers,
      banner: 'A decision is waiting for your review.',
      rationale: madeUp.longWords,
      findings: someFindings(knowledge, 3),
      answers,
    }),
    sample('declining without a reason', { ...approvers, reasonProblem: 'Tell us why you decline it' }),
    sample('an emergency, for its approver', { ...approvers, emergency: true, disclosure: 'made', outcome: 'share' }),
    sample('with the IG lead', { ...mine, review: 'with-ig-lead', outcome: 'refer' }),
    sample('approved', {
      ...mine,
      review: 'approved',
      decided: { ...decided, reason: '' },
      banner: 'Your record has been reviewed.',
    }),
    sample('declined', { ...mine, review: 'declined', decided, banner: 'Your record has been reviewed.' }),
    sample('approved not to share', {
      ...mine,
      review: 'approved',
      disclosure: 'none-intended',
      outcome: 'do-not-share',
      decided,
    }),
  ];
}
