import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, inputKeys, type Speaker } from '../make/speaker.ts';
import { about } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const answers = { danger: 'no', agreement: 'mas', 'reportable-harm': 'none', decision: 'share' };

describe('What the checks find is said where it helps', () => {
  let house: HouseUnderTest;
  let pat: Speaker;
  const all = (changes: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(inputKeys(pat.card).map((key) => [key, changes[key] ?? plausible(answers)(key, pat.card)]));

  beforeEach(async () => {
    house = await aHouse();
    pat = await aSpeaker(house, 'Pat Practitioner');
    await pat.say('about me');
    await pat.press('Save', about);
    await pat.say('start');
  });
  afterEach(() => house.close());

  it('on the next card, with the way back to the answer', async () => {
    await walkChecklist(pat, plausible(answers), 'Is it being shared safely?');
    await pat.press('Continue', all({ 'transfer-method': 'plain-email' }));
    expect(pat.card.text).toMatch(/What do you decide[\s\S]*About your last answer[\s\S]*must not be used/);
    await pat.press('Change that answer');
    expect(pat.card.text).toContain('Is it being shared safely?');
  });

  it('on the card itself when it is opened again', async () => {
    await walkChecklist(pat, plausible(answers), 'Is it being shared safely?');
    await pat.press('Continue', all({ 'transfer-method': 'plain-email' }));
    await pat.press('Back');
    expect(pat.card.text).toMatch(/Is it being shared safely\?[\s\S]*About these answers[\s\S]*must not be used/);
  });

  it('at most two, the most pressing first, and how many more there are', async () => {
    await walkChecklist(pat, plausible(answers), 'Is it going to the right person');
    await pat.press(
      'Continue',
      all({ 'recipient-checked': 'not-yet', access: 'wider', processor: 'no-written-agreement', vetting: 'no' }),
    );
    const told = /About your last answer\n([\s\S]*?)\n\n/.exec(pat.card.text)?.[1]?.split('\n') ?? [];
    expect(told).toHaveLength(3);
    expect(told[0]).toContain('Check who they are before you share');
    expect(told[1]).toContain('A contractor needs a written agreement first');
    expect(told[2]).toMatch(/There are \d more on the last page/);
  });

  it('and says how much a changed answer settled', async () => {
    await walkChecklist(pat, plausible({ ...answers, 'transfer-method': 'plain-email' }));
    const [draft] = await house.stores.drafts.ofOwner(await pat.id());
    await pat.send('checklist.change', { case: draft?.id, question: 'secure', revision: draft?.revision });
    await pat.press('Continue', all({ 'transfer-method': 'secure-email' }));
    expect(pat.card.text).toContain('One thing that the checks had found is settled.');
    expect(pat.card.text).toContain('Check your answers');
  });

  it('and nothing of it in an emergency', async () => {
    await pat.press('Continue', { danger: 'yes' });
    expect(pat.card.text).toContain('What are you sharing in this emergency?');
    expect(pat.card.text).not.toContain('About your last answer');
  });
});
