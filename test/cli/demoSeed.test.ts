import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APPROVER, COLLEAGUES, DEMO_SETTINGS, IG_LEAD, notYetMet, PRACTITIONER } from '../../bot/cli/demoPeople.ts';
import { seedDemo } from '../../bot/cli/demoSeed.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';

let house: HouseUnderTest;
beforeEach(async () => {
  house = await aHouse();
});
afterEach(() => house.close());

describe('the first start of the demo', () => {
  test('makes the people with their roles; the practitioner has neither role nor profile', async () => {
    expect(await seedDemo(house)).toBe('ready');
    expect(await house.stores.people.byDirectory(PRACTITIONER.directoryId)).toEqual(notYetMet(PRACTITIONER));
    expect((await house.stores.people.withRole('approver')).map(({ id }) => id)).toEqual([APPROVER.id]);
    const leads = (await house.stores.people.withRole('ig-lead')).map(({ id }) => id);
    expect(leads.sort()).toEqual([APPROVER.id, IG_LEAD.id].sort());
    expect(await house.stores.settings.read()).toEqual(DEMO_SETTINGS);
  });

  test('makes a few records of colleagues, some of them waiting for the approver, and tells nobody', async () => {
    await seedDemo(house);
    const records = await house.stores.records.list({});
    expect(records.length).toBeGreaterThanOrEqual(3);
    expect(records.map(({ requester }) => requester)).not.toContain(PRACTITIONER.id);
    for (const { requester } of records) expect(COLLEAGUES.map(({ id }) => id)).toContain(requester);
    for (const newest of records.slice(0, 2)) {
      expect(newest.approver).toBe(APPROVER.id);
      expect(['awaiting', 'with-ig-lead']).toContain(newest.review);
    }
    expect(await house.stores.outbox.pending()).toEqual([]);
    expect(await house.stores.records.verify()).toMatchObject({ kind: 'whole' });
  });
});

describe('a later start', () => {
  test('changes nothing that was done in the meantime', async () => {
    await seedDemo(house);
    await house.stores.people.change(IG_LEAD.id, (person) => ({ ...person, roles: [] }));
    await house.stores.settings.save({ ...DEMO_SETTINGS, frontDoor: 'Another number' });
    const count = await house.stores.records.count();
    await house.restart();
    expect(await seedDemo(house)).toBe('ready');
    expect(await house.stores.people.byId(IG_LEAD.id)).toMatchObject({ roles: [] });
    expect(await house.stores.settings.read()).toMatchObject({ frontDoor: 'Another number' });
    expect(await house.stores.records.count()).toBe(count);
  });

  test('finishes what a start that was cut off left undone', async () => {
    await house.stores.people.save(notYetMet(PRACTITIONER));
    expect(await seedDemo(house)).toBe('ready');
    expect(await house.stores.people.byId(APPROVER.id)).toMatchObject({ roles: APPROVER.roles });
    expect(await house.stores.records.count()).toBeGreaterThan(0);
  });
});

const stranger = { ...notYetMet(PRACTITIONER), id: 'stranger', directoryId: '1c2d3e4f-0a1b-4c2d-8e3f-4a5b6c7d8e9f' };

test('a store that holds made-up people only is taken, e.g. one with sample records', async () => {
  await house.stores.people.save(stranger);
  expect(await seedDemo(house)).toBe('ready');
  expect(await house.stores.people.byId(APPROVER.id)).not.toBeNull();
});

test('a store with the people of others is left alone', async () => {
  const somebody = { ...stranger, name: 'Somebody Real' };
  await house.stores.people.save(somebody);
  expect(await seedDemo(house)).toBe('not-ours');
  expect(await house.stores.people.all()).toEqual([somebody]);
  expect(await house.stores.records.count()).toBe(0);
});
