import { checkWords } from '../../cards/check/check.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Case } from '../checklist/case.ts';
import { agreementOf, answersThatCount } from '../checklist/caseFacts.ts';
import { decisionOf, isAlreadyShared, isEmergency } from '../checklist/decision.ts';
import type { Draft } from '../checklist/draft.ts';
import { maySubmit } from '../checklist/findings.ts';
import { placeOf } from '../checklist/steps.ts';
import { wording } from '../checklist/wording.ts';
import type { Decision, Submission } from '../records/record.ts';
import { submission } from '../records/submit.ts';
import type { Person } from '../stores/ports.ts';
import { StoreError } from '../stores/storeError.ts';
import { currencyWarning } from './answerView.ts';
import { approverOf } from './approver.ts';
import { caseOf, foundIn, placeCard } from './checklistView.ts';
import type { House } from './house.ts';
import { maySee, recordFor } from './recordView.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** References are random; a taken one is rare and another is made. */
const mostReferences = 5;

const notGiven = 'Not given';

function submitted(
  house: House,
  theCase: Case,
  profile: Submission['sharer'],
  decision: Decision,
  today: Date,
): Submission {
  const knowledge = house.knowledge.current();
  const agreement = agreementOf(theCase);
  return {
    answers: answersThatCount(theCase),
    wording: wording(theCase),
    decision,
    findings: foundIn(theCase, today),
    knowledgeRevision: knowledge.revision,
    currency: agreement ? currencyWarning(knowledge, agreement, today) : '',
    sharer: { organisation: profile.organisation, kind: profile.kind, roleTitle: profile.roleTitle },
    emergency: isEmergency(theCase),
  };
}

/** Commits a new record. Resolves whether this click or an earlier one made it. */
async function commitNew(house: House, turn: Turn, draft: Draft, theCase: Case, made: Submission): Promise<void> {
  const approver = await approverOf(house, turn.person);
  const igLeads = (await house.stores.people.withRole('ig-lead')).map(({ id }) => id);
  for (let tries = 0; tries < mostReferences; tries += 1) {
    const commit = submission({
      case: draft.id,
      reference: house.newReference(),
      agreement: agreementOf(theCase)?.id ?? 'none',
      requester: turn.person.id,
      approver: approver?.id ?? null,
      igLeads,
      submission: made,
      alreadyShared: isAlreadyShared(theCase),
      at: turn.at,
    });
    const committed = await house.stores.records.commit(commit);
    if (committed.kind !== 'reference-taken') return;
  }
  throw new StoreError('cannot-write', 'No free reference was found.');
}

/** The record's card for somebody who may see it; otherwise a sentence without content. */
export async function recordReply(house: House, person: Person, caseId: string, banner = ''): Promise<Reply> {
  const record = await house.stores.records.open(caseId);
  if (!record || !maySee(record, person)) return { card: noticeCard('not-yours') };
  return { card: await recordFor(house, person, record, { banner }), showsCase: caseId };
}

async function handOver(house: House, turn: Turn, draft: Draft, theCase: Case, made: Submission): Promise<Reply> {
  try {
    await commitNew(house, turn, draft, theCase, made);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    house.log.error({ case: draft.id, code: error.code }, 'a record was not saved');
    const banner = error.code === 'broken-chain' ? checkWords.cannotBeRecorded : checkWords.notSaved;
    return { card: await placeCard(house, turn.person, draft, banner) };
  }
  house.nudge();
  // The record stands; a draft file that stays behind is dead and is cleared at the next start.
  await house.stores.drafts.discard(draft.id).catch(() => undefined);
  return recordReply(house, turn.person, draft.id);
}

/** Submits a draft whose every question is answered and whose decision nothing stops. */
export async function submitDraft(house: House, turn: Turn, draft: Draft): Promise<Reply> {
  const { profile } = turn.person;
  const theCase = caseOf(house.knowledge.current(), draft, turn.person);
  const decision = decisionOf(theCase);
  const isReady =
    placeOf(theCase).kind === 'check' && decision && maySubmit(foundIn(theCase, turn.at), decision.outcome);
  if (!profile || !decision || !isReady) return { card: await placeCard(house, turn.person, draft) };
  return handOver(house, turn, draft, theCase, submitted(house, theCase, profile, decision, turn.at));
}

/** An emergency is a record as soon as its three questions are answered; nothing stops it, a missing About me included. */
export async function submitEmergency(house: House, turn: Turn, draft: Draft): Promise<Reply> {
  const theCase = caseOf(house.knowledge.current(), draft, turn.person);
  const { organisation } = await house.stores.settings.read();
  const profile = turn.person.profile ?? { organisation: organisation || notGiven, kind: 'other', roleTitle: notGiven };
  const why = draft.answers['emergency-why'];
  const decision: Decision = { outcome: 'share', rationale: typeof why === 'string' ? why : '' };
  return handOver(house, turn, draft, theCase, submitted(house, theCase, profile, decision, turn.at));
}
