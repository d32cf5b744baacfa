import { checkWords } from '../../cards/check/check.ts';
import { BOT, type SharingRecord } from '../records/record.ts';
import { StoreError } from '../stores/storeError.ts';
import type { House } from './house.ts';
import { openRecord } from './openRecord.ts';
import { recordFor } from './recordView.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** Whoever did something so shortly before may not have read what became of it. */
const latelyMs = 15 * 60_000;

/**
 * The first turn of a person after a start also says when their newest record never reached their chat, or that what
 * they did last stands: the bot stopped between the commit and its answer. What was not committed is still their draft,
 * or waits for their decision, and the old card does it.
 */
export async function withUntold(house: House, turn: Turn, reply: Reply): Promise<Reply> {
  const { heardFrom } = house;
  if (turn.place !== 'personal' || heardFrom.has(turn.person.id) || reply.later || reply.followUp) return reply;
  heardFrom.add(turn.person.id);
  try {
    return { ...reply, ...(await untold(house, turn, reply)) };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    house.log.error({ code: error.code, why: error.message }, 'whether a record was told could not be found out');
    return reply;
  }
}

async function untold(house: House, turn: Turn, reply: Reply): Promise<Partial<Reply>> {
  const found = (await neverShown(house, turn)) ?? (await doneLately(house, turn));
  if (!found || reply.showsCase === found.record.case) return {};
  const { record, banner } = found;
  return { followUp: await recordFor(house, turn.person, record, { banner }), followUpShows: record.case };
}

interface Found {
  readonly record: SharingRecord;
  readonly banner: string;
}

/** Their newest record, when no card of it stands in their chat. */
async function neverShown(house: House, { person }: Turn): Promise<Found | null> {
  const { records, outbox } = house.stores;
  const [newest] = await records.list({ requester: person.id });
  if (!newest || (await outbox.posts(newest.case)).some((post) => post.person === person.id)) return null;
  const record = await openRecord(house, person, newest.case);
  return record && { record, banner: checkWords.savedUnseen(record.reference) };
}

/** The record to which they did the last thing that happened to it, a short while ago. */
async function doneLately(house: House, { person, at }: Turn): Promise<Found | null> {
  const { records } = house.stores;
  const changedSince = new Date(at.getTime() - latelyMs);
  const whose = person.roles.includes('ig-lead') ? [{}] : [{ requester: person.id }, { approver: person.id }];
  const lists = await Promise.all(whose.map((filter) => records.list({ ...filter, changedSince })));
  for (const { case: id } of lists.flat().sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))) {
    const record = await openRecord(house, person, id);
    const last = record?.events.findLast(({ by }) => by !== BOT);
    // One that was handed in for the first time was told with its card, or is found above.
    if (record && last?.by === person.id && last.type !== 'submitted')
      return { record, banner: checkWords.doneUnseen(record.reference) };
  }
  return null;
}
