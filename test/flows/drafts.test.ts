import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { route } from '../../bot/conversation/router.ts';
import type { Rendered } from '../../cards/render.ts';
import { makeKnowledge } from '../../knowledge/makeKnowledge.ts';
import type { Content } from '../../knowledge/schema.ts';
import { aSavedDraft, everyAnswer, sharer } from '../make/drafts.ts';
import { aHouse, type HouseUnderTest, tenant } from '../make/house.ts';
import { aSpeaker, buttons, type Speaker } from '../make/speaker.ts';

let house: HouseUnderTest;
let pat: Speaker;

beforeEach(async () => {
  house = await aHouse();
  await aSpeaker(house, 'Ari Approver', ['approver']);
  pat = await aSpeaker(house, 'Pat Practitioner');
  await pat.say('about me');
  await pat.press('Save', sharer);
});
afterEach(() => house.close());

const draftsOf = async (speaker: Speaker) => house.stores.drafts.ofOwner(await speaker.id());
const answersOf = async (id: string) => (await house.stores.drafts.open(id))?.answers;
const aDay = async (days: number) => {
  house.clock = new Date(house.clock.getTime() + days * 24 * 60 * 60_000);
};
const sizeOf = (card: Rendered) => Buffer.byteLength(JSON.stringify(card.card));

describe('My drafts', () => {
  it('are listed newest first with what each waits for, when it was saved and how long it is kept', async () => {
    await aSavedDraft(house, pat, { ...everyAnswer(), 'recipient-organisation': 'Exampleton Clinic', told: '' });
    await aDay(3);
    await aSavedDraft(house, pat, everyAnswer({ 'recipient-organisation': 'Exampleton Police' }));
    await aSavedDraft(house, await aSpeaker(house, 'Sam Other'), everyAnswer());
    await aDay(1);
    await pat.say('start');
    const { text } = await pat.say('my drafts');
    const [first, second, third, ...more] = text.split('\n').filter((line) => line.startsWith('- '));
    expect(more).toEqual([]);
    expect(first).toMatch(
      /^- New checklist\. Before the 10 questions: .*Saved 26 November 2026\. Kept for 28 days more/,
    );
    expect(second).toMatch(/to Exampleton Police\. Ready to check\. Saved 25 November 2026\. Kept for 27 days more/);
    expect(third).toMatch(/to Exampleton Clinic\. Question 4 of 10: Telling people\. .*Kept for 24 days more/);
  });

  it('go on where they stood, each its own', async () => {
    const clinic = await aSavedDraft(house, pat, { ...everyAnswer(), told: '' });
    await aDay(1);
    await aSavedDraft(house, pat, everyAnswer());
    const list = await pat.say('my drafts');
    const goOn = buttons(list).filter(({ title }) => title === 'Go on');
    expect(goOn).toHaveLength(2);
    expect(goOn[1]?.data).toEqual({ case: clinic.id });
    expect((await pat.send('checklist.resume', goOn[1]?.data)).text).toContain('4 of 10');
    expect((await pat.press('Go on', {}, list)).text).toContain('Check your answers');
  });

  it('are discarded one at a time, after asking', async () => {
    const [one, other] = [await aSavedDraft(house, pat, everyAnswer()), await aSavedDraft(house, pat, everyAnswer())];
    const list = await pat.say('my drafts');
    const discard = buttons(list).find(({ title, data }) => title === 'Discard' && data.case === one.id);
    await pat.send('checklist.discard', discard?.data);
    expect(pat.card.text).toContain('Discard this draft?');
    expect(await draftsOf(pat)).toHaveLength(2);
    await pat.press('Yes, discard it');
    expect((await draftsOf(pat)).map(({ id }) => id)).toEqual([other.id]);
  });

  it('stand on pages that Teams draws, 200 of them too', async () => {
    const answers = everyAnswer({ 'recipient-organisation': 'W’'.repeat(60) });
    for (let drafts = 0; drafts < 200; drafts += 1) await aSavedDraft(house, pat, answers);
    let card = await pat.say('my drafts');
    const seen = new Set<unknown>();
    let pages = 0;
    for (; pages < 50; pages += 1) {
      expect(sizeOf(card)).toBeLessThan(28 * 1024);
      for (const { title, data } of buttons(card)) if (title === 'Go on') seen.add(data.case);
      if (!buttons(card).some(({ title }) => title === 'Older drafts')) break;
      card = await pat.press('Older drafts');
    }
    expect([pages + 1, seen.size]).toEqual([40, 200]);
    expect((await pat.send('register.drafts', { page: 999 })).text).toContain('196 to 200 of 200');
    expect((await pat.send('register.drafts', { page: 0 })).text).toContain('1 to 5 of 200');
    expect((await pat.press('Older drafts')).text).toContain('6 to 10 of 200');
    expect((await pat.press('Newer drafts')).text).toContain('1 to 5 of 200');
  }, 30_000);
});

