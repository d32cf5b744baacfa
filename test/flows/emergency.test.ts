import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordReminders } from '../../bot/background/recordReminders.ts';
import { dueDay } from '../../bot/conversation/submit.ts';
import { aHouse, giveRoles, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, buttons, inputKeys, type Speaker, told } from '../make/speaker.ts';
import { theOnlyRecord } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const words = {
  'emergency-who': 'A made-up pupil, from a made-up parent.',
  'emergency-shared': 'The address, with the police control room.',
  'emergency-why': 'The parent is at the gate.',
};
const profile = {
  organisation: 'Exampleton Borough Council',
  kind: 'council',
  area: 'london',
  'role-title': 'social worker',
};
/** The rest of the record; what the emergency said already is sent back as the card shows it. */
const rest = plausible({
  ...words,
  danger: 'yes',
  agreement: 'mas',
  'reportable-harm': 'none',
  decision: 'share',
  rationale: 'The child needed help at once.',
});

let house: HouseUnderTest;
let pat: Speaker;
let ari: Speaker;
let ira: Speaker;

beforeEach(async () => {
  house = await aHouse();
  house.clock = new Date('2026-11-20T17:00:00Z');
  ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  pat = await aSpeaker(house, 'Pat Practitioner');
});
afterEach(() => house.close());

async function tellAboutMe(): Promise<void> {
  await pat.say('about me');
  await pat.press('Save', { ...profile, approver: await ari.id() });
}

/** Start, danger, three answers. */
async function emergency(typed: Readonly<Record<string, string>> = words): Promise<void> {
  await pat.say('start');
  await pat.press('Continue', { danger: 'yes' });
  await pat.press('Continue', typed);
}

const theRecord = () => theOnlyRecord(house);

const eventsOf = async () => (await theRecord()).events.map(({ type }) => type);
const look = () => recordReminders(house, house.clock);

/** Looks every hour from the clock's time on, and gives what was told to whom, and when. */
async function hourly(until: string): Promise<string[]> {
  const heard: string[] = [];
  for (; house.clock < new Date(until); house.clock = new Date(house.clock.getTime() + 3_600_000)) {
    await look();
    for (const [name, speaker] of Object.entries({ pat, ari, ira })) {
      for (const card of await told(house, speaker))
        heard.push(`${house.clock.toISOString().slice(5, 13)} ${name}: ${card.text}`);
    }
  }
  return heard;
}

