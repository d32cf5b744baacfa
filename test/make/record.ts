import { randomBytes, randomUUID } from 'node:crypto';
import type { Draft } from '../../bot/checklist/draft.ts';
import type { Commit } from '../../bot/records/commit.ts';
import { decide } from '../../bot/records/decide.ts';
import type { RecordHeading, ReviewEvent, Submission } from '../../bot/records/record.ts';
import { makeReference } from '../../bot/records/reference.ts';
import { type Submitting, submission } from '../../bot/records/submit.ts';
import type { AskedQuestion, Notice, Person } from '../../bot/stores/ports.ts';
import { anOffice, aReviewer } from './office.ts';

export const REQUESTER = 'requester-1';
export const APPROVER = 'approver-1';
export const IG_LEAD = 'ig-lead-1';

export function aSubmission(part: Partial<Submission> = {}): Submission {
  return {
    answers: { danger: 'no', 'subject-kinds': ['child'], purpose: 'Made-up purpose' },
    wording: [{ question: 'danger', title: 'Is anyone in danger?', answers: [{ label: 'Danger', value: 'No' }] }],
    decision: { outcome: 'share', rationale: 'Made-up reason' },
    findings: [{ rule: 'R34', effect: 'warn', text: 'Take care.', question: 'danger', sources: [] }],
    knowledgeRevision: 0,
    currency: 'The next review is due by 31 March 2031.',
    sharer: { organisation: 'Example Borough Council (fictional)', kind: 'council', roleTitle: 'Duty social worker' },
    emergency: false,
    ...part,
  };
}

export function aSubmitting(part: Partial<Submitting> = {}): Submitting {
  return {
    case: randomUUID(),
    reference: makeReference(randomBytes(8)),
    agreement: 'mas',
    requester: REQUESTER,
    approver: APPROVER,
    // Whoever is named holds the role.
    office: anOffice({ [part.approver ?? APPROVER]: ['approver'], [IG_LEAD]: ['ig-lead'] }),
    submission: aSubmission(),
    at: new Date('2026-11-22T09:00:00Z'),
    ...part,
  };
}

/** The first commit of a record. */
export function aCommit(part: Partial<Submitting> = {}): Commit {
  return submission(aSubmitting(part));
}

/** The commit of a decision on a record. */
export function aDecision(
  record: RecordHeading,
  event: ReviewEvent = { type: 'approved', comment: 'Made-up comment' },
  at = new Date('2026-11-23T09:00:00Z'),
): Commit {
  const decided = decide(record, event, aReviewer(APPROVER, ['approver'], { [IG_LEAD]: ['ig-lead'] }), at);
  if (decided.kind !== 'done') throw new Error(`refused: ${decided.why}`);
  return decided.commit;
}

export function aDraft(part: Partial<Draft> = {}): Draft {
  return {
    id: randomUUID(),
    owner: REQUESTER,
    revision: 0,
    knowledgeRevision: 0,
    answers: { danger: 'no', recipient: '' },
    resubmits: null,
    notPersonal: [],
    startedAt: '2026-11-22T08:00:00.000Z',
    savedAt: '2026-11-22T08:00:00.000Z',
    ...part,
  };
}

export function aPerson(part: Partial<Person> = {}): Person {
  return {
    id: randomUUID(),
    directoryId: randomUUID(),
    tenant: 'tenant-1',
    name: 'Sam Sample (fictional)',
    roles: [],
    profile: null,
    area: null,
    chat: null,
    ...part,
  };
}

export function aNotice(part: Partial<Notice> = {}): Notice {
  return { to: REQUESTER, kind: 'role-granted', about: REQUESTER, ...part };
}

export function aQuestion(part: Partial<AskedQuestion> = {}): AskedQuestion {
  return {
    id: randomUUID(),
    asker: REQUESTER,
    at: '2026-11-22T10:00:00.000Z',
    until: '2027-02-20T10:00:00.000Z',
    soon: 'this-week',
    band: 'choose',
    offered: ['asb', 'topic:secure-email'],
    leadsTold: [],
    state: 'waiting',
    words: { question: 'A made-up question', tried: 'A made-up try', answer: '' },
    answered: null,
    ...part,
  };
}
