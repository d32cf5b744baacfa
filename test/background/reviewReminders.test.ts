import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewReminders } from '../../bot/background/reviewReminders.ts';
import { noticeCard } from '../../bot/conversation/notices.ts';
import { officeOf, reviewerOf } from '../../bot/conversation/office.ts';
import { decide } from '../../bot/records/decide.ts';
import type { ReviewEvent } from '../../bot/records/record.ts';
import type { Person, RecordHeading } from '../../bot/stores/ports.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aCommit, aPerson, aSubmission } from '../make/record.ts';

const requester = aPerson({ name: 'Pat Practitioner (fictional)' });
const approver = aPerson({ name: 'Ari Approver (fictional)', roles: ['approver'] });
const second = aPerson({ name: 'Sol Second (fictional)', roles: ['approver'] });
const igLead = aPerson({ name: 'Indira Lead (fictional)', roles: ['ig-lead'] });
const everybody = [requester, approver, second, igLead];

let house: HouseUnderTest;
beforeEach(async () => {
  house = await aHouse();
  for (const person of everybody) await house.stores.people.save(person);
});
afterEach(() => house.close());

const firstName = (id: string) => everybody.find((person) => person.id === id)?.name.split(' ')[0];

/** A record that is submitted on Monday at nine; nobody needs to be told of that any more. */
async function aRecord(part: Parameters<typeof aCommit>[0] = {}): Promise<string> {
  const at = new Date('2026-11-23T09:00:00Z');
  const commit = aCommit({
    requester: requester.id,
    approver: approver.id,
    office: await officeOf(house),
    at,
    ...part,
  });
  await house.stores.records.commit({ ...commit, notices: [] });
  return commit.case;
}

async function heading(id: string): Promise<RecordHeading> {
  const found = await house.stores.records.heading(id);
  if (!found) throw new Error('the record is gone');
  return found;
}

async function acts(id: string, event: ReviewEvent, person: Person): Promise<string> {
  const decided = decide(await heading(id), event, await reviewerOf(house, person), house.clock);
  if (decided.kind === 'refused') return decided.why;
  return (await house.stores.records.commit({ ...decided.commit, notices: [] })).kind;
}

/** Who is told what by an instant, e.g. `Ari review-reminder`; the notices count as sent. */
async function at(instant: string): Promise<string[]> {
  house.clock = new Date(instant);
  await reviewReminders(house, house.clock);
  const owed = await house.stores.outbox.pending();
  for (const { id } of owed) await house.stores.outbox.settle(id, 'sent');
  return owed.map(({ to, kind }) => `${firstName(to)} ${kind}`);
}

const escalation = ['Pat escalated', 'Ari escalated', 'Indira escalated'];

