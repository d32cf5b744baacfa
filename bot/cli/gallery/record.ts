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
    page: 1,
    reference: 'SR-MADE-UP',
    review: 'awaiting',
    disclosure: 'not-yet',
    emergency: false,
    escalated: false,
    completeBy: '',
    closed: '',
    outcome: 'share-in-part',
    rationale: madeUp.words,
    harmOfSharing: madeUp.words,
    harmOfNotSharing: madeUp.words,
    agreement: knowledge.agreements.get('mas')?.name ?? '',
    currency: 'The next review is due by 31 March 2031.',
    sharer: `${madeUp.role}, ${madeUp.organisation}`,
    recipient: 'Designated safeguarding lead, Specimen Primary School (made up)',
    submitted: madeUp.at,
    findings: noFindings,
    answers: answers.slice(0, 3),
    history: [{ event: 'submitted', by: madeUp.person, at: madeUp.at, reason: '' }],
    decided: null,
    said: [],
    corrections: [],
    disposal: null,
    shared: '',
    toldToStop: [],
    changes: [],
    may: ['disclosure-made', 'escalated', 'withdrawn', 'stopped'],
    isMine: true,
    copy: madeUp.case,
    approver: madeUp.person,
    banner: '',
    reasonTyped: '',
    reasonProblem: '',
    tried: null,
  };
  const approvers: RecordView = {
    ...mine,
    isMine: false,
    may: ['approved', 'declined', 'returned', 'asked-ig-lead'],
    findings: someFindings(knowledge, 1),
  };
  const decided = { by: madeUp.person, at: madeUp.at, reason: madeUp.words };
  const sample = (name: string, view: RecordView): Sample => ({ name, card: recordCard(view) });
  const longest: RecordView = {
    ...approvers,
    banner: 'A decision is waiting for your review.',
    rationale: madeUp.longWords,
    harmOfSharing: madeUp.longWords,
    harmOfNotSharing: madeUp.longWords,
    findings: someFindings(knowledge, 3),
    answers,
    reasonTyped: madeUp.longWords,
  };
  const due = 'Tuesday 24 November 2026';
  const emergency = { emergency: true, disclosure: 'made', outcome: 'share' } as const;
  const happened = (event: 'resubmitted' | 'reminded' | 'declined', reason = '') =>
    ({ event, by: madeUp.person, at: madeUp.at, reason }) as const;
  return [
    sample('just submitted', mine),
    sample('no approver yet', { ...mine, approver: '' }),
    sample('for its approver, at its longest', longest),
    ...[2, 3, 4, 5, 6].map(
      (page): Sample => ({
        ...sample(`for its approver, page ${page}`, { ...longest, banner: '', page }),
        ...(page > 4 && { isCheckedOnly: true }),
      }),
    ),
    sample('its answers, for who made it', { ...mine, page: 2 }),
    sample('what happened to it', {
      ...mine,
      page: 3,
      history: [...mine.history, happened('reminded'), happened('resubmitted'), happened('declined', madeUp.longWords)],
    }),
    sample('declining without a reason', { ...approvers, reasonProblem: 'Tell us why you decline it' }),
    sample('an emergency, for its approver', { ...approvers, ...emergency, completeBy: due }),
    sample('an emergency to complete', {
      ...mine,
      ...emergency,
      completeBy: due,
      may: ['resubmitted', 'disclosure-made'],
    }),
    sample('what else its maker can do', { ...mine, page: 0 }),
    sample('what else its approver can do', { ...approvers, page: 0 }),
    sample('returned, for who made it', {
      ...mine,
      review: 'returned',
      decided,
      may: ['resubmitted', 'disclosure-made', 'withdrawn', 'stopped'],
    }),
    sample('handed in again, for its approver', {
      ...approvers,
      said: [{ what: 'returned', by: madeUp.person, reason: madeUp.words }],
      changes: [
        { question: 'Why', label: 'Purpose', before: 'A made-up purpose', after: madeUp.words },
        { question: 'Why', label: 'Risk', before: '', after: madeUp.words },
      ],
    }),
    sample('with advice, for its approver', {
      ...approvers,
      said: [
        { what: 'asked-ig-lead', by: madeUp.person, reason: madeUp.longWords },
        { what: 'advised', by: madeUp.person, reason: madeUp.longWords },
      ],
    }),
    sample('has waited for long, for the IG lead', {
      ...approvers,
      escalated: true,
      said: [{ what: 'escalated', by: 'Sharing Guide', reason: 'It has waited 16 working hours for its review.' }],
      banner:
        'This has waited for long for its review. You may decide as well as its approver. The first decision stands.',
      may: ['approved', 'declined', 'returned', 'reassigned'],
    }),
    sample('has waited for long, for who made it', { ...mine, escalated: true }),
    sample('for the IG lead', {
      ...approvers,
      review: 'with-ig-lead',
      may: ['approved', 'declined', 'returned', 'advised', 'reassigned'],
    }),
    sample('shared, for who made it', {
      ...mine,
      review: 'approved',
      disclosure: 'made',
      decided,
      shared: madeUp.longWords,
      may: ['disclosure-made', 'stopped', 'closed'],
    }),
    sample('taken back, for who made it', {
      ...mine,
      review: 'declined',
      disclosure: 'stopped',
      decided,
      shared: madeUp.words,
      toldToStop: ['Designated safeguarding lead, Specimen Primary School (made up)'],
      may: ['disclosure-made', 'closed'],
    }),
    sample('corrected, for its approver', {
      ...approvers,
      corrections: [1, 2].map(() => ({ by: madeUp.person, at: madeUp.at, said: madeUp.longWords })),
    }),
    sample('to be disposed of, for the second IG lead', {
      ...approvers,
      review: 'approved',
      disclosure: 'made',
      decided,
      closed: madeUp.at,
      disposal: { ...decided, what: 'disposal-asked' },
      may: ['disposed', 'disposal-refused', 'corrected', 'revoked'],
    }),
    sample('kept, for the IG lead who asked to dispose of it', {
      ...approvers,
      review: 'approved',
      disclosure: 'made',
      decided,
      closed: madeUp.at,
      disposal: { ...decided, what: 'disposal-refused' },
      may: ['disposal-asked', 'corrected', 'revoked'],
    }),
    sample('closed, for who made it', {
      ...mine,
      review: 'approved',
      disclosure: 'made',
      decided,
      shared: madeUp.words,
      closed: madeUp.at,
      may: ['disclosure-made', 'stopped'],
    }),
    sample('withdrawn', { ...mine, review: 'withdrawn', decided: { ...decided, reason: '' }, may: ['stopped'] }),
    sample('with the IG lead', { ...mine, review: 'with-ig-lead', outcome: 'refer' }),
    sample('not to share, waiting', { ...mine, disclosure: 'none-intended', outcome: 'do-not-share' }),
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
    sample('declined not to share', { ...mine, review: 'declined', outcome: 'do-not-share', decided }),
  ];
}
