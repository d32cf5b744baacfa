import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DueWork, startDueWork } from '../../bot/background/dueWork.ts';

const quarterMs = 15 * 60_000;
const start = new Date('2026-11-22T10:00:00Z');

let log: { level: string; fields: object; message: string }[];
let due: { drain(): Promise<void> } | null;

beforeEach(() => {
  log = [];
  due = null;
  vi.useFakeTimers({ now: start });
});
afterEach(async () => {
  await due?.drain();
  vi.useRealTimers();
});

function begin(...works: DueWork[]) {
  const write = (level: string) => (fields: object, message: string) => void log.push({ level, fields, message });
  due = startDueWork({
    works,
    now: () => new Date(),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
  });
  return vi.advanceTimersByTimeAsync(0);
}

describe('due work', () => {
  it('is done at the start and every quarter of an hour, and is told the time', async () => {
    const at: Date[] = [];
    await begin({ name: 'one', run: async (now) => void at.push(now) });
    expect(at).toEqual([start]);
    await vi.advanceTimersByTimeAsync(quarterMs - 1);
    expect(at).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1 + quarterMs);
    expect(at.map((time) => time.getTime() - start.getTime())).toEqual([0, quarterMs, 2 * quarterMs]);
  });

  it('that fails is logged by name alone, holds no other up, and comes again', async () => {
    let tries = 0;
    const others: string[] = [];
    const failing = async () => {
      tries += 1;
      throw new Error('quotes what somebody typed');
    };
    await begin({ name: 'failing', run: failing }, { name: 'other', run: async () => void others.push('done') });
    expect(others).toHaveLength(1);
    expect(log).toEqual([{ level: 'error', fields: { work: 'failing', error: 'Error' }, message: 'due work failed' }]);
    await vi.advanceTimersByTimeAsync(quarterMs);
    expect([tries, others.length]).toEqual([2, 2]);
  });

  it('does not overtake itself', async () => {
    let running = 0;
    let most = 0;
    const slow = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 3 * quarterMs));
      running -= 1;
    };
    await begin({ name: 'slow', run: slow });
    await vi.advanceTimersByTimeAsync(7 * quarterMs);
    expect(most).toBe(1);
    const drained = due?.drain();
    await vi.advanceTimersByTimeAsync(3 * quarterMs);
    await drained;
  });

  it('when it stops, finishes what is under way and begins nothing', async () => {
    const done: string[] = [];
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      done.push('slow');
    };
    await begin({ name: 'slow', run: slow }, { name: 'next', run: async () => void done.push('next') });
    const drained = due?.drain();
    await vi.advanceTimersByTimeAsync(1_000);
    await drained;
    await vi.advanceTimersByTimeAsync(3 * quarterMs);
    expect(done).toEqual(['slow']);
  });
});
