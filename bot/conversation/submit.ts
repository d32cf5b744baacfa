import { checkWords } from '../../cards/check/check.ts';
import { banners } from '../../cards/question/question.ts';
import type { Rendered } from '../../cards/render.ts';
import type { Case } from '../checklist/case.ts';
import { agreementOf, answersThatCount } from '../checklist/caseFacts.ts';
import { decisionOf, isAlreadyShared, isEmergency } from '../checklist/decision.ts';
import type { Draft } from '../checklist/draft.ts';
import { maySubmit } from '../checklist/findings.ts';
import { placeOf } from '../checklist/steps.ts';
import { wording } from '../checklist/wording.ts';
import { bankHolidays } from '../records/bankHolidays.ts';
import type { Decision, RecordHeading, Submission } from '../records/record.ts';
import { completeBy } from '../records/reminders.ts';
import { type HandingIn, recordOfAgain, resubmission, submission } from '../records/submit.ts';
import type { IsHoliday } from '../records/workingDays.ts';
import type { Person } from '../stores/ports.ts';
import { StoreError } from '../stores/storeError.ts';
import { currencyWarning } from './answerView.ts';
import { approverOf } from './approver.ts';
import { caseOf, placeCard } from './checklistView.ts';
import { checkOf, foundIn } from './checkView.ts';
import { following } from './following.ts';
import type { House } from './house.ts';
import { officeOf } from './office.ts';
import { noRecord, openRecord } from './openRecord.ts';
import { recordFor } from './recordView.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { withHolders } from './withHolders.ts';

/** References are random and a taken one is rare; a record that somebody else writes to at the same moment is too. */
const mostTries = 5;

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

async function handingIn(house: House, turn: Turn, theCase: Case, made: Submission): Promise<HandingIn> {
  const agreement = agreementOf(theCase)?.id ?? 'none';
  return {
    agreement,
    approver: (await approverOf(house, turn.person, agreement))?.id ?? null,
    office: await officeOf(house),
    submission: made,
    alreadyShared: isAlreadyShared(theCase),
    at: turn.at,
  };
}

interface Made {
  readonly draft: Draft;
  readonly theCase: Case;
  readonly submission: Submission;
  /** The day by whose end the rest is due; absent when the record is whole. */
  readonly completeBy?: string;
}

/** Commits a new record, unless an earlier click made it. */
async function commitNew(house: House, turn: Turn, { draft, theCase, submission: made, ...rest }: Made): Promise<void> {
  const handed = await handingIn(house, turn, theCase, made);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const commit = submission({
      ...handed,
      ...rest,
      case: draft.id,
      reference: house.newReference(),
      requester: turn.person.id,
    });
    const committed = await house.stores.records.commit(commit);
    if (committed.kind !== 'reference-taken') return;
  }
  throw new StoreError('cannot-write', 'No free reference was found.');
}

/** Commits a record once more, whole; one that does not wait for it, e.g. after a second click, is left as it is. */
async function commitAgain(house: House, turn: Turn, caseId: string, made: Made): Promise<void> {
  const handed = await handingIn(house, turn, made.theCase, made.submission);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record = await house.stores.records.heading(caseId);
    const decided = record && resubmission(record, handed, turn.person.id);
    if (decided?.kind !== 'done') return;
    const committed = await house.stores.records.commit(await withHolders(house, decided.commit));
    if (committed.kind === 'committed') return;
  }
  throw new StoreError('cannot-write', 'The record was written to by others each time.');
}

/** The record of a case, or the one that a draft of this id has completed. */
async function headingOf(house: House, id: string): Promise<RecordHeading | null> {
  const { records } = house.stores;
  const completed = recordOfAgain(id);
  return (await records.heading(id)) ?? (completed === null ? null : records.heading(completed));
}

/** The record's card for somebody who may see it; otherwise a sentence without content. */
export async function recordReply(house: House, person: Person, caseId: string, banner = ''): Promise<Reply> {
  const { case: id } = (await headingOf(house, caseId)) ?? { case: caseId };
  const record = await openRecord(house, person, id);
  if (!record) return noRecord(house, person, id);
  return { card: await recordFor(house, person, record, { banner }), showsCase: record.case };
}

