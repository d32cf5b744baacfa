import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewReminders } from '../../bot/background/reviewReminders.ts';
import { coversDue } from '../../bot/conversation/coversDue.ts';
import { adminId, aHouse, giveRoles, type HouseUnderTest } from '../make/house.ts';
import { aCommit } from '../make/record.ts';
import { aSpeaker, buttons, type Speaker, told } from '../make/speaker.ts';

let house: HouseUnderTest;
let pat: Speaker;
let ari: Speaker;
let bo: Speaker;
let ira: Speaker;

beforeEach(async () => {
  house = await aHouse();
  ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  bo = await aSpeaker(house, 'Bo Deputy', ['approver']);
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  pat = await aSpeaker(house, 'Pat Practitioner');
});
afterEach(() => house.close());

const everybody = () => [pat, ari, bo, ira];
const forgetTold = async () => {
  for (const one of everybody()) await told(house, one);
};

/** A record of somebody that waits for an approver; its notices count as sent. */
async function waiting(by: Speaker = pat, approver: Speaker = ari): Promise<string> {
  const commit = aCommit({ requester: await by.id(), approver: await approver.id(), at: house.clock });
  await house.stores.records.commit({ ...commit, notices: [] });
  return commit.case;
}
const review = async (id: string) => (await house.stores.records.heading(id))?.review;
/** The rest of the day, and then another one. */
async function on(day: string): Promise<void> {
  house.clock = new Date(`${day}T09:30:00Z`);
  await coversDue(house, house.clock);
}
const words = async (one: Speaker) => (await told(house, one)).map(({ text }) => text).join('\n');
/** Names somebody to cover. Today is 22 November 2026. */
async function name(who: Speaker, by: Speaker, from = '2026-11-22', to = '2026-11-27') {
  await who.say('cover');
  return who.press('Save', { by: await by.id(), from, to });
}
const open = (who: Speaker, id: string) => who.send('review.open', { case: id });

describe('While somebody covers for an approver', () => {
  it('they are told, are sent what waits, and decide; the record says for whom, and the approver sees it', async () => {
    const id = await waiting();
    expect((await name(ari, bo)).text).toContain(
      'Bo Deputy covers for you from Sunday 22 November 2026 to Friday 27 November 2026.',
    );
    const cards = await told(house, bo);
    expect(cards[0]?.text).toContain('You cover for Ari Approver from Sunday 22 November 2026');
    expect(cards[1]?.text).toContain('waiting for your review: you cover for its approver');
    expect((await open(pat, id)).text).toContain('Ari Approver (or Bo Deputy, who covers) has it to review');
    await bo.press('Approve', { reason: 'Made up.' }, cards[1]);
    expect(bo.card.text).toContain('Approved by Bo Deputy (covers for the approver)');
    expect((await house.stores.records.open(id))?.events.at(-1)).toMatchObject({
      type: 'approved',
      by: await bo.id(),
      covering: true,
    });
    expect(await words(ari)).toContain('No longer needed: this has been decided.');
    await ari.press('What happened', {}, await open(ari, id));
    expect(ari.card.text).toContain('Approved, by Bo Deputy (covers for the approver).');
  });

  it('the approver may decide as before, and whoever covers need not act any more', async () => {
    const id = await waiting();
    await name(ari, bo);
    await forgetTold();
    await ari.press('Approve', {}, await open(ari, id));
    expect((await house.stores.records.open(id))?.events.at(-1)).not.toHaveProperty('covering');
    expect(await words(bo)).toContain('No longer needed: this has been decided.');
  });

  it('both are asked about what comes in, and it stands in what is pending', async () => {
    await name(ari, bo);
    await forgetTold();
    const { agreement, ...about } = { organisation: 'Exampleton', kind: 'council', area: 'london', agreement: 'mas' };
    await pat.say('about me');
    await pat.press('Save', { ...about, 'role-title': 'social worker', approver: await ari.id() });
    await pat.say('start');
    await pat.press('Continue', { danger: 'yes' });
    await pat.press('Continue', {
      'emergency-who': 'A made-up pupil.',
      'emergency-shared': `The address, under ${agreement}.`,
      'emergency-why': 'A made-up reason.',
    });
    for (const one of [ari, bo]) expect(await words(one)).toContain('EMERGENCY, waiting for your review');
    expect((await bo.say('pending')).text).toContain('SR-');
  });
});

