import { button } from '../../cards/button.ts';
import { dueWords, noticeCard } from '../../cards/notice/notice.ts';
import type { RecordHeading } from '../records/record.ts';
import { dayOf } from '../records/workingDays.ts';
import type { Person } from '../stores/ports.ts';
import type { House } from './house.ts';
import type { NoticeCard } from './notices.ts';
import { reviewerOf } from './office.ts';
import { maySee } from './openRecord.ts';
import { weekdayAndDay } from './words.ts';

/** The rest of a record is due, or late: for who made it, and once it is late for those who can help. */
export async function fullRecordNotice(house: House, person: Person, caseId: string): Promise<NoticeCard | null> {
  const record = await house.stores.records.heading(caseId);
  if (!record?.completeBy || !maySee(record, await reviewerOf(house, person))) return null;
  return {
    card:
      record.requester === person.id
        ? mineDue(record, record.completeBy, dayOf(house.now()))
        : await othersLate(house, record, record.completeBy),
    // Once that is done, the record stands in its place.
    showsCase: caseId,
  };
}

function mineDue({ case: id, reference }: RecordHeading, due: string, today: string) {
  const when =
    today > due
      ? dueWords.late(reference, weekdayAndDay(due))
      : today === due
        ? dueWords.today(reference)
        : dueWords.due(reference, weekdayAndDay(due));
  return noticeCard('full-record-due', {
    banner: when,
    actions: [
      button('Complete the record', 'checklist.complete', { case: id }, 'positive'),
      button('Open the record', 'review.open', { case: id }),
    ],
  });
}

async function othersLate(house: House, { case: id, reference, requester }: RecordHeading, due: string) {
  const name = (await house.stores.people.byId(requester))?.name ?? 'somebody who has left';
  return noticeCard('full-record-late', {
    banner: dueWords.lateOf(reference, name, weekdayAndDay(due)),
    actions: [button('Open the record', 'review.open', { case: id })],
  });
}
