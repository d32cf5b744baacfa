import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adminId, aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, type Speaker, told } from '../make/speaker.ts';

describe('People, roles and settings', () => {
  let house: HouseUnderTest;
  let admin: Speaker;
  let ira: Speaker;
  let pat: Speaker;

  beforeEach(async () => {
    house = await aHouse();
    admin = await aSpeaker(house, 'Ada Administrator', [], adminId);
    ira = await aSpeaker(house, 'Ira IG Lead', ['ig-lead']);
    pat = await aSpeaker(house, 'Pat Practitioner');
  });
  afterEach(() => house.close());

  const rolesOf = async (speaker: Speaker) => (await house.stores.people.byId(await speaker.id()))?.roles;

  it('an administrator gives a role; the person and the IG leads are told', async () => {
    await admin.say('roles');
    await admin.press('Save', { person: await pat.id(), doing: 'give', role: 'approver' });
    expect(await rolesOf(pat)).toEqual(['approver']);
    expect((await told(house, ira))[0]?.text).toContain('Pat Practitioner now holds: Approver');
    expect((await told(house, pat))[0]?.text).toContain('Pat Practitioner now holds: Approver');
  });

  it('takes a role away again', async () => {
    await admin.say('roles');
    await admin.press('Save', { person: await ira.id(), doing: 'take', role: 'ig-lead' });
    expect(await rolesOf(ira)).toEqual([]);
  });

  it('lets nobody grant a role to themselves, administrators included', async () => {
    await admin.send('roles.change', { in_person: await admin.id(), in_doing: 'give', in_role: 'approver' });
    expect(await rolesOf(admin)).toEqual([]);
    expect(JSON.stringify(admin.card.card)).toContain('nobody changes their own roles');
  });

  it('refuses the roles card to everybody else', async () => {
    expect((await ira.say('roles')).text).toContain('needs another role');
    await ira.send('roles.change', { in_person: await pat.id(), in_doing: 'give', in_role: 'editor' });
    expect(await rolesOf(pat)).toEqual([]);
  });

  it('shows an administrator no case', async () => {
    await pat.say('about me');
    await pat.press('Save', {
      organisation: 'Exampleton School',
      kind: 'school',
      area: 'kent',
      'role-title': 'teacher',
    });
    await pat.say('start');
    const [draft] = await house.stores.drafts.ofOwner(await pat.id());
    expect((await admin.send('checklist.resume', { case: draft?.id })).text).toContain('cannot open that');
    expect((await admin.send('review.open', { case: draft?.id })).text).toContain('cannot open that');
    expect((await admin.say('pending')).text).toContain('needs another role');
  });

  it('the IG lead’s settings stand where people look for help', async () => {
    await ira.say('settings');
    await ira.press('Save', {
      'ig-contact': 'IG team, ig@example.invalid',
      'front-door': 'Exampleton front door 020 7946 0001',
    });
    expect((await house.stores.settings.read()).igContact).toBe('IG team, ig@example.invalid');
    await pat.say('start');
    await pat.press('Continue', { danger: 'yes' });
    expect(pat.card.text).toContain('Call 999 now');
    expect(pat.card.text).toContain('020 7946 0001');
    expect((await pat.say('settings')).text).toContain('needs another role');
  });

  it('takes the working hours from an IG lead alone, and says what is wrong with them', async () => {
    await ira.say('working hours');
    await ira.press('Save', { 'work-days': '', 'opens-at': '9', 'closes-at': 'late', 'escalate-hours': '8' });
    for (const problem of ['at least one day', 'a time such as 09:00', 'from 9 to 200'])
      expect(JSON.stringify(ira.card.card)).toContain(problem);
    expect(await house.stores.settings.read()).toMatchObject({ closesAt: '17:00', escalateHours: 16 });
    await ira.press('Save', { 'work-days': 'mon,sat', 'opens-at': '8', 'closes-at': '18.30', 'escalate-hours': '24' });
    const settings = await house.stores.settings.read();
    expect(settings).toMatchObject({ workDays: ['mon', 'sat'], opensAt: '08:00', closesAt: '18:30' });
    expect(settings).toMatchObject({ remindHours: 8, escalateHours: 24, emergencyRemindHours: 1 });
    await ira.say('settings');
    await ira.press('Save', { organisation: 'Exampleton Council' });
    await ira.press('Working hours', {}, await ira.say('settings'));
    expect(JSON.stringify(ira.card.card)).toContain('18:30');
    expect((await pat.say('working hours')).text).toContain('needs another role');
    await pat.send('settings.save-hours', { 'in_opens-at': '10:00' });
    expect((await house.stores.settings.read()).opensAt).toBe('08:00');
  });

  it('takes an emergency from somebody it knows nothing about, at once', async () => {
    await pat.say('start');
    await pat.press('Continue', { danger: 'yes' });
    await pat.press('Continue', {
      'emergency-who': 'A made-up pupil, from a made-up parent.',
      'emergency-shared': 'The address, with the police control room.',
      'emergency-why': 'The parent is at the gate.',
    });
    expect(pat.card.text).toContain('Emergency record SR-');
    expect(pat.card.text).toContain('already shared');
    const [heading] = await house.stores.records.list({});
    expect(heading).toMatchObject({ review: 'awaiting', disclosure: 'made', emergency: true });
    expect((await told(house, ira))[0]?.text).toContain('waiting for your review');
  });

  it('keeps the advice in sight when something has to be put right first', async () => {
    await pat.say('start');
    await pat.press('Continue', { danger: 'yes' });
    await pat.press('Continue', { 'emergency-who': '', 'emergency-shared': '', 'emergency-why': '' });
    expect(pat.card.text).toContain('Call 999 now');
    expect(pat.card.text).toContain('Tell us');
  });

  it('asks About me before the rest of the checklist, once, and goes on where it was', async () => {
    await pat.say('start');
    await pat.press('Continue', { danger: 'no' });
    expect(pat.card.text).toContain('About me');
    await pat.press('Save and go on', {
      organisation: 'Exampleton School',
      kind: 'school',
      area: 'london',
      'role-title': 'teacher',
    });
    expect(pat.card.text).toContain('Which agreement are you sharing under?');
  });

  it('asks for the area once, and remembers it', async () => {
    await pat.say('Can we give the police a list of noisy tenants?');
    expect(pat.card.text).toMatch(/where|area/i);
    await pat.press('London');
    expect(pat.card.text).toContain('ASB');
    await pat.say('Can we give the police a list of noisy tenants?');
    expect(pat.card.text).toContain('ASB');
  });

  it('forgets the words of a question after 30 minutes and asks for them again', async () => {
    await pat.say('Can we give the police a list of noisy tenants?');
    house.clock = new Date(house.clock.getTime() + 31 * 60_000);
    await pat.press('London');
    expect(pat.card.text).toContain('Please ask again');
  });

  it('answers nobody else’s open question', async () => {
    await pat.say('Can we give the police a list of noisy tenants?');
    await ira.press('London', {}, pat.card);
    expect(ira.card.text).toContain('Please ask again');
  });
});
