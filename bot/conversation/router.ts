import { noticeCard, refusedWords } from '../../cards/notice/notice.ts';
import { type Action, readAction, type Verb } from '../../cards/verbs.ts';
import { readReference } from '../records/reference.ts';
import { StoreError } from '../stores/storeError.ts';
import { aboutMe } from './aboutMe.ts';
import type { Handler, Handlers } from './actions.ts';
import { administerActions, searchKnowledge } from './administer.ts';
import { waitingQuestions } from './answerAsked.ts';
import { ask, askActions } from './ask.ts';
import { checkActions } from './check.ts';
import { checklistActions } from './checklist.ts';
import { correctActions } from './correct.ts';
import { answerCounts } from './counts.ts';
import { coverActions } from './cover.ts';
import { digestActions, showDigest, turnDigest } from './digest.ts';
import { disposable } from './disposal.ts';
import { draftActions, myDrafts, startDraft } from './drafts.ts';
import { advised, emergencyActions, emergencyAdvice } from './emergency.ts';
import { escalateActions, myQuestions } from './escalate.ts';
import { fullRecordActions } from './fullRecord.ts';
import { greeting } from './help.ts';
import type { House } from './house.ts';
import { leavers, leaversActions } from './leavers.ts';
import { lookUp } from './lookUp.ts';
import { middleOf, notePause, noteShown, shownOn } from './middle.ts';
import { notNotified, notNotifiedActions } from './notNotified.ts';
import { personOf } from './people.ts';
import { profileActions } from './profile.ts';
import { reassignActions } from './reassign.ts';
import { recordPageActions } from './recordPages.ts';
import { myRecords, openReference, pending, registerActions, waitingFor } from './register.ts';
import type { Reply } from './reply.ts';
import { reviewActions } from './review.ts';
import { rolesActions } from './roles.ts';
import { routingActions } from './routing.ts';
import { settingsActions } from './settings.ts';
import { sharingActions } from './sharing.ts';
import type { Arrival, Input, Turn } from './turn.ts';
import { typedAboutMe, withAboutMeHint } from './typedAboutMe.ts';
import { typedActions, typedAnswer, withHint } from './typedAnswer.ts';
import { isTypedCommand, typedCommand } from './typedCommands.ts';
import { withUntold } from './untold.ts';
import { viewed } from './viewed.ts';
import { whereLeft } from './whereLeft.ts';
import { workingHoursActions } from './workingHours.ts';

const handlers = {
  ...askActions,
  ...checklistActions,
  ...typedActions,
  ...emergencyActions,
  ...draftActions,
  ...checkActions,
  ...notNotifiedActions,
  ...recordPageActions,
  ...fullRecordActions,
  ...reviewActions,
  ...sharingActions,
  ...reassignActions,
  ...correctActions,
  ...registerActions,
  ...digestActions,
  ...profileActions,
  ...coverActions,
  ...settingsActions,
  ...workingHoursActions,
  ...routingActions,
  ...leaversActions,
  ...rolesActions,
  ...administerActions,
  ...escalateActions,
} satisfies Required<Handlers>;

/** Verbs that answer in any place; everything else is about a case or a person and stays in the personal chat. */
const answeredAnywhere: ReadonlySet<Verb> = new Set<Verb>([
  'ask.answer',
  'ask.show',
  'ask.details',
  'ask.others',
  'ask.right',
  'ask.none',
]);

interface Command {
  /** Matches the whole message, never a part of it: “please do not start” starts nothing. */
  readonly pattern: RegExp;
  readonly anywhere?: boolean;
  readonly run: (house: House, turn: Turn, rest: string) => Promise<Reply> | Reply;
}

