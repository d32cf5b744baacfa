import { describe, expect, it } from 'vitest';
import type { Proposal, Revision, Settings } from '../../../bot/stores/ports.ts';
import type { Engine } from '../contract.ts';

const change = { target: 'agreement:asb', field: 'alias', before: null, after: 'noise' } as const;

function aRevision(number: number): Revision {
  return { number, change, why: 'People say it', proposedBy: 'editor-1', publishedBy: 'editor-2', at: '2026-11-22' };
}

function aProposal(part: Partial<Proposal> = {}): Proposal {
  const check = { tried: 3, changed: [{ question: 'q', before: 'asb', after: 'none', worse: true }] };
  return {
    id: 'p1',
    base: 0,
    change,
    why: 'x',
    proposedBy: 'editor-1',
    at: '2026-11-22',
    state: 'open',
    check,
    ...part,
  };
}

export function smallContract(engine: () => Engine) {
  describe('settings', () => {
    it('are blank until set, and are kept', async () => {
      const blank = await engine().stores.settings.read();
      expect(blank).toMatchObject({ organisation: '', defaultApprovers: [], draftDays: 28, draftWarningDays: 7 });
      const set = { ...blank, organisation: 'Example Borough Council (fictional)', defaultApprovers: ['approver-1'] };
      await engine().stores.settings.save(set);
      expect(await engine().stores.settings.read()).toEqual(set);
      await engine().reopen();
      expect(await engine().stores.settings.read()).toEqual(set);
    });

    it('that an earlier version saved are read with what came since', async () => {
      const {
        draftDays,
        draftWarningDays,
        opensAt,
        remindHours,
        retentionYears,
        retentionAsked,
        agreementApprovers,
        ...earlier
      } = await engine().stores.settings.read();
      await engine().stores.settings.save({ ...earlier, organisation: 'Example' } as Settings);
      await engine().reopen();
      expect(await engine().stores.settings.read()).toMatchObject({
        organisation: 'Example',
        draftDays,
        draftWarningDays,
        opensAt,
        remindHours,
        retentionYears: null,
        retentionAsked: null,
        agreementApprovers: [],
      });
    });
  });

  describe('revisions', () => {
    it('are published in their order only', async () => {
      const { revisions } = engine().stores;
      expect(await revisions.publish(aRevision(2))).toEqual({ kind: 'conflict' });
      expect(await revisions.publish(aRevision(1))).toEqual({ kind: 'published' });
      expect(await revisions.publish(aRevision(1))).toEqual({ kind: 'conflict' });
      expect(await revisions.publish(aRevision(2))).toEqual({ kind: 'published' });
      await engine().reopen();
      expect(await engine().stores.revisions.all()).toEqual([aRevision(1), aRevision(2)]);
    });

    it('let one of two parallel publishers win', async () => {
      const { revisions } = engine().stores;
      const outcomes = await Promise.all([1, 2].map(() => revisions.publish(aRevision(1))));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'published']);
    });

    it('come oldest first beyond nine', async () => {
      const { revisions } = engine().stores;
      for (let number = 1; number <= 11; number++) await revisions.publish(aRevision(number));
      await engine().reopen();
      expect((await engine().stores.revisions.all()).map(({ number }) => number)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
      ]);
    });
  });

  describe('proposals', () => {
    it('wait, oldest first, until they are settled', async () => {
      const { proposals } = engine().stores;
      const young = aProposal({ id: 'young', at: '2026-11-23' });
      const old = aProposal({ id: 'old', at: '2026-11-21' });
      for (const proposal of [young, old, aProposal({ id: 'gone', state: 'withdrawn' })])
        await proposals.save(proposal);
      expect(await proposals.waiting()).toEqual([old, young]);
      await proposals.save({ ...old, state: 'published' });
      await engine().reopen();
      expect(await engine().stores.proposals.waiting()).toEqual([young]);
      expect(await engine().stores.proposals.open('old')).toEqual({ ...old, state: 'published' });
      expect(await engine().stores.proposals.open('nobody')).toBeNull();
    });
  });
}
