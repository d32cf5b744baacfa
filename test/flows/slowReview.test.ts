import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons, type Speaker } from '../make/speaker.ts';
import { aSubmittedRecord, type Submitted, shareAnswers } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const notYet = 'Not yet saved. I am still writing it down. You do not need to press again';
const shared = {
  what: 'The school’s record',
  on: '2026-11-21',
  'to-role': 'Head teacher',
  'to-organisation': 'Exampleton School',
  how: 'Secure email',
  reason: 'The parent was at the gate.',
};

let house: HouseUnderTest;
let at: Submitted;

beforeEach(async () => {
  house = await aHouse({ patienceMs: 60_000 });
  at = await aSubmittedRecord(house);
});
afterEach(() => house.close());

const json = ({ card }: Speaker) => JSON.stringify(card.card);
const logged = () => JSON.stringify(house.logged);

/** From now on what is written to the ledger takes longer than anybody waits. */
function slow(): void {
  Object.assign(house, { patienceMs: 20 });
  house.pace.hold('ledger');
}

async function formOf(who: Speaker, act: string): Promise<void> {
  if (!buttons(who.card).some(({ title }) => title.startsWith(act))) await who.press('More…');
  await who.press(act);
}

describe('A decision that the store is slow to take', () => {
  beforeEach(slow);

  it('is answered with the pressed card, its comment and its buttons, and “Not yet saved”; then with the decision', async () => {
    const titles = buttons(at.ari.card).map(({ title }) => title);
    await at.ari.press('Decline', { reason: 'Words about made-up Otto' });
    expect(at.ari.card.text).toContain(notYet);
    expect(json(at.ari)).toContain('Words about made-up Otto');
    expect(buttons(at.ari.card).map(({ title }) => title)).toEqual(titles);
    expect(await at.events()).toEqual(['submitted']);
    house.pace.release();
    await at.ari.later();
    expect(at.ari.card.text).toMatch(/Saved\. The reference is SR-.*Declined by Ari Approver/s);
    expect(at.ari.reply.showsCase).toBe((await at.record()).case);
    expect(await at.events()).toEqual(['submitted', 'declined']);
    expect(house.nudges).toBeGreaterThan(0);
    expect(logged()).not.toContain('Otto');
  });

  it('is one decision however often and by whatever button it is pressed, and every press is answered with it', async () => {
    const replies = [];
    for (const [title, reason] of [['Approve'], ['Approve'], ['Decline', 'Another thought']] as const) {
      await at.ari.press(title, { reason: reason ?? '' });
      replies.push(at.ari.reply);
      expect(at.ari.card.text).toContain(notYet);
    }
    house.pace.release();
    const cards = await Promise.all(replies.map(({ later }) => later));
    for (const reply of cards) expect(reply?.card?.text).toContain('Approved by Ari Approver');
    expect(cards.map((reply) => reply?.card?.text.includes('Saved. The reference'))).toEqual([true, false, false]);
    expect(cards[2]?.card?.text).toContain('the first decision stands');
    expect(await at.events()).toEqual(['submitted', 'approved']);
  });

  it('that the disk refuses in the end is said on the card; the comment stays, and pressing again decides', async () => {
    await at.ari.press('Return', { reason: 'Words about made-up Otto' });
    house.disk.refuse = ({ op, path }) => (op === 'sync' && path.includes('ledger') ? 'ENOSPC' : null);
    house.pace.release();
    await at.ari.later();
    expect(at.ari.card.text).toContain('Not saved. I could not write that down');
    expect(json(at.ari)).toContain('Words about made-up Otto');
    expect(house.logged).toContainEqual({
      level: 'error',
      fields: expect.objectContaining({ code: 'cannot-write', case: (await at.record()).case }),
      message: 'a review act was not saved',
    });
    expect(logged()).not.toContain('Otto');
    house.disk.refuse = () => null;
    Object.assign(house, { patienceMs: 60_000 });
    await at.ari.press('Return', { reason: 'Words about made-up Otto' });
    expect(await at.events()).toEqual(['submitted', 'returned']);
  });

  it('holds nobody up who asks', async () => {
    await at.ari.press('Approve');
    Object.assign(house, { patienceMs: 60_000 });
    await at.pat.say('Which agreement covers sharing with the MARAC?');
    expect(at.pat.card.text).toContain('MARAC');
    expect(at.pat.card.text).not.toContain('Not yet saved');
  });
});

it('A decision that the store takes in time says nothing of saving', async () => {
  await at.ari.press('Approve');
  expect(at.ari.reply.later).toBeUndefined();
  expect(at.ari.card.text).not.toContain('Saved.');
});

