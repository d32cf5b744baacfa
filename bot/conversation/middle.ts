import type { Rendered } from '../../cards/render.ts';
import { readAction } from '../../cards/verbs.ts';
import type { Case } from '../checklist/case.ts';
import type { Draft } from '../checklist/draft.ts';
import { placeOf, stepOf } from '../checklist/steps.ts';
import type { Step } from '../checklist/walk.ts';
import { caseFor, mine } from './drafts.ts';
import type { House } from './house.ts';
import type { Shown } from './lastShown.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { unlessDamaged } from './unreadable.ts';

/** Where somebody is who has a checklist open. */
export interface Middle {
  readonly draft: Draft;
  readonly theCase: Case;
  readonly shown: Shown;
  /** The question they look at; null at check-your-answers. */
  readonly step: Step | null;
  /** Inputs that typed answers go to, in order; never empty on a question. */
  readonly pending: readonly string[];
  /** The bot asked something else since. */
  readonly isPaused: boolean;
}

/** A draft nobody touched for longer is not what they are doing now. */
const recentMs = 30 * 60_000;

/** What a card asks: its Continue, or what check-your-answers and discarding offer; null when it asks nothing. */
export function shownOn({ card }: Pick<Rendered, 'card'>): Shown | null {
  for (const { verb, data } of (card.actions ?? []) as readonly { verb: string; data: unknown }[]) {
    const action = readAction(verb, data);
    if (action?.verb === 'checklist.answer') return action.data;
    if (action?.verb === 'checklist.submit') return { ...action.data, question: 'check' };
    if (action?.verb === 'checklist.leave' && action.data.question === 'check') return action.data;
    if (action?.verb === 'checklist.discard-now') return { ...action.data, question: 'discard' };
  }
  return null;
}

/** Notes what a reply asks, so that what is typed next can answer it. In a group nothing is ever asked. */
export function noteShown(house: House, turn: Turn, { card }: Reply): void {
  const shown = turn.place === 'personal' && card ? shownOn(card) : null;
  if (shown) house.lastShown.show(turn.person.id, shown);
}

/** A reply that asks back: what is typed next may answer that, and nothing is guessed. */
export function notePause(house: House, turn: Turn, { card }: Reply): void {
  const actions = (card?.card.actions ?? []) as readonly { verb: string }[];
  if (turn.place === 'personal' && actions.some(({ verb }) => verb === 'ask.answer'))
    house.lastShown.pause(turn.person.id);
}

/** The checklist somebody is in the middle of, in their personal chat; null when there is none. */
export async function middleOf(house: House, turn: Turn): Promise<Middle | null> {
  if (turn.place !== 'personal') return null;
  const known = house.lastShown.find(turn.person.id);
  if (known === null) return null;
  const found = known ? await mine(house, turn, known.case) : await recentDraft(house, turn);
  if (!found) {
    // Noted, so that the drafts are not looked through again at the next question.
    house.lastShown.leave(turn.person.id);
    return null;
  }
  const theCase = caseFor(house, turn, found);
  const shown = known ?? whereItStands(theCase, found);
  const step = stepOf(theCase, shown.question);
  const pending = step ? pendingIn(step, known?.pending ?? []) : [];
  return { draft: found, theCase, shown, step, pending, isPaused: known?.isPaused ?? false };
}

/** After a restart nobody remembers what was shown: the newest draft counts, if it was saved just now. */
async function recentDraft(house: House, turn: Turn): Promise<Draft | null> {
  const [newest] = await house.stores.drafts.list({ owner: turn.person.id });
  const isRecent = newest && turn.at.getTime() - Date.parse(newest.savedAt) < recentMs;
  return isRecent ? unlessDamaged(house, newest.id, mine(house, turn, newest.id)) : null;
}

function whereItStands(theCase: Case, { id, revision }: Draft): Shown {
  const place = placeOf(theCase);
  return { case: id, revision, question: place.kind === 'check' ? 'check' : place.step.question.id };
}

/** Those that are left, else those to be answered, else all of them: somebody came back to change something. */
export function pendingIn({ inputs }: Step, left: readonly string[]): readonly string[] {
  const all = inputs.map(({ input }) => input.key);
  const stillLeft = left.filter((key) => all.includes(key));
  if (stillLeft.length > 0) return stillLeft;
  const open = inputs.filter(({ settled }) => !settled).map(({ input }) => input.key);
  return open.length > 0 ? open : all;
}
