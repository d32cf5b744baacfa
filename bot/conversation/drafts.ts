import { button } from '../../cards/button.ts';
import { checkWords } from '../../cards/check/check.ts';
import { draftWords } from '../../cards/drafts/drafts.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { askedOf } from '../checklist/asked.ts';
import type { Case } from '../checklist/case.ts';
import { answersThatCount } from '../checklist/caseFacts.ts';
import { copiedAnswers } from '../checklist/copied.ts';
import type { Answers, Draft } from '../checklist/draft.ts';
import { aboutMe } from './aboutMe.ts';
import type { Handlers } from './actions.ts';
import { type Change, caseOf, draftName, placeCard } from './checklistView.ts';
import { draftsPage } from './draftList.ts';
import type { House } from './house.ts';
import { noRecord } from './openRecord.ts';
import { pinned, upToDate } from './reconcile.ts';
import type { Reply } from './reply.ts';
import { recordReply } from './submit.ts';
import type { Turn } from './turn.ts';

/** What a new case knows already: the agreement it was started with, else the area the person works in. */
function knownAnswers(house: House, turn: Turn, agreementId: string | undefined): Answers {
  const agreement = agreementId ? house.knowledge.current().agreements.get(agreementId) : undefined;
  if (agreement) return { area: agreement.area, agreement: agreement.id };
  return turn.person.profile ? { area: turn.person.profile.area } : {};
}

/** Starts a case under an id that a card carried: once, for its owner; a second press goes on with it. */
export async function startDraft(house: House, turn: Turn, id: string, agreementId?: string): Promise<Reply> {
  if (await house.stores.records.heading(id)) return recordReply(house, turn.person, id);
  const known = knownAnswers(house, turn, agreementId);
  const draft = await house.stores.drafts.open(id);
  if (!draft) await house.stores.drafts.save(newDraft(house, turn, id, known), 0);
  // Begun before About me was filled in, which tells the area.
  else if (draft.owner === turn.person.id && !draft.answers.area && known.area)
    await house.stores.drafts.save(
      pinned(house, turn, { ...draft, answers: { ...draft.answers, ...known } }),
      draft.revision,
    );
  return resume(house, turn, id);
}

/** A new case, pinned to the knowledge in use; it is not saved yet. */
export function newDraft(house: House, turn: Turn, id: string, answers: Answers): Draft {
  const at = turn.at.toISOString();
  return pinned(house, turn, {
    id,
    owner: turn.person.id,
    revision: 0,
    knowledgeRevision: 0,
    answers,
    resubmits: null,
    notPersonal: [],
    startedAt: at,
    savedAt: at,
  });
}

/**
 * Where the draft stands. Danger is asked before anything else; About me before the rest, and in an emergency only for
 * its full record.
 */
export async function standing(house: House, turn: Turn, draft: Draft, banner = '', change?: Change): Promise<Reply> {
  const { danger } = draft.answers;
  if (!turn.person.profile && danger && (danger !== 'yes' || draft.resubmits !== null)) {
    const agreement = draft.answers.agreement;
    return aboutMe(house, turn.person, {
      next: draft.id,
      agreement: typeof agreement === 'string' ? agreement : undefined,
    });
  }
  return { card: await placeCard(house, turn.person, draft, banner, change) };
}

export async function resume(house: House, turn: Turn, id: string): Promise<Reply> {
  const stored = await mine(house, turn, id);
  if (!stored) return recordReply(house, turn.person, id);
  const { draft, banner } = await upToDate(house, turn, stored);
  return standing(house, turn, draft, banner);
}

/** The draft, if it is this person's. */
export async function mine(house: House, turn: Turn, id: string): Promise<Draft | null> {
  const draft = await house.stores.drafts.open(id);
  return draft?.owner === turn.person.id ? draft : null;
}

/** The draft as the checklist sees it, with today’s knowledge and this person’s side. */
export const caseFor = (house: House, turn: Turn, draft: Draft): Case =>
  caseOf(house.knowledge.current(), draft, turn.person);

/** A press on a draft as a card showed it; a draft that was saved since is shown as it stands now. */
async function onShown(
  house: House,
  turn: Turn,
  ids: { case: string; revision: number },
  then: (draft: Draft) => Promise<Reply>,
): Promise<Reply> {
  const draft = await mine(house, turn, ids.case);
  if (!draft) return recordReply(house, turn.person, ids.case);
  return draft.revision === ids.revision ? then(draft) : moved(house, turn, draft);
}

const moved = async (house: House, turn: Turn, draft: Draft): Promise<Reply> => ({
  card: await placeCard(house, turn.person, draft, checkWords.moved),
});

/** A press on check-your-answers. Where newer knowledge asks otherwise, that is shown before anything is done. */
export const onCheck = (
  house: House,
  turn: Turn,
  ids: { case: string; revision: number },
  then: (draft: Draft) => Promise<Reply>,
): Promise<Reply> =>
  onShown(house, turn, ids, async (shown) => {
    const { draft, banner } = await upToDate(house, turn, shown);
    return banner === '' ? then(draft) : standing(house, turn, draft, banner);
  });

