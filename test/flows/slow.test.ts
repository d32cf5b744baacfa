import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons, inputKeys, type Speaker } from '../make/speaker.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const profile = {
  organisation: 'Exampleton Borough Council',
  kind: 'council',
  area: 'london',
  'role-title': 'social worker',
};
const answers = { danger: 'no', agreement: 'mas', 'reportable-harm': 'none', decision: 'share' };
const emergency = {
  'emergency-who': 'A made-up pupil, from a made-up parent.',
  'emergency-shared': 'The address, with the police control room.',
  'emergency-why': 'The parent is at the gate.',
};
const typed = { 'recipient-organisation': 'Exampleton Police', 'recipient-role': 'sergeant' };
const reference = /SR-[A-Z0-9]{4}-[A-Z0-9]{2}/;

let house: HouseUnderTest;
let pat: Speaker;
let ari: Speaker;

beforeEach(async () => {
  house = await aHouse({ patienceMs: 20 });
  ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  pat = await aSpeaker(house, 'Pat Practitioner');
  await patient(async () => {
    await pat.say('about me');
    await pat.press('Save', { ...profile, approver: await ari.id() });
    await pat.say('start');
  });
});
afterEach(() => house.close());

/** Does what should not be held up by a machine that is busy with other tests. */
async function patient<T>(work: () => Promise<T>): Promise<T> {
  Object.assign(house, { patienceMs: 60_000 });
  const done = await work();
  Object.assign(house, { patienceMs: 20 });
  return done;
}

const walked = (more = {}, until?: string) =>
  patient(() => walkChecklist(pat, plausible({ ...answers, ...more }), until));
const dataOf = (speaker: Speaker, title: string) =>
  buttons(speaker.card).find((button) => button.title.startsWith(title))?.data;
const draftOf = async () => (await house.stores.drafts.ofOwner(await pat.id()))[0];
const logged = () => JSON.stringify(house.logged);

/** Where the record’s card stands is noted once Teams has shown it. */
async function shownInChat(): Promise<void> {
  const [record] = await house.stores.records.list({ requester: await pat.id() });
  await house.stores.outbox.posted({ case: record?.case ?? '', person: await pat.id(), activityId: 'card-1' });
}

describe('A record that the store is slow to take', () => {
  beforeEach(async () => {
    await walked();
    house.pace.hold('ledger');
  });

  it('is not an error: the card says that it is not yet saved, and keeps its text and revision', async () => {
    const before = { text: pat.card.text, data: dataOf(pat, 'Submit') };
    await pat.press('Submit');
    expect(pat.card.text).toContain('Not yet saved. I am still writing it down. You do not need to press again');
    expect(pat.card.text).not.toContain('Not saved');
    expect(pat.card.text.replace(/\n\nNot yet saved[^\n]*/, '')).toBe(before.text);
    expect(dataOf(pat, 'Submit')).toEqual(before.data);
    expect(JSON.stringify(pat.card.card)).toContain('"accent"');
    expect(await house.stores.records.count()).toBe(0);
  });

  it('takes the place of that card when it is saved, with its reference', async () => {
    await pat.press('Submit');
    house.pace.release();
    await pat.later();
    expect(pat.card.text).toMatch(/Saved\. The reference is SR-/);
    expect(pat.reply.showsCase).toBe((await house.stores.records.list({}))[0]?.case);
    expect(house.nudges).toBeGreaterThan(0);
    expect(await draftOf()).toBeUndefined();
    expect(logged()).not.toContain('Made-up words');
  });

  it('leaves the draft when it is refused in the end, and says that Submit is to be pressed again', async () => {
    await pat.press('Submit');
    house.disk.refuse = ({ op, path }) => (op === 'sync' && path.includes('ledger') ? 'ENOSPC' : null);
    house.pace.release();
    await pat.later();
    expect(pat.card.text).toContain('Not saved: your record has not been sent. Your draft is safe');
    expect(house.logged).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: 'a record was not saved',
        fields: expect.objectContaining({ code: 'cannot-write' }),
      }),
    );
    house.disk.refuse = () => null;
    await patient(() => pat.press('Submit'));
    expect(pat.card.text).toMatch(reference);
    expect(await house.stores.records.count()).toBe(1);
  });

  it('is one record however often Submit is pressed, and every press is answered with it', async () => {
    await pat.press('Submit');
    const first = pat.reply;
    const says = pat.card.text;
    await pat.press('Submit');
    expect(pat.card.text).toBe(says);
    house.pace.release();
    await pat.later();
    const record = pat.card.text;
    expect(record).toMatch(reference);
    expect((await first.later)?.card?.text).toBe(record);
    expect(await house.stores.records.count()).toBe(1);
    const made = await house.stores.records.open((await house.stores.records.list({}))[0]?.case ?? '');
    expect(made?.events.map(({ type }) => type)).toEqual(['submitted']);
  });

  it('is shown by the old card when it was saved, and “my drafts” does not list it', async () => {
    await pat.press('Submit');
    const old = pat.card;
    house.pace.release();
    await pat.reply.later;
    await patient(() => pat.press('Submit', {}, old));
    expect(pat.card.text).toMatch(reference);
    await pat.say('my drafts');
    expect(pat.card.text).toContain('You have no drafts');
  });

  it('holds nobody else up: others ask, and save their drafts', async () => {
    await pat.press('Submit');
    await patient(async () => {
      await ari.say('Which agreement covers sharing with the MARAC?');
      expect(ari.card.text).toContain('Where do you work?');
      await ari.say('start');
      await ari.press('Continue', { danger: 'no' });
    });
    expect(ari.card.text).not.toContain('Not yet saved');
    house.pace.release();
    await pat.later();
  });
});

