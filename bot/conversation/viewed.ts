import { noticeCard } from '../../cards/notice/notice.ts';
import { readRefresh } from '../../cards/verbs.ts';
import type { House } from './house.ts';
import { noRecord, openRecord } from './openRecord.ts';
import { recordFor } from './recordView.ts';
import type { Reply } from './reply.ts';
import type { Arrival } from './turn.ts';

/**
 * A record’s card came into view: the record as it stands now, for somebody who may see it. Reads and nothing else. Nobody
 * did anything, so that no person is made or changed, nothing is noted, and Teams is not asked who they are.
 */
export async function viewed(house: House, { speaker, place }: Arrival, data: unknown): Promise<Reply> {
  if (place !== 'personal') return { card: noticeCard('group-only-questions') };
  const asked = readRefresh(data);
  const person = asked && (await house.stores.people.byDirectory(speaker.directoryId));
  if (!person) return { card: noticeCard('not-yours') };
  const record = await openRecord(house, person, asked.case);
  if (!record) return noRecord(house, person, asked.case);
  return { card: await recordFor(house, person, record) };
}