it('What was shared comes back in its form as typed while it is saved, and with “Not saved” when it is not', async () => {
  await at.pat.send('review.sharing', { case: (await at.record()).case });
  slow();
  await at.pat.press('Keep this', shared);
  expect(at.pat.card.text).toContain('What was shared');
  expect(at.pat.card.text).toContain(notYet);
  expect(json(at.pat)).toContain(shared.how);
  house.disk.refuse = ({ op, path }) => (op === 'sync' && path.includes('ledger') ? 'EROFS' : null);
  house.pace.release();
  await at.pat.later();
  expect(at.pat.card.text).toContain('Not saved. I could not write that down');
  expect(json(at.pat)).toContain(shared.reason);
  house.disk.refuse = () => null;
  house.pace.hold('ledger');
  await at.pat.press('Keep this', shared);
  await at.pat.press('Keep this', shared);
  house.pace.release();
  expect((await at.pat.later()).text).toContain('by Secure email');
  expect(await at.events()).toEqual(['submitted', 'disclosure-made']);
});

it('Giving a record to another approver comes back in its form while it is saved', async () => {
  const bo = await aSpeaker(house, 'Bo Approver', ['approver']);
  await at.ira.send('review.open', { case: (await at.record()).case });
  await formOf(at.ira, 'Give to another approver');
  slow();
  const chosen = { approver: await bo.id(), reason: 'Ari is away.' };
  await at.ira.press('Give it', chosen);
  expect(at.ira.card.text).toContain(notYet);
  expect(json(at.ira)).toContain('Ari is away.');
  house.pace.release();
  expect((await at.ira.later()).text).toContain('Saved.');
  expect((await at.record()).approver).toBe(chosen.approver);
});

describe('A process that dies before a slow act was answered', () => {
  const restarted = 'I was restarted just now. What you did last is saved';

  /** The write reaches the disk; its answer nobody. */
  async function dies(): Promise<void> {
    house.pace.release();
    await Promise.all([at.ari.reply.later, at.pat.reply.later]);
    const { case: id } = await at.record();
    for (const who of [at.ari, at.pat])
      await house.stores.outbox.posted({ case: id, person: await who.id(), activityId: 'card-1' });
    await house.restart();
    Object.assign(house, { patienceMs: 60_000 });
  }

  it('has the next turn of who decided say that it is saved, once, and nobody else’s', async () => {
    slow();
    await at.ari.press('Approve');
    await dies();
    await at.ari.say('hello', 'group');
    expect(at.ari.reply.followUp).toBeUndefined();
    for (const who of [at.pat, at.ira]) {
      await who.say('hello');
      expect(who.reply.followUp).toBeUndefined();
    }
    await at.ari.say('hello');
    expect(at.ari.reply.followUp?.text).toContain(restarted);
    expect(at.ari.reply.followUp?.text).toContain('Approved by Ari Approver');
    expect(at.ari.reply.followUpShows).toBe((await at.record()).case);
    await at.ari.say('hello');
    expect(at.ari.reply.followUp).toBeUndefined();
  });

  it('has it said to an IG lead too, who is no party to the record, and not long afterwards', async () => {
    const { case: id, revision } = await at.record();
    await at.ari.send('review.ask-lead', { case: id, revision, in_reason: 'Is this the right law?' });
    await at.ira.send('review.open', { case: id });
    await at.ira.press('Approve');
    await dies();
    await at.ira.say('hello');
    expect(at.ira.reply.followUp?.text).toContain(restarted);
    await house.restart();
    house.clock = new Date(house.clock.getTime() + 16 * 60_000);
    await at.ira.say('hello');
    expect(at.ira.reply.followUp).toBeUndefined();
  });

  it('has the next turn of who handed it in again say so', async () => {
    await at.ari.press('Return', { reason: 'Say what the school is for.' });
    await at.pat.send('checklist.complete', { case: (await at.record()).case });
    await walkChecklist(at.pat, plausible({ ...shareAnswers, rationale: 'Words that are new.' }));
    slow();
    await at.pat.press('Submit');
    expect(at.pat.card.text).toContain('Not yet saved');
    await dies();
    expect(await at.events()).toEqual(['submitted', 'returned', 'resubmitted']);
    await at.pat.say('hello');
    expect(at.pat.reply.followUp?.text).toContain(restarted);
  });

  it('says nothing where nothing was written: the card from before decides', async () => {
    await house.restart();
    await at.ari.say('hello');
    expect(at.ari.reply.followUp).toBeUndefined();
    expect(at.ari.card.text).toContain('One decision is waiting for your review');
  });
});
