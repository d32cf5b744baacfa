import { randomUUID } from 'node:crypto';
import { seededRandom } from '../../../bot/records/sample.ts';
import type { Stores } from '../../../bot/stores/ports.ts';
import { ids } from '../../make/activity.ts';
import type { Acknowledged } from './acknowledged.ts';
import { approver } from './approver.ts';
import { type Ask, act, type Exchange } from './exchange.ts';
import { approverOf, chatOf, isApprover, markOf, people } from './places.ts';
import { practitioner } from './practitioner.ts';
import type { Thinker } from './window.ts';

/** More than a checklist has, so that people stand everywhere in theirs. */
const mostSteps = 40;
const atOnce = 8;

/** Makes all of them known, each with their About me. */
export async function moveIn(stores: Stores): Promise<void> {
  const personIds = Array.from({ length: people }, () => randomUUID());
  for (const [place, id] of personIds.entries()) {
    const { from } = chatOf(place);
    await stores.people.save({
      id,
      directoryId: from.aadObjectId,
      tenant: ids.tenant,
      name: from.name,
      roles: isApprover(place) ? ['approver'] : [],
      profile: {
        organisation: `Exampleton Council, ${markOf(place)}`,
        kind: 'council',
        area: 'london',
        roleTitle: 'social worker',
        approver: personIds[approverOf(place) ?? -1] ?? null,
      },
      area: null,
      chat: null,
    });
  }
}

/** All of them: what they do, and how long they think, is the same each time. */
export const crowd = (serviceUrl: string, acknowledged: Acknowledged): readonly Thinker[] =>
  Array.from({ length: people }, (_, place) => {
    const role = { place, serviceUrl, random: seededRandom(people + place), acknowledged };
    return { random: seededRandom(place), talker: isApprover(place) ? approver(role) : practitioner(role) };
  });

/** Brings everybody somewhere into what they are there for. */
export async function begin(ask: Ask, everybody: readonly Thinker[]): Promise<Exchange[]> {
  const waiting = [...everybody.entries()];
  const done: Exchange[] = [];
  const one = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [place, { talker, random }] = next;
      const steps = isApprover(place) ? 1 : random() * mostSteps;
      for (let step = 0; step < steps; step++) done.push(await act(ask, place, talker));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return done;
}
