import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons, inputKeys, type Speaker, told } from '../make/speaker.ts';
import { about } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

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
    expect(outcome?.text).not.toMatch(/943\W*476|2011/);
  });

  describe('in an answer', () => {
    const nhs = 'The made-up file 943 476 5919 is needed.';
    const named = 'Because Mr Otto Exampleton asked for it.';
    const typed = (words: string) => ({ ...Object.fromEntries(inputKeys(pat.card).map(fill)), necessity: words });
    const fill = (key: string) => [key, plausible(answers)(key, pat.card)] as const;
    const answers = { danger: 'no', agreement: 'mas', 'reportable-harm': 'none' };
    const necessity = async () => (await house.stores.drafts.ofOwner(await pat.id()))[0]?.answers.necessity;
    const shown = () => JSON.stringify(pat.card.card);

    beforeEach(async () => {
      await pat.say('about me');
      await pat.press('Save', { ...about, approver: await ari.id() });
      await pat.say('start');
      await walkChecklist(pat, plausible(answers), 'How much do you need to share?');
    });

    it('takes out what is certain, and puts it back when it is not about a person', async () => {
      await pat.press('Continue', typed(nhs));
      expect(await necessity()).toBe('The made-up file [nhs-number] is needed.');
      expect(shown()).not.toContain('5919');
      await pat.press('Not about a person: put it back', typed('The made-up file [nhs-number] is needed.'));
      expect(await necessity()).toBe(nhs);
      expect(await house.stores.counts.read()).toContainEqual(
        expect.objectContaining({ label: 'screen:nhs-number', what: 'not-personal', count: 1 }),
      );
      const ida = await aSpeaker(house, 'Ida Igl', ['ig-lead']);
      expect((await ida.say('counts')).text).toContain('Taken for an identifier, and not about a person: 1.');
      await pat.press('Continue', typed(nhs));
      expect(await necessity()).toBe(nhs);
      expect(pat.card.text).toContain('Is it right, up to date');
      await pat.press('Back');
      expect(pat.card.text).not.toContain('I took out');
    });

    it('puts it back among words that changed since', async () => {
      await pat.press('Continue', typed(nhs));
      await pat.press('Not about a person: put it back', typed('Only the file [nhs-number], nothing else.'));
      expect(await necessity()).toBe('Only the file 943 476 5919, nothing else.');
    });

    it('keeps it for 15 minutes only, then says so and keeps the words', async () => {
      await pat.press('Continue', typed(nhs));
      const card = pat.card;
      house.clock = new Date(house.clock.getTime() + 15 * 60_000 + 1);
      await pat.press('Not about a person', typed('The made-up file [nhs-number] is needed.'), card);
      expect(pat.card.text).toContain('15 minutes only');
      expect(await necessity()).toBe('The made-up file [nhs-number] is needed.');
      expect(await house.stores.counts.read()).not.toContainEqual(expect.objectContaining({ what: 'not-personal' }));
    });

    it('points at what may be one, leaves it as typed, and goes on at the second Continue', async () => {
      await pat.press('Continue', typed(named));
      expect(await necessity()).toBe(named);
      expect(pat.card.text).toContain('It looks like a name');
      await pat.press('Continue', typed(named));
      expect(pat.card.text).toContain('Is it right, up to date');
    });

    it('takes it out at a press, and can put it back', async () => {
      await pat.press('Continue', typed(named));
      await pat.press('Take it out', typed(named));
      expect(await necessity()).toMatch(/\[name\]/);
      expect(await necessity()).not.toContain('Exampleton');
      await pat.press('Not about a person: put it back', typed(String(await necessity())));
      expect(await necessity()).toBe(named);
    });

    it('asks no more about what is not about a person, until the words say something else', async () => {
      await pat.press('Continue', typed(named));
      await pat.press('Not about a person', typed(named));
      expect(pat.card.text).not.toContain('It looks like a name');
      await pat.press('Continue', typed(named));
      await pat.press('Back');
      await pat.press('Continue', typed(`${named} So did Mrs Rosalind Sampleworth.`));
      expect(pat.card.text).toContain('It looks like a name');
    });

    it('passes Back, Save and leave, and late answers as well', async () => {
      const card = pat.card;
      await pat.press('Back', typed(nhs));
      expect(await necessity()).toBe('The made-up file [nhs-number] is needed.');
      await pat.press('Save and leave', typed(nhs), card);
      expect(shown()).not.toContain('5919');
      expect(await necessity()).toBe('The made-up file [nhs-number] is needed.');
    });

    it('takes no order from a card that names another answer, kind or person', async () => {
      await pat.press('Continue', typed(named));
      const { data } = buttons(pat.card).find(({ title }) => title === 'Take it out') ?? {};
      const sam = await aSpeaker(house, 'Sam Somebody-else');
      expect((await sam.send('checklist.take-out', { ...data })).text).toContain('I cannot open that here');
      for (const wrong of [{ input: 'rationale' }, { input: 'constructor' }, { kind: 'pin' }, { kind: 'toString' }])
        await pat.send('checklist.take-out', { ...data, ...wrong, in_necessity: named });
      expect(await necessity()).toBe(named);
    });
  });

  it('gives back what was typed into a draft that was discarded in another window', async () => {
    await pat.say('start');
    await pat.press('Continue', { danger: 'no' });
    await pat.press('Save', about);
    await walkChecklist(pat, plausible({ agreement: 'mas' }), 'Who would receive it?');
    const window = pat.card;
    const [draft] = await house.stores.drafts.ofOwner(await pat.id());
    await house.stores.drafts.discard(draft?.id ?? '');
    await pat.press('Continue', { 'recipient-organisation': 'Exampleton Trust, NHS 943 476 5919' }, window);
    expect(pat.card.text).toContain('That draft is not here any more');
    expect(pat.card.text).toContain('Exampleton Trust, NHS [nhs-number]');
  });

  it('gives back what was typed into a draft that was submitted in another window, and nothing at a second click', async () => {
    await pat.say('about me');
    await pat.press('Save', about);
    await pat.say('start');
    const cards = await walkChecklist(pat, plausible({ danger: 'no', agreement: 'mas', 'reportable-harm': 'none' }));
    await pat.press('Submit');
    const window = cards.find(({ text }) => text.includes('What do you decide'));
    const words = { rationale: 'Made-up words for a test', 'harm-of-sharing': 'A made-up harm, 07700 900123.' };
    await pat.press('Continue', { ...words, decision: 'share' }, window);
    expect(pat.beside).toContain('A made-up harm, [phone].');
    expect(pat.beside).not.toContain('Made-up words for a test');
    await pat.press('Continue', { rationale: words.rationale, decision: 'share' }, window);
    expect(pat.beside).toBe('');
  });

  it('keeps words typed into a question that another window took away', async () => {
    await pat.say('about me');
    await pat.press('Save', about);
    await pat.say('start');
    await walkChecklist(
      pat,
      plausible({ danger: 'no', agreement: 'mas', objection: 'yes' }),
      'What was asked, and how',
    );
    const window = pat.card;
    await pat.press('Back');
    await pat.press('Continue', { objection: 'none-known' });
    await pat.press('Continue', { 'objection-considered': 'The made-up team manager weighed it.' }, window);
    expect(pat.card.text).toContain('Your answers changed');
    const [draft] = await house.stores.drafts.ofOwner(await pat.id());
    expect(draft?.answers['objection-considered']).toBe('The made-up team manager weighed it.');
  });
});
