import type { Office } from '../records/office.ts';
import { decidersOf } from '../records/standing.ts';
import type { Notice } from '../stores/ports.ts';
import type { House } from './house.ts';

/**
 * Tells people what waits for them since roles or covers changed: who may decide now is asked, and who need not any more
 * hears so. Repeated after a stop it asks again, and the outbox sends what would show the same once.
 */
export async function tellReviewers(house: House, before: Office, after: Office): Promise<void> {
  const { records, outbox } = house.stores;
  const notices: Notice[] = [];
  for (const review of ['awaiting', 'with-ig-lead'] as const) {
    for (const heading of await records.list({ review })) {
      const was = decidersOf(heading, before);
      const are = decidersOf(heading, after);
      const about = heading.case;
      for (const to of are) if (!was.includes(to)) notices.push({ to, kind: 'review-asked', about });
      for (const to of was) if (!are.includes(to) && !after.left.has(to)) notices.push({ to, kind: 'changed', about });
    }
  }
  if (notices.length > 0) await outbox.add(notices);
  house.nudge();
}