it('A record that the store takes in time is shown at once', async () => {
  await walked();
  await patient(() => pat.press('Submit'));
  expect(pat.card.text).toMatch(reference);
  expect(pat.card.text).not.toContain('Saved. The reference');
  expect(pat.reply.later).toBeUndefined();
});

it('Several things that are written for one press share its patience', async () => {
  Object.assign(house, { patienceMs: 4_000, now: () => new Date() });
  await pat.say('start');
  await pat.press('Continue', { danger: 'yes' });
  house.pace.hold('drafts');
  // The draft is there after three seconds; its record then is slow too.
  setTimeout(() => {
    house.pace.release();
    house.pace.hold('ledger');
  }, 3_000);
  const since = Date.now();
  await pat.press('Continue', emergency);
  expect(Date.now() - since).toBeGreaterThan(3_500);
  expect(Date.now() - since).toBeLessThan(6_500);
  expect(pat.card.text).toContain('Not yet saved');
  house.pace.release();
  expect((await pat.later()).text).toMatch(/Emergency record SR-/);
});

describe('An emergency that the store is slow to take', () => {
  beforeEach(async () => {
    await house.stores.settings.save({
      ...(await house.stores.settings.read()),
      frontDoor: 'Children’s front door 020 7946 0000',
    });
    await patient(() => pat.press('Continue', { danger: 'yes' }));
  });

  it('keeps the advice first and the words on the card, says that it is not yet saved, then shows the record', async () => {
    house.pace.hold('ledger');
    // The draft is saved in time; only the record is slow.
    Object.assign(house, { patienceMs: 300 });
    await pat.press('Continue', emergency);
    expect(pat.card.text.split('\n\n')[1]).toMatch(/^Call 999 now.*020 7946 0000.*Not yet saved/);
    expect(JSON.stringify(pat.card.card)).toContain(emergency['emergency-who']);
    await pat.press('Continue', emergency);
    expect(pat.card.text).toContain('Not yet saved');
    house.pace.release();
    expect((await pat.later()).text).toMatch(/Saved\. The reference is SR-/);
    expect(await house.stores.records.count()).toBe(1);
  });

  it('goes on to the record by itself when it was the draft that was slow', async () => {
    house.pace.hold('drafts');
    await pat.press('Continue', emergency);
    expect(pat.card.text).toContain('Not yet saved');
    expect(JSON.stringify(pat.card.card)).toContain(emergency['emergency-why']);
    house.pace.release();
    expect((await pat.later()).text).toMatch(/Emergency record SR-/);
    expect(pat.reply.later).toBeUndefined();
  });
});

