import { couldApprove } from '../records/standing.ts';
import type { Person } from '../stores/ports.ts';
import type { House } from './house.ts';
import { officeOf } from './office.ts';

/**
 * Who reviews what this person submits: the approver they chose, else the one set for the agreement (an id, or `none`),
 * else the first default one; only while they hold the role, and never the person or whom they named to cover for them.
 * Null when there is nobody.
 */
export async function approverOf(house: House, person: Person, agreement: string): Promise<Person | null> {
  const { agreementApprovers, defaultApprovers } = await house.stores.settings.read();
  const office = await officeOf(house);
  const made = { requester: person.id, submittedAt: house.now().toISOString() };
  const byAgreement = agreementApprovers.find((one) => one.agreement === agreement)?.approver;
  const wanted = [person.profile?.approver, byAgreement, ...defaultApprovers];
  const found = wanted.find((id) => id && couldApprove(made, id, office));
  return found ? house.stores.people.byId(found) : null;
}
