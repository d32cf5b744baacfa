import { button } from '../../cards/button.ts';
import { checkWords } from '../../cards/check/check.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { banners } from '../../cards/question/question.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { changeAnswers } from '../checklist/changeAnswers.ts';
import { isEmergencyTold } from '../checklist/decision.ts';
import type { Answers, Draft } from '../checklist/draft.ts';
import { keepTyped, readAnswers } from '../checklist/readAnswers.ts';
import { previousOf, stepOf } from '../checklist/steps.ts';
import type { Step } from '../checklist/walk.ts';
import { wording } from '../checklist/wording.ts';
import { StoreError } from '../stores/storeError.ts';
import { aboutMe } from './aboutMe.ts';
import type { Handlers } from './actions.ts';
import { caseOf, placeCard, questionOf } from './checklistView.ts';
import type { House } from './house.ts';
import type { Reply } from './reply.ts';
import { screened } from './screened.ts';
import { recordReply, submitDraft, submitEmergency } from './submit.ts';
import type { Turn } from './turn.ts';

/** A press on one question's card. What was typed is screened before anything else sees it. */
interface Press {
  readonly case: string;
  readonly question: string;
  readonly revision: number;
  readonly inputs: Inputs;
  /** Identifiers taken out of the inputs, in words. */
  readonly taken: readonly string[];
}

const pressOf = (turn: Turn, data: Omit<Press, 'inputs' | 'taken'>, typed: Inputs): Press => ({
  ...data,
  ...screened(typed, turn.at),
});

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
    await house.stores.drafts.save({ ...draft, answers: { ...draft.answers, ...known } }, draft.revision);
  return resume(house, turn, id);
}

function newDraft(house: House, turn: Turn, id: string, answers: Answers): Draft {
  const at = turn.at.toISOString();
  const knowledgeRevision = house.knowledge.current().revision;
  return { id, owner: turn.person.id, revision: 0, knowledgeRevision, answers, startedAt: at, savedAt: at };
}

/** Where the draft stands. Danger is asked before anything else; About me before the rest, and never in an emergency. */
async function standing(house: House, turn: Turn, draft: Draft, banner = ''): Promise<Reply> {
  const { danger } = draft.answers;
  if (!turn.person.profile && danger && danger !== 'yes') {
    const agreement = draft.answers.agreement;
    return aboutMe(house, turn.person, {
      next: draft.id,
      agreement: typeof agreement === 'string' ? agreement : undefined,
    });
  }
  return { card: await placeCard(house, turn.person, draft, banner) };
}

async function resume(house: House, turn: Turn, id: string): Promise<Reply> {
  const draft = await mine(house, turn, id);
  return draft ? standing(house, turn, draft) : recordReply(house, turn.person, id);
}

/** The draft, if it is this person's. */
async function mine(house: House, turn: Turn, id: string): Promise<Draft | null> {
  const draft = await house.stores.drafts.open(id);
  return draft?.owner === turn.person.id ? draft : null;
}

const caseFor = (house: House, turn: Turn, draft: Draft) => caseOf(house.knowledge.current(), draft, turn.person);

/** Finds draft and question of a press. A draft that is a record by now shows the record. */
async function onQuestion(
  house: House,
  turn: Turn,
  press: Press,
  then: (draft: Draft, step: Step) => Promise<Reply>,
): Promise<Reply> {
  const draft = await mine(house, turn, press.case);
  if (!draft) return recordReply(house, turn.person, press.case);
  const step = stepOf(caseFor(house, turn, draft), press.question);
  if (!step) return { card: await placeCard(house, turn.person, draft, checkWords.moved) };
  return draft.revision === press.revision ? then(draft, step) : late(house, turn, draft, step, press);
}

/** A press on a card of an older revision: a second click says nothing new; anything else comes back to be used or not. */
async function late(house: House, turn: Turn, draft: Draft, step: Step, { inputs }: Press): Promise<Reply> {
  const before = caseFor(house, turn, draft);
  const { answers } = changeAnswers(before, keepTyped(step, inputs, draft.answers));
  if (JSON.stringify(answers) === JSON.stringify(draft.answers))
    return { card: await placeCard(house, turn.person, draft) };
  const saved = wording(before).find(({ question }) => question === step.question.id);
  const banner = banners.late(saved?.answers.map(({ value }) => value).join('; ') ?? '');
  return { card: await questionOf(house, draft, before, step, { typed: inputs, banner }) };
}

type Saving = { readonly kind: 'saved'; readonly draft: Draft } | { readonly kind: 'conflict' | 'not-saved' };

async function save(house: House, turn: Turn, draft: Draft, answers: Answers): Promise<Saving> {
  const next = { ...draft, answers, savedAt: turn.at.toISOString() };
  try {
    const saved = await house.stores.drafts.save(next, draft.revision);
    return saved.kind === 'saved' ? { kind: 'saved', draft: { ...next, revision: saved.revision } } : saved;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    house.log.error({ case: draft.id, code: error.code }, 'a draft was not saved');
    return { kind: 'not-saved' };
  }
}

/** Saves and goes on; what could not be saved comes back as typed. */
async function saved(
  house: House,
  turn: Turn,
  press: Press,
  from: { readonly draft: Draft; readonly step: Step; readonly answers: Answers },
  then: (draft: Draft) => Promise<Reply>,
): Promise<Reply> {
  const { draft, step } = from;
  const saving = await save(house, turn, draft, from.answers);
  if (saving.kind === 'saved') return then(saving.draft);
  if (saving.kind === 'not-saved') {
    const beside = { typed: press.inputs, banner: banners.notSaved, bannerStyle: 'attention' } as const;
    return { card: await questionOf(house, draft, caseFor(house, turn, draft), step, beside) };
  }
  const now = await mine(house, turn, draft.id);
  return now ? late(house, turn, now, step, press) : recordReply(house, turn.person, draft.id);
}