/**
 * Starts a case under an id that a card carried, once, with what stays the same of an earlier draft or record of one's
 * own; a second press goes on with it. A record's card stays where it is: it shows what becomes of the record.
 */
async function copyDraft(house: House, turn: Turn, id: string, from: string): Promise<Reply> {
  const source = await ownAnswers(house, turn, from);
  if (!source) return nothingToCopy(house, turn, id, from);
  const isMade = (await house.stores.records.heading(id)) ?? (await house.stores.drafts.open(id));
  const reply = isMade ? await resume(house, turn, id) : await copied(house, turn, id, source.answers);
  if (!source.isRecord || !reply.card) return reply;
  const { card, showsCase } = reply;
  return { text: draftWords.below, followUp: card, ...(showsCase && { followUpShows: showsCase }) };
}

/** A record that was disposed of is not copied, and says so. */
async function nothingToCopy(house: House, turn: Turn, id: string, from: string): Promise<Reply> {
  const { person } = turn;
  const heading = await house.stores.records.heading(from);
  const isGone = heading !== null && heading.disposedAt !== null && heading.requester === person.id;
  return isGone ? noRecord(house, person, from, { banner: draftWords.nothingToCopy }) : resume(house, turn, id);
}

async function copied(house: House, turn: Turn, id: string, answers: Answers): Promise<Reply> {
  const kept = { ...knownAnswers(house, turn, undefined), ...copiedAnswers(answers) };
  const { answered } = askedOf(caseFor(house, turn, newDraft(house, turn, id, answers)));
  const anew = answered.filter(({ keys }) => keys.some((key) => !Object.hasOwn(kept, key))).map(({ name }) => name);
  await house.stores.drafts.save(newDraft(house, turn, id, kept), 0);
  const draft = await mine(house, turn, id);
  return draft ? standing(house, turn, draft, draftWords.copied(anew)) : recordReply(house, turn.person, id);
}

/** Answers of a draft or record that this person made; null for anything else. */
async function ownAnswers(
  house: House,
  turn: Turn,
  id: string,
): Promise<{ readonly answers: Answers; readonly isRecord: boolean } | null> {
  const draft = await mine(house, turn, id);
  if (draft) return { answers: answersThatCount(caseFor(house, turn, draft)), isRecord: false };
  const record = await house.stores.records.open(id);
  const isMine = record?.requester === turn.person.id;
  return isMine && record.submission !== null ? { answers: record.submission.answers, isRecord: true } : null;
}

/** Saves a draft as it is, so that its time begins again. */
async function keep(house: House, turn: Turn, id: string): Promise<Reply> {
  const draft = await mine(house, turn, id);
  if (!draft) return recordReply(house, turn.person, id);
  await house.stores.drafts.save({ ...draft, savedAt: turn.at.toISOString() }, draft.revision);
  // Where another window was first, it was saved or discarded by that.
  if (!(await mine(house, turn, id))) return recordReply(house, turn.person, id);
  const { draftDays } = await house.stores.settings.read();
  return {
    card: noticeCard('kept', {
      more: [draftWords.kept(draftName(house.knowledge.current(), draft), draftDays)],
      actions: [
        button('Go on with it', 'checklist.resume', { case: id }, 'positive'),
        button('My drafts', 'register.drafts'),
      ],
    }),
  };
}

/** The person's drafts, newest first. */
export const myDrafts = (house: House, turn: Turn): Promise<Reply> => draftsPage(house, turn, 1);

export const draftActions = {
  'checklist.start': (house, turn, { data }) => startDraft(house, turn, data.case, data.agreement),
  'register.drafts': (house, turn, { data }) => draftsPage(house, turn, data.page ?? 1),
  'checklist.resume': (house, turn, { data }) => resume(house, turn, data.case),
  'checklist.copy': (house, turn, { data }) => copyDraft(house, turn, data.case, data.from),
  'checklist.keep': (house, turn, { data }) => keep(house, turn, data.case),
  'checklist.discard': (house, turn, { data }) =>
    onShown(house, turn, data, async () => ({
      card: noticeCard('discard', {
        actions: [
          button('Keep it', 'checklist.resume', { case: data.case }, 'positive'),
          button('Yes, discard it', 'checklist.discard-now', data, 'destructive'),
        ],
      }),
    })),
  'checklist.discard-now': (house, turn, { data }) =>
    onShown(house, turn, data, async (draft) => {
      const { kind } = await house.stores.drafts.discard(draft.id, draft.revision);
      const saved = kind === 'conflict' ? await mine(house, turn, draft.id) : null;
      return saved ? moved(house, turn, saved) : { card: noticeCard('discarded') };
    }),
} satisfies Handlers;