/** Commits what was made, and gives why it was refused; null when the record stands. */
async function recorded(house: House, turn: Turn, made: Made): Promise<StoreError | null> {
  const { draft } = made;
  try {
    await (draft.resubmits === null ? commitNew(house, turn, made) : commitAgain(house, turn, draft.resubmits, made));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    house.log.error({ case: draft.id, code: error.code, why: error.message }, 'a record was not saved');
    return error;
  }
  house.nudge();
  // The record stands; a draft file that stays behind is dead and is cleared at the next start.
  await house.stores.drafts.discard(draft.id).catch(() => undefined);
  return null;
}

function handOver(house: House, turn: Turn, made: Made): Promise<Reply> {
  const { draft } = made;
  const settled = async (refused: StoreError | null, isLate: boolean): Promise<Reply> => {
    if (refused) return { card: await placeCard(house, turn.person, draft, await notSaved(house, refused, made)) };
    const heading = isLate ? await headingOf(house, draft.id) : null;
    const banner = heading ? checkWords.savedNow(heading.reference) : '';
    return { ...(await recordReply(house, turn.person, draft.id, banner)), isNews: true };
  };
  return following(house, turn, recorded(house, turn, made), settled, async () => ({
    card: await notYetSaved(house, turn, made),
  }));
}

/** The card as it was pressed. */
const notYetSaved = (house: House, { person }: Turn, { draft, theCase, completeBy: due }: Made): Promise<Rendered> =>
  due === undefined
    ? checkOf(house, person, draft, theCase, { banner: checkWords.notYetSaved, bannerStyle: 'accent' })
    : placeCard(house, person, draft, checkWords.notYetSaved);

/** An emergency's card has no Submit; the advice to act first stands above these words. */
async function notSaved(house: House, { code }: StoreError, { completeBy: due }: Made): Promise<string> {
  const isEmergencyCard = due !== undefined;
  if (code !== 'broken-chain') return isEmergencyCard ? banners.notSaved : checkWords.notSaved;
  const { igContact } = await house.stores.settings.read();
  return isEmergencyCard ? checkWords.emergencyNotRecorded(igContact) : checkWords.cannotBeRecorded(igContact);
}

/** Submits a draft whose every question is answered and whose decision nothing stops. */
export async function submitDraft(house: House, turn: Turn, draft: Draft): Promise<Reply> {
  const { profile } = turn.person;
  const theCase = caseOf(house.knowledge.current(), draft, turn.person);
  const decision = decisionOf(theCase);
  const isReady =
    placeOf(theCase).kind === 'check' && decision && maySubmit(foundIn(theCase, turn.at), decision.outcome);
  if (!profile || !decision || !isReady) return { card: await placeCard(house, turn.person, draft) };
  return handOver(house, turn, {
    draft,
    theCase,
    submission: submitted(house, theCase, profile, decision, turn.at),
  });
}

/** An emergency is a record as soon as its three questions are answered; nothing stops it, a missing About me included. */
export async function submitEmergency(house: House, turn: Turn, draft: Draft): Promise<Reply> {
  const theCase = caseOf(house.knowledge.current(), draft, turn.person);
  const { organisation } = await house.stores.settings.read();
  const profile = turn.person.profile ?? { organisation: organisation || notGiven, kind: 'other', roleTitle: notGiven };
  const why = draft.answers['emergency-why'];
  const decision: Decision = { outcome: 'share', rationale: typeof why === 'string' ? why : '' };
  const made = submitted(house, theCase, profile, decision, turn.at);
  // What must be put right or needs a reason is asked by the full record; here it would blame who acted at once.
  const findings = made.findings.filter(({ effect }) => effect !== 'block' && effect !== 'reason');
  return handOver(house, turn, {
    draft,
    theCase,
    submission: { ...made, findings },
    completeBy: await dueDay(house, turn.at),
  });
}

/** When the rest is due. A calendar that cannot be had must not hold up an emergency: then weekends alone count. */
export async function dueDay(
  house: Pick<House, 'log'>,
  at: Date,
  holidays: () => Promise<IsHoliday> = bankHolidays,
): Promise<string> {
  try {
    return completeBy(at, await holidays());
  } catch (error) {
    house.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'bank holidays were not counted');
    return completeBy(at, () => false);
  }
}