it('The full record of an emergency that the store is slow to take is followed too', async () => {
  await patient(async () => {
    await pat.press('Continue', { danger: 'yes' });
    await pat.press('Continue', emergency);
    await pat.press('Complete the record');
    await walkChecklist(pat, plausible({ ...answers, ...emergency, danger: 'yes', rationale: 'At once.' }));
  });
  house.pace.hold('ledger');
  await pat.press('Submit');
  await pat.press('Submit');
  expect(pat.card.text).toContain('Not yet saved');
  house.pace.release();
  expect((await pat.later()).text).toMatch(/Saved\. The reference is SR-/);
  const record = await house.stores.records.open((await house.stores.records.list({}))[0]?.case ?? '');
  expect(record?.events.map(({ type }) => type)).toEqual(['submitted', 'resubmitted']);
});

describe('An answer that the store is slow to take', () => {
  beforeEach(async () => {
    await walked({}, 'Who would receive it?');
    house.pace.hold('drafts');
  });

  it('comes back as typed with “Not yet saved”, then goes where the draft stands', async () => {
    const asked = dataOf(pat, 'Continue');
    await pat.press('Continue', typed);
    expect(pat.card.text).toContain('Not yet saved');
    expect(JSON.stringify(pat.card.card)).toContain('Exampleton Police');
    expect(dataOf(pat, 'Continue')).toEqual(asked);
    house.pace.release();
    await pat.later();
    expect(pat.card.text).not.toContain('Not yet saved');
    expect((await draftOf())?.answers['recipient-organisation']).toBe('Exampleton Police');
  });

  it('comes back as typed with “Not saved” when the disk refuses in the end', async () => {
    await pat.press('Continue', typed);
    house.disk.refuse = ({ op, path }) => (op === 'sync' && path.includes('drafts') ? 'EROFS' : null);
    house.pace.release();
    await pat.later();
    expect(pat.card.text).toContain('Not saved. I could not write that down');
    expect(JSON.stringify(pat.card.card)).toContain('Exampleton Police');
    expect((await draftOf())?.answers['recipient-organisation']).toBeUndefined();
    expect(logged()).not.toContain('Exampleton Police');
  });

  it('is saved once when it is pressed twice', async () => {
    const before = (await draftOf())?.revision ?? 0;
    await pat.press('Continue', typed);
    const first = pat.reply;
    await pat.press('Continue', typed);
    expect(pat.card.text).toContain('Not yet saved');
    house.pace.release();
    await first.later;
    await pat.later();
    expect((await draftOf())?.revision).toBe(before + 1);
    expect(pat.card.text).not.toContain('elsewhere');
  });

  it('that was typed is followed too, and what is typed next answers the next question', async () => {
    house.pace.release();
    await patient(() => pat.say('start'));
    house.pace.hold('drafts');
    await pat.say('no');
    expect(pat.beside + pat.card.text).toContain('Not yet saved');
    house.pace.release();
    await pat.later();
    const next = dataOf(pat, 'Continue');
    expect(next?.question).not.toBe('danger');
    expect(house.lastShown.find(await pat.id())?.question).toBe(next?.question);
  });
});

describe('A process that dies before a slow record was answered', () => {
  /** The commit reaches the disk; its answer nobody. */
  async function diedAfterwards(): Promise<void> {
    await walked();
    house.pace.hold('ledger');
    await pat.press('Submit');
    house.pace.release();
    await pat.reply.later;
    await house.restart();
  }

  it('has the next turn say that it was saved, once, with the record’s card', async () => {
    await diedAfterwards();
    await patient(() => pat.say('hello'));
    expect(pat.reply.followUp?.text).toMatch(/Your checklist was saved as SR-.*I was stopped before I could tell you/);
    expect(pat.reply.followUpShows).toBe((await house.stores.records.list({}))[0]?.case);
    await pat.say('hello');
    expect(pat.reply.followUp).toBeUndefined();
    await shownInChat();
    await house.restart();
    await pat.say('hello');
    expect(pat.reply.followUp).toBeUndefined();
  });

  it('says so to nobody else, in no group, and not where the reply shows the record anyway', async () => {
    await diedAfterwards();
    const old = pat.card;
    await ari.say('hello');
    expect(ari.reply.followUp).toBeUndefined();
    await pat.say('hello', 'group');
    expect(pat.reply.followUp).toBeUndefined();
    await patient(() => pat.press('Submit', {}, old));
    expect(pat.card.text).toMatch(reference);
    expect(pat.reply.followUp).toBeUndefined();
  });

  it('leaves the draft where nothing was committed; the old card submits it', async () => {
    await walked();
    const old = pat.card;
    await house.restart();
    await pat.say('hello');
    expect(pat.reply.followUp).toBeUndefined();
    await patient(() => pat.press('Submit', {}, old));
    expect(pat.card.text).toMatch(reference);
  });
});

