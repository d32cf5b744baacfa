import { describe, expect, it } from 'vitest';
import type { Engine } from '../contract.ts';

const november = new Date('2026-11-22T10:00:00Z');
const december = new Date('2026-12-01T00:00:00Z');

export function countsContract(engine: () => Engine) {
  describe('counts', () => {
    it('add up by label, by what is counted and by month', async () => {
      const { counts } = engine().stores;
      expect(await counts.read()).toEqual([]);
      counts.add('mas', 'right', november);
      counts.add('mas', 'right', november);
      counts.add('mas', 'wrong', november);
      counts.add('topic:email-sharing', 'right', november);
      counts.add('mas', 'right', december);
      expect(await counts.read()).toEqual([
        { label: 'mas', what: 'right', month: '2026-11', count: 2 },
        { label: 'mas', what: 'wrong', month: '2026-11', count: 1 },
        { label: 'topic:email-sharing', what: 'right', month: '2026-11', count: 1 },
        { label: 'mas', what: 'right', month: '2026-12', count: 1 },
      ]);
    });

    it('are kept over a restart, and go on from there, oldest month first', async () => {
      engine().stores.counts.add('none', 'answered:none', december);
      engine().stores.counts.add('none', 'answered:none', november);
      await engine().reopen();
      engine().stores.counts.add('none', 'answered:none', december);
      await engine().reopen();
      expect(await engine().stores.counts.read()).toEqual([
        { label: 'none', what: 'answered:none', month: '2026-11', count: 1 },
        { label: 'none', what: 'answered:none', month: '2026-12', count: 2 },
      ]);
    });
  });
}
