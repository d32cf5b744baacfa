import type { Draft } from '../checklist/draft.ts';
import type { SharingRecord } from '../records/record.ts';
import { againId } from '../records/submit.ts';
import type { Handlers } from './actions.ts';
import { newDraft, resume } from './drafts.ts';
import type { House } from './house.ts';
import { openRecord } from './openRecord.ts';
import type { Reply } from './reply.ts';
import { refusal } from './review.ts';
import { recordReply } from './submit.ts';
import type { Turn } from './turn.ts';

/** Somebody would have to take ids on purpose to use so many up. */
const mostAttempts = 20;

/** A draft with all that the record holds already. */
function begun(house: House, turn: Turn, record: SharingRecord, id: string): Draft {
  const area = turn.person.profile?.area;
  const answers = { ...(area && { area }), ...record.submission.answers };
  return { ...newDraft(house, turn, id, answers), resubmits: record.case };
}

/**
 * Opens the checklist for the rest of a record, e.g. after an emergency: a draft of its own, begun once however often it
 * is asked for. An id that something else has is passed over.
 */
async function complete(house: House, turn: Turn, caseId: string): Promise<Reply> {
  const record = await openRecord(house, turn.person, caseId);
  if (!record) return recordReply(house, turn.person, caseId);
  const refused = await refusal(house, turn, record, 'resubmitted');
  if (refused) return refused;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const id = againId(caseId, attempt);
    await house.stores.drafts.save(begun(house, turn, record, id), 0);
    const draft = await house.stores.drafts.open(id);
    if (draft?.owner === turn.person.id && draft.resubmits === caseId) return resume(house, turn, id);
  }
  return recordReply(house, turn.person, caseId);
}

export const fullRecordActions = {
  'checklist.complete': (house, turn, { data }) => complete(house, turn, data.case),
} satisfies Handlers;
