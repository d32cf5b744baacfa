import { type Office, officeOn } from '../records/office.ts';
import type { Reviewer } from '../records/standing.ts';
import { dayOf } from '../records/workingDays.ts';
import type { Person } from '../stores/ports.ts';
import type { House } from './house.ts';

type Room = Pick<House, 'stores' | 'now'>;

/** Who could review as things stand now. */
export const officeOf = async ({ stores, now }: Room): Promise<Office> =>
  officeOn(dayOf(now()), await stores.people.all());

/** A person as the rules of review see them now. */
export const reviewerOf = async (house: Room, { id }: Person): Promise<Reviewer> => ({
  id,
  office: await officeOf(house),
});
