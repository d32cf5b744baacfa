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

    it('are the same after a restart', async () => {
      const draft = aDraft();
      await drafts().save(draft, 0);
      await engine().reopen();
      expect(await drafts().ofOwner(draft.owner)).toEqual([{ ...draft, revision: 1 }]);
    });
  });
}
