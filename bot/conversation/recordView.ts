import type { AnsweredRow } from '../../cards/check/answers.ts';
import type { FindingRows, Found } from '../../cards/check/found.ts';
import { type RecordView, recordCard } from '../../cards/record/record.ts';
import { withRefresh } from '../../cards/refresh.ts';
import { asksForWords, type Rendered, row } from '../../cards/render.ts';
import { cite, type Knowledge } from '../../knowledge/knowledge.ts';
import type { Finding } from '../checklist/finding.ts';
import { may } from '../records/decide.ts';
import {
  type AnsweredQuestion,
  BOT,
  type RecordEvent,
  type RecordHeading,
  type SharingRecord,
} from '../records/record.ts';
import { acts } from '../records/review.ts';
import { saidIn } from '../records/said.ts';
import { approversOf } from '../records/standing.ts';
import { changesSinceReturned } from '../records/submissionChanges.ts';
import type { Person } from '../stores/ports.ts';
import { circumstancesOf } from './circumstances.ts';
import type { House } from './house.ts';
import { reviewerOf } from './office.ts';
import { day, dayAndTime, weekdayAndDay } from './words.ts';

/** Findings as rows with their citations and the question that puts each right, by what they ask of the person. */
export function findingRows(knowledge: Knowledge, findings: readonly Finding[]): FindingRows {
  const names = new Map(knowledge.questions.map(({ id, name }) => [id, name]));
  const rows = (fits: (finding: Finding) => boolean): Found[] =>
    findings.filter(fits).map(({ text, sources, question }) => ({
      ...row(text, cite(knowledge, sources)),
      question,
      name: names.get(question) ?? question,
    }));
  return {
    block: rows(({ effect }) => effect === 'block'),
    reason: rows(({ effect, stops }) => effect === 'reason' && stops !== undefined),
    reasoned: rows(({ effect, stops }) => effect === 'reason' && stops === undefined),
    warn: rows(({ effect }) => effect === 'warn'),
    inform: rows(({ effect }) => effect === 'inform'),
    escalate: rows(({ effect }) => effect === 'escalate'),
  };
}

/** Answers in words as the cards draw them. */
export const answeredRows = (wording: readonly AnsweredQuestion[]): AnsweredRow[] =>
  wording.map(({ question, title, answers }) => ({ question, name: title, rows: answers }));

/** What a record's card may say beside the record itself. */
export interface Beside {
  readonly banner?: string;
  readonly reasonTyped?: string;
  readonly reasonProblem?: string;
  /** What the reason was missing for. */
  readonly tried?: RecordView['tried'];
  /** From 1. */
  readonly page?: number;
}

async function nameOf(house: House, id: string): Promise<string> {
  if (id === BOT) return 'Sharing Guide';
  return (await house.stores.people.byId(id))?.name ?? 'somebody who has left';
}

/** Whoever did it; that they stood in for the approver is said. */
async function whoOf(house: House, { by, covering }: RecordEvent): Promise<string> {
  const name = await nameOf(house, by);
  return covering ? `${name} (covers for the approver)` : name;
}

/** Who reviews it as its approver, e.g. `Ari Approver (or Bo Deputy, who covers)`; empty when nobody can. */
async function approverNames(house: House, ids: readonly string[]): Promise<string> {
  const [named, ...others] = await Promise.all(ids.map((id) => nameOf(house, id)));
  if (named === undefined) return '';
  return others.length > 0 ? `${named} (or ${others.join(' or ')}, who covers)` : named;
}

/** Events that brought a review to where it stands. */
const ends: Readonly<Partial<Record<RecordHeading['review'], readonly RecordEvent['type'][]>>> = {
  approved: ['approved'],
  declined: ['declined', 'revoked'],
  returned: ['returned'],
  withdrawn: ['withdrawn'],
};

const sentence = ({ disclosure }: Extract<RecordEvent, { type: 'disclosure-made' }>): string => {
  const { what, on, toRole, toOrganisation, how, receipt } = disclosure;
  const arrived = receipt === '' ? '' : ` Arrived: ${receipt}.`;
  return `On ${weekdayAndDay(on)}, to ${toRole}, ${toOrganisation}, by ${how}: ${what}.${arrived}`;
};

const reasonOf = (event: RecordEvent): string =>
  event.type === 'disclosure-made'
    ? [sentence(event), event.reason === '' ? '' : `Why then: ${event.reason}`].filter(Boolean).join(' ')
    : saidIn(event);

/** How the information went, as last told. */
function lastShared({ events }: SharingRecord): string {
  const event = events.findLast(({ type }) => type === 'disclosure-made');
  return event?.type === 'disclosure-made' ? sentence(event) : '';
}

/** To whom it went, once an approval was taken back: everybody who was told of, else whom the answers name. */
function toldToStop(record: SharingRecord): string[] {
  const revoked = record.events.findLastIndex(({ type }) => type === 'revoked');
  if (record.review !== 'declined' || revoked < 0) return [];
  const told = record.events
    .slice(0, revoked)
    .flatMap((event) =>
      event.type === 'disclosure-made' ? [`${event.disclosure.toRole}, ${event.disclosure.toOrganisation}`] : [],
    );
  if (told.length > 0) return [...new Set(told)];
  const hadGone = record.emergency || record.submission.answers['already-shared'] === 'yes';
  return hadGone ? [recipientOf(record)].filter((words) => words !== '') : [];
}

const isUnderReview = (review: RecordHeading['review']): boolean => review === 'awaiting' || review === 'with-ig-lead';