describe('A ledger whose chain is broken', () => {
  /** Changes a letter in the first line, and starts the bot again. */
  async function breakChain(): Promise<void> {
    const path = join(house.place.dir, 'ledger');
    const bytes = await readFile(path);
    bytes.write('x', bytes.indexOf('"requester"') + 2);
    await house.stores.close();
    await writeFile(path, bytes);
    house.stores = await house.place.open(house.disk.fs);
    expect((await house.stores.records.verify()).kind).toBe('broken');
    Object.assign(house, { patienceMs: 60_000 });
  }

  beforeEach(async () => {
    await house.stores.settings.save({
      ...(await house.stores.settings.read()),
      igContact: 'IG team, ig@example.invalid',
      frontDoor: 'Children’s front door 020 7946 0000',
    });
    // Two records, so that the break is not at the end, which would be a cut last line.
    for (let count = 0; count < 2; count += 1) {
      await walked();
      await patient(() => pat.press('Submit'));
      await shownInChat();
      await patient(() => pat.say('start'));
    }
  });

  it('refuses a record in words that say whom to tell; the draft stays and goes on', async () => {
    await walked();
    await breakChain();
    await pat.press('Submit');
    expect(pat.card.text).toContain('Not recorded: the record store cannot take records right now. Your draft is safe');
    expect(pat.card.text).toContain('IG team, ig@example.invalid');
    expect(house.logged).toContainEqual(
      expect.objectContaining({ level: 'error', fields: expect.objectContaining({ code: 'broken-chain' }) }),
    );
    await pat.press('Save and leave');
    await pat.press('Go on with it');
    expect(pat.card.text).toContain('Check your answers');
  });

  it('refuses an emergency below the advice, whom to ring first, and keeps the words', async () => {
    await breakChain();
    await pat.press('Continue', { danger: 'yes' });
    await pat.press('Continue', emergency);
    const says = pat.card.text.split('\n\n')[1] ?? '';
    expect(says).toMatch(/^Call 999 now.*020 7946 0000.*This is not recorded yet.*IG team, ig@example\.invalid/);
    expect(JSON.stringify(pat.card.card)).toContain(emergency['emergency-why']);
    expect((await draftOf())?.answers['emergency-who']).toBe(emergency['emergency-who']);
    expect(logged()).not.toContain('made-up pupil');
  });

  it('refuses a decision; the card and the comment stay', async () => {
    await breakChain();
    await ari.say('pending');
    const [item] = buttons(ari.card);
    await ari.send(item?.verb ?? '', item?.data);
    const card = ari.card;
    await ari.press('Approve', { reason: 'A comment about made-up Otto' });
    expect(ari.beside).toContain('Not recorded. The record store cannot take anything new right now');
    expect(ari.beside).toContain('what you typed is still here');
    expect(ari.beside).toContain('tell your IG lead');
    expect(ari.card).toBe(card);
    expect(logged()).not.toContain('Otto');
  });

  it('leaves asking, drafts, About me and settings as they were', async () => {
    await breakChain();
    await pat.say('Which agreement covers sharing with the MARAC?');
    expect(pat.reply.card?.text).toContain('MARAC');
    house.clock = new Date(house.clock.getTime() + 1_000);
    await pat.say('start');
    await walkChecklist(pat, plausible(answers), 'Who would receive it?');
    await pat.press('Save and leave', typed);
    expect((await draftOf())?.answers['recipient-organisation']).toBe('Exampleton Police');
    await pat.say('about me');
    await pat.press('Save', { ...profile, 'role-title': 'team manager' });
    expect((await house.stores.people.byId(await pat.id()))?.profile?.roleTitle).toBe('team manager');
    const ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
    await ira.say('settings');
    const set = Object.fromEntries(inputKeys(ira.card).map((key) => [key, '']));
    await ira.press('Save', { ...set, organisation: 'Exampleton', 'draft-days': '28', 'draft-warning-days': '7' });
    expect((await house.stores.settings.read()).organisation).toBe('Exampleton');
  });
});
