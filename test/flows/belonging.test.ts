import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, type Speaker, told } from '../make/speaker.ts';
import { about } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

describe('Only members decide on a record', () => {
  let house: HouseUnderTest;
  let pat: Speaker;
  let ari: Speaker;

  beforeEach(async () => {
    house = await aHouse();
    ari = await aSpeaker(house, 'Ari Approver', ['approver']);
    pat = await aSpeaker(house, 'Pat Practitioner');
    await pat.say('about me');
    await pat.press('Save', { ...about, approver: await ari.id() });
    await pat.say('start');
    await walkChecklist(pat, plausible({ danger: 'no', agreement: 'mas', 'reportable-harm': 'none' }));
    await pat.press('Submit');
    const [asked] = await told(house, ari);
    ari.card = asked ?? ari.card;
  });
  afterEach(() => house.close());

  it.each([
    ['guest', 'Guests do not review records or change them'],
    ['gone', 'no longer lists you'],
    ['unknown', 'I could not check'],
  ] as const)('not a %s, and what they typed stays', async (membership, words) => {
    house.members.connect(() => (membership === 'unknown' ? Promise.reject(new Error()) : Promise.resolve(membership)));
    const asked = ari.card;
    await ari.press('Approve', { reason: 'A made-up comment.' });
    expect(ari.card.text).toContain(words);
    expect(JSON.stringify(ari.card.card)).toContain('A made-up comment.');
    house.members.connect(async () => 'member');
    await ari.press('Approve', { reason: 'A made-up comment.' }, asked);
    expect(ari.card.text).toContain('Approved');
  });

  it('and the approver hears what was taken out of a comment', async () => {
    await ari.press('Approve', { reason: 'Ring 07700 900123.' });
    expect(ari.card.text).toContain('I took a phone number out of your comment');
    expect(ari.card.text).not.toContain('900123');
  });
});