const commands: readonly Command[] = [
  {
    pattern: /^(?:hi|hello|hey)(?: there)?[!.]?$/i,
    anywhere: true,
    run: (house, turn) => greet(house, turn, 'welcome'),
  },
  { pattern: /^(?:help|\?)[!.]?$/i, anywhere: true, run: (house, turn) => greet(house, turn, 'help') },
  { pattern: /^privacy$/i, anywhere: true, run: () => ({ card: noticeCard('privacy') }) },
  { pattern: /^(?:emergency|999|danger|help now|sos)[!.]*$/i, anywhere: true, run: emergencyAdvice },
  {
    pattern: /^record (?:it|an emergency|emergency)$/i,
    run: (house, turn) =>
      press(house, turn, { verb: 'checklist.emergency', data: { case: house.newId() }, inputs: {} }),
  },
  { pattern: /^start$/i, run: (house, turn) => startDraft(house, turn, house.newId()) },
  { pattern: /^my drafts$/i, run: myDrafts },
  { pattern: /^my records(?: (\d{1,3}))?$/i, run: paged(myRecords) },
  { pattern: /^pending(?: (\d{1,3}))?$/i, run: paged(pending) },
  { pattern: /^digest(?: (\d{1,3}))?$/i, run: paged(showDigest) },
  { pattern: /^digest (on|off)$/i, run: turnDigest },
  { pattern: /^(?:disposal|retention)$/i, run: disposable },
  { pattern: /^my questions$/i, run: myQuestions },
  { pattern: /^questions$/i, run: waitingQuestions },
  { pattern: /^not (?:told|notified)$/i, run: (house, turn) => notNotified(house, turn, '') },
  { pattern: /^(?:counts|how (?:do )?the answers do)\??$/i, run: answerCounts },
  { pattern: /^about me$/i, run: (house, turn) => aboutMe(house, turn.person) },
  {
    pattern: /^about me:\s*(.{1,600})$/is,
    run: async (house, turn, rest) => press(house, turn, await typedAboutMe(house, turn, rest)),
  },
  {
    pattern: /^(?:my )?cover$/i,
    run: (house, turn) => press(house, turn, { verb: 'cover.open', data: {}, inputs: {} }),
  },
  { pattern: /^settings$/i, run: (house, turn) => press(house, turn, { verb: 'settings.open', data: {}, inputs: {} }) },
  {
    pattern: /^working hours$/i,
    run: (house, turn) => press(house, turn, { verb: 'settings.hours', data: {}, inputs: {} }),
  },
  { pattern: /^leavers(?: (.{1,100}))?$/i, run: leavers },
  { pattern: /^approvers$/i, run: (house, turn) => press(house, turn, { verb: 'routing.open', data: {}, inputs: {} }) },
  { pattern: /^roles$/i, run: (house, turn) => press(house, turn, { verb: 'roles.open', data: {}, inputs: {} }) },
  { pattern: /^knowledge(?: (.{1,200}))?$/i, run: searchKnowledge },
];

/** A command that may have a page behind it: “pending 2”. */
function paged(list: (house: House, turn: Turn, page: number) => Promise<Reply>): Command['run'] {
  return (house, turn, rest) => list(house, turn, Number(rest) || 1);
}

/** In a group the greeting offers no buttons: they lead to cases. A reviewer hears at once what waits for them. */
async function greet(house: House, turn: Turn, kind: 'welcome' | 'help'): Promise<Reply> {
  if (turn.place !== 'personal') return { card: noticeCard(kind) };
  const reviews = (await waitingFor(house, turn.person)).length;
  const isLead = turn.person.roles.includes('ig-lead');
  const notTold = isLead ? (await house.stores.outbox.notDelivered()).length : 0;
  const isRetentionUnset = isLead && (await house.stores.settings.read()).retentionYears === null;
  return { card: greeting(kind, house, turn.person, { reviews, notTold, isRetentionUnset }) };
}

