import { button } from '../../cards/button.ts';
import { checkWords } from '../../cards/check/check.ts';
import { alsoWrote, noticeCard, wroteSection } from '../../cards/notice/notice.ts';
import { banners } from '../../cards/question/question.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { changeAnswers } from '../checklist/changeAnswers.ts';
import { isEmergencyTold } from '../checklist/decision.ts';
import type { Answers, Draft } from '../checklist/draft.ts';
import { outcomeChange } from '../checklist/outcomeChange.ts';
import { keepTyped, readAnswers } from '../checklist/readAnswers.ts';
import { previousOf, stepOf } from '../checklist/steps.ts';
import type { Step } from '../checklist/walk.ts';
import { wording } from '../checklist/wording.ts';
import { StoreError } from '../stores/storeError.ts';
import type { Handlers } from './actions.ts';
import { type Beside, type Change, placeCard, questionOf } from './checklistView.ts';
import { caseFor, mine, standing } from './drafts.ts';
import { following } from './following.ts';
import type { House } from './house.ts';
import { type Cleaned, cleaned, notPersonal, takeOut, wantsLook } from './pointedOut.ts';
import { pinned, upToDate } from './reconcile.ts';
import type { Reply } from './reply.ts';
import { screened } from './screened.ts';
import { recordReply, submitEmergency } from './submit.ts';
import type { Turn } from './turn.ts';
import { hasWords } from './typed.ts';

/** A press on one question's card as it came: what was typed has not been screened. */
interface RawPress {
  readonly case: string;
  readonly question: string;
  readonly revision: number;
  readonly inputs: Inputs;
}

/** Its words screened before anything else sees them. */
type Press = RawPress & Cleaned;

const pressOf = (data: Omit<RawPress, 'inputs'>, inputs: Inputs): RawPress => ({ ...data, inputs });

/** What a press on a draft's question has to go on with. */
interface At {
  readonly draft: Draft;
  readonly step: Step;
  readonly press: Press;
}

/**
 * Finds draft and question of a press. A draft that is a record by now shows the record. Where newer knowledge asks
 * otherwise, what was typed is kept and the person reads that first, except in an emergency, which goes on.
 */
async function onQuestion(house: House, turn: Turn, raw: RawPress, then: (at: At) => Promise<Reply>): Promise<Reply> {
  const stored = await mine(house, turn, raw.case);
  if (!stored) return over(house, turn, raw);
  const { draft, banner } = await upToDate(house, turn, stored);
  const step = stepOf(caseFor(house, turn, draft), raw.question);
  if (!step) return moved(house, turn, draft, raw, banner || checkWords.moved);
  const at = { draft, step, press: { ...raw, ...cleaned(house, draft, step, raw.inputs, turn.at) } };
  if (stored.revision !== raw.revision) return late(house, turn, at, banner);
  return banner === '' || raw.question === 'emergency' ? then(at) : keptFirst(house, turn, at, banner);
}

/** Keeps what was typed, and says what has changed before anything else. */
const keptFirst = (house: House, turn: Turn, at: At, banner: string): Promise<Reply> => {
  const answers = { ...at.draft.answers, ...keepTyped(at.step, at.press.inputs, at.draft.answers) };
  return saved(house, turn, at, { answers }, (draft) => standing(house, turn, draft, banner));
};

/** The draft is a record by now or somebody else’s; or it is over. What was typed comes back, so that it can be copied. */
async function over(house: House, turn: Turn, { case: id, inputs }: RawPress): Promise<Reply> {
  const texts = textKeys(house);
  const typed = Object.entries(screened(inputs, turn.at).inputs).flatMap(([key, words]) =>
    texts.has(key) && hasWords(words) ? [words] : [],
  );
  const record = await house.stores.records.open(id);
  if (record?.requester === turn.person.id && record.submission !== null) {
    const known = new Set(Object.values(record.submission.answers).flat());
    const lost = typed.filter((words) => !known.has(words.trim()));
    return { ...(await recordReply(house, turn.person, id)), ...(lost.length > 0 && { text: alsoWrote(lost) }) };
  }
  if (record || typed.length === 0 || (await house.stores.drafts.open(id))) return recordReply(house, turn.person, id);
  return { card: noticeCard('draft-over', { sections: [wroteSection(typed)] }) };
}

/** Inputs that take words, of any question. */
const textKeys = (house: House): ReadonlySet<string> =>
  new Set(
    house.knowledge
      .current()
      .questions.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'text').map(({ key }) => key)),
  );