describe('A copy', () => {
  const press = (verb: string, data: object) =>
    route(house, {
      speaker: { directoryId: pat.directoryId, tenant, name: 'Pat Practitioner' },
      place: 'personal',
      input: { kind: 'action', verb, data, card: 'activity-1' },
      at: house.now(),
      chat: null,
    });

  it('of a draft is a new case with what stays the same, and says what is asked anew', async () => {
    const from = await aSavedDraft(house, pat, everyAnswer({ agreement: 'mas', rationale: 'Only for that child.' }));
    await pat.say('my drafts');
    await pat.press('Copy');
    expect(pat.card.text).toContain('Copied from an earlier case');
    expect(pat.card.text).toMatch(/I ask them anew: .*Accuracy.*Decision/);
    expect(pat.card.text).toContain('risk of serious harm right now');
    const [copy] = (await draftsOf(pat)).filter(({ id }) => id !== from.id);
    expect(copy?.answers).toMatchObject({ agreement: 'mas', 'article-6': from.answers['article-6'] });
    for (const key of ['danger', 'rationale', 'recipient-checked', 'objection', 'already-shared'])
      expect(copy?.answers).not.toHaveProperty(key);
    expect(await answersOf(from.id)).toEqual(from.answers);
  });

  it('is made once, however often its button is pressed', async () => {
    await aSavedDraft(house, pat, everyAnswer());
    const list = await pat.say('my drafts');
    await Promise.all([pat.press('Copy', {}, list), pat.press('Copy', {}, list)]);
    await pat.press('Continue', { danger: 'no' });
    await pat.press('Copy', {}, list);
    expect(await draftsOf(pat)).toHaveLength(2);
    expect((await draftsOf(pat))[0]?.answers.danger).toBe('no');
  });

  it('can be made of one’s own record', async () => {
    const from = await aSavedDraft(house, pat, everyAnswer({ agreement: 'mas' }));
    await pat.send('checklist.resume', { case: from.id });
    await pat.press('Submit');
    const reply = await press('checklist.copy', { case: 'a-new-case', from: from.id });
    // The record's card is replaced when the record changes, so the checklist comes below it.
    expect(reply?.card).toBeUndefined();
    expect(reply?.followUp?.text).toContain('Copied from an earlier case');
    const again = await press('checklist.copy', { case: 'a-new-case', from: from.id });
    expect([again?.card, again?.followUp?.text]).toEqual([undefined, expect.stringContaining('serious harm')]);
    expect(await answersOf('a-new-case')).toMatchObject({ agreement: 'mas' });
    expect(await answersOf('a-new-case')).not.toHaveProperty('decision');
    expect(await house.stores.records.count()).toBe(1);
  });

  it('is made of nobody else’s draft or record, nor under an id that somebody else has', async () => {
    const [draft, record] = [
      await aSavedDraft(house, pat, everyAnswer()),
      await aSavedDraft(house, pat, everyAnswer()),
    ];
    await pat.send('checklist.resume', { case: record.id });
    await pat.press('Submit');
    const approver = await aSpeaker(house, 'Robin Other', ['approver', 'ig-lead']);
    for (const from of [draft.id, record.id, 'nothing-has-this'])
      expect((await approver.send('checklist.copy', { case: 'mine', from })).text).toContain('cannot open that');
    expect(await house.stores.drafts.open('mine')).toBeNull();
    const own = await aSavedDraft(house, approver, everyAnswer());
    for (const id of [draft.id, record.id])
      expect((await approver.send('checklist.copy', { case: id, from: own.id })).text).not.toContain('Copied');
    expect(await answersOf(draft.id)).toEqual(draft.answers);
  });

  it('leaves behind answers that no longer counted', async () => {
    const from = await aSavedDraft(house, pat, { ...everyAnswer({ agreement: 'mas' }), 'purpose-kent': 'p12' });
    await pat.send('checklist.copy', { case: 'a-copy', from: from.id });
    expect(await answersOf('a-copy')).toHaveProperty('purpose');
    expect(await answersOf('a-copy')).not.toHaveProperty('purpose-kent');
  });
});

