import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftsDue } from '../../bot/conversation/draftsDue.ts';
import type { Draft } from '../../bot/stores/ports.ts';
import { aSavedDraft, everyAnswer, sharer } from '../make/drafts.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons, type Speaker, told } from '../make/speaker.ts';

const dayMs = 24 * 60 * 60_000;
const start = new Date('2026-11-22T10:00:00Z');

describe('A draft that nobody changes', () => {
  let house: HouseUnderTest;
  let pat: Speaker;
  let draft: Draft;

  beforeEach(async () => {
    house = await aHouse();
    pat = await aSpeaker(house, 'Pat Practitioner');
    await pat.say('about me');
    await pat.press('Save', sharer);
    draft = await aSavedDraft(house, pat, {
      ...everyAnswer({ agreement: 'mas', 'recipient-organisation': 'Exampleton Front Door' }),
      told: '',
    });
  });
  afterEach(() => house.close());

  const dayIs = (day: number) => {
    house.clock = new Date(start.getTime() + day * dayMs);
  };
  /** The daily round on a day, counted from the day the draft was saved; gives the cards that were sent. */
  const round = async (day: number) => {
    dayIs(day);
    await draftsDue(house, house.clock);
    return told(house, pat);
  };
  const isThere = async () => (await house.stores.drafts.open(draft.id)) !== null;

  it('is warned of once, 7 days before it goes, and goes after 28 days', async () => {
    for (let day = 0; day < 21; day += 1) expect(await round(day)).toEqual([]);
    const [warning, ...more] = await round(21);
    expect(more).toEqual([]);
    expect(warning?.text).toContain('MAS (child safeguarding), to Exampleton Front Door');
    expect(warning?.text).toContain('Question 4 of 10: Telling people');
    expect(warning?.text).toContain('I delete it on 20 December 2026 or the day after');
    expect(buttons(warning as never).map(({ title }) => title)).toEqual([
      'Go on with it',
      'Keep it another 28 days',
      'Discard',
    ]);
    for (let day = 22; day < 28; day += 1) expect(await round(day)).toEqual([]);
    expect(await isThere()).toBe(true);
    expect(await round(28)).toEqual([]);
    expect(await isThere()).toBe(false);
    await house.restart();
    expect(await isThere()).toBe(false);
  });

  it('is warned of once however often the bot restarts and the round is made', async () => {
    expect(await round(21)).toHaveLength(1);
    for (const hours of [1, 2, 30]) {
      await house.restart();
      dayIs(21 + hours / 24);
      await draftsDue(house, house.clock);
      expect(await house.stores.outbox.pending()).toEqual([]);
    }
  });

  it('stays when an answer is saved, and is warned of again 21 days later', async () => {
    const [warning] = await round(21);
    dayIs(22);
    await pat.press('Go on with it', {}, warning);
    expect(pat.card.text).toContain('4 of 10');
    await pat.press('Continue', { told: 'in-writing', expected: 'yes', 'telling-risk': 'none' });
    for (let day = 23; day < 43; day += 1) expect(await round(day)).toEqual([]);
    expect(await round(43)).toHaveLength(1);
    expect(await isThere()).toBe(true);
  });

  it('does not stay because it was looked at', async () => {
    const [warning] = await round(21);
    await pat.press('Go on with it', {}, warning);
    await round(28);
    expect(await isThere()).toBe(false);
  });

  it('stays another 28 days when kept, and the card says so', async () => {
    const [warning] = await round(21);
    await pat.press('Keep it', {}, warning);
    expect(pat.card.text).toContain('I keep it for another 28 days');
    await pat.press('Keep it', {}, warning);
    for (const day of [28, 40]) expect(await round(day)).toEqual([]);
    expect(await round(42)).toHaveLength(1);
    await round(49);
    expect(await isThere()).toBe(false);
    expect((await pat.press('Keep it', {}, warning)).text).toContain('I cannot open that here');
  });

  it('is discarded from the warning only after it was asked', async () => {
    const [warning] = await round(21);
    await pat.press('Discard', {}, warning);
    expect(pat.card.text).toContain('Discard this draft?');
    expect(await isThere()).toBe(true);
    await pat.press('Yes, discard it');
    expect(await isThere()).toBe(false);
  });

  it('is not warned of when its case was submitted, whether its file is still there or not', async () => {
    await aSpeaker(house, 'Ari Approver', ['approver']);
    const ready = await aSavedDraft(house, pat, everyAnswer());
    await pat.send('checklist.resume', { case: ready.id });
    house.disk.refuse = ({ op, path }) => (op === 'unlink' && path.includes('drafts') ? 'EIO' : null);
    await pat.press('Submit');
    house.disk.refuse = () => null;
    expect(await house.stores.records.count()).toBe(1);
    const warnings = await round(21);
    expect(warnings.filter(({ text }) => text.includes('about to go'))).toHaveLength(1);
    expect(warnings.at(-1)?.text).toContain('Exampleton Front Door');
  });

  it('is not told of when it was saved or submitted between the warning and the sending of it', async () => {
    dayIs(21);
    await draftsDue(house, house.clock);
    await pat.send('checklist.keep', { case: draft.id });
    expect(await told(house, pat)).toEqual([]);
    expect(await round(22)).toEqual([]);
  });

  it('has the whole warning before it when the bot was away for a month', async () => {
    const [warning] = await round(60);
    expect(warning?.text).toContain('I delete it on 28 January 2027');
    await round(66.9);
    expect(await isThere()).toBe(true);
    await round(67);
    expect(await isThere()).toBe(false);
  });

  it('does not go while the warning is still on its way, and then has the whole of it', async () => {
    dayIs(21);
    await draftsDue(house, house.clock);
    await house.restart();
    dayIs(60);
    await draftsDue(house, house.clock);
    expect(await isThere()).toBe(true);
    const [warning] = await told(house, pat);
    expect(warning?.text).toContain('I delete it on 28 January 2027');
    await round(66.9);
    expect(await isThere()).toBe(true);
    await round(67);
    expect(await isThere()).toBe(false);
  });

  it('is warned of again each day while it cannot be delivered, and still goes', async () => {
    for (let day = 21; day <= 28; day += 1) {
      dayIs(day);
      await draftsDue(house, house.clock);
      const pending = await house.stores.outbox.pending();
      expect(pending).toHaveLength(day < 28 ? 1 : 0);
      for (const { id } of pending) await house.stores.outbox.settle(id, 'not-delivered');
    }
    expect(await isThere()).toBe(false);
  });

  it('does not go early when the clock runs backwards', async () => {
    expect(await round(21)).toHaveLength(1);
    for (const day of [-400, 0, 20, 27.9]) expect(await round(day)).toEqual([]);
    expect(await isThere()).toBe(true);
    await round(28);
    expect(await isThere()).toBe(false);
  });

  it('keeps the whole warning when the clock runs backwards before it is sent', async () => {
    dayIs(60);
    await draftsDue(house, house.clock);
    dayIs(50);
    expect((await told(house, pat))[0]?.text).toContain('I delete it on 28 January 2027');
    await round(66.9);
    expect(await isThere()).toBe(true);
  });

  it('keeps the day that was told when the settings get shorter, and gains when they get longer', async () => {
    const settings = await house.stores.settings.read();
    await round(21);
    await house.stores.settings.save({ ...settings, draftDays: 7, draftWarningDays: 1 });
    await round(27.9);
    expect(await isThere()).toBe(true);
    await house.stores.settings.save({ ...settings, draftDays: 60, draftWarningDays: 1 });
    await round(59);
    expect(await isThere()).toBe(true);
    await round(60);
    expect(await isThere()).toBe(false);
  });

  it('is warned of first when the settings make it too old already', async () => {
    await house.stores.settings.save({
      ...(await house.stores.settings.read()),
      draftDays: 7,
      draftWarningDays: 3,
    });
    const [warning] = await round(20);
    expect(warning?.text).toContain('I delete it on 15 December 2026');
    await round(22.9);
    expect(await isThere()).toBe(true);
    await round(23);
    expect(await isThere()).toBe(false);
  });

  it('is owed one warning whatever write the disk refuses', async () => {
    let hasRefused = true;
    let tried = 0;
    for (let refuseAt = 1; hasRefused; refuseAt += 1) {
      await house.stores.drafts.save(draft, (await house.stores.drafts.open(draft.id))?.revision ?? 0);
      dayIs(21);
      let calls = 0;
      house.disk.refuse = () => {
        calls += 1;
        return calls >= refuseAt ? 'EIO' : null;
      };
      await draftsDue(house, house.clock).catch(() => undefined);
      hasRefused = calls >= refuseAt;
      await house.stores.close().catch(() => undefined);
      house.disk.refuse = () => null;
      house.stores = await house.place.open(house.disk.fs);
      await draftsDue(house, house.clock);
      expect(await house.stores.outbox.pending(), `refused at ${refuseAt}`).toHaveLength(1);
      expect(await told(house, pat)).toHaveLength(1);
      expect(await round(22), `refused at ${refuseAt}`).toEqual([]);
      tried = refuseAt;
    }
    expect(tried).toBeGreaterThan(3);
  });
});

