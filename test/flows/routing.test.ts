import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approverOf } from '../../bot/conversation/approver.ts';
import { aHouse, giveRoles, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, type Speaker } from '../make/speaker.ts';
import { about } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const answers = { danger: 'no', agreement: 'mas', 'reportable-harm': 'none', decision: 'share' };

let house: HouseUnderTest;
let pat: Speaker;
let ari: Speaker;
let bo: Speaker;
let cy: Speaker;
let ira: Speaker;

beforeEach(async () => {
  house = await aHouse();
  ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  bo = await aSpeaker(house, 'Bo Approver', ['approver']);
  cy = await aSpeaker(house, 'Cy Approver', ['approver']);
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  pat = await aSpeaker(house, 'Pat Practitioner');
});
afterEach(() => house.close());

const set = async (agreement: string, approver: string) => {
  await ira.say('approvers');
  return ira.press('Save', { agreement, approver });
};

/** The name of who reviews what somebody shares under an agreement. */
async function reviewer(who: Speaker, agreement = 'mas'): Promise<string | undefined> {
  const person = await house.stores.people.byId(await who.id());
  return person ? (await approverOf(house, person, agreement))?.name : undefined;
}

describe('Who reviews a record', () => {
  it('is whom the person chose, then whom the IG lead set for the agreement, then a default one, then nobody', async () => {
    expect(await reviewer(pat)).toBeUndefined();
    await ira.say('settings');
    await ira.press('Save', { 'default-approvers': await cy.id() });
    expect(await reviewer(pat)).toBe('Cy Approver');
    expect((await set('mas', await bo.id())).text).toMatch(/Saved\. .+: Bo Approver\./);
    expect(await reviewer(pat)).toBe('Bo Approver');
    expect(await reviewer(pat, 'asb')).toBe('Cy Approver');
    await pat.say('about me');
    await pat.press('Save', { ...about, approver: await ari.id() });
    expect(await reviewer(pat)).toBe('Ari Approver');
    await giveRoles(house, ari.directoryId, []);
    expect(await reviewer(pat)).toBe('Bo Approver');
  });

  it('is never who submits it, however they were named', async () => {
    await set('mas', await bo.id());
    expect(await reviewer(bo)).toBeUndefined();
    expect(await reviewer(ari)).toBe('Bo Approver');
  });

  it('is asked when the record is submitted under the agreement', async () => {
    await set('mas', await bo.id());
    await pat.say('about me');
    await pat.press('Save', about);
    await pat.say('start');
    await walkChecklist(pat, plausible(answers));
    expect(pat.card.text).toContain('Bo Approver');
    await pat.press('Submit');
    expect(await house.stores.records.list({ approver: await bo.id() })).toHaveLength(1);
  });

  it('is shown to the IG lead, and taken away again', async () => {
    await set('mas', await bo.id());
    await set('none', await cy.id());
    expect(ira.card.text).toMatch(/No agreement we hold: Cy Approver\./);
    await giveRoles(house, bo.directoryId, []);
    expect((await ira.say('approvers')).text).toContain('somebody who is no approver any more');
    await set('mas', 'nobody');
    expect((await house.stores.settings.read()).agreementApprovers).toEqual([
      { agreement: 'none', approver: await cy.id() },
    ]);
  });

  it('is set by IG leads alone, among agreements we hold and holders of the role', async () => {
    const forged = { in_agreement: 'mas', in_approver: await bo.id() };
    for (const other of [pat, ari]) expect((await other.send('routing.save', forged)).text).toContain('another role');
    expect((await pat.say('approvers')).text).toContain('another role');
    for (const wrong of [{ in_approver: await pat.id() }, { in_agreement: 'made-up' }]) {
      await ira.send('routing.save', { ...forged, ...wrong });
      expect(JSON.stringify(ira.card.card)).toContain('Tell us which agreement, and who reviews it');
    }
    expect((await house.stores.settings.read()).agreementApprovers).toEqual([]);
  });
});
