import { describe, expect, it } from 'vitest';
import { APPROVER, aCommit, aNotice, REQUESTER } from '../../make/record.ts';
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

    it('owes each person their notices in the order in which they came, also after a restart', async () => {
      const about = () => aCommit({ approver: 'somebody' });
      const [first, second] = [about(), about()] as const;
      await outbox().add([aNotice({ to: 'somebody', about: 'one' })]);
      await engine().stores.records.commit(first);
      await outbox().add([aNotice({ to: 'somebody', about: 'two' }), aNotice({ to: 'another', about: 'three' })]);
      await engine().stores.records.commit(second);
      const order = ['one', first.case, 'two', second.case];
      for (const restarts of [0, 1, 2]) {
        if (restarts > 0) await engine().reopen();
        const owed = (await outbox().pending()).filter(({ to }) => to === 'somebody');
        expect(owed.map((notice) => notice.about)).toEqual(order);
        expect(await outbox().next('somebody')).toEqual({ ...owed[0], repeats: [] });
        expect(new Set(await outbox().peopleOwed())).toEqual(new Set(['somebody', 'another']));
      }
      for (const expected of order) {
        const next = await outbox().next('somebody');
        expect(next?.about).toBe(expected);
        await outbox().settle(next?.id ?? '', 'sent');
      }
      expect([await outbox().next('somebody'), await outbox().next('nobody')]).toEqual([null, null]);
      expect(await outbox().peopleOwed()).toEqual(['another']);
    });

    it('names the later notices that would show a person the same, and no others', async () => {
      await outbox().add([
        aNotice({ about: 'x' }),
        aNotice({ about: 'y' }),
        aNotice({ about: 'x' }),
        aNotice({ about: 'x', kind: 'changed' }),
        aNotice({ about: 'x', to: 'another' }),
      ]);
      const owed = await outbox().pending();
      expect(await outbox().next(REQUESTER)).toEqual({ ...owed[0], repeats: [owed[2]?.id] });
      await outbox().settle(owed[0]?.id ?? '', 'sent');
      expect(await outbox().next(REQUESTER)).toEqual({ ...owed[1], repeats: [] });
    });

    it('tells when each was committed or added', async () => {
      const before = new Date().toISOString();
      await engine().stores.records.commit(aCommit());
      await outbox().add([aNotice()]);
      const owed = await outbox().pending();
      for (const { at } of owed) expect(at >= before && at <= new Date().toISOString()).toBe(true);
      await engine().reopen();
      expect(await outbox().pending()).toEqual(owed);
    });

    it('keeps what was given up until it is tried again, sent, or settled another way', async () => {
      await engine().stores.records.commit(aCommit());
      await outbox().add([aNotice({ about: 'x' }), aNotice({ about: 'y' }), aNotice({ about: 'z' })]);
      const owed = await outbox().pending();
      const [committed, x, y, z] = owed.map(({ id }) => id) as [string, string, string, string];
      for (const { id } of owed) await outbox().settle(id, 'not-delivered', '403 MessageWritesBlocked');
      expect(await outbox().pending()).toEqual([]);
      await engine().reopen();
      expect(await outbox().pending()).toEqual([]);
      const kept = await outbox().notDelivered();
      expect(kept).toMatchObject(owed.map((notice) => ({ ...notice, why: '403 MessageWritesBlocked' })));

      expect(await outbox().again(x)).toBe(true);
      expect(await outbox().again(committed)).toBe(true);
      await outbox().settle(y, 'otherwise');
      await engine().reopen();
      expect((await outbox().pending()).map(({ id }) => id)).toEqual([x, committed]);
      expect((await outbox().notDelivered()).map(({ id }) => id)).toEqual([z]);
      for (const id of [x, committed]) await outbox().settle(id, 'sent');
      await engine().reopen();
      expect(await outbox().pending()).toEqual([]);
      expect(await outbox().again(y)).toBe(false);
    });

    it('keeps one of several given up that would show a person the same, and none once the same was sent', async () => {
      const same = [aNotice({ about: 'x' }), aNotice({ about: 'x' }), aNotice({ about: 'x' })];
      await outbox().add(same);
      const [one, two, three] = (await outbox().pending()).map(({ id }) => id) as [string, string, string];
      await outbox().settle(one, 'not-delivered', '404');
      await outbox().settle(two, 'not-delivered', '404');
      expect((await outbox().notDelivered()).map(({ id }) => id)).toEqual([one]);
      await outbox().settle(three, 'sent');
      expect(await outbox().notDelivered()).toEqual([]);
      await engine().reopen();
      expect([await outbox().notDelivered(), await outbox().pending()]).toEqual([[], []]);
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

    it('knows the cards that show a case, of each person the latest last', async () => {
      const post = (activityId: string, person = APPROVER) => ({ case: 'case-1', person, activityId });
      for (let number = 1; number <= 11; number++) await outbox().posted(post(`card ${number}`));
      for (const one of [post('card 3'), post('card 3'), post('other', REQUESTER), { ...post('more'), case: 'case-2' }])
        await outbox().posted(one);
      const cards = async () => (await outbox().posts('case-1')).map(({ person, activityId }) => [person, activityId]);
      const kept = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 3].map((number) => [APPROVER, `card ${number}`]);
      expect(await cards()).toEqual([...kept, [REQUESTER, 'other']]);
      await engine().reopen();
      expect(await cards()).toEqual([...kept, [REQUESTER, 'other']]);
      await outbox().forgetPosts('case-1', APPROVER);
      await outbox().forgetPosts('case-1', 'nobody');
      await engine().reopen();
      expect(await cards()).toEqual([[REQUESTER, 'other']]);
      expect(await outbox().posts('nobody')).toEqual([]);
    });
  });
}
