import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../../bot/stores/ports.ts';
import { APPROVER, aCommit, aDecision, aDraft, aPerson, aSubmission } from '../../make/record.ts';
import { aStore, type StorePlace } from '../../make/store.ts';
import { Acknowledged } from './acknowledged.ts';
import { approverOf, chatOf } from './places.ts';

const place = 3;
const id = 'people-3-0';
const reference = 'SR-7K3M-Q9';
const told = () => true;

let folder: StorePlace;
let stores: Stores;
let owner: string;
let acknowledged: Acknowledged;

beforeEach(async () => {
  folder = await aStore();
  stores = await folder.open();
  const person = aPerson({ directoryId: chatOf(place).from.aadObjectId });
  await stores.people.save(person);
  owner = person.id;
  acknowledged = new Acknowledged();
  acknowledged.started(id, place);
});
afterEach(async () => {
  await stores.close();
  await folder.clear();
});

const draft = (answers: Record<string, string | string[]>) => stores.drafts.save(aDraft({ id, owner, answers }), 0);

const record = async (by = owner, approver = APPROVER) => {
  await stores.records.commit(
    aCommit({ case: id, reference, requester: by, approver, submission: aSubmission({ answers: { danger: 'no' } }) }),
  );
};
const lost = (wasTold: (place: number, reference: string) => boolean = told) => acknowledged.lost(stores, wasTold);

describe('What was acknowledged and is a draft', () => {
  beforeEach(() => {
    acknowledged.saved(id, { danger: 'no', 'subject-kinds': 'child' });
    acknowledged.saved(id, { danger: 'yes' });
  });

  it('is not lost where the latest of each answer is there', async () => {
    await draft({ danger: 'yes', 'subject-kinds': ['child'] });
    expect(await lost()).toEqual([]);
  });

  it('is lost where an answer is missing, an older one, or the whole draft', async () => {
    expect(await lost()).toEqual([`${id}: the answer danger`, `${id}: the answer subject-kinds`]);
    await draft({ danger: 'no' });
    expect(await lost()).toEqual([`${id}: the answer danger`, `${id}: the answer subject-kinds`]);
  });
});

describe('What was acknowledged and is a record', () => {
  beforeEach(() => {
    acknowledged.saved(id, { danger: 'no' });
    acknowledged.submitted(id, reference);
  });

  it('is not lost where the record has its answers and its reviewer was told', async () => {
    await record();
    expect(await lost()).toEqual([]);
  });

  it('is lost where there is only the draft', async () => {
    await draft({ danger: 'no' });
    expect(await lost()).toEqual([`${id}: the record ${reference}`]);
  });

  it('is lost where it is somebody else’s', async () => {
    await record('somebody-else');
    expect(await lost()).toEqual([`${id}: who submitted it`]);
  });

  it('is lost where the decision is another one', async () => {
    await record();
    acknowledged.decided(id, 'declined');
    expect(await lost()).toEqual([`${id}: that it was declined`]);
    const heading = await stores.records.heading(id);
    if (heading) await stores.records.commit(aDecision(heading, { type: 'declined', reason: 'Made up' }));
    expect(await lost()).toEqual([]);
  });

  it('is lost where its reviewer was not told, and is not about to be', async () => {
    const reviewer = approverOf(place) ?? 0;
    const approver = aPerson({ directoryId: chatOf(reviewer).from.aadObjectId });
    await stores.people.save(approver);
    await record(owner, approver.id);
    expect(await lost(() => false)).toEqual([]);
    for (const { id: notice } of await stores.outbox.pending()) await stores.outbox.settle(notice, 'sent');
    expect(await lost((who) => who !== reviewer)).toEqual([`${id}: the message to person ${reviewer}`]);
    expect(await lost((who, what) => who === reviewer && what === reference)).toEqual([]);
  });
});

it('is all in doubt where the ledger does not prove', async () => {
  const broken = { kind: 'broken', sequence: 1, reason: 'made up' } as const;
  const records = Object.assign(Object.create(stores.records), { verify: async () => broken });
  expect(await acknowledged.lost({ ...stores, records }, told)).toEqual(['the chain of the ledger']);
});

it('shows nothing while there is nothing to lose', () => {
  expect(acknowledged.summary.isProof).toBe(false);
  acknowledged.saved(id, { danger: 'no' });
  acknowledged.submitted(id, reference);
  expect(acknowledged.summary.isProof).toBe(false);
  acknowledged.decided(id, 'approved');
  expect(acknowledged.summary).toEqual({ isProof: true, words: 'acknowledged answers: 1, records: 1, decisions: 1' });
});