/** The latest of what reviewers asked for and advised, while there is no decision. */
function saidBefore(house: House, { events, review, escalatedAt }: SharingRecord): Promise<RecordView['said']> {
  if (!isUnderReview(review)) return Promise.resolve([]);
  const talk = events.flatMap((event) =>
    event.type === 'returned' ||
    event.type === 'asked-ig-lead' ||
    event.type === 'advised' ||
    (event.type === 'escalated' && event.at === escalatedAt)
      ? [{ what: event.type, by: event.by, reason: event.reason }]
      : [],
  );
  const latest = talk.filter(({ what }, at) => talk.findLastIndex((other) => other.what === what) === at);
  return Promise.all(latest.map(async (one) => ({ ...one, by: await nameOf(house, one.by) })));
}

async function decided(house: House, record: SharingRecord): Promise<RecordView['decided']> {
  // One that was handed in again since is to be decided anew.
  const event = record.events.findLast(({ type }) => ends[record.review]?.includes(type));
  if (!event) return null;
  return { by: await whoOf(house, event), at: dayAndTime(event.at), reason: saidIn(event) };
}

const correctionsOf = (house: House, { events }: SharingRecord): Promise<RecordView['corrections']> =>
  Promise.all(
    events
      .filter(({ type }) => type === 'corrected')
      .map(async (event) => ({ by: await nameOf(house, event.by), at: day(event.at), said: saidIn(event) })),
  );

/** Who asked to dispose of it, while that is not settled, or who kept it last. */
async function disposalOf(house: House, { events, disposalAskedBy }: SharingRecord): Promise<RecordView['disposal']> {
  const what = disposalAskedBy === null ? 'disposal-refused' : 'disposal-asked';
  const event = events.findLast(({ type }) => type === 'disposal-asked' || type === 'disposal-refused');
  if (event?.type !== what) return null;
  return { what, by: await nameOf(house, event.by), at: dayAndTime(event.at), reason: saidIn(event) };
}

const historyOf = (house: House, { events }: SharingRecord): Promise<RecordView['history']> =>
  Promise.all(
    events.map(async (event) => ({
      event: event.type,
      by: await whoOf(house, event),
      at: dayAndTime(event.at),
      reason: reasonOf(event),
    })),
  );

const wordsOf = ({ submission: { answers } }: SharingRecord, ...keys: readonly string[]): string =>
  keys
    .map((key) => answers[key])
    .filter((words) => typeof words === 'string' && words !== '')
    .join(', ');

/** In an emergency, what was said of them. */
const recipientOf = (record: SharingRecord): string =>
  wordsOf(record, 'recipient-role', 'recipient-organisation') || wordsOf(record, 'emergency-shared');

/** The record as one person may see it, or a page of it. Who may see it at all is decided before. */
export async function recordFor(
  house: House,
  person: Person,
  record: SharingRecord,
  beside: Beside = {},
): Promise<Rendered> {
  const knowledge = house.knowledge.current();
  const { submission } = record;
  const reviewer = await reviewerOf(house, person);
  const circumstances = await circumstancesOf(house, record, house.now());
  const card = recordCard({
    case: record.case,
    revision: record.revision,
    page: beside.page ?? 1,
    reference: record.reference,
    review: record.review,
    disclosure: record.disclosure,
    emergency: record.emergency,
    escalated: record.escalatedAt !== null,
    completeBy: record.completeBy ? weekdayAndDay(record.completeBy) : '',
    closed: record.closedAt ? day(record.closedAt) : '',
    outcome: submission.decision.outcome,
    rationale: submission.decision.rationale,
    harmOfSharing: wordsOf(record, 'harm-of-sharing'),
    harmOfNotSharing: wordsOf(record, 'harm-of-not-sharing'),
    agreement: knowledge.agreements.get(record.agreement)?.name ?? 'No agreement we hold',
    currency: submission.currency,
    sharer: `${submission.sharer.roleTitle}, ${submission.sharer.organisation}`,
    recipient: recipientOf(record),
    submitted: dayAndTime(record.submittedAt),
    findings: findingRows(knowledge, submission.findings),
    answers: answeredRows(submission.wording),
    history: await historyOf(house, record),
    decided: await decided(house, record),
    said: await saidBefore(house, record),
    corrections: await correctionsOf(house, record),
    disposal: await disposalOf(house, record),
    shared: lastShared(record),
    toldToStop: toldToStop(record),
    changes: isUnderReview(record.review) ? changesSinceReturned(record.events) : [],
    may: acts.filter((act) => may(record, act, reviewer, circumstances)),
    isMine: record.requester === person.id,
    copy: house.newId(),
    approver: await approverNames(house, approversOf(record, reviewer.office)),
    banner: beside.banner ?? '',
    reasonTyped: beside.reasonTyped ?? '',
    reasonProblem: beside.reasonProblem ?? '',
    tried: beside.tried ?? null,
  });
  return refreshing(house, person, record, beside, card);
}

/**
 * A card asks for itself anew only where that draws what stands there, as long as nothing has happened: the first page,
 * with nothing said above it, and nothing that somebody may be typing (ADR 3).
 */
function refreshing(house: House, { chat }: Person, record: SharingRecord, beside: Beside, card: Rendered): Rendered {
  const isSame = (beside.page ?? 1) === 1 && !beside.banner && !asksForWords(card);
  return house.refreshOnView && chat && isSame ? withRefresh(card, record.case, chat.userId) : card;
}
