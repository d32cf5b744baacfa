import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordReminders } from '../../bot/background/recordReminders.ts';
import { noticeCard } from '../../bot/conversation/notices.ts';
import { decide } from '../../bot/records/decide.ts';
import { resubmission } from '../../bot/records/submit.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aReviewer } from '../make/office.ts';
import { aCommit, aPerson, aSubmission, aSubmitting } from '../make/record.ts';

const requester = aPerson({ name: 'Pat Practitioner (fictional)' });
const approver = aPerson({ name: 'Ari Approver (fictional)', roles: ['approver'] });
const igLead = aPerson({ name: 'Indira Lead (fictional)', roles: ['ig-lead'] });

let house: HouseUnderTest;
beforeEach(async () => {
  house = await aHouse();
  for (const person of [requester, approver, igLead]) await house.stores.people.save(person);
});
afterEach(() => house.close());

const names = new Map([requester, approver, igLead].map(({ id, name }) => [id, name.split(' ')[0]]));

/** An emergency on Friday at five, whose rest is due on Tuesday. */
async function anEmergency(part: Parameters<typeof aCommit>[0] = {}): Promise<string> {
  const commit = aCommit({
    requester: requester.id,
    approver: approver.id,
    submission: aSubmission({ emergency: true }),
    completeBy: '2026-11-24',
    at: new Date('2026-11-20T17:00:00Z'),
    ...part,
  });
  await house.stores.records.commit(commit);
  return commit.case;
}

/** Who is reminded at an instant, in the words of the card; the notices count as sent. */
async function at(instant: string): Promise<string[]> {
  house.clock = new Date(instant);
  await recordReminders(house, house.clock);
  const owed = (await house.stores.outbox.pending()).filter(({ kind }) => kind === 'full-record-due');
  const told: string[] = [];
  for (const notice of owed) {
    const made = await noticeCard(house, notice);
    told.push(`${names.get(notice.to)}: ${made?.card.text.split('\n\n')[1] ?? 'nothing'}`);
    await house.stores.outbox.settle(notice.id, 'sent');
  }
  return told;
}

const reminders = async (id: string) =>
  (await house.stores.records.open(id))?.events.flatMap((event) => (event.type === 'reminded' ? event.reminder : []));