/** Another answer, given elsewhere, has taken this question away. What was typed stays with the draft, unseen. */
async function moved(house: House, turn: Turn, draft: Draft, raw: RawPress, banner: string): Promise<Reply> {
  const question = house.knowledge.current().questions.find(({ id }) => id === raw.question);
  const inputs = question?.inputs.map((input) => ({ input, options: [], answer: null, settled: false })) ?? [];
  if (!question) return { card: await placeCard(house, turn.person, draft, banner) };
  const step: Step = { question, inputs: inputs.filter(({ input }) => input.kind === 'text') };
  const { inputs: typed } = cleaned(house, draft, step, raw.inputs, turn.at);
  const saving = await save(house, turn, draft, { ...draft.answers, ...keepTyped(step, typed, draft.answers) });
  const now = saving.kind === 'saved' ? saving.draft : ((await mine(house, turn, draft.id)) ?? draft);
  return { card: await placeCard(house, turn.person, now, banner) };
}

/** A press on a card of an older revision: a second click says nothing new; anything else comes back to be used or not. */
async function late(house: House, turn: Turn, { draft, step, press }: At, first = ''): Promise<Reply> {
  const before = caseFor(house, turn, draft);
  const { answers } = changeAnswers(before, keepTyped(step, press.inputs, draft.answers));
  if (JSON.stringify(answers) === JSON.stringify(draft.answers))
    return { card: await placeCard(house, turn.person, draft, first) };
  const saved = wording(before).find(({ question }) => question === step.question.id);
  const words = banners.late(saved?.answers.map(({ value }) => value).join('; ') ?? '');
  const banner = first ? `${first} ${words}` : words;
  return { card: await questionOf(house, draft, before, step, { typed: press.inputs, banner }) };
}

type Saving = { readonly kind: 'saved'; readonly draft: Draft } | { readonly kind: 'conflict' | 'not-saved' };

async function save(
  house: House,
  turn: Turn,
  draft: Draft,
  answers: Answers,
  notPersonal: Draft['notPersonal'] = draft.notPersonal,
): Promise<Saving> {
  const next = pinned(house, turn, { ...draft, answers, notPersonal });
  try {
    const saved = await house.stores.drafts.save(next, draft.revision);
    return saved.kind === 'saved' ? { kind: 'saved', draft: { ...next, revision: saved.revision } } : saved;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    house.log.error({ case: draft.id, code: error.code, why: error.message }, 'a draft was not saved');
    return { kind: 'not-saved' };
  }
}

/** Saves and goes on; what could not be saved, or not yet, comes back as typed. */
async function saved(
  house: House,
  turn: Turn,
  { draft, step, press }: At,
  next: { readonly answers: Answers; readonly notPersonal?: Draft['notPersonal'] },
  then: (draft: Draft) => Promise<Reply>,
): Promise<Reply> {
  const asTyped = async (banner: string, bannerStyle: 'attention' | 'accent'): Promise<Reply> => {
    const beside = { typed: press.inputs, banner, bannerStyle };
    return { card: await questionOf(house, draft, caseFor(house, turn, draft), step, beside) };
  };
  const settled = async (saving: Saving): Promise<Reply> => {
    if (saving.kind === 'saved') return then(saving.draft);
    if (saving.kind === 'not-saved') return asTyped(banners.notSaved, 'attention');
    const now = await mine(house, turn, draft.id);
    return now ? late(house, turn, { draft: now, step, press }) : over(house, turn, press);
  };
  const saving = save(house, turn, draft, next.answers, next.notPersonal);
  return following(house, turn, saving, settled, () => asTyped(banners.notYetSaved, 'accent'));
}

/** The same question again, as it was saved, with something to say first. */
async function again(house: House, turn: Turn, draft: Draft, step: Step, beside: Beside): Promise<Reply> {
  const theCase = caseFor(house, turn, draft);
  const now = stepOf(theCase, step.question.id) ?? step;
  return { card: await questionOf(house, draft, theCase, now, beside) };
}

const answer = (house: House, turn: Turn, raw: RawPress): Promise<Reply> =>
  onQuestion(house, turn, raw, (at) => {
    const { draft, step, press } = at;
    const read = readAnswers(step, press.inputs);
    const before = caseFor(house, turn, draft);
    const changed = changeAnswers(before, read.answers);
    return saved(house, turn, at, { answers: changed.answers }, (next) => {
      if (read.kind === 'problems')
        return again(house, turn, next, step, {
          typed: press.inputs,
          problems: read.problems,
          banner: banners.putRight,
        });
      // An emergency goes on at once, and so do Back and Save and leave. Pressing Continue once more goes on as well.
      if (wantsLook(step, press)) return again(house, turn, next, step, { banner: banners.look });
      return onward(house, turn, step, next, {
        question: step.question.id,
        reopened: [...new Set(changed.reopened.map(({ name }) => name))],
        ...outcomeChange(before, caseFor(house, turn, next)),
      });
    });
  });

