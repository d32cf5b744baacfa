import type { Person } from '../stores/ports.ts';
import type { House } from './house.ts';

/**
 * Who reviews what this person submits: the approver they chose, else the first default one; never themselves, and
 * only while they hold the role. Null when there is nobody.
 */
export async function approverOf(house: House, person: Person): Promise<Person | null> {
  const settings = await house.stores.settings.read();
  const holders = await house.stores.people.withRole('approver');
  const wanted = [person.profile?.approver, ...settings.defaultApprovers];
  const found = wanted.map((id) => holders.find((holder) => holder.id === id && holder.id !== person.id));
  return found.find((holder) => holder !== undefined) ?? null;
}
