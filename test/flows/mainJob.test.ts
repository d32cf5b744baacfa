import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Rendered } from '../../cards/render.ts';
import { adminId, aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons, type Speaker, told } from '../make/speaker.ts';
import { isWords, plausible, walkChecklist } from '../make/walkChecklist.ts';

const profile = {
  organisation: 'Exampleton Borough Council',
  kind: 'council',
  area: 'london',
  'role-title': 'social worker',
};
const answers = {
  danger: 'no',
  agreement: 'mas',
  'reportable-harm': 'none',
  decision: 'share',
  rationale: 'The child needs help now.',
};

describe('The main job', () => {
  let house: HouseUnderTest;
  let practitioner: Speaker;
  let approver: Speaker;

  beforeEach(async () => {
    house = await aHouse();
    approver = await aSpeaker(house, 'Ari Approver', ['approver']);
    practitioner = await aSpeaker(house, 'Pat Practitioner');
  });
  afterEach(() => house.close());

  const aboutMe = async () => practitioner.press('Save', { ...profile, approver: await approver.id() });

  async function checked(): Promise<void> {
    await practitioner.say('about me');
    await aboutMe();
    await practitioner.say('start');
    await walkChecklist(practitioner, plausible(answers));
  }

  it('goes from a question to an approved record that the practitioner is told of', async () => {
    await practitioner.say('about me');
    await aboutMe();
    await practitioner.say(
      'A health visitor is worried about bruising on a baby. Which agreement covers telling the council?',
    );
    expect(practitioner.card.text).toContain('Multi-Agency Safeguarding');
    await practitioner.press('Start the checklist with this agreement');
    await walkChecklist(practitioner, plausible(answers));
    expect(practitioner.card.text).toContain('Check your answers');
    await practitioner.press('Submit');
    const reference = /SR-[A-Z0-9]{4}-[A-Z0-9]{2}/.exec(practitioner.card.text)?.[0];
    expect(reference).toBeDefined();

    const [asked] = await told(house, approver);
    expect(asked?.text).toContain(reference);
    await approver.press('Approve', { reason: 'Clear and needed.' }, asked);
    expect(approver.card.text).toContain('Approved by Ari Approver');
    const [outcome] = await told(house, practitioner);
    expect(outcome?.text).toContain('You may go ahead');
    expect(outcome?.text).toContain('Clear and needed.');
  });

  it('asks each of the ten questions once and shows how far it is', async () => {
    await practitioner.say('about me');
    await aboutMe();
    await practitioner.say('start');
    const cards = await walkChecklist(practitioner, plausible(answers));
    const numbers = cards.flatMap((card) => /^(\d+) of 10/.exec(card.text)?.[1] ?? []).map(Number);
    expect(new Set(numbers)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  });

  it('never draws a card that Teams refuses (80 KB in UTF-16), however much was typed', async () => {
    await practitioner.say('about me');
    await aboutMe();
    await practitioner.say('start');
    const inputs = house.knowledge.current().questions.flatMap((question) => question.inputs);
    const longest = (key: string, card: Rendered) =>
      isWords(key, card)
        ? 'w'.repeat(inputs.find((input) => input.key === key)?.maxLength ?? 0)
        : plausible(answers)(key, card);
    const cards = await walkChecklist(practitioner, longest);
    await practitioner.press('Submit');
    const [asked] = await told(house, approver);
    const sizes = [...cards, practitioner.card, asked].map((card) =>
      Buffer.byteLength(JSON.stringify(card?.card), 'utf16le'),
    );
    expect(cards.length).toBeGreaterThan(12);
    expect(Math.max(...sizes.slice(0, -2))).toBeLessThan(28 * 1024);
    expect(Math.max(...sizes)).toBeLessThan(60 * 1024);
  });

  it('tells the practitioner why when the approver declines, and asks the approver for the reason first', async () => {
    await checked();
    await practitioner.press('Submit');
    const [asked] = await told(house, approver);
    await approver.press('Decline', {}, asked);
    expect(approver.card.text).toContain('Waiting for review');
    expect(JSON.stringify(approver.card.card)).toContain('Tell us why you decline it');
    await approver.press('Decline', { reason: 'Ask the clinic first.' });
    const [outcome] = await told(house, practitioner);
    expect(outcome?.text).toContain('Declined by Ari Approver');
    expect(outcome?.text).toContain('Ask the clinic first.');
  });

  it('lets nobody review their own record, whatever the card says', async () => {
    await approver.say('about me');
    await approver.press('Save', profile);
    await approver.say('start');
    await walkChecklist(approver, plausible(answers));
    await approver.press('Submit');
    const [heading] = await house.stores.records.list({ requester: await approver.id() });
    await approver.send('review.approve', { case: heading?.case, revision: 1, in_reason: 'mine' });
    expect(approver.card.text).toContain('your own record');
    expect((await house.stores.records.heading(heading?.case ?? ''))?.review).toBe('awaiting');
  });

  it('shows a record to nobody else, by its id, its reference or a decision, another approver included', async () => {
    await checked();
    await practitioner.press('Submit');
    const [heading] = await house.stores.records.list({});
    for (const stranger of [
      await aSpeaker(house, 'Sam Other'),
      await aSpeaker(house, 'Robin Other', ['approver', 'editor']),
      await aSpeaker(house, 'Ada Administrator', [], adminId),
    ]) {
      expect((await stranger.say(heading?.reference ?? '')).text).toContain('I do not know that reference');
      for (const verb of ['review.open', 'review.approve', 'review.decline', 'checklist.resume', 'checklist.start']) {
        const more = verb.startsWith('review.') && verb !== 'review.open' ? { revision: 1, in_reason: 'mine now' } : {};
        const card = await stranger.send(verb, { case: heading?.case, ...more });
        expect(card.text, verb).toContain('I cannot open that here');
      }
    }
    expect((await house.stores.records.heading(heading?.case ?? ''))?.review).toBe('awaiting');
  });

  it('writes one record and one decision however often Submit and Approve are pressed', async () => {
    await checked();
    const check = practitioner.card;
    await Promise.all([1, 2, 3].map(() => practitioner.press('Submit', {}, check)));
    expect(await house.stores.records.count()).toBe(1);
    const [asked] = await told(house, approver);
    await Promise.all([1, 2, 3].map(() => approver.press('Approve', {}, asked)));
    const [heading] = await house.stores.records.list({});
    expect((await house.stores.records.open(heading?.case ?? ''))?.events.map(({ type }) => type)).toEqual([
      'submitted',
      'approved',
    ]);
  });

  it('shows the first decision to whoever comes second', async () => {
    await checked();
    await practitioner.press('Submit');
    const [asked] = await told(house, approver);
    await approver.press('Approve', {}, asked);
    await approver.press('Decline', { reason: 'Too late' }, asked);
    expect(approver.card.text).toContain('the first decision stands');
    expect(approver.card.text).toContain('Approved by Ari Approver');
  });

  it('keeps a draft over a restart of the bot', async () => {
    await practitioner.say('about me');
    await aboutMe();
    await practitioner.say('start');
    await practitioner.press('Continue', { danger: 'no' });
    const before = practitioner.card.text;
    await house.restart();
    await practitioner.say('my drafts');
    await practitioner.press('Go on');
    expect(practitioner.card.text).toBe(before);
  });

  it('stands in the ledger, which verifies, with nothing that was typed readable in the folder', async () => {
    await checked();
    await practitioner.press('Submit');
    expect((await house.stores.records.verify()).kind).toBe('whole');
    const ledger = await house.place.bytes('ledger');
    expect(ledger.toString()).not.toContain('The child needs help now');
    expect(ledger.toString()).not.toContain('Pat Practitioner');
  });

  it('never shows a case in a group: no buttons, no drafts, no records', async () => {
    await checked();
    for (const words of ['start', 'my drafts', 'my records', 'pending', 'about me', 'settings', 'knowledge'])
      expect((await practitioner.say(words, 'channel')).text).toContain('our own chat');
    const [draft] = await house.stores.drafts.ofOwner(await practitioner.id());
    await practitioner.send('checklist.resume', { case: draft?.id }, 'group');
    expect(practitioner.card.text).toContain('our own chat');
    const answer = await practitioner.say('Which agreement covers CCTV footage for the police?', 'channel');
    expect(answer.text).toContain('CCTV');
    expect(buttons(answer).some(({ verb }) => verb.startsWith('checklist'))).toBe(false);
  });
});