async function onward(house: House, turn: Turn, step: Step, draft: Draft, change: Change): Promise<Reply> {
  const isTold = step.question.id === 'emergency' && isEmergencyTold(caseFor(house, turn, draft));
  return isTold && draft.resubmits === null
    ? submitEmergency(house, turn, draft)
    : standing(house, turn, draft, '', change);
}

/** Keeps what was typed, checks nothing, and goes where `then` says. */
const keep = (house: House, turn: Turn, raw: RawPress, then: (draft: Draft) => Promise<Reply>): Promise<Reply> =>
  onQuestion(house, turn, raw, (at) => {
    const kept = keepTyped(at.step, at.press.inputs, at.draft.answers);
    return saved(house, turn, at, { answers: { ...at.draft.answers, ...kept } }, then);
  });

const back = (house: House, turn: Turn, raw: RawPress): Promise<Reply> =>
  keep(house, turn, raw, async (draft) => {
    const theCase = caseFor(house, turn, draft);
    const previous = previousOf(theCase, raw.question) ?? stepOf(theCase, raw.question);
    return {
      card: previous ? await questionOf(house, draft, theCase, previous) : await placeCard(house, turn.person, draft),
    };
  });

/** Takes what looks like an identifier out of one answer, or puts it back: the person says which it is. */
const judge = (
  house: House,
  turn: Turn,
  raw: RawPress,
  { input, kind }: { readonly input: string; readonly kind: string },
  decide: typeof takeOut,
): Promise<Reply> =>
  onQuestion(house, turn, raw, (at) => {
    const { draft, step, press } = at;
    const answers = { ...draft.answers, ...keepTyped(step, press.inputs, draft.answers) };
    const text = answers[input];
    const isAsked = step.inputs.some((asked) => asked.input.key === input && asked.input.kind === 'text');
    if (!isAsked || typeof text !== 'string') return again(house, turn, draft, step, { typed: press.inputs });
    const judged = decide(house, { draft, question: step.question.id, input, text }, kind, turn.at);
    const next = { answers: { ...answers, [input]: judged.text }, notPersonal: judged.notPersonal };
    return saved(house, turn, at, next, (now) => {
      const isFalseAlarm = judged.outcome === 'put-back' || judged.outcome === 'kept';
      if (isFalseAlarm) house.stores.counts.add(`screen:${kind}`, 'not-personal', turn.at);
      return again(house, turn, now, step, { banner: banners.judged[judged.outcome] });
    });
  });

const left = (draft: Draft): Reply => ({
  card: noticeCard('saved', {
    actions: [
      button('Go on with it', 'checklist.resume', { case: draft.id }, 'positive'),
      button('My drafts', 'register.drafts'),
    ],
  }),
});

async function leave(house: House, turn: Turn, press: RawPress): Promise<Reply> {
  if (press.question !== 'check') return keep(house, turn, press, async (draft) => left(draft));
  const draft = await mine(house, turn, press.case);
  return draft ? left(draft) : recordReply(house, turn.person, press.case);
}

async function change(house: House, turn: Turn, caseId: string, question: string): Promise<Reply> {
  const stored = await mine(house, turn, caseId);
  if (!stored) return recordReply(house, turn.person, caseId);
  const { draft, banner } = await upToDate(house, turn, stored);
  if (banner !== '') return standing(house, turn, draft, banner);
  const theCase = caseFor(house, turn, draft);
  const step = stepOf(theCase, question);
  return { card: step ? await questionOf(house, draft, theCase, step) : await placeCard(house, turn.person, draft) };
}

/** What is pressed on a question’s card. */
export const checklistActions = {
  'checklist.answer': (house, turn, { data, inputs }) => answer(house, turn, pressOf(data, inputs)),
  'checklist.back': (house, turn, { data, inputs }) => back(house, turn, pressOf(data, inputs)),
  'checklist.leave': (house, turn, { data, inputs }) => leave(house, turn, pressOf(data, inputs)),
  'checklist.take-out': (house, turn, { data, inputs }) => judge(house, turn, pressOf(data, inputs), data, takeOut),
  'checklist.not-personal': (house, turn, { data, inputs }) =>
    judge(house, turn, pressOf(data, inputs), data, notPersonal),
  'checklist.change': (house, turn, { data }) => change(house, turn, data.case, data.question),
} satisfies Handlers;
