import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { retentionDue } from '../../bot/conversation/retentionDue.ts';
import { aHouse, giveRoles, type HouseUnderTest } from '../make/house.ts';
import { aCommit } from '../make/record.ts';
import { aSpeaker, type Speaker, told } from '../make/speaker.ts';

let house: HouseUnderTest;
let ira: Speaker;
beforeEach(async () => {
  house = await aHouse();
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
});
afterEach(() => house.close());

const years = async () => (await house.stores.settings.read()).retentionYears;
/** The due work of a day; gives what the IG lead is then told. */
async function round(day: string) {
  house.clock = new Date(`${day}T10:00:00Z`);
  await retentionDue(house, house.clock);
  return (await told(house, ira)).map(({ text }) => text);
}

describe('How long records are kept', () => {
  it('is set by the IG lead in chat, in whole years, and taken away again', async () => {
    await ira.say('settings');
    expect(ira.card.text).toContain('Nobody has set yet how long records are kept');
    for (const wrong of ['0', '101', 'six', '-1', '1.5']) {
      await ira.press('Save', { 'retention-years': wrong });
      expect(JSON.stringify(ira.card.card)).toContain('Tell us a whole number of years from 1 to 100');
      expect(await years()).toBeNull();
    }
    await ira.press('Save', { 'retention-years': ' 6 ' });
    expect(await years()).toBe(6);
    await house.restart();
    await ira.say('settings');
    expect(ira.card.text).not.toContain('Nobody has set yet');
    await ira.press('Save', { organisation: 'Example Council' });
    expect(await years()).toBe(6);
    await ira.say('settings');
    await ira.press('Save', { 'retention-years': '' });
    expect(await years()).toBeNull();
  });

  it('is asked of IG leads once a month while there are records and nobody has set it', async () => {
    expect(await round('2026-11-22')).toEqual([]);
    await house.stores.records.commit({ ...aCommit(), notices: [] });
    const [first, ...more] = await round('2026-11-22');
    expect(first).toContain('How long are records kept?');
    expect(more).toEqual([]);
    await house.restart();
    for (const day of ['2026-11-22', '2026-11-30']) expect(await round(day)).toEqual([]);
    expect(await round('2026-12-01')).toHaveLength(1);
    await ira.say('settings');
    await ira.press('Save', { 'retention-years': '6' });
    await retentionDue(house, new Date('2027-01-01T10:00:00Z'));
    expect(await house.stores.outbox.pending()).toEqual([]);
  });

  it('is not asked again while the reminder is on its way, nor told once it is set', async () => {
    await house.stores.records.commit({ ...aCommit(), notices: [] });
    await retentionDue(house, house.clock);
    await house.stores.settings.change((settings) => ({ ...settings, retentionAsked: null }));
    await retentionDue(house, house.clock);
    expect(await house.stores.outbox.pending()).toHaveLength(1);
    await house.stores.settings.change((settings) => ({ ...settings, retentionYears: 6 }));
    expect(await told(house, ira)).toEqual([]);
  });

  it('is asked of the first IG lead there is, and of nobody who is none any more', async () => {
    await house.stores.records.commit({ ...aCommit(), notices: [] });
    await giveRoles(house, ira.directoryId, []);
    expect(await round('2026-11-22')).toEqual([]);
    await giveRoles(house, ira.directoryId, ['ig-lead']);
    await retentionDue(house, house.clock);
    expect(await house.stores.outbox.pending()).toHaveLength(1);
    await giveRoles(house, ira.directoryId, []);
    expect(await told(house, ira)).toEqual([]);
  });

  it('stands in the greeting of IG leads alone while it is not set', async () => {
    const pat = await aSpeaker(house, 'Pat Practitioner');
    await pat.say('hello');
    expect(pat.card.text).not.toContain('how long records are kept');
    await ira.say('hello');
    expect(ira.card.text).toContain('Nobody has set how long records are kept');
  });
});
