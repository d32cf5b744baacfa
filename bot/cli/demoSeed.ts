import type { House } from '../conversation/house.ts';
import { decide } from '../records/review.ts';
import { type Sample, sampleRecords, seededRandom } from '../records/sample.ts';
import { submission } from '../records/submit.ts';
import { APPROVER, COLLEAGUES, DEMO_SETTINGS, IG_LEAD, notYetMet, PRACTITIONER } from './demoPeople.ts';

type Seeded = Pick<House, 'stores' | 'knowledge' | 'now' | 'newId' | 'newReference'>;

const SAMPLES = 6;
const people = [PRACTITIONER, APPROVER, IG_LEAD, ...COLLEAGUES];

/**
 * Puts the made-up people, settings and records into the demo's store, each only where it is missing: a second start
 * changes nothing that was done in the chats. A store that has people, but none of ours, is somebody else's.
 */
export async function seedDemo(house: Seeded): Promise<'ready' | 'not-ours'> {
  const known = await house.stores.people.all();
  const isOurs = known.length === 0 || known.some(({ id }) => people.some((one) => one.id === id));
  if (!isOurs || (known.length === 0 && (await house.stores.records.count()) > 0)) return 'not-ours';
  for (const person of people) {
    if (!known.some(({ id }) => id === person.id)) await house.stores.people.save(notYetMet(person));
  }
  const { organisation } = await house.stores.settings.read();
  if (organisation === '') await house.stores.settings.save(DEMO_SETTINGS);
  if ((await house.stores.records.count()) === 0) await seedRecords(house);
  return 'ready';
}

async function seedRecords(house: Seeded): Promise<void> {
  const samples = sampleRecords({
    count: SAMPLES,
    knowledge: house.knowledge.current(),
    people: { requesters: COLLEAGUES.map(({ id }) => id), approver: APPROVER.id, igLead: IG_LEAD.id },
    random: seededRandom(2),
    newId: house.newId,
    newReference: house.newReference,
    until: house.now(),
  });
  for (const sample of samples) await seedRecord(house, sample);
}

/** Nobody is told: these are history, and six cards at once would be a poor welcome. */
async function seedRecord({ stores }: Seeded, { submitting, review }: Sample): Promise<void> {
  await stores.records.commit({ ...submission(submitting), notices: [] });
  const heading = await stores.records.heading(submitting.case);
  const reviewer = people.find(({ id }) => id === review?.by);
  if (!review || !heading || !reviewer) return;
  const decided = decide(heading, review.event, reviewer, review.at);
  if (decided.kind === 'done') await stores.records.commit({ ...decided.commit, notices: [] });
}
