import { randomUUID } from 'node:crypto';
import { askedOf } from '../../bot/checklist/asked.ts';
import type { Answers, Draft } from '../../bot/checklist/draft.ts';
import { filledCase } from './checklistCase.ts';
import type { HouseUnderTest } from './house.ts';
import type { Speaker } from './speaker.ts';

/** About me of somebody who drafts. */
export const sharer = {
  organisation: 'Exampleton Borough Council',
  kind: 'council',
  area: 'london',
  'role-title': 'social worker',
};

/** Answers to every question of a careful, ordinary case, except what `answers` says. */
export const everyAnswer = (answers: Answers = {}): Answers => filledCase(answers).answers;

/** A draft in the store, as the bot would have saved it now. */
export async function aSavedDraft(house: HouseUnderTest, owner: Speaker, answers: Answers): Promise<Draft> {
  const knowledge = house.knowledge.current();
  const at = house.clock.toISOString();
  const draft: Draft = {
    id: randomUUID(),
    owner: await owner.id(),
    revision: 0,
    knowledgeRevision: knowledge.revision,
    answers,
    asked: askedOf({ knowledge, answers, sharer: { kind: 'council' } }),
    resubmits: null,
    notPersonal: [],
    startedAt: at,
    savedAt: at,
  };
  await house.stores.drafts.save(draft, 0);
  return { ...draft, revision: 1 };
}
