import { currencyWarning } from '../conversation/answerView.ts';
import type { House } from '../conversation/house.ts';
import { sampleRecords, seededRandom } from '../records/sample.ts';
import { APPROVER, COLLEAGUES, DEMO_SETTINGS, IG_LEAD, notYetMet, PRACTITIONER } from './demoPeople.ts';
import { writeSample } from './sampleStore.ts';

type Seeded = Pick<House, 'stores' | 'knowledge' | 'now' | 'newId' | 'newReference'>;

const SAMPLES = 6;
/** The newest wait whatever chance says, so that there is something to review. */
const WAITING = 2;
const people = [PRACTITIONER, APPROVER, IG_LEAD, ...COLLEAGUES];
/** Ends every made-up name: the demo's, and those of `records -- sample`. */
const FICTIONAL = '(fictional)';

/**
 * Puts the made-up people, settings and records into the demo's store, each only where it is missing: a second start
 * changes nothing that was done in the chats. A store that knows somebody else and none of ours is not the demo's.
 */
export async function seedDemo(house: Seeded): Promise<'ready' | 'not-ours'> {
  const { stores } = house;
  const known = await stores.people.all();
  const isMadeUp = known.every(({ name }) => name.endsWith(FICTIONAL));
  if (!isMadeUp && !known.some(({ id }) => id === APPROVER.id)) return 'not-ours';
  if (known.length === 0 && (await stores.records.count()) > 0) return 'not-ours';
  for (const person of people) {
    if (!known.some(({ id }) => id === person.id)) await stores.people.save(notYetMet(person));
  }
  const { organisation } = await stores.settings.read();
  if (organisation === '') await stores.settings.save(DEMO_SETTINGS);
  if ((await stores.records.list({ approver: APPROVER.id })).length === 0) await seedRecords(house);
  return 'ready';
}

async function seedRecords(house: Seeded): Promise<void> {
  const samples = [
    ...sampleRecords({
      count: SAMPLES,
      knowledge: house.knowledge.current(),
      people: { requesters: COLLEAGUES.map(({ id }) => id), approver: APPROVER.id, igLead: IG_LEAD.id },
      random: seededRandom(2),
      newId: house.newId,
      newReference: house.newReference,
      until: house.now(),
      currency: (agreement, on) => currencyWarning(house.knowledge.current(), agreement, on),
    }),
  ];
  for (const [index, sample] of samples.entries()) {
    await writeSample(house, index < SAMPLES - WAITING ? sample : { ...sample, review: null });
  }
}