/** The house learns something newer, as a new version or a publish would bring it. */
function learn(change: (content: Content) => void): void {
  const { content, revision } = house.knowledge.current();
  const changed = structuredClone(content);
  change(changed);
  const knowledge = makeKnowledge(changed, revision + 1);
  Object.assign(house, { knowledge: { current: () => knowledge, refresh: async () => knowledge } });
}

const questionIn = (content: Content, id: string) => {
  const found = content.questions.find((question) => question.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
};

/** Takes the option that everybody in these tests chose away from “How much of it?”. */
const withoutOnlyNeeded = (content: Content): void => {
  const amount = questionIn(content, 'how-much').inputs.find(({ key }) => key === 'amount');
  if (Array.isArray(amount?.options)) amount.options = amount.options.filter(({ id }) => id !== 'only-needed');
};

describe('A draft and newer knowledge', () => {
  const changed = 'The questions have changed since you saved this';

  it('says once what is asked again and what no longer is, and is pinned to the newer one', async () => {
    const { id } = await aSavedDraft(house, pat, everyAnswer());
    learn((content) => {
      withoutOnlyNeeded(content);
      content.questions = content.questions.filter((question) => question.id !== 'objection');
    });
    await pat.send('checklist.resume', { case: id });
    expect(pat.card.text).toContain(`${changed}. Asked again: How much to share.`);
    expect(pat.card.text).toMatch(/No longer asked, or less of it: [^.]+\. Everything else stays\./);
    expect(pat.card.text).toContain('6 of 10');
    expect((await house.stores.drafts.open(id))?.knowledgeRevision).toBe(1);
    expect((await pat.send('checklist.resume', { case: id })).text).not.toContain(changed);
  });

  it('says nothing when the questions are the same, and loses nothing', async () => {
    const draft = await aSavedDraft(house, pat, everyAnswer());
    learn((content) => {
      const [first] = content.agreements;
      if (first) first.summary.text = 'Another made-up summary.';
    });
    await pat.send('checklist.resume', { case: draft.id });
    expect(pat.card.text).toContain('Check your answers');
    expect(pat.card.text).not.toContain(changed);
    expect(await house.stores.drafts.open(draft.id)).toEqual(draft);
  });

  it('is not submitted from a card of the older one', async () => {
    const { id } = await aSavedDraft(house, pat, everyAnswer());
    const check = await pat.send('checklist.resume', { case: id });
    learn(withoutOnlyNeeded);
    await pat.press('Submit', {}, check);
    expect(pat.card.text).toContain(`${changed}. Asked again: How much to share.`);
    expect(await house.stores.records.count()).toBe(0);
    await pat.press('Continue', { ...typedHowMuch, amount: 'whole-file' });
    expect(await answersOf(id)).toMatchObject({ amount: 'whole-file' });
  });

  it('can be discarded whatever has changed', async () => {
    const { id } = await aSavedDraft(house, pat, everyAnswer());
    const check = await pat.send('checklist.resume', { case: id });
    learn(withoutOnlyNeeded);
    await pat.press('Discard', {}, check);
    expect(pat.card.text).toContain('Discard this draft?');
  });

  it('that an earlier version saved goes on without a word', async () => {
    const { asked: _asked, ...earlier } = await aSavedDraft(house, pat, everyAnswer());
    await house.stores.drafts.save(earlier, earlier.revision);
    learn(withoutOnlyNeeded);
    await pat.send('checklist.resume', { case: earlier.id });
    expect(pat.card.text).not.toContain(changed);
    expect(pat.card.text).toContain('6 of 10');
  });

  it('is shown although the disk refuses to note it, and is told of it again', async () => {
    const { id } = await aSavedDraft(house, pat, everyAnswer());
    learn(withoutOnlyNeeded);
    house.disk.refuse = () => 'ENOSPC';
    expect((await pat.send('checklist.resume', { case: id })).text).toContain(changed);
    house.disk.refuse = () => null;
    expect((await pat.send('checklist.resume', { case: id })).text).toContain(changed);
    expect((await pat.send('checklist.resume', { case: id })).text).not.toContain(changed);
  });

  it('keeps what is typed into a card of the older one, and says first what has changed', async () => {
    const { id } = await aSavedDraft(house, pat, { ...everyAnswer(), accuracy: '' });
    const card = await pat.send('checklist.resume', { case: id });
    learn(withoutOnlyNeeded);
    const typed = { accuracy: 'partly', 'last-checked': 'older', 'fact-opinion': 'mixed', 'earlier-error': 'no' };
    for (const title of ['Continue', 'Back', 'Save and leave']) {
      await pat.press(title, typed, card);
      expect(await answersOf(id), title).toMatchObject({ accuracy: 'partly', 'last-checked': 'older' });
      if (title === 'Continue') expect(pat.card.text).toContain(`${changed}. Asked again: How much to share.`);
    }
  });

  it('pins each answer to the knowledge it was given on', async () => {
    const { id } = await aSavedDraft(house, pat, { ...everyAnswer(), accuracy: '', amount: '' });
    await pat.send('checklist.resume', { case: id });
    await pat.press('Continue', { ...typedHowMuch, amount: 'only-needed' });
    learn(withoutOnlyNeeded);
    await pat.send('checklist.resume', { case: id });
    expect(pat.card.text).toContain(`${changed}. Asked again: How much to share.`);
  });
});

/** How much to share, filled in. */
const typedHowMuch = {
  'data-groups': String(everyAnswer({ agreement: 'mas' })['data-groups']),
  'other-data': '',
  amount: 'only-needed',
  'others-removed': 'yes',
  necessity: 'Made-up words',
};

describe('Several windows on one draft', () => {
  const inTwo = 'You answered this elsewhere in the meantime';

  it('let three change three questions, and none overwrites another', async () => {
    const { id } = await aSavedDraft(house, pat, everyAnswer());
    const check = await pat.send('checklist.resume', { case: id });
    const open = (question: string) => pat.send('checklist.change', { case: id, question, revision: 1 });
    const [accuracy, howMuch, rightPerson] = [
      await open('accuracy'),
      await open('how-much'),
      await open('right-person'),
    ];

    await pat.press(
      'Continue',
      { accuracy: 'partly', 'last-checked': 'older', 'fact-opinion': 'mixed', 'earlier-error': 'no' },
      accuracy,
    );
    await pat.press('Continue', { ...typedHowMuch, necessity: 'Typed in the second window' }, howMuch);
    expect(pat.card.text).toContain(inTwo);
    expect(JSON.stringify(pat.card.card)).toContain('Typed in the second window');
    expect(await answersOf(id)).toMatchObject({ accuracy: 'partly' });
    expect((await answersOf(id))?.necessity).not.toBe('Typed in the second window');
    await pat.press('Continue', { ...typedHowMuch, necessity: 'Typed in the second window' });

    await pat.press(
      'Continue',
      { 'recipient-checked': 'met', access: 'wider', processor: 'no', vetting: 'yes' },
      rightPerson,
    );
    expect(pat.card.text).toContain(inTwo);
    await pat.press('Continue', { 'recipient-checked': 'met', access: 'wider', processor: 'no', vetting: 'yes' });

    expect(await answersOf(id)).toMatchObject({
      accuracy: 'partly',
      necessity: 'Typed in the second window',
      'recipient-checked': 'met',
      access: 'wider',
    });
    await pat.press('Submit', {}, check);
    expect(pat.card.text).toContain('Your answers changed since that card');
    expect(await house.stores.records.count()).toBe(0);
  });

  it('at once: what is written at the same time in three is saved once and comes back twice', async () => {
    const { id } = await aSavedDraft(house, pat, { ...everyAnswer(), amount: '' });
    const card = await pat.send('checklist.resume', { case: id });
    const words = ['first', 'second', 'third'].map((name) => `Words of the ${name} window`);
    const replies = await Promise.all(
      words.map((necessity) => pat.press('Continue', { ...typedHowMuch, necessity }, card)),
    );
    const saved = (await answersOf(id))?.necessity;
    expect(words).toContain(saved);
    const back = replies.filter(({ text }) => text.includes(inTwo));
    expect(back).toHaveLength(2);
    for (const other of words.filter((word) => word !== saved))
      expect(
        back.some(({ card: shown }) => JSON.stringify(shown).includes(other)),
        other,
      ).toBe(true);
  });

  it('does not discard from a card that is out of date', async () => {
    const { id } = await aSavedDraft(house, pat, { ...everyAnswer(), amount: '' });
    const question = await pat.send('checklist.resume', { case: id });
    const list = await pat.say('my drafts');
    const confirm = await pat.press('Discard', {}, list);
    await pat.press('Continue', { ...typedHowMuch, necessity: 'Typed meanwhile' }, question);
    await pat.press('Yes, discard it', {}, confirm);
    expect(pat.card.text).toContain('Your answers changed since that card');
    await pat.press('Discard', {}, list);
    expect(pat.card.text).toContain('Your answers changed since that card');
    expect(await answersOf(id)).toMatchObject({ necessity: 'Typed meanwhile' });
  });

  it('gives back what was typed into a draft that was discarded elsewhere', async () => {
    const { id } = await aSavedDraft(house, pat, { ...everyAnswer(), amount: '' });
    const question = await pat.send('checklist.resume', { case: id });
    await pat.press('Discard', {}, await pat.say('my drafts'));
    await pat.press('Yes, discard it');
    for (const title of ['Continue', 'Back', 'Save and leave']) {
      await pat.press(title, { ...typedHowMuch, necessity: 'Words that took a while' }, question);
      expect(pat.card.text, title).toContain('That draft is not here any more');
      expect(pat.card.text, title).toContain('Words that took a while');
    }
    expect(await house.stores.drafts.open(id)).toBeNull();
  });

  it('does not discard what was saved in the very moment of the discard', async () => {
    const { id } = await aSavedDraft(house, pat, { ...everyAnswer(), amount: '' });
    const confirm = await pat.send('checklist.discard', { case: id, revision: 1 });
    const { drafts } = house.stores;
    const { open } = drafts;
    const openThenSave: typeof open = async (one) => {
      const draft = await open(one);
      Object.assign(drafts, { open });
      if (draft) await drafts.save({ ...draft, answers: { ...draft.answers, necessity: 'Saved just now' } }, 1);
      return draft;
    };
    Object.assign(drafts, { open: openThenSave });
    await pat.press('Yes, discard it', {}, confirm);
    expect(pat.card.text).toContain('Your answers changed since that card');
    expect(await answersOf(id)).toMatchObject({ necessity: 'Saved just now' });
  });

  it('loses nothing when a discard and an answer meet', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id } = await aSavedDraft(house, pat, { ...everyAnswer(), amount: '' });
      const question = await pat.send('checklist.resume', { case: id });
      const confirm = await pat.send('checklist.discard', { case: id, revision: 1 });
      const presses = [
        () => pat.press('Continue', { ...typedHowMuch, necessity: `Words of round ${round}` }, question),
        () => pat.press('Yes, discard it', {}, confirm),
      ];
      const replies = await Promise.all((round % 2 ? presses : presses.toReversed()).map((press) => press()));
      const stands = JSON.stringify(await house.stores.drafts.open(id));
      const shown = JSON.stringify(replies.map(({ card }) => card));
      expect(`${stands}${shown}`).toContain(`Words of round ${round}`);
    }
  });
});