describe('A cover', () => {
  it('starts on its first day and ends with its last, and each is told once', async () => {
    const id = await waiting();
    await name(ari, bo, '2026-11-24', '2026-11-25');
    expect(await words(bo)).toContain('You cover for Ari Approver from Tuesday 24 November 2026');
    expect((await open(bo, id)).text).toContain('I cannot open that here');
    await on('2026-11-23');
    expect(await words(bo)).toBe('');
    await on('2026-11-24');
    expect(await words(bo)).toContain('waiting for your review');
    await on('2026-11-25');
    expect(await words(bo)).toBe('');
    house.clock = new Date('2026-11-25T23:59:00Z');
    expect(buttons(await open(bo, id)).map(({ title }) => title)).toContain('Approve');
    // The first minute of the next day in England, before anything that is due was looked at.
    house.clock = new Date('2026-11-26T00:00:00Z');
    expect((await bo.send('review.approve', { case: id, revision: 1, in_reason: '' })).text).toContain('cannot open');
    await on('2026-11-26');
    expect(await words(bo)).toContain('Somebody else has this record to review now.');
    await on('2026-11-27');
    expect(await words(bo)).toBe('');
    expect(await review(id)).toBe('awaiting');
  });

  it('is stopped at once', async () => {
    const id = await waiting();
    await name(ari, bo);
    await forgetTold();
    await ari.press('Stop: Bo Deputy');
    expect(ari.card.text).toContain('Bo Deputy does not cover for you any more.');
    expect((await open(bo, id)).text).toContain('I cannot open that here');
    const heard = await words(bo);
    expect(heard).toContain('You do not cover for Ari Approver any more.');
    expect(heard).toContain('Somebody else has this record to review now.');
  });

  it('is of an approver by another approver, from a day that is not over, for a year at most', async () => {
    const refused = async (typed: Record<string, string>, problem: string) => {
      await ari.say('cover');
      await ari.press('Save', { by: await bo.id(), from: '2026-11-22', to: '2026-11-27', ...typed });
      expect(JSON.stringify(ari.card.card)).toContain(problem);
    };
    await refused({ by: await ari.id() }, 'Tell us who covers for you');
    await refused({ by: await pat.id() }, 'Tell us who covers for you');
    await refused({ from: '2026-11-21' }, 'Tell us a first day that is not over');
    await refused({ from: '9999-01-01', to: '9999-12-31' }, 'Tell us a first day within a year');
    await refused({ from: '2026-11-25', to: '2026-11-24' }, 'Tell us a last day that is not before the first');
    await refused({ to: '2027-11-23' }, 'Tell us a last day by Monday 22 November 2027');
    await refused({ from: 'soon', to: '' }, 'Tell us a day, for example');
    expect((await house.stores.people.byId(await ari.id()))?.covers ?? []).toEqual([]);
    for (const one of [pat, ira]) {
      expect((await one.say('cover')).text).toContain('You need nobody to cover for you');
      await one.send('cover.save', { in_by: await bo.id(), in_from: '2026-11-22', in_to: '2026-11-23' });
      expect((await house.stores.people.byId(await one.id()))?.covers ?? []).toEqual([]);
    }
  });

  it('is named once however often Save is pressed, and stopped by nobody else', async () => {
    await ari.say('about me');
    await ari.press('Who covers for me');
    const form = ari.card;
    const typed = { by: await bo.id(), from: '2026-11-22', to: '2026-11-23' };
    await Promise.all([1, 2, 3].map(() => ari.press('Save', typed, form)));
    const covers = (await house.stores.people.byId(await ari.id()))?.covers ?? [];
    expect(covers).toHaveLength(1);
    await bo.send('cover.stop', { cover: covers[0]?.id });
    expect((await house.stores.people.byId(await ari.id()))?.covers).toEqual([{ ...covers[0], state: 'on' }]);
  });

  it('makes up for a start that nobody was told of, and holds after a restart', async () => {
    const id = await waiting();
    await house.stores.people.change(await ari.id(), (person) => ({
      ...person,
      covers: [{ id: 'cover-1', by: 'to-be-set', from: '2026-11-20', to: '2026-11-30', state: 'to-come' }],
    }));
    const by = await bo.id();
    await house.stores.people.change(await ari.id(), (person) => ({
      ...person,
      covers: (person.covers ?? []).map((cover) => ({ ...cover, by })),
    }));
    await house.restart();
    await on('2026-11-23');
    expect(await words(bo)).toContain('waiting for your review');
    await bo.press('Approve', {}, await open(bo, id));
    expect(await review(id)).toBe('approved');
  });
});