describe('An emergency', () => {
  it('is a record after one word, one choice, three lines and two presses, with the advice first on each card', async () => {
    await pat.say('start');
    expect(inputKeys(pat.card)).toEqual(['danger']);
    await pat.press('Continue', { danger: 'yes' });
    expect(inputKeys(pat.card)).toEqual(Object.keys(words));
    expect(pat.card.text.split('\n\n')[1]).toContain('Call 999 now');
    await pat.press('Continue', words);
    expect(pat.card.text).toMatch(/Emergency record SR-/);
    expect(pat.card.text).toMatch(/Submitted: 20 November 2026\D+17:00/);
    expect(await theRecord()).toMatchObject({
      review: 'awaiting',
      disclosure: 'made',
      emergency: true,
      completeBy: '2026-11-24',
      events: [{ type: 'submitted', at: '2026-11-20T17:00:00.000Z' }],
    });
  });

  it('says when the full record is due, and offers to complete it', async () => {
    await tellAboutMe();
    await emergency();
    expect(pat.card.text).toContain('The full record is due by the end of Tuesday 24 November 2026');
    expect(buttons(pat.card).map(({ title }) => title)).toContain('Complete the record');
  });

  it('is told to the approver at once, as an emergency, with what was shared and when', async () => {
    await tellAboutMe();
    await emergency();
    expect(house.nudges).toBeGreaterThan(0);
    const [asked] = await told(house, ari);
    expect(asked?.text.split('\n\n').slice(0, 2).join()).toMatch(
      /Emergency record .*EMERGENCY, waiting for your review\. Recorded on 20 November 2026/s,
    );
    expect(asked?.text).toContain(words['emergency-shared']);
    expect(asked?.text).not.toContain('Must be put right');
    expect(await told(house, ira)).toEqual([]);
  });

  it('is told to every IG lead where there is no approver, and waits where there is nobody at all', async () => {
    await emergency();
    const [asked] = await told(house, ira);
    expect(asked?.text).toContain('EMERGENCY');
    await giveRoles(house, ira.directoryId, []);
    await giveRoles(house, ari.directoryId, []);
    await emergency();
    expect(await house.stores.records.count()).toBe(2);
    expect(pat.card.text).toContain('no approver yet');
  });

  it('is reminded of and escalated after a bank holiday weekend, then completed, and reviewed whole', async () => {
    await tellAboutMe();
    house.clock = new Date('2027-04-30T16:00:00Z');
    await emergency();
    await told(house, ari);
    // Friday at five in London; Monday 3 May is a bank holiday, so Wednesday 5 May.
    const heard = await hourly('2027-05-07T16:00:00Z');
    expect(heard.map((line) => line.split(':')[0])).toEqual([
      '05-04T08 pat',
      '05-05T08 pat',
      '05-06T08 pat',
      '05-06T08 ari',
      '05-06T08 ira',
    ]);
    expect(heard[0]).toContain('full record due by the end of Wednesday 5 May 2027');
    expect(heard[1]).toContain('full record due by the end of today');
    expect(heard[2]).toContain('was due by the end of Wednesday 5 May 2027. You can still send it.');
    expect(heard[4]).toContain('from Pat Practitioner');
    expect(heard.join()).not.toContain(words['emergency-shared']);

    await look();
    await pat.send('checklist.complete', { case: (await theRecord()).case });
    await walkChecklist(pat, rest);
    await pat.press('Submit');
    expect(pat.card.text).toContain('Waiting for review');
    expect(pat.card.text).not.toMatch(/full record is due/i);
    expect(await theRecord()).toMatchObject({
      completeBy: null,
      review: 'awaiting',
      disclosure: 'made',
      agreement: 'mas',
    });
    const [asked] = await told(house, ari);
    expect(asked?.text).toContain('The full record of this emergency is here for your review');
    await ari.press('Approve', {}, asked);
    expect((await theRecord()).review).toBe('approved');
    expect((await told(house, pat))[0]?.text).toContain('Approved by Ari Approver');
    expect(await hourly('2027-05-12T16:00:00Z')).toEqual([]);
    expect(await eventsOf()).toEqual(['submitted', 'reminded', 'reminded', 'reminded', 'resubmitted', 'approved']);
    expect((await house.stores.records.verify()).kind).toBe('whole');
  });
});