async function press(house: House, turn: Turn, action: Action): Promise<Reply> {
  if (turn.place !== 'personal' && !answeredAnywhere.has(action.verb))
    return { card: noticeCard('group-only-questions') };
  // The map pairs each verb with its own data; TypeScript cannot follow that through the union.
  const reply = await (handlers[action.verb] as Handler<Verb>)(house, turn, action);
  if (action.verb === 'checklist.leave' && !(reply.card && shownOn(reply.card))) house.lastShown.leave(turn.person.id);
  return reply;
}

async function say(house: House, turn: Turn, words: string): Promise<Reply> {
  const text = words.trim();
  for (const { pattern, anywhere, run } of commands) {
    const found = pattern.exec(text);
    if (!found) continue;
    if (turn.place !== 'personal' && !anywhere) return { card: noticeCard('group-only-questions') };
    return run(house, turn, found[1] ?? '');
  }
  // A message that is a reference and little else; a question that mentions one is still a question.
  const reference = text.length <= 24 ? readReference(text) : null;
  if (turn.place !== 'personal' && (reference || isTypedCommand(text)))
    return { card: noticeCard('group-only-questions') };
  if (reference) return openReference(house, turn, reference);
  return advised(house, turn, text, (await inChecklist(house, turn, text)) ?? (await asked(house, turn, text)));
}

/** What a message means to the checklist somebody has open; null when it means nothing to it. */
async function inChecklist(house: House, turn: Turn, text: string): Promise<Reply | null> {
  if (turn.place !== 'personal') return null;
  const meant = await typedCommand(house, turn, text);
  if (meant) return 'verb' in meant ? withHint(await press(house, turn, meant)) : meant;
  const middle = await middleOf(house, turn);
  return middle && typedAnswer(house, turn, text, middle);
}

/** Answers a question; an open checklist is offered again. */
async function asked(house: House, turn: Turn, text: string): Promise<Reply> {
  const reply = await ask(house, turn, text);
  const middle = await middleOf(house, turn);
  notePause(house, turn, reply);
  return middle ? { ...reply, followUp: whereLeft(house, turn, text, middle) } : reply;
}

async function answer(house: House, arrival: Arrival): Promise<Reply> {
  if (arrival.input.kind === 'search') return lookUp(house, arrival, arrival.input);
  if (arrival.input.kind === 'viewed') return viewed(house, arrival, arrival.input.data);
  const person = await personOf(house, arrival);
  const turn: Turn = { person, place: arrival.place, input: arrival.input, at: arrival.at };
  const reply = await withUntold(house, turn, await answerTo(house, turn, arrival.input));
  return noted(house, turn, reply);
}

/** Notes what a reply asks, also what it asks later. */
function noted(house: House, turn: Turn, reply: Reply): Reply {
  noteShown(house, turn, reply);
  return reply.later ? { ...reply, later: reply.later.then((settled) => noted(house, turn, settled)) } : reply;
}

async function answerTo(
  house: House,
  turn: Turn,
  input: Exclude<Input, { kind: 'search' | 'viewed' }>,
): Promise<Reply> {
  switch (input.kind) {
    case 'arrived':
      return greet(house, turn, 'welcome');
    case 'text':
      return withAboutMeHint(house, turn, await say(house, turn, input.text));
    case 'action': {
      const action = readAction(input.verb, input.data);
      return action ? press(house, turn, action) : { card: noticeCard('old-card') };
    }
  }
}

/**
 * Answers one arrival. The one way in: `teams/` proves who is speaking, this looks the person up, reads what they did
 * and hands it to one conversation. When the store refuses, the pressed card stays as it is, with what was typed.
 */
export async function route(house: House, arrival: Arrival): Promise<Reply | null> {
  const refused = (error: unknown): Reply => {
    if (!(error instanceof StoreError)) throw error;
    house.log.error({ code: error.code, why: error.message, input: arrival.input.kind }, 'the store refused a turn');
    return { text: refusedWords(error.code) };
  };
  try {
    const reply = await answer(house, arrival);
    return reply.later ? { ...reply, later: reply.later.catch(refused) } : reply;
  } catch (error) {
    return refused(error);
  }
}