describe('A delegate of the requester', () => {
  it('decides on nothing of theirs, also when named after it was submitted; the IG leads then can', async () => {
    const id = await waiting(ari, bo);
    await name(ari, bo, '2026-11-24', '2026-11-25');
    await bo.send('review.approve', { case: id, revision: 1, in_reason: 'Made up.' });
    expect(bo.card.text).toContain('named you to cover for them, so that is for somebody else to do');
    expect(await review(id)).toBe('awaiting');
    expect(await words(ira)).toContain('waiting for your review');
    await on('2026-11-30');
    await bo.send('review.approve', { case: id, revision: 1, in_reason: 'Made up.' });
    expect(await review(id)).toBe('awaiting');
    await ira.press('Approve', {}, await open(ira, id));
    expect(await review(id)).toBe('approved');
  });

  it('decides again on what was submitted after the cover was over', async () => {
    await name(ari, bo, '2026-11-22', '2026-11-22');
    const during = await waiting(ari, bo);
    await on('2026-11-23');
    const after = await waiting(ari, bo);
    for (const id of [during, after]) await bo.send('review.approve', { case: id, revision: 1, in_reason: '' });
    expect([await review(during), await review(after)]).toEqual(['awaiting', 'approved']);
  });

  it('is not asked to review what the requester submits while they are named', async () => {
    await ari.say('about me');
    const about = { organisation: 'Exampleton', kind: 'council', area: 'london', 'role-title': 'manager' };
    await ari.press('Save', { ...about, approver: await bo.id() });
    await name(ari, bo, '2026-11-24', '2026-11-25');
    await ari.say('start');
    await ari.press('Continue', { danger: 'yes' });
    await ari.press('Continue', { 'emergency-who': 'A', 'emergency-shared': 'B', 'emergency-why': 'C' });
    expect((await house.stores.records.list({}))[0]?.approver).toBeNull();
  });
});

describe('A review that waits too long', () => {
  it('is no news for an IG lead whom the requester named to cover for them; for the others it is', async () => {
    const cy = await aSpeaker(house, 'Cy Both', ['approver', 'ig-lead']);
    await name(ari, cy, '2026-11-22', '2026-12-10');
    await waiting(ari, bo);
    await told(house, cy);
    await forgetTold();
    for (const day of ['2026-11-30', '2026-12-04']) {
      house.clock = new Date(`${day}T10:00:00Z`);
      await reviewReminders(house, house.clock);
    }
    expect(await words(ira)).toContain('You may decide as well as its approver');
    expect(await words(cy)).not.toContain('has waited for long');
  });
});

describe('Taking the approver role from somebody', () => {
  it('brings what waits with them to the IG leads, who can decide', async () => {
    const id = await waiting();
    const admin = await aSpeaker(house, 'Ada Administrator', [], adminId);
    await admin.say('roles');
    await admin.press('Save', { person: await ari.id(), doing: 'take', role: 'approver' });
    expect(await words(ira)).toContain('A decision is waiting for your review.');
    expect(await words(ari)).toContain('Somebody else has this record to review now.');
    await ira.press('Approve', {}, await open(ira, id));
    expect(await review(id)).toBe('approved');
  });

  it('ends what was covered for them', async () => {
    const id = await waiting();
    await name(ari, bo);
    await giveRoles(house, ari.directoryId, []);
    expect((await open(bo, id)).text).toContain('I cannot open that here');
  });
});
