import { describe, expect, it } from 'vitest';
import { remind } from '../../../bot/records/reminders.ts';
import { resubmission } from '../../../bot/records/submit.ts';
import type { Stores } from '../../../bot/stores/ports.ts';
import { anOffice } from '../../make/office.ts';
import { APPROVER, aCommit, aDecision, aSubmission, aSubmitting, REQUESTER } from '../../make/record.ts';
import type { Engine } from '../contract.ts';

const aRequester = REQUESTER;

/** Commits a new record and gives its heading. */
export async function submitted(stores: Stores, part: Parameters<typeof aCommit>[0] = {}) {
  const commit = aCommit(part);
  expect(await stores.records.commit(structuredClone(commit))).toMatchObject({ kind: 'committed', revision: 1 });
  const heading = await stores.records.heading(commit.case);
  if (heading === null) throw new Error('the record is not there');
  return heading;
}

export function recordsContract(engine: () => Engine) {
  const records = () => engine().stores.records;

  describe('records', () => {
    it('give back the whole record that was committed', async () => {
      const commit = aCommit();
      expect(await records().commit(structuredClone(commit))).toEqual({ kind: 'committed', revision: 1, sequence: 1 });
      const heading = { ...commit.heading, revision: 1 };
      expect(await records().heading(commit.case)).toEqual(heading);
      expect(await records().byReference(commit.heading.reference)).toEqual(heading);
      expect(await records().open(commit.case)).toEqual({
        ...heading,
        submission: aSubmission(),
        events: commit.events,
      });
    });

    it('note the head once a day and owe it to people in one write, also after a restart', async () => {
      expect(await records().noteHead('2026-11-23', ['lead'])).toEqual({ kind: 'not-now' });
      await submitted(engine().stores);
      expect(await records().headNoted()).toBeNull();
      const head = await records().verify();
      const about = head.kind === 'whole' ? `${head.sequence}:${head.hash}` : '';
      const outcomes = await Promise.all([1, 2].map(() => records().noteHead('2026-11-23', ['lead', 'lead-2'])));
      expect(outcomes.map(({ kind }) => kind)).toEqual(['noted', 'not-now']);
      expect(await records().headNoted()).toEqual({ day: '2026-11-23', isLast: true });
      await submitted(engine().stores);
      await engine().reopen();
      expect(await records().headNoted()).toEqual({ day: '2026-11-23', isLast: false });
      expect(await records().noteHead('2026-11-22', ['lead'])).toEqual({ kind: 'not-now' });
      const owed = (await engine().stores.outbox.pending()).filter(({ kind }) => kind === 'daily-head');
      expect(owed.map((notice) => [notice.to, notice.about])).toEqual([
        ['lead', about],
        ['lead-2', about],
      ]);
      expect(await records().verify()).toMatchObject({ kind: 'whole', sequence: 3 });
    });

    it('say null for a case and a reference nobody knows', async () => {
      expect(await records().open('nobody')).toBeNull();
      expect(await records().heading('nobody')).toBeNull();
      expect(await records().byReference('SR-7K3M-Q9')).toBeNull();
      expect(await records().count()).toBe(0);
    });

    it('carry the later state and every event after a second commit', async () => {
      const first = await submitted(engine().stores);
      const decision = aDecision(first, { type: 'declined', reason: 'Made-up reason' });
      expect(await records().commit(decision)).toEqual({ kind: 'committed', revision: 2, sequence: 2 });
      expect(await records().open(first.case)).toMatchObject({
        review: 'declined',
        revision: 2,
        submittedAt: first.submittedAt,
        changedAt: '2026-11-23T09:00:00.000Z',
        submission: aSubmission(),
        events: [{ type: 'submitted' }, { type: 'declined', reason: 'Made-up reason', by: APPROVER }],
      });
    });

    it('refuse a commit made from an older revision and write nothing of it', async () => {
      const first = await submitted(engine().stores);
      await records().commit(aDecision(first));
      const late = aDecision(first, { type: 'declined', reason: 'Too late' });
      expect(await records().commit(late)).toEqual({ kind: 'conflict' });
      expect(await records().heading(first.case)).toMatchObject({ review: 'approved', revision: 2 });
      expect((await records().open(first.case))?.events).toHaveLength(2);
    });

    it('refuse a first commit for a case that has a record, and a later one for a case that has none', async () => {
      const first = await submitted(engine().stores);
      expect(await records().commit(aCommit({ case: first.case }))).toEqual({ kind: 'conflict' });
      expect(await records().commit({ ...aCommit(), expectRevision: 1 })).toEqual({ kind: 'conflict' });
      expect(await records().count()).toBe(1);
    });

    it('refuse a reference that another case has', async () => {
      const first = await submitted(engine().stores);
      const second = aCommit({ reference: first.reference });
      expect(await records().commit(second)).toEqual({ kind: 'reference-taken' });
      expect(await records().heading(second.case)).toBeNull();
    });

    it('let one of fifty parallel writers win', async () => {
      const first = await submitted(engine().stores);
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => records().commit(aDecision(first))));
      expect(outcomes.filter(({ kind }) => kind === 'committed')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'conflict')).toHaveLength(49);
      expect((await records().open(first.case))?.events).toHaveLength(2);
    });

    it('give one of two parallel records the reference both want', async () => {
      const reference = 'SR-7K3M-Q9';
      const outcomes = await Promise.all([1, 2].map(() => records().commit(aCommit({ reference }))));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'reference-taken']);
    });

    it('number commits without gaps, refused ones not counted', async () => {
      const first = await submitted(engine().stores);
      await records().commit(aCommit({ case: first.case }));
      expect(await records().commit(aCommit())).toMatchObject({ sequence: 2 });
    });

    it('list newest first, by requester, approver and review', async () => {
      const stores = engine().stores;
      const old = await submitted(stores, { at: new Date('2026-01-01T00:00:00Z'), requester: 'other' });
      const middle = await submitted(stores, { at: new Date('2026-02-01T00:00:00Z') });
      const young = await submitted(stores, { at: new Date('2026-03-01T00:00:00Z'), approver: 'other' });
      await records().commit(aDecision(middle));
      const ids = async (filter: Parameters<Stores['records']['list']>[0]) =>
        (await records().list(filter)).map((heading) => heading.case);
      expect(await ids({})).toEqual([young.case, middle.case, old.case]);
      expect(await ids({ requester: 'other' })).toEqual([old.case]);
      expect(await ids({ approver: APPROVER })).toEqual([middle.case, old.case]);
      expect(await ids({ approver: APPROVER, review: 'awaiting' })).toEqual([old.case]);
      expect(await ids({ review: 'declined' })).toEqual([]);
    });

    it('list those to which something has happened from an instant on', async () => {
      const { stores } = engine();
      const decided = await submitted(stores, { at: new Date('2026-11-20T09:00:00Z') });
      const quiet = await submitted(stores, { at: new Date('2026-11-22T09:00:00Z') });
      await records().commit(aDecision(decided, { type: 'approved', comment: '' }, new Date('2026-11-23T09:00:00Z')));
      const since = async (at: string, filter = {}) =>
        (await records().list({ ...filter, changedSince: new Date(at) })).map((heading) => heading.case);
      expect(await since('2026-11-22T09:00:00Z')).toEqual([quiet.case, decided.case]);
      expect(await since('2026-11-22T09:00:00.001Z')).toEqual([decided.case]);
      expect(await since('2026-11-22T09:00:00.001Z', { review: 'awaiting' })).toEqual([]);
      expect(await since('2026-11-24T00:00:00Z')).toEqual([]);
    });

    it('list those that are still to be completed, and no longer once they are', async () => {
      const stores = engine().stores;
      await submitted(stores);
      const emergency = aSubmission({ emergency: true });
      const due = await submitted(stores, { submission: emergency, completeBy: '2026-11-24' });
      const other = await submitted(stores, { submission: emergency, completeBy: '2026-11-25', requester: 'other' });
      const incomplete = async (filter = {}) =>
        (await records().list({ incomplete: true, ...filter })).map((heading) => heading.case);
      expect((await incomplete()).sort()).toEqual([due.case, other.case].sort());
      expect(await incomplete({ requester: 'other' })).toEqual([other.case]);
      await records().commit(aDecision(due));
      expect(await incomplete({ review: 'approved' })).toEqual([due.case]);

      const now = await records().heading(due.case);
      const whole = now && resubmission(now, { ...aSubmitting(), submission: aSubmission() }, aRequester);
      if (whole?.kind !== 'done') throw new Error('it was refused');
      expect(await records().commit(whole.commit)).toMatchObject({ kind: 'committed', revision: 3 });
      expect(await incomplete()).toEqual([other.case]);
      await engine().reopen();
      expect(await incomplete()).toEqual([other.case]);
      expect((await records().heading(other.case))?.completeBy).toBe('2026-11-25');
    });

    it('keep every submission and give back the latest', async () => {
      const submission = aSubmission({ emergency: true, decision: { outcome: 'share', rationale: 'The first' } });
      const first = await submitted(engine().stores, { submission, completeBy: '2026-11-24' });
      const second = aSubmission({ decision: { outcome: 'share-in-part', rationale: 'The second' } });
      const decided = resubmission(first, { ...aSubmitting(), submission: second }, aRequester);
      if (decided.kind !== 'done') throw new Error('it was refused');
      await records().commit(decided.commit);
      expect(await records().open(first.case)).toMatchObject({
        review: 'awaiting',
        completeBy: null,
        submission: { decision: { rationale: 'The second' } },
        events: [
          { type: 'submitted', submission: { decision: { rationale: 'The first' } } },
          { type: 'resubmitted', submission: { decision: { rationale: 'The second' } } },
        ],
      });
    });

    it('keep a reminder, whose notices are owed', async () => {
      const stores = engine().stores;
      const submission = aSubmission({ emergency: true });
      const { case: id } = await submitted(stores, { submission, completeBy: '2026-11-24' });
      const record = await records().open(id);
      const office = anOffice({ [APPROVER]: ['approver'], 'ig-lead-1': ['ig-lead'] });
      const at = new Date('2026-11-25T09:00:00Z');
      const commit = record && record.submission !== null && remind(record, 'late', office, at);
      if (!commit) throw new Error('there is nothing to remind of');
      await records().commit(commit);
      await engine().reopen();
      expect((await records().open(id))?.events.at(-1)).toMatchObject({
        type: 'reminded',
        reminder: 'late',
        by: 'bot',
      });
      const owed = (await engine().stores.outbox.pending()).filter(({ kind }) => kind === 'full-record-due');
      expect(owed.map(({ to }) => to)).toEqual([REQUESTER, APPROVER, 'ig-lead-1']);
    });

    it('prove their trail whole', async () => {
      expect(await records().verify()).toMatchObject({ kind: 'whole', sequence: 0, torn: [] });
      await submitted(engine().stores);
      expect(await records().verify()).toMatchObject({ kind: 'whole', sequence: 1, torn: [] });
    });

    it('are the same after a restart', async () => {
      const first = await submitted(engine().stores);
      await records().commit(aDecision(first));
      const before = [await records().open(first.case), await records().list({}), await records().verify()];
      await engine().reopen();
      expect([await records().open(first.case), await records().list({}), await records().verify()]).toEqual(before);
      expect(await records().commit(aCommit({ reference: first.reference }))).toEqual({ kind: 'reference-taken' });
      expect(await records().commit(aCommit())).toMatchObject({ sequence: 3 });
    });
  });
}
