import type { Circumstances } from '../records/decide.ts';
import type { RecordHeading } from '../records/record.ts';
import { isRetentionReached } from '../records/retention.ts';
import type { House } from './house.ts';

/** What the review table asks of the day and the settings. */
export async function circumstancesOf(house: House, { closedAt }: RecordHeading, at: Date): Promise<Circumstances> {
  const { retentionYears } = await house.stores.settings.read();
  return { isRetentionReached: isRetentionReached(closedAt, retentionYears, at) };
}
