import { draftWords } from '../../cards/drafts/drafts.ts';
import { askedOf, askedOtherwise } from '../checklist/asked.ts';
import type { Asked, Draft } from '../checklist/draft.ts';
import { type Walk, walk } from '../checklist/walk.ts';
import { StoreError } from '../stores/storeError.ts';
import { caseOf } from './checklistView.ts';
import type { House } from './house.ts';
import type { Turn } from './turn.ts';

/** The walk in which something was asked: as long as it is the same one, there is nothing to compare. */
const askedIn = new WeakMap<Asked, Walk>();

/** The draft as this turn saves it: pinned to the knowledge in use, with what that has asked. */
export function pinned(house: House, turn: Turn, draft: Draft): Draft {
  const knowledge = house.knowledge.current();
  const theCase = caseOf(knowledge, draft, turn.person);
  const asked = askedOf(theCase);
  askedIn.set(asked, walk(theCase));
  return { ...draft, knowledgeRevision: knowledge.revision, asked, savedAt: turn.at.toISOString() };
}

/** In words what the questions ask otherwise than when the draft was saved; empty when nothing. */
function changedWords(house: House, turn: Turn, draft: Draft): string {
  if (!draft.asked) return '';
  const theCase = caseOf(house.knowledge.current(), draft, turn.person);
  if (askedIn.get(draft.asked) === walk(theCase)) return '';
  const otherwise = askedOtherwise(draft.asked, theCase);
  return Object.values(otherwise).every((names) => names.length === 0) ? '' : draftWords.changed(otherwise);
}

/**
 * The draft reconciled with the knowledge in use, and what to say first on the next card (empty when nothing has
 * changed). It is said once: the draft is saved with it. What cannot be saved is said again the next time; and where
 * another window was first, its draft is the newer one, so the next save finds that out.
 */
export async function upToDate(
  house: House,
  turn: Turn,
  draft: Draft,
): Promise<{ readonly draft: Draft; readonly banner: string }> {
  const banner = changedWords(house, turn, draft);
  if (banner === '') return { draft, banner };
  const next = pinned(house, turn, draft);
  try {
    const saved = await house.stores.drafts.save(next, draft.revision);
    return { draft: saved.kind === 'saved' ? { ...next, revision: saved.revision } : draft, banner };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    house.log.error({ case: draft.id, code: error.code }, 'a draft was not reconciled');
    return { draft, banner };
  }
}