describe('The full record', () => {
  beforeEach(async () => {
    await tellAboutMe();
    await emergency();
  });

  it('begins where the emergency ended, with all that was said, and Back shows it', async () => {
    await pat.press('Complete the record');
    expect(pat.card.text).toContain('Which agreement');
    await pat.press('Back');
    await pat.press('Back');
    expect(pat.card.text).toContain('What are you sharing in this emergency?');
    expect(JSON.stringify(pat.card.card)).toContain(words['emergency-shared']);
    await pat.press('Continue', words);
    expect(pat.card.text).toContain('Which agreement');
    expect(await house.stores.records.count()).toBe(1);
    expect(await eventsOf()).toEqual(['submitted']);
  });

  it('is one draft however often it is asked for, and after a restart', async () => {
    const { card } = pat;
    await pat.press('Complete the record', {}, card);
    await pat.press('Continue', { agreement: 'mas' });
    await Promise.all([1, 2, 3].map(() => pat.press('Complete the record', {}, card)));
    await house.restart();
    await pat.press('Complete the record', {}, card);
    expect(pat.card.text).not.toContain('Which agreement');
    const drafts = await house.stores.drafts.ofOwner(await pat.id());
    expect(drafts.map(({ resubmits }) => resubmits)).toEqual([(await theRecord()).case]);
  });

  it('is handed in once however often Submit is pressed, and keeps both', async () => {
    await pat.press('Complete the record');
    await walkChecklist(pat, rest);
    const check = pat.card;
    await Promise.all([1, 2, 3].map(() => pat.press('Submit', {}, check)));
    await pat.press('Submit', {}, check);
    expect(pat.card.text).toMatch(/Emergency record SR-/);
    expect(await eventsOf()).toEqual(['submitted', 'resubmitted']);
    const record = await theRecord();
    const [first, second] = record.events.flatMap((event) => ('submission' in event ? [event.submission] : []));
    expect(first?.wording.map(({ question }) => question)).toEqual(['danger', 'emergency', 'area']);
    expect(second?.answers).toMatchObject(first?.answers ?? {});
    expect(second?.wording.length).toBeGreaterThan(12);
    expect(record.submission.emergency).toBe(true);
    expect(await house.stores.drafts.ofOwner(await pat.id())).toEqual([]);
  });

  it.each(['Approve', 'Decline'])(
    'goes back to the approver who pressed %s on the first three answers',
    async (press) => {
      const [asked] = await told(house, ari);
      await ari.press(press, { reason: 'Made-up reason' }, asked);
      await pat.say('my records');
      await pat.send('checklist.complete', { case: (await theRecord()).case });
      await walkChecklist(pat, rest);
      await pat.press('Submit');
      expect(pat.card.text).toContain('Waiting for review');
      expect(pat.card.text).not.toContain('Ari Approver, ');
      const [again] = await told(house, ari);
      await ari.press('Approve', {}, again);
      expect(await eventsOf()).toEqual([
        'submitted',
        press === 'Approve' ? 'approved' : 'declined',
        'resubmitted',
        'approved',
      ]);
    },
  );

  it('is not approved by a press on a card that shows the first three answers alone', async () => {
    const [asked] = await told(house, ari);
    await pat.press('Complete the record');
    await walkChecklist(pat, rest);
    await pat.press('Submit');
    await ari.press('Approve', { reason: 'Well done.' }, asked);
    expect(ari.card.text).toContain('Something to read has come in since that card');
    expect((await theRecord()).review).toBe('awaiting');
    await ari.press('Approve', { reason: 'Well done.' });
    expect((await theRecord()).review).toBe('approved');
  });

  it('does not make the approver’s card out of date by a reminder', async () => {
    const [asked] = await told(house, ari);
    house.clock = new Date('2026-11-23T09:00:00Z');
    await look();
    await ari.press('Approve', {}, asked);
    expect((await theRecord()).review).toBe('approved');
  });

  it('is nobody else’s to complete, the approver’s and an IG lead’s included, and not again once it is whole', async () => {
    const { case: id } = await theRecord();
    const stranger = await aSpeaker(house, 'Sam Other');
    for (const other of [stranger, ari, ira]) await other.send('checklist.complete', { case: id });
    expect(stranger.card.text).toContain('I cannot open that here');
    for (const other of [stranger, ari, ira]) expect(await house.stores.drafts.ofOwner(await other.id())).toEqual([]);
    await pat.press('Complete the record');
    await walkChecklist(pat, rest);
    await pat.press('Submit');
    await pat.send('checklist.complete', { case: id });
    expect(pat.card.text).toMatch(/Emergency record SR-/);
    expect(await house.stores.drafts.ofOwner(await pat.id())).toEqual([]);
  });

  it('is not kept from its owner by somebody who takes its id first', async () => {
    const { case: id } = await theRecord();
    await ari.send('checklist.start', { case: `${id}-1` });
    await pat.press('Complete the record');
    await walkChecklist(pat, rest);
    await pat.press('Submit');
    expect(await eventsOf()).toEqual(['submitted', 'resubmitted']);
  });

  it('survives a disk that refuses: the draft stays, and Submit works later', async () => {
    await pat.press('Complete the record');
    await walkChecklist(pat, rest);
    house.disk.refuse = ({ op, name }) => (op === 'write' && name === 'ledger' ? 'ENOSPC' : null);
    await pat.press('Submit');
    expect(pat.card.text).toContain('Not saved');
    house.disk.refuse = () => null;
    await pat.press('Submit');
    expect(await eventsOf()).toEqual(['submitted', 'resubmitted']);
  });

  it('asks for About me first where there is none, and still says nothing that stops', async () => {
    const kim = await aSpeaker(house, 'Kim Newcomer');
    await kim.say('start');
    await kim.press('Continue', { danger: 'yes' });
    await kim.press('Continue', words);
    await kim.press('Complete the record');
    expect(inputKeys(kim.card)).toContain('organisation');
    await kim.press('Save', profile);
    expect(kim.card.text).toContain('Which agreement');
    await walkChecklist(kim, rest);
    await kim.press('Submit');
    const [heading] = await house.stores.records.list({ requester: await kim.id() });
    expect(heading).toMatchObject({ completeBy: null, agreement: 'mas', organisation: profile.organisation });
  });
});