describe('How long drafts are kept', () => {
  let house: HouseUnderTest;
  let ira: Speaker;

  beforeEach(async () => {
    house = await aHouse();
    ira = await aSpeaker(house, 'Ira IG Lead', ['ig-lead']);
    await ira.say('settings');
  });
  afterEach(() => house.close());

  const kept = async () => {
    const { draftDays, draftWarningDays } = await house.stores.settings.read();
    return [draftDays, draftWarningDays];
  };

  it('is 28 days with a warning 7 days before, until an IG lead sets it in chat', async () => {
    expect(await kept()).toEqual([28, 7]);
    await ira.press('Save', { 'draft-days': ' 90 ', 'draft-warning-days': '14' });
    expect(await kept()).toEqual([90, 14]);
    await ira.say('settings');
    await ira.press('Save', { 'ig-contact': 'IG team' });
    expect(await kept()).toEqual([90, 14]);
  });

  it.each([
    ['6', '1'],
    ['366', '7'],
    ['28.5', '7'],
    ['a month', '7'],
    ['', '7'],
    ['28', '0'],
    ['28', '28'],
    ['28', ''],
    ['28', '-1'],
    ['7', '7'],
  ])('cannot be %j days with a warning of %j', async (days, warning) => {
    await ira.press('Save', { organisation: 'Exampleton', 'draft-days': days, 'draft-warning-days': warning });
    expect(JSON.stringify(ira.card.card)).toContain('Tell us a whole number of days');
    expect(ira.card.text).toContain('Exampleton');
    expect(await kept()).toEqual([28, 7]);
    expect((await house.stores.settings.read()).organisation).toBe('');
  });

  it.each([
    ['7', '6'],
    ['7', '1'],
    ['365', '364'],
  ])('can be %j days with a warning of %j', async (days, warning) => {
    await ira.press('Save', { 'draft-days': days, 'draft-warning-days': warning });
    expect(await kept()).toEqual([Number(days), Number(warning)]);
  });
});
