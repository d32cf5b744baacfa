import { noticeCard } from '../../cards/notice/notice.ts';
import type { SharingRecord } from '../records/record.ts';
import { decide, type ReviewEvent } from '../records/review.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { maySee, recordFor } from './recordView.ts';
import type { Reply } from './reply.ts';
import { screenedText } from './screened.ts';
import type { Turn } from './turn.ts';

const longestReason = 2000;

const refusals = {
  'own-record': 'This is your own record, so somebody else reviews it.',
  'not-your-role': 'Only its approver can decide on this record.',
  'already-decided': 'Somebody has decided on this already; the first decision stands.',
} as const;

async function opened(house: House, turn: Turn, caseId: string): Promise<SharingRecord | null> {
  const record = await house.stores.records.open(caseId);
  return record && maySee(record, turn.person) ? record : null;
}

const shown = async (house: House, turn: Turn, record: SharingRecord, beside = {}): Promise<Reply> => ({
  card: await recordFor(house, turn.person, record, beside),
  showsCase: record.case,
});

const eventOf = {
  approved: (comment: string): ReviewEvent => ({ type: 'approved', comment }),
  declined: (reason: string): ReviewEvent => ({ type: 'declined', reason }),
};

async function decideOn(
  house: House,
  turn: Turn,
  caseId: string,
  type: ReviewEvent['type'],
  typed: string,
): Promise<Reply> {
  const record = await opened(house, turn, caseId);
  if (!record) return { card: noticeCard('not-yours') };
  const words = screenedText(typed.trim(), turn.at);
  if (words.length > longestReason)
    return shown(house, turn, record, {
      reasonTyped: words,
      reasonProblem: `Tell us why in at most ${longestReason} characters`,
    });
  const decided = decide(record, eventOf[type](words), turn.person, turn.at);
  if (decided.kind === 'refused')
    return decided.why === 'reason-needed'
      ? shown(house, turn, record, { reasonTyped: words, reasonProblem: 'Tell us why you decline it' })
      : shown(house, turn, record, { banner: refusals[decided.why] });
  const committed = await house.stores.records.commit(decided.commit);
  if (committed.kind === 'committed') house.nudge();
  const now = (await opened(house, turn, record.case)) ?? record;
  return shown(house, turn, now, committed.kind === 'committed' ? {} : { banner: refusals['already-decided'] });
}

export const reviewActions = {
  'review.open': async (house, turn, { data }) => {
    const record = await opened(house, turn, data.case);
    return record ? shown(house, turn, record) : { card: noticeCard('not-yours') };
  },
  'review.approve': (house, turn, { data, inputs }) =>
    decideOn(house, turn, data.case, 'approved', inputs.reason ?? ''),
  'review.decline': (house, turn, { data, inputs }) =>
    decideOn(house, turn, data.case, 'declined', inputs.reason ?? ''),
} satisfies Handlers;