describe('a record that is still to be completed', () => {
  it('is reminded of the day before, on the day, and when it is late; then the approver and the IG lead hear too', async () => {
    const id = await anEmergency();
    const reference = (await house.stores.records.heading(id))?.reference;
    expect(await at('2026-11-20T17:30:00Z')).toEqual([]);
    expect(await at('2026-11-22T12:00:00Z')).toEqual([]);
    expect(await at('2026-11-23T08:59:00Z')).toEqual([]);
    expect(await at('2026-11-23T09:00:00Z')).toEqual([
      `Pat: ${reference}: full record due by the end of Tuesday 24 November 2026.`,
    ]);
    expect(await at('2026-11-23T16:00:00Z')).toEqual([]);
    expect(await at('2026-11-24T09:30:00Z')).toEqual([`Pat: ${reference}: full record due by the end of today.`]);
    expect(await at('2026-11-24T23:59:00Z')).toEqual([]);
    expect(await at('2026-11-25T09:00:00Z')).toEqual([
      `Pat: ${reference}: the full record was due by the end of Tuesday 24 November 2026. You can still send it. Your approver and the IG leads have been told that it is late, so that they can help.`,
      `Ari: ${reference}, from Pat Practitioner (fictional): the full record was due by the end of Tuesday 24 November 2026.`,
      `Indira: ${reference}, from Pat Practitioner (fictional): the full record was due by the end of Tuesday 24 November 2026.`,
    ]);
    for (const day of ['25T10', '26T09', '27T09', '30T09']) expect(await at(`2026-11-${day}:00:00Z`)).toEqual([]);
    expect(await reminders(id)).toEqual(['due-soon', 'due-today', 'late']);
  });

  it('is not reminded of over a bank holiday weekend', async () => {
    await anEmergency({ completeBy: '2027-05-05', at: new Date('2027-04-30T16:00:00Z') });
    for (const quiet of ['04-30T16', '05-01T10', '05-02T10', '05-03T10']) {
      expect(await at(`2027-${quiet}:00:00Z`), quiet).toEqual([]);
    }
    expect(await at('2027-05-04T08:00:00Z')).toHaveLength(1);
    expect(await at('2027-05-05T08:00:00Z')).toHaveLength(1);
  });

  it('is reminded of once, however often and after however many restarts somebody looks', async () => {
    const id = await anEmergency();
    house.clock = new Date('2026-11-25T09:00:00Z');
    await Promise.all([1, 2, 3].map(() => recordReminders(house, house.clock)));
    await house.restart();
    await recordReminders(house, house.clock);
    const owed = (await house.stores.outbox.pending()).filter(({ kind }) => kind === 'full-record-due');
    expect(owed.map(({ to }) => names.get(to))).toEqual(['Pat', 'Ari', 'Indira']);
    for (const { id: notice } of owed) await house.stores.outbox.settle(notice, 'sent');
    await house.restart();
    expect(await at('2026-11-25T09:30:00Z')).toEqual([]);
    expect(await reminders(id)).toEqual(['late']);
    expect((await house.stores.records.verify()).kind).toBe('whole');
  });

  it('leaves nobody out when the disk refused the first time', async () => {
    const id = await anEmergency();
    house.disk.refuse = ({ op, name }) => (op === 'write' && name === 'ledger' ? 'ENOSPC' : null);
    expect(await at('2026-11-23T09:00:00Z')).toEqual([]);
    expect(house.logged).toEqual([
      { level: 'error', fields: { case: id, error: 'StoreError' }, message: 'a reminder was not made' },
    ]);
    house.disk.refuse = () => null;
    expect(await at('2026-11-23T10:00:00Z')).toHaveLength(1);
  });

  it('is told to IG leads alone, and once, where there is no approver, or where the approver leads', async () => {
    await anEmergency({ approver: null });
    expect((await at('2026-11-25T09:00:00Z')).map((line) => line.split(':')[0])).toEqual(['Pat', 'Indira']);
    await anEmergency({ approver: igLead.id });
    expect((await at('2026-11-26T09:00:00Z')).map((line) => line.split(':')[0])).toEqual(['Pat', 'Indira']);
  });

  it('is still reminded of when its three answers were approved, and no more once it is whole', async () => {
    const id = await anEmergency();
    const heading = async () => {
      const found = await house.stores.records.heading(id);
      if (!found) throw new Error('the record is gone');
      return found;
    };
    const approved = decide(
      await heading(),
      { type: 'approved', comment: '' },
      aReviewer(approver.id, ['approver']),
      house.clock,
    );
    if (approved.kind === 'done') await house.stores.records.commit(approved.commit);
    expect((await heading()).review).toBe('approved');
    expect(await at('2026-11-23T09:00:00Z')).toHaveLength(1);
    house.clock = new Date('2026-11-24T09:00:00Z');
    await recordReminders(house, house.clock);
    const again = resubmission(await heading(), { ...aSubmitting(), at: house.clock }, requester.id);
    if (again.kind === 'done') await house.stores.records.commit(again.commit);
    // What was owed when it came in is nothing to tell any more.
    expect(await at('2026-11-24T09:05:00Z')).toEqual(['Pat: nothing']);
    expect(await at('2026-11-25T09:00:00Z')).toEqual([]);
  });

  it('costs nothing while there is none', async () => {
    await house.stores.records.commit(aCommit({ requester: requester.id }));
    expect(await at('2026-11-25T09:00:00Z')).toEqual([]);
    expect(house.nudges).toBe(0);
  });
});
