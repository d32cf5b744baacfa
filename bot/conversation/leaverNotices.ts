import { button } from '../../cards/button.ts';
import { leaverWords } from '../../cards/notice/leaver.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { recordBefore } from '../records/submit.ts';
import { dayOf } from '../records/workingDays.ts';
import type { Person } from '../stores/ports.ts';
import { inALine } from './draftList.ts';
import type { House } from './house.ts';
import type { NoticeCard } from './notices.ts';
import { countsOf, openWork } from './openWork.ts';

/** Asked of Teams in one round, one after the other. */
const mostAsked = 100;

/**
 * Asks Teams once a day whether people with something open still belong here. The IG leads hear once of somebody who does
 * not; where Teams does not say, nothing happens.
 */
export function leaversDue(house: House): (at: Date) => Promise<void> {
  let day = '';
  /** Who is still to be asked about on that day. */
  let waiting: string[] = [];
  return async (at) => {
    const { people, outbox } = house.stores;
    const leads = await people.withRole('ig-lead');
    if (leads.length === 0) return;
    if (day !== dayOf(at)) {
      // Looks at every record, so once a day.
      waiting = [...(await openWork(house)).keys()];
      day = dayOf(at);
    }
    for (const id of waiting.splice(0, mostAsked)) {
      const person = await people.byId(id);
      if (!person || person.left || (await house.members.of(person)) !== 'gone') continue;
      const told = leads.filter((lead) => lead.id !== id);
      if (told.length === 0) continue;
      await outbox.add(told.map((lead) => ({ to: lead.id, kind: 'person-left', about: id })));
      await people.change(id, (current) => ({ ...current, left: 'it-seems' }));
    }
    house.nudge();
  };
}

/** For an IG lead: somebody seems to have left; null once it was handed over, or they are back. */
export async function personLeftNotice(house: House, about: string): Promise<NoticeCard | null> {
  const person = await house.stores.people.byId(about);
  const work = (await openWork(house)).get(about);
  if (!person || person.left === 'handed-over' || !work) return null;
  return {
    card: noticeCard('person-left', {
      more: [leaverWords.seems(person.name, countsOf(work))],
      actions: [button('Hand over', 'leavers.open', { person: about }, 'positive')],
    }),
  };
}

/** Who they named as approver or cover has left. */
export async function colleagueLeftNotice(house: House, to: Person, about: string): Promise<NoticeCard | null> {
  const person = await house.stores.people.byId(about);
  if (!person) return null;
  return {
    card: noticeCard('colleague-left', {
      more: [leaverWords.gone(person.name)],
      actions: [
        button('About me', 'profile.open', {}, 'positive'),
        ...(to.roles.includes('approver') ? [button('Who covers for me', 'cover.open')] : []),
      ],
    }),
  };
}

/** A draft that a colleague who left had begun; null when it has gone, or is somebody else’s. */
export async function draftHandedOver(house: House, owner: Person, id: string): Promise<NoticeCard | null> {
  const draft = await house.stores.drafts.open(id);
  if (draft?.owner !== owner.id) return null;
  const { name, stands } = await inALine(house, owner, draft);
  const record = recordBefore(id);
  const from = record && (await house.stores.records.heading(record));
  return {
    card: noticeCard('draft-handed-over', {
      more: [`${name}. ${stands}.`, ...(from ? [leaverWords.from(from.reference)] : [])],
      actions: [
        button('Go on with it', 'checklist.resume', { case: id }, 'positive'),
        button('Discard', 'checklist.discard', { case: id, revision: draft.revision }),
      ],
    }),
  };
}
