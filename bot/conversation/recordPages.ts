import type { SharingRecord } from '../records/record.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { plainSummary } from './plainSummary.ts';
import { type Beside, recordFor } from './recordView.ts';
import type { Reply } from './reply.ts';
import { notOpened, opened } from './review.ts';
import { screened } from './screened.ts';
import type { Turn } from './turn.ts';

/** A comment that can be used, and that every card has room for. */
const longestKept = 2000;

const tooLong = `Your comment is longer than ${longestKept} characters. Please shorten it, then press again. Nothing you typed is lost.`;

interface Press {
  readonly case: string;
  /** A comment that was begun; undefined where the card asks for none. */
  readonly typed: string | undefined;
}

/** Shows the record again, with what was typed. A comment that no card could carry keeps the card it stands on. */
async function turned(
  house: House,
  turn: Turn,
  { case: caseId, typed = '' }: Press,
  then: (record: SharingRecord) => Beside & { readonly text?: string },
): Promise<Reply> {
  const reasonTyped = screened({ reason: typed.trim() }, turn.at).inputs.reason ?? '';
  if (reasonTyped.length > longestKept) return { text: tooLong };
  const record = await opened(house, turn, caseId);
  if (!record) return notOpened(house, turn, caseId, [reasonTyped]);
  const { text, ...beside } = then(record);
  const card = await recordFor(house, turn.person, record, { ...beside, reasonTyped });
  return { card, ...(text !== undefined && { text }), showsCase: record.case };
}

/** Pages of a record, and its summary as a message: a card cannot be copied from. */
export const recordPageActions = {
  'review.page': (house, turn, { data, inputs }) =>
    turned(house, turn, { case: data.case, typed: inputs.reason }, () => ({ page: data.page })),
  'review.summary': (house, turn, { data, inputs }) =>
    turned(house, turn, { case: data.case, typed: inputs.reason }, (record) => ({
      text: plainSummary(record, house.knowledge.current()),
    })),
} satisfies Handlers;