describe('Nothing holds an emergency up', () => {
  it('no settings, no About me, no approver, no IG lead', async () => {
    await giveRoles(house, ari.directoryId, []);
    await giveRoles(house, ira.directoryId, []);
    await emergency();
    expect(await theRecord()).toMatchObject({ approver: null, organisation: 'Not given', completeBy: '2026-11-24' });
  });

  it('an identifier in the words: it is taken out, and the record is made', async () => {
    await emergency({ ...words, 'emergency-shared': 'NHS number 943 476 5919, with the police.' });
    const { submission } = await theRecord();
    expect(JSON.stringify(submission)).not.toContain('943 476 5919');
    expect(submission.answers['emergency-shared']).toContain('with the police');
  });

  it('an empty line or too many words: they stay typed, the advice stays first, and one press later it is made', async () => {
    await emergency({ ...words, 'emergency-why': '', 'emergency-who': 'w'.repeat(2000) });
    expect(pat.card.text.split('\n\n')[1]).toContain('Call 999 now');
    expect(JSON.stringify(pat.card.card)).toContain(words['emergency-shared']);
    await pat.press('Continue', words);
    expect((await theRecord()).emergency).toBe(true);
  });

  it('a card of an older revision: what it says is offered, and one press later it is made', async () => {
    await pat.say('start');
    await pat.press('Continue', { danger: 'yes' });
    const old = pat.card;
    await pat.press('Save and leave', { 'emergency-why': 'Something else' });
    await pat.press('Continue', words, old);
    expect(pat.card.text.split('\n\n')[1]).toContain('Call 999 now');
    await pat.press('Continue', words);
    expect((await theRecord()).submission.answers).toMatchObject(words);
  });

  it.each(['drafts', 'ledger'])(
    'a disk that refuses the %s: act first, the words stay, and one press later it is made',
    async (what) => {
      await pat.say('start');
      await pat.press('Continue', { danger: 'yes' });
      house.disk.refuse = ({ op, path }) => (op === 'write' && path.includes(what) ? 'ENOSPC' : null);
      await pat.press('Continue', words);
      const first = pat.card.text.split('\n\n')[1];
      expect(first).toMatch(/^Call 999 now.*nobody has to wait for a review.*Not saved.*press Continue again/s);
      for (const typed of Object.values(words)) expect(JSON.stringify(pat.card.card)).toContain(typed);
      expect(await house.stores.records.count()).toBe(0);
      house.disk.refuse = () => null;
      await pat.press('Continue', words);
      expect((await theRecord()).submission.answers).toMatchObject(words);
    },
  );

  it('a stop between the answers and the record: the draft stands at the three questions until it is one', async () => {
    await pat.say('start');
    await pat.press('Continue', { danger: 'yes' });
    house.disk.refuse = ({ op, name }) => (op === 'write' && name === 'ledger' ? 'ENOSPC' : null);
    await pat.press('Continue', words);
    house.disk.refuse = () => null;
    await house.restart();
    const [draft] = await house.stores.drafts.ofOwner(await pat.id());
    await pat.send('checklist.resume', { case: draft?.id });
    expect(pat.card.text).toContain('What are you sharing in this emergency?');
    await pat.press('Continue', words);
    expect((await theRecord()).emergency).toBe(true);
  });

  it('a calendar that cannot be had: weekends alone count, and the log says so', async () => {
    const broken = () => Promise.reject(new TypeError('no calendar'));
    expect(await dueDay(house, new Date('2026-12-24T10:00:00Z'), broken)).toBe('2026-12-28');
    expect(house.logged.at(-1)).toMatchObject({ level: 'error', fields: { error: 'TypeError' } });
  });
});
