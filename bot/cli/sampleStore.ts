import { currencyWarning } from '../conversation/answerView.ts';
import type { House } from '../conversation/house.ts';
import { decide } from '../records/decide.ts';
import { type Sample, sampleRecords, seededRandom } from '../records/sample.ts';
import { submission } from '../records/submit.ts';
import type { Person } from '../stores/ports.ts';

type Sampled = Pick<House, 'stores' | 'knowledge' | 'tenant' | 'now' | 'newId' | 'newReference'>;

/** Written at once, so that they share the disk's work. */
const AT_ONCE = 500;
const FICTIONAL = '(fictional)';

const made = ['Sam Sample', 'Alex Example', 'Robin Reviewer', 'Jo Guardian'].map((name, place) => ({
  name: `${name} ${FICTIONAL}`,
  // Nobody in a real directory has these.
  directoryId: `5a3b1e00-0000-4000-8000-00000000000${place}`,
}));

/** Writes made-up records and what became of them, and the made-up people they name; gives the number written. */
export async function writeSamples(house: Sampled, count: number): Promise<number> {
  const [sam, alex, approver, igLead] = (await Promise.all(made.map((one) => meet(house, one)))).map(({ id }) => id);
  if (sam === undefined || alex === undefined || approver === undefined || igLead === undefined) return 0;
  const already = await house.stores.records.count();
  const samples = sampleRecords({
    count,
    knowledge: house.knowledge.current(),
    people: { requesters: [sam, alex], approver, igLead },
    // A second run writes other cases than the first.
    random: seededRandom(already + 1),
    newId: house.newId,
    newReference: house.newReference,
    until: house.now(),
    currency: (agreement, on) => currencyWarning(house.knowledge.current(), agreement, on),
  });
  let written = 0;
  for (const batch of inBatches(samples, AT_ONCE)) {
    const outcomes = await Promise.all(batch.map((sample) => writeSample(house, sample)));
    written += outcomes.filter(Boolean).length;
  }
  return written;
}

function* inBatches<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** True when a record is not by somebody made up. */
export async function holdsRealRecords({ stores }: Pick<Sampled, 'stores'>): Promise<boolean> {
  const people = await stores.people.all();
  const fictional = new Set(people.filter(({ name }) => name.endsWith(FICTIONAL)).map(({ id }) => id));
  return (await stores.records.list({})).some(({ requester }) => !fictional.has(requester));
}

function meet({ stores, newId, tenant }: Sampled, one: Pick<Person, 'name' | 'directoryId'>): Promise<Person> {
  // No roles in the store: they only stand in the samples, and must not be asked about anything real.
  return stores.people.meet({ id: newId(), tenant, roles: [], profile: null, area: null, chat: null, ...one });
}

/** Writes one made-up record and what became of it. Nobody is told: it is history. True when it was written. */
export async function writeSample(
  { stores, newReference }: Pick<Sampled, 'stores' | 'newReference'>,
  { submitting, review }: Sample,
): Promise<boolean> {
  const first = { ...submission(submitting), notices: [] };
  let outcome = await stores.records.commit(first);
  while (outcome.kind === 'reference-taken') {
    outcome = await stores.records.commit({ ...first, heading: { ...first.heading, reference: newReference() } });
  }
  const heading = await stores.records.heading(submitting.case);
  if (outcome.kind !== 'committed' || heading === null) return false;
  if (review === null) return true;
  const decided = decide(heading, review.event, { id: review.by, office: submitting.office }, review.at);
  if (decided.kind === 'done') await stores.records.commit({ ...decided.commit, notices: [] });
  return true;
}
