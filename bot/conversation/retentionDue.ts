import { button } from '../../cards/button.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { dayOf } from '../records/workingDays.ts';
import type { Person } from '../stores/ports.ts';
import type { House } from './house.ts';
import type { NoticeCard } from './notices.ts';

/**
 * Reminds the IG leads, once a month, that nobody has said how long records are kept: until then nothing is disposed of.
 * The month is noted after the reminder was added, and one that is still on its way is not made again.
 */
export async function retentionDue(house: House, at: Date): Promise<void> {
  const { settings, records, people, outbox } = house.stores;
  const { retentionYears, retentionAsked } = await settings.read();
  const month = dayOf(at).slice(0, 7);
  if (retentionYears !== null || retentionAsked === month || (await records.count()) === 0) return;
  const leads = await people.withRole('ig-lead');
  if (leads.length === 0) return;
  const owed = (await outbox.pending()).filter(({ kind }) => kind === 'retention-unset').map(({ to }) => to);
  const untold = leads.filter(({ id }) => !owed.includes(id));
  await outbox.add(untold.map(({ id }) => ({ to: id, kind: 'retention-unset', about: month })));
  await settings.change((current) => ({ ...current, retentionAsked: month }));
  house.nudge();
}

/** The reminder; null when it was set since, or is not theirs to set any more. */
export async function retentionNotice(house: House, person: Person): Promise<NoticeCard | null> {
  const { retentionYears } = await house.stores.settings.read();
  if (retentionYears !== null || !person.roles.includes('ig-lead')) return null;
  return { card: noticeCard('retention-unset', { actions: [button('Settings', 'settings.open', {}, 'positive')] }) };
}
