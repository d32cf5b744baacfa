import { button } from '../../cards/button.ts';
import { draftWords } from '../../cards/drafts/drafts.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Person } from '../stores/ports.ts';
import { endOf, endToTell, warnedFrom } from './draftEnd.ts';
import { inALine } from './draftList.ts';
import type { House } from './house.ts';
import type { NoticeCard } from './notices.ts';
import { day } from './words.ts';

/** Drafts whose owner still waits for the warning. */
async function owed(house: House): Promise<ReadonlySet<string>> {
  const pending = await house.stores.outbox.pending();
  return new Set(pending.filter(({ kind }) => kind === 'draft-expiring').map(({ about }) => about));
}

/**
 * What is due at the start and every day: drafts that nobody changed for long go, those that soon will are warned of.
 * Nothing goes before its warning was made and the whole time of it has passed, nor while the warning is still on its
 * way: a bot that was away for a month warns first. What was done is noted on the draft, and every save takes the note
 * away, so that a stop at any place is made up for the next time and each unchanged time has one warning.
 */
export async function draftsDue(house: House, at: Date): Promise<void> {
  const { drafts, outbox } = house.stores;
  const settings = await house.stores.settings.read();
  const onTheirWay = await owed(house);
  for (const draft of await drafts.list({ savedBy: warnedFrom(settings, at) })) {
    const end = endOf(draft, settings, at);
    if (!draft.warned) await drafts.warn(draft.id, draft.revision, { until: end.toISOString(), told: false });
    else if (end <= at && !onTheirWay.has(draft.id)) await drafts.discard(draft.id, draft.revision);
  }
  const untold = (await drafts.list({})).filter(({ id, warned }) => warned && !warned.told && !onTheirWay.has(id));
  await outbox.add(untold.map(({ id, owner }) => ({ to: owner, kind: 'draft-expiring', about: id })));
  house.nudge();
}

/** The warning; null when the draft was saved since, has gone, or its owner was told already. */
export async function expiringNotice(house: House, owner: Person, id: string): Promise<NoticeCard | null> {
  const { drafts, settings } = house.stores;
  const heading = (await drafts.list({ owner: owner.id })).find((one) => one.id === id);
  const draft = await drafts.open(id);
  if (!draft || !heading?.warned || heading.warned.told) return null;
  const periods = await settings.read();
  const end = endToTell(heading, periods, house.now());
  const { name, stands } = await inALine(house, owner, draft);
  return {
    card: noticeCard('draft-expiring', {
      more: draftWords.expiring(name, stands, day(draft.savedAt), day(end)),
      actions: [
        button('Go on with it', 'checklist.resume', { case: id }, 'positive'),
        button(draftWords.keep(periods.draftDays), 'checklist.keep', { case: id }),
        button('Discard', 'checklist.discard', { case: id, revision: draft.revision }),
      ],
    }),
    afterwards: () => drafts.warn(id, heading.revision, { until: end.toISOString(), told: true }),
  };
}