/** Shows the card again as it was saved, and says what was left out of it. Pressing Continue once more goes on. */
async function takenOut(house: House, turn: Turn, draft: Draft, step: Step, taken: readonly string[]): Promise<Reply> {
  const theCase = caseFor(house, turn, draft);
  const now = stepOf(theCase, step.question.id) ?? step;
  return { card: await questionOf(house, draft, theCase, now, { banner: banners.takenOut(taken) }) };
}

const answer = (house: House, turn: Turn, press: Press): Promise<Reply> =>
  onQuestion(house, turn, press, (draft, step) => {
    const read = readAnswers(step, press.inputs);
    const changed = changeAnswers(caseFor(house, turn, draft), read.answers);
    return saved(house, turn, press, { draft, step, answers: changed.answers }, async (next) => {
      if (read.kind === 'problems') {
        const beside = { typed: press.inputs, problems: read.problems, banner: banners.putRight } as const;
        return { card: await questionOf(house, next, caseFor(house, turn, next), step, beside) };
      }
      // An emergency goes on at once, and so do Back and Save and leave.
      if (press.taken.length > 0 && step.question.id !== 'emergency')
        return takenOut(house, turn, next, step, press.taken);
      return onward(house, turn, step, next, [...new Set(changed.reopened.map(({ name }) => name))]);
    });
  });

async function onward(house: House, turn: Turn, step: Step, draft: Draft, reopened: readonly string[]): Promise<Reply> {
  const isTold = step.question.id === 'emergency' && isEmergencyTold(caseFor(house, turn, draft));
  if (isTold) return submitEmergency(house, turn, draft);
  return standing(house, turn, draft, reopened.length > 0 ? banners.reopened(reopened) : '');
}

/** Keeps what was typed, checks nothing, and goes where `then` says. */
const keep = (house: House, turn: Turn, press: Press, then: (draft: Draft) => Promise<Reply>): Promise<Reply> =>
  onQuestion(house, turn, press, (draft, step) => {
    const kept = keepTyped(step, press.inputs, draft.answers);
    const answers = { ...draft.answers, ...kept };
    return saved(house, turn, press, { draft, step, answers }, then);
  });

const back = (house: House, turn: Turn, press: Press): Promise<Reply> =>
  keep(house, turn, press, async (draft) => {
    const theCase = caseFor(house, turn, draft);
    const previous = previousOf(theCase, press.question) ?? stepOf(theCase, press.question);
    return {
      card: previous ? await questionOf(house, draft, theCase, previous) : await placeCard(house, turn.person, draft),
    };
  });

const left = (draft: Draft): Reply => ({
  card: noticeCard('saved', {
    actions: [
      button('Go on with it', 'checklist.resume', { case: draft.id }, 'positive'),
      button('My drafts', 'register.drafts'),
    ],
  }),
});

async function leave(house: House, turn: Turn, press: Press): Promise<Reply> {
  if (press.question !== 'check') return keep(house, turn, press, async (draft) => left(draft));
  const draft = await mine(house, turn, press.case);
  return draft ? left(draft) : recordReply(house, turn.person, press.case);
}

async function change(house: House, turn: Turn, caseId: string, question: string): Promise<Reply> {
  const draft = await mine(house, turn, caseId);
  if (!draft) return recordReply(house, turn.person, caseId);
  const theCase = caseFor(house, turn, draft);
  const step = stepOf(theCase, question);
  return { card: step ? await questionOf(house, draft, theCase, step) : await placeCard(house, turn.person, draft) };
}

/** A press on check-your-answers, on the revision it showed. */
async function onCheck(
  house: House,
  turn: Turn,
  ids: { case: string; revision: number },
  then: (draft: Draft) => Promise<Reply>,
) {
  const draft = await mine(house, turn, ids.case);
  if (!draft) return recordReply(house, turn.person, ids.case);
  if (draft.revision !== ids.revision) return { card: await placeCard(house, turn.person, draft, checkWords.moved) };
  return then(draft);
}

export const checklistActions = {
  'checklist.start': (house, turn, { data }) => startDraft(house, turn, data.case, data.agreement),
  'checklist.resume': (house, turn, { data }) => resume(house, turn, data.case),
  'checklist.answer': (house, turn, { data, inputs }) => answer(house, turn, pressOf(turn, data, inputs)),
  'checklist.back': (house, turn, { data, inputs }) => back(house, turn, pressOf(turn, data, inputs)),
  'checklist.leave': (house, turn, { data, inputs }) => leave(house, turn, pressOf(turn, data, inputs)),
  'checklist.change': (house, turn, { data }) => change(house, turn, data.case, data.question),
  'checklist.submit': (house, turn, { data }) => onCheck(house, turn, data, (draft) => submitDraft(house, turn, draft)),
  'checklist.discard': (house, turn, { data }) =>
    onCheck(house, turn, data, async () => ({
      card: noticeCard('discard', {
        actions: [
          button('Keep it', 'checklist.resume', { case: data.case }, 'positive'),
          button('Yes, discard it', 'checklist.discard-now', data, 'destructive'),
        ],
      }),
    })),
  'checklist.discard-now': (house, turn, { data }) =>
    onCheck(house, turn, data, async (draft) => {
      await house.stores.drafts.discard(draft.id);
      return { card: noticeCard('discarded') };
    }),
} satisfies Handlers;
