import { describe, expect, it } from 'vitest';
import type { Stores } from '../../../bot/stores/ports.ts';
import { APPROVER, aCommit, aDecision, aSubmission } from '../../make/record.ts';
import type { Engine } from '../contract.ts';

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
      const young = await submitted(stores, { at: new Date('2026-03-01T00:00:00Z'), approver: 'other' });
      const middle = await submitted(stores, { at: new Date('2026-02-01T00:00:00Z') });
      await records().commit(aDecision(middle));
      const ids = async (filter: Parameters<Stores['records']['list']>[0]) =>
        (await records().list(filter)).map((heading) => heading.case);
      expect(await ids({})).toEqual([young.case, middle.case, old.case]);
      expect(await ids({ requester: 'other' })).toEqual([old.case]);
      expect(await ids({ approver: APPROVER })).toEqual([middle.case, old.case]);
      expect(await ids({ approver: APPROVER, review: 'awaiting' })).toEqual([old.case]);
      expect(await ids({ review: 'declined' })).toEqual([]);
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
