import type { FindingRows } from '../../cards/check/check.ts';
import { type RecordView, recordCard } from '../../cards/record/record.ts';
import { type Rendered, type Row, row } from '../../cards/render.ts';
import { cite, type Knowledge } from '../../knowledge/knowledge.ts';
import type { Finding } from '../checklist/finding.ts';
import type { RecordEvent, RecordHeading, SharingRecord } from '../records/record.ts';
import { decide, standings } from '../records/review.ts';
import type { Person } from '../stores/ports.ts';
import type { House } from './house.ts';
import { dayAndTime } from './words.ts';

/** Findings as rows with their citations, by what they ask of the person. */
export function findingRows(knowledge: Knowledge, findings: readonly Finding[]): FindingRows {
  const rows = (fits: (finding: Finding) => boolean): Row[] =>
    findings.filter(fits).map(({ text, sources }) => row(text, cite(knowledge, sources)));
  return {
    block: rows(({ effect }) => effect === 'block'),
    reason: rows(({ effect, stops }) => effect === 'reason' && stops !== undefined),
    reasoned: rows(({ effect, stops }) => effect === 'reason' && stops === undefined),
    warn: rows(({ effect }) => effect === 'warn'),
    inform: rows(({ effect }) => effect === 'inform'),
    escalate: rows(({ effect }) => effect === 'escalate'),
  };
}

/** What a record's card may say beside the record itself. */
export interface Beside {
  readonly banner?: string;
  readonly reasonTyped?: string;
  readonly reasonProblem?: string;
}

const isDecision = (event: RecordEvent) => event.type === 'approved' || event.type === 'declined';

const reasonOf = (event: RecordEvent): string =>
  event.type === 'declined' ? event.reason : event.type === 'approved' ? event.comment : '';

async function decided(house: House, record: SharingRecord): Promise<RecordView['decided']> {
  const event = record.events.findLast(isDecision);
  if (!event) return null;
  const by = await house.stores.people.byId(event.by);
  return { by: by?.name ?? 'somebody who has left', at: dayAndTime(event.at), reason: reasonOf(event) };
}

/** The recipient's role and organisation; in an emergency what was said of them. */
function recipientOf({ submission: { answers } }: SharingRecord): string {
  const words = ['recipient-role', 'recipient-organisation', 'emergency-shared'].map((key) => answers[key]);
  return words.filter((word) => typeof word === 'string' && word !== '').join(', ');
}

/** The record as one person may see it. Who may see it at all is decided before. */
export async function recordFor(
  house: House,
  person: Person,
  record: SharingRecord,
  beside: Beside = {},
): Promise<Rendered> {
  const knowledge = house.knowledge.current();
  const { submission } = record;
  const approver = record.approver ? await house.stores.people.byId(record.approver) : null;
  return recordCard({
    case: record.case,
    revision: record.revision,
    reference: record.reference,
    review: record.review,
    disclosure: record.disclosure,
    emergency: record.emergency,
    outcome: submission.decision.outcome,
    rationale: submission.decision.rationale,
    agreement: knowledge.agreements.get(record.agreement)?.name ?? 'No agreement we hold',
    sharer: `${submission.sharer.roleTitle}, ${submission.sharer.organisation}`,
    recipient: recipientOf(record),
    submitted: dayAndTime(record.submittedAt),
    findings: findingRows(knowledge, submission.findings),
    answers: submission.wording.map(({ question, title, answers }) => ({ question, name: title, rows: answers })),
    decided: await decided(house, record),
    mayDecide: mayDecide(record, person, house.now()),
    isMine: record.requester === person.id,
    approver: approver?.name ?? '',
    banner: beside.banner ?? '',
    reasonTyped: beside.reasonTyped ?? '',
    reasonProblem: beside.reasonProblem ?? '',
  });
}

/** The person who made it, who reviews it, and IG leads; nobody else, administrators included. */
export function maySee(record: RecordHeading, person: Person): boolean {
  return !standings(record, person).includes('other');
}

/** The review table would let this person approve it now. */
export function mayDecide(record: RecordHeading, person: Person, now: Date): boolean {
  return decide(record, { type: 'approved', comment: '' }, person, now).kind === 'done';
}
