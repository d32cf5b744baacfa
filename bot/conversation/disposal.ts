import { listCard } from '../../cards/list/list.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { isRetentionReached } from '../records/retention.ts';
import { standings } from '../records/standing.ts';
import { StoreError } from '../stores/storeError.ts';
import type { House } from './house.ts';
import { reviewerOf } from './office.ts';
import { recordItem } from './register.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/**
 * Does what disposals stand for that two people agreed on: at once, at the start, and every hour, so that a disk that
 * refused or a process that stopped is made up for.
 */
export async function finishDisposals(house: Pick<House, 'stores' | 'nudge' | 'log'>): Promise<void> {
  try {
    const finished = await house.stores.records.finishDisposals();
    for (const { case: id } of finished) house.log.info({ case: id }, 'a record was disposed of');
    if (finished.length > 0) house.nudge();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    house.log.error({ code: error.code, why: error.message }, 'a disposal is not finished; it is tried again');
  }
}

/** For IG leads: records whose time is over, those first that wait for a second person. */
export async function disposable(house: House, turn: Turn): Promise<Reply> {
  if (!turn.person.roles.includes('ig-lead')) return { card: noticeCard('not-your-role') };
  const { retentionYears } = await house.stores.settings.read();
  const closed = await house.stores.records.list({ closed: true });
  const reviewer = await reviewerOf(house, turn.person);
  const over = closed
    .filter((heading) => standings(heading, reviewer).includes('ig-lead'))
    .filter(({ closedAt }) => isRetentionReached(closedAt, retentionYears, turn.at))
    .toSorted((one, other) => Number(other.disposalAskedBy !== null) - Number(one.disposalAskedBy !== null));
  if (over.length === 0) return { card: noticeCard(retentionYears === null ? 'retention-unset' : 'none-disposable') };
  return {
    card: listCard(
      'disposal',
      over.map((heading) => recordItem(house, heading)),
    ),
  };
}
