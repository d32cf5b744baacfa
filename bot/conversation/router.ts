import { noticeCard, notSavedWords } from '../../cards/notice/notice.ts';
import { type Action, readAction, type Verb } from '../../cards/verbs.ts';
import { readReference } from '../records/reference.ts';
import { StoreError } from '../stores/storeError.ts';
import { aboutMe } from './aboutMe.ts';
import type { Handler, Handlers } from './actions.ts';
import { administerActions, searchKnowledge } from './administer.ts';
import { waitingQuestions } from './answerAsked.ts';
import { ask, askActions } from './ask.ts';
import { checklistActions, startDraft } from './checklist.ts';
import { answerCounts } from './counts.ts';
import { escalateActions, myQuestions } from './escalate.ts';
import { greeting } from './help.ts';
import type { House } from './house.ts';
import { lookUp } from './lookUp.ts';
import { personOf } from './people.ts';
import { profileActions } from './profile.ts';
import { myDrafts, myRecords, openReference, pending, registerActions, waitingFor } from './register.ts';
import type { Reply } from './reply.ts';
import { reviewActions } from './review.ts';
import { rolesActions } from './roles.ts';
import { settingsActions } from './settings.ts';
import type { Arrival, Turn } from './turn.ts';

const handlers = {
  ...askActions,
  ...checklistActions,
  ...reviewActions,
  ...registerActions,
  ...profileActions,
  ...settingsActions,
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
  { pattern: /^start$/i, run: (house, turn) => startDraft(house, turn, house.newId()) },
  { pattern: /^my drafts$/i, run: myDrafts },
  { pattern: /^my records$/i, run: myRecords },
  { pattern: /^pending$/i, run: pending },
  { pattern: /^my questions$/i, run: myQuestions },
  { pattern: /^questions$/i, run: waitingQuestions },
  { pattern: /^(?:counts|how (?:do )?the answers do)\??$/i, run: answerCounts },
  { pattern: /^about me$/i, run: (house, turn) => aboutMe(house, turn.person) },
  { pattern: /^settings$/i, run: (house, turn) => press(house, turn, { verb: 'settings.open', data: {}, inputs: {} }) },
  { pattern: /^roles$/i, run: (house, turn) => press(house, turn, { verb: 'roles.open', data: {}, inputs: {} }) },
  { pattern: /^knowledge(?: (.{1,200}))?$/i, run: searchKnowledge },
];

/** In a group the greeting offers no buttons: they lead to cases. A reviewer hears at once what waits for them. */
async function greet(house: House, turn: Turn, kind: 'welcome' | 'help'): Promise<Reply> {
  if (turn.place !== 'personal') return { card: noticeCard(kind) };
  const waiting = (await waitingFor(house, turn.person)).length;
  return { card: greeting(kind, house, turn.person, waiting) };
}

function press(house: House, turn: Turn, action: Action): Promise<Reply> {
  if (turn.place !== 'personal' && !answeredAnywhere.has(action.verb))
    return Promise.resolve({ card: noticeCard('group-only-questions') });
  // The map pairs each verb with its own data; TypeScript cannot follow that through the union.
  return (handlers[action.verb] as Handler<Verb>)(house, turn, action);
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
  const reference = turn.place === 'personal' && text.length <= 24 ? readReference(text) : null;
  return reference ? openReference(house, turn, reference) : ask(house, turn, text);
}

async function answer(house: House, arrival: Arrival): Promise<Reply> {
  if (arrival.input.kind === 'search') return lookUp(house, arrival, arrival.input);
  const person = await personOf(house, arrival);
  const turn: Turn = { person, place: arrival.place, input: arrival.input, at: arrival.at };
  switch (arrival.input.kind) {
    case 'arrived':
      return greet(house, turn, 'welcome');
    case 'text':
      return say(house, turn, arrival.input.text);
    case 'action': {
      const action = readAction(arrival.input.verb, arrival.input.data);
      return action ? press(house, turn, action) : { card: noticeCard('old-card') };
    }
  }
}

/**
 * Answers one arrival. The one way in: `teams/` proves who is speaking, this looks the person up, reads what they did
 * and hands it to one conversation. When the store cannot write, the pressed card stays as it is, with what was typed.
 */
export async function route(house: House, arrival: Arrival): Promise<Reply | null> {
  try {
    return await answer(house, arrival);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    house.log.error({ code: error.code, input: arrival.input.kind }, 'the store refused a turn');
    return { text: notSavedWords };
  }
}
