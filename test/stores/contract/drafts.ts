import { describe, expect, it } from 'vitest';
import { aCommit, aDraft } from '../../make/record.ts';
import type { Engine } from '../contract.ts';

export function draftsContract(engine: () => Engine) {
  const drafts = () => engine().stores.drafts;

  describe('drafts', () => {
    it('are given back as saved, one revision on', async () => {
      const draft = aDraft({ answers: { recipient: 'Line one\nline “two”', kinds: ['a', 'b'] } });
      expect(await drafts().save(structuredClone(draft), 0)).toEqual({ kind: 'saved', revision: 1 });
      expect(await drafts().open(draft.id)).toEqual({ ...draft, revision: 1 });
      expect(await drafts().save({ ...draft, answers: {} }, 1)).toEqual({ kind: 'saved', revision: 2 });
      expect(await drafts().open(draft.id)).toEqual({ ...draft, answers: {}, revision: 2 });
    });

    it('are not overwritten from an older revision', async () => {
      const draft = aDraft();
      await drafts().save(draft, 0);
      expect(await drafts().save({ ...draft, answers: { late: 'yes' } }, 0)).toEqual({ kind: 'conflict' });
      expect(await drafts().save(aDraft(), 3)).toEqual({ kind: 'conflict' });
      expect((await drafts().open(draft.id))?.answers).toEqual(draft.answers);
    });

    it('let one of twenty parallel saves win', async () => {
      const draft = aDraft();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => drafts().save(draft, 0)));
      expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    });

    it('are listed by owner, newest first', async () => {
      const old = aDraft({ savedAt: '2026-01-01T00:00:00.000Z' });
      const young = aDraft({ savedAt: '2026-02-01T00:00:00.000Z' });
      for (const draft of [old, young, aDraft({ owner: 'other' })]) await drafts().save(draft, 0);
      expect((await drafts().ofOwner(old.owner)).map(({ id }) => id)).toEqual([young.id, old.id]);
    });

    it('are gone when discarded, and discarding twice does no harm', async () => {
      const draft = aDraft();
      await drafts().save(draft, 0);
      await drafts().discard(draft.id);
      await drafts().discard(draft.id);
      expect(await drafts().open(draft.id)).toBeNull();
      await engine().reopen();
      expect(await drafts().open(draft.id)).toBeNull();
    });

    it('are dead once their case has a record', async () => {
      const draft = aDraft();
      await drafts().save(draft, 0);
      await engine().stores.records.commit(aCommit({ case: draft.id }));
      expect(await drafts().open(draft.id)).toBeNull();
      expect(await drafts().ofOwner(draft.owner)).toEqual([]);
      expect(await drafts().save(draft, 1)).toEqual({ kind: 'conflict' });
      expect(await drafts().save(draft, 0)).toEqual({ kind: 'conflict' });
      await engine().reopen();
      expect(await drafts().open(draft.id)).toBeNull();
      expect(await drafts().save(draft, 0)).toEqual({ kind: 'conflict' });
    });

    it('may have any text for an id and keep apart those that look alike', async () => {
      const ids = ['../escape', 'A', 'a', 'é', 'x'.repeat(500), 'store', 'con/nul'];
      for (const id of ids)
        expect(await drafts().save(aDraft({ id, answers: { id } }), 0)).toMatchObject({ revision: 1 });
      await engine().reopen();
      for (const id of ids) expect((await drafts().open(id))?.answers).toEqual({ id });
    });

    it('are discarded at a revision only while nothing was saved since', async () => {
      const draft = aDraft();
      await drafts().save(draft, 0);
      await drafts().save({ ...draft, answers: { danger: 'yes' } }, 1);
      expect(await drafts().discard(draft.id, 1)).toEqual({ kind: 'conflict' });
      expect((await drafts().open(draft.id))?.answers).toEqual({ danger: 'yes' });
      expect(await drafts().discard(draft.id, 2)).toEqual({ kind: 'discarded' });
      expect(await drafts().discard(draft.id, 2)).toEqual({ kind: 'discarded' });
      expect(await drafts().save(draft, 2)).toEqual({ kind: 'conflict' });
      expect(await drafts().open(draft.id)).toBeNull();
    });

    it('are lost or saved whole when a save and a discard meet', async () => {
      for (let round = 0; round < 20; round += 1) {
        const draft = aDraft();
        await drafts().save(draft, 0);
        const both = [
          () => drafts().save({ ...draft, answers: { late: 'yes' } }, 1),
          () => drafts().discard(draft.id, 1),
        ] as const;
        const [saved, discarded] =
          round % 2 === 0
            ? await Promise.all([both[0](), both[1]()])
            : (await Promise.all([both[1](), both[0]()])).toReversed();
        const stands = (await drafts().open(draft.id))?.answers ?? null;
        expect([saved?.kind, discarded?.kind, stands]).toEqual(
          stands ? ['saved', 'conflict', { late: 'yes' }] : ['conflict', 'discarded', null],
        );
      }
    });

    it('are listed in clear by owner and by the day they were saved, newest first', async () => {
      const [old, young] = ['2026-01-01', '2026-02-01'].map((day) => aDraft({ savedAt: `${day}T00:00:00.000Z` }));
      const other = aDraft({ owner: 'other', savedAt: '2026-01-15T00:00:00.000Z' });
      for (const draft of [old, young, other]) await drafts().save(draft as typeof other, 0);
      const listed = async (filter: Parameters<ReturnType<typeof drafts>['list']>[0]) =>
        (await drafts().list(filter)).map(({ id }) => id);
      expect(await listed({})).toEqual([young?.id, other.id, old?.id]);
      expect(await listed({ owner: other.owner })).toEqual([other.id]);
      expect(await listed({ savedBy: new Date(other.savedAt) })).toEqual([other.id, old?.id]);
      expect(await listed({ savedBy: new Date(new Date(other.savedAt).getTime() - 1) })).toEqual([old?.id]);
      await engine().stores.records.commit(aCommit({ case: other.id }));
      expect(await listed({})).toEqual([young?.id, old?.id]);
      expect(await drafts().list({ owner: young?.owner ?? '', savedBy: new Date('2026-01-02') })).toEqual([
        { id: old?.id, owner: old?.owner, revision: 1, savedAt: old?.savedAt, warned: null },
      ]);
    });

    it('carry a warning over a restart until they are saved again', async () => {
      const draft = aDraft();
      const until = '2026-12-20T08:00:00.000Z';
      const warned = async () => (await drafts().list({}))[0]?.warned;
      await drafts().save(draft, 0);
      await drafts().warn(draft.id, 1, { until, told: false });
      await engine().reopen();
      expect(await warned()).toEqual({ until, told: false });
      expect(await drafts().open(draft.id)).toEqual({ ...draft, revision: 1 });
      await drafts().warn(draft.id, 1, { until, told: true });
      expect(await warned()).toEqual({ until, told: true });
      await drafts().save(draft, 1);
      expect(await warned()).toBeNull();
      await drafts().warn(draft.id, 1, { until, told: false });
      expect(await warned()).toBeNull();
      await drafts().warn('nobody-has-this', 1, { until, told: false });
      expect(await drafts().open('nobody-has-this')).toBeNull();
    });

    it('are the same after a restart', async () => {
      const draft = aDraft();
      await drafts().save(draft, 0);
      await engine().reopen();
      expect(await drafts().ofOwner(draft.owner)).toEqual([{ ...draft, revision: 1 }]);
    });
  });
}