describe('a review that nobody finishes', () => {
  it('is brought back to its approver after eight working hours, and to the IG leads after sixteen, once each', async () => {
    const id = await aRecord();
    expect(await at('2026-11-23T16:59:00Z')).toEqual([]);
    expect(await at('2026-11-23T17:00:00Z')).toEqual([]);
    expect(await at('2026-11-24T09:00:00Z')).toEqual(['Ari review-reminder']);
    expect(await at('2026-11-24T16:59:00Z')).toEqual([]);
    expect(await at('2026-11-25T09:00:00Z')).toEqual(escalation);
    expect(await at('2026-11-26T09:00:00Z')).toEqual([]);
    expect(await heading(id)).toMatchObject({ review: 'awaiting', escalatedAt: '2026-11-25T09:00:00.000Z' });
    const record = await house.stores.records.open(id);
    expect(record?.events.map(({ type, by }) => `${type} ${by}`).slice(1)).toEqual(['reminded bot', 'escalated bot']);
    expect(record?.events.at(-1)).toMatchObject({ reason: 'It has waited 16 working hours for its review.' });
  });

  it('of an emergency is brought back after one working hour, and escalated after four', async () => {
    await aRecord({ submission: aSubmission({ emergency: true }), completeBy: '2026-11-25' });
    expect(await at('2026-11-23T09:59:00Z')).toEqual([]);
    expect(await at('2026-11-23T10:00:00Z')).toEqual(['Ari review-reminder']);
    expect(await at('2026-11-23T13:00:00Z')).toEqual(escalation);
  });

  it('follows the hours that the IG lead has set', async () => {
    const settings = await house.stores.settings.read();
    await house.stores.settings.save({ ...settings, workDays: ['sat', 'sun'], opensAt: '10:00', remindHours: 2 });
    await aRecord();
    for (const weekday of ['24', '25', '26', '27']) expect(await at(`2026-11-${weekday}T12:00:00Z`)).toEqual([]);
    expect(await at('2026-11-28T11:59:00Z')).toEqual([]);
    expect(await at('2026-11-28T12:00:00Z')).toEqual(['Ari review-reminder']);
  });

  it('that was missed for days is made up for by the last step alone, at work', async () => {
    await aRecord();
    expect(await at('2026-11-28T12:00:00Z')).toEqual([]);
    expect(await at('2026-11-30T09:00:00Z')).toEqual(escalation);
    expect(await at('2026-11-30T10:00:00Z')).toEqual([]);
  });

  it('is told once, however often and after however many restarts somebody looks', async () => {
    await aRecord();
    for (const [day, told] of [
      ['24', 1],
      ['25', 3],
    ] as const) {
      house.clock = new Date(`2026-11-${day}T09:00:00Z`);
      await Promise.all([1, 2, 3].map(() => reviewReminders(house, house.clock)));
      await house.restart();
      await reviewReminders(house, house.clock);
      const owed = await house.stores.outbox.pending();
      expect(owed).toHaveLength(told);
      for (const { id } of owed) await house.stores.outbox.settle(id, 'sent');
    }
    expect((await house.stores.records.verify()).kind).toBe('whole');
  });

  it('is told when the disk refused the first time', async () => {
    const id = await aRecord();
    house.disk.refuse = ({ op, name }) => (op === 'write' && name === 'ledger' ? 'ENOSPC' : null);
    expect(await at('2026-11-24T09:00:00Z')).toEqual([]);
    expect(house.logged).toEqual([
      { level: 'error', fields: { case: id, error: 'StoreError' }, message: 'a reminder was not made' },
    ]);
    house.disk.refuse = () => null;
    expect(await at('2026-11-24T10:00:00Z')).toEqual(['Ari review-reminder']);
  });

  it('has all the time again with another approver, or after advice', async () => {
    const id = await aRecord();
    expect(await at('2026-11-25T09:00:00Z')).toEqual(escalation);
    await acts(id, { type: 'reassigned', approver: second.id, reason: '' }, igLead);
    expect(await heading(id)).toMatchObject({ escalatedAt: null });
    expect(await at('2026-11-25T16:00:00Z')).toEqual([]);
    expect(await at('2026-11-26T09:00:00Z')).toEqual(['Sol review-reminder']);
    await acts(id, { type: 'asked-ig-lead', reason: 'Made up' }, second);
    expect(await at('2026-11-26T16:00:00Z')).toEqual([]);
    await acts(id, { type: 'advised', reason: 'Made up' }, igLead);
    expect(await at('2026-11-27T15:00:00Z')).toEqual([]);
    expect(await at('2026-11-27T16:00:00Z')).toEqual(['Sol review-reminder']);
  });

  it('is brought back to the IG leads who have it, and never escalated to them', async () => {
    await aRecord({ submission: aSubmission({ decision: { outcome: 'refer', rationale: '' } }) });
    expect(await at('2026-11-24T09:00:00Z')).toEqual(['Indira review-reminder']);
    await aRecord({ approver: null, at: new Date('2026-11-24T09:00:00Z') });
    expect(await at('2026-11-25T09:00:00Z')).toEqual(['Indira review-reminder']);
    expect(await at('2026-12-08T09:00:00Z')).toEqual([]);
  });

  it('reminds its approver where there is no other IG lead to tell', async () => {
    await house.stores.people.save({ ...igLead, roles: [] });
    await aRecord();
    expect(await at('2026-11-25T09:00:00Z')).toEqual(['Ari review-reminder']);
    expect(await at('2026-11-26T09:00:00Z')).toEqual([]);
  });

  it('among hundreds is told of the next time, so that nobody hears of everything at once', async () => {
    for (let made = 0; made < 205; made += 1) await aRecord();
    expect(await at('2026-11-24T09:00:00Z')).toHaveLength(200);
    expect(await at('2026-11-24T09:15:00Z')).toHaveLength(5);
    expect(await at('2026-11-24T09:30:00Z')).toEqual([]);
  });

  it('is nothing to remind of once it was decided or came back', async () => {
    const [one, other] = [await aRecord(), await aRecord()];
    house.clock = new Date('2026-11-23T10:00:00Z');
    await acts(one, { type: 'approved', comment: '' }, approver);
    await acts(other, { type: 'returned', reason: 'Made up' }, approver);
    expect(await at('2026-11-27T09:00:00Z')).toEqual([]);
  });
});

describe('a review that was escalated', () => {
  const escalated = async () => {
    const id = await aRecord();
    house.clock = new Date('2026-11-25T09:00:00Z');
    await reviewReminders(house, house.clock);
    return id;
  };
  const approve = { type: 'approved', comment: '' } as const;

  it('shows each of them what it means for them, until somebody has decided', async () => {
    const id = await escalated();
    const textFor = async ({ id: to }: Person) =>
      (await noticeCard(house, { to, kind: 'escalated', about: id }))?.card.text ?? '';
    expect(await textFor(requester)).toContain('I have told the IG leads');
    expect(await textFor(approver)).toContain('The IG leads have been told');
    expect(await textFor(igLead)).toContain('You may decide as well as its approver');
    expect(await textFor(igLead)).toContain('told the IG leads: It has waited 16 working hours for its review.');
    await acts(id, approve, approver);
    for (const person of [requester, approver, igLead]) expect(await textFor(person)).toBe('');
  });

  it('may be decided by an IG lead; the first decision stands', async () => {
    const id = await aRecord();
    expect(await acts(id, approve, igLead)).toBe('not-your-role');
    const late = await escalated();
    expect(await acts(late, approve, igLead)).toBe('committed');
    expect(await acts(late, { type: 'declined', reason: 'Made up' }, approver)).toBe('already-decided');
    expect(await heading(late)).toMatchObject({ review: 'approved', waitingSince: null, escalatedAt: null });
  });

  it('stands so in the store after a restart, also from a snapshot', async () => {
    const id = await escalated();
    const before = await heading(id);
    expect(before).toMatchObject({ waitingSince: '2026-11-23T09:00:00.000Z', escalatedAt: house.clock.toISOString() });
    for (const snapshots of [
      { from: 1_000, every: 1_000 },
      { from: 1, every: 1_000 },
    ]) {
      await house.stores.close();
      house.stores = await house.place.open(undefined, { snapshots });
      expect(await heading(id)).toEqual(before);
    }
  });
});
