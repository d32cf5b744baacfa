import { describe, expect, it } from 'vitest';
import { APPROVER, aCommit, aNotice } from '../../make/record.ts';
import type { Engine } from '../contract.ts';

export function outboxContract(engine: () => Engine) {
  const outbox = () => engine().stores.outbox;

  describe('the outbox', () => {
    it('owes the notices of a commit until they are settled, once', async () => {
      const commit = aCommit();
      await engine().stores.records.commit(commit);
      const [owed, ...more] = await outbox().pending();
      expect(owed).toMatchObject({ to: APPROVER, kind: 'review-asked', about: commit.case });
      expect(more).toEqual([]);
      await outbox().settle(owed?.id ?? '', 'sent');
      expect(await outbox().pending()).toEqual([]);
      await engine().reopen();
      expect(await outbox().pending()).toEqual([]);
    });

    it('owes nothing for a commit that was refused', async () => {
      await engine().stores.records.commit({ ...aCommit(), expectRevision: 4 });
      expect(await outbox().pending()).toEqual([]);
    });

    it('owes notices of no record too, under ids of their own', async () => {
      const notices = [aNotice(), aNotice({ kind: 'proposal-asked', about: 'p1' })];
      await outbox().add(notices);
      const owed = await outbox().pending();
      expect(owed).toMatchObject(notices);
      expect(new Set(owed.map(({ id }) => id)).size).toBe(2);
      await outbox().settle(owed[0]?.id ?? '', 'not-delivered');
      await engine().reopen();
      expect(await outbox().pending()).toEqual([owed[1]]);
    });

    it('still owes after a restart what was not settled, under the same id', async () => {
      await engine().stores.records.commit(aCommit());
      await outbox().add([aNotice()]);
      const owed = await outbox().pending();
      await engine().reopen();
      expect(await outbox().pending()).toEqual(expect.arrayContaining(owed));
      expect(await outbox().pending()).toHaveLength(2);
    });

    it('takes a settlement twice and one of nothing', async () => {
      await outbox().add([aNotice()]);
      const id = (await outbox().pending())[0]?.id ?? '';
      await Promise.all([outbox().settle(id, 'sent'), outbox().settle(id, 'sent'), outbox().settle('nothing', 'sent')]);
      expect(await outbox().pending()).toEqual([]);
    });

    it('knows the cards that show a case', async () => {
      const posts = ['1', '2'].map((activityId) => ({ case: 'case-1', person: APPROVER, activityId }));
      for (const post of [...posts, { case: 'case-2', person: APPROVER, activityId: '3' }]) await outbox().posted(post);
      await engine().reopen();
      expect(await outbox().posts('case-1')).toEqual(posts);
      expect(await outbox().posts('nobody')).toEqual([]);
    });
  });
}
