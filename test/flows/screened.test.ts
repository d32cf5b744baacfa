import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, type Speaker, told } from '../make/speaker.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const about = { organisation: 'Exampleton Council', kind: 'council', area: 'london', 'role-title': 'social worker' };

describe('What certainly names somebody is neither kept nor shown', () => {
  let house: HouseUnderTest;
  let pat: Speaker;
  let ari: Speaker;

  beforeEach(async () => {
    house = await aHouse();
    ari = await aSpeaker(house, 'Ari Approver', ['approver']);
    pat = await aSpeaker(house, 'Pat Practitioner');
  });
  afterEach(() => house.close());

  it('in About me, saved or sent back to be put right', async () => {
    await pat.say('about me');
    const typed = {
      ...about,
      organisation: 'Council, ring 07700 900123',
      'role-title': 'worker pat.example@example.com',
    };
    await pat.press('Save', { ...typed, area: '' });
    expect(JSON.stringify(pat.card.card)).toContain('Council, ring [phone]');
    await pat.press('Save', typed);
    const { profile } = (await house.stores.people.byId(await pat.id())) ?? {};
    expect(profile).toMatchObject({ organisation: 'Council, ring [phone]', roleTitle: 'worker [email]' });
  });

  it('in the reason of a review', async () => {
    await pat.say('about me');
    await pat.press('Save', { ...about, approver: await ari.id() });
    await pat.say('start');
    await walkChecklist(
      pat,
      plausible({ danger: 'no', agreement: 'mas', 'reportable-harm': 'none', decision: 'share' }),
    );
    await pat.press('Submit');
    const [asked] = await told(house, ari);
    await ari.press('Decline', { reason: 'Wrong child: NHS 943\u200b476\u200b5919, born 3rd of March 2011.' }, asked);
    const [outcome] = await told(house, pat);
    expect(outcome?.text).toContain('Wrong child: NHS [nhs-number], born [dob].');
    expect(outcome?.text).not.toMatch(/943|2011/);
  });
});
