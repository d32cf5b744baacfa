import { describe, expect, it } from 'vitest';
import { bench } from './bench.ts';
import type { Measured, Row } from './row.ts';

const row = (name: string, measure?: () => Promise<Measured>): Row => ({
  name,
  what: 'something made up',
  unit: 'ms',
  floor: 3,
  says: 'under 3',
  ...(measure && { measure }),
});
const kept: Measured = { value: 2, baseline: null, ratio: null, ok: true };

async function run(rows: readonly Row[], ...args: string[]) {
  const said = { out: '', err: '', built: 0 };
  const terminal = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
  };
  const build = () => {
    said.built += 1;
  };
  const status = await bench(rows, args, build, terminal);
  return {
    ...said,
    status,
    lines: () =>
      said.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
  };
}

describe('the bench', () => {
  it('prints a line for each row that NAME begins; what is not built yet says so', async () => {
    const { lines, status, built } = await run([row('made-up'), row('made-other'), row('else')], 'made', '--json');
    expect(lines().map(({ name }) => name)).toEqual(['made-up', 'made-other']);
    for (const line of lines()) {
      expect(Object.keys(line).slice(0, 7)).toEqual(['name', 'value', 'unit', 'baseline', 'ratio', 'floor', 'ok']);
    }
    expect(lines()[0]).toMatchObject({ value: null, floor: 3, ok: null, why: 'not built yet' });
    expect([status, built]).toEqual([0, 0]);
  });

  it('says why a row could not run, and goes on with the next', async () => {
    const rows = [row('broken', () => Promise.reject(new Error('no disk'))), row('sound', async () => kept)];
    const { lines, status } = await run(rows, '--json');
    expect(lines()).toMatchObject([
      { ok: null, why: 'could not run: no disk' },
      { ok: true, value: 2 },
    ]);
    expect(status).toBe(0);
  });

  it('ends with 1 when a floor is not kept, and says what was wrong beside the number', async () => {
    const failing = row('failing', async () => ({ ...kept, ok: false, notes: ['lost: an answer'] }));
    const { out, status, built } = await run([failing]);
    expect(out).toMatch(/^FAIL {2}failing .*\n +lost: an answer\n$/);
    expect([status, built]).toEqual([1, 1]);
  });

  it('says which rows there are when none begins so, and builds nothing', async () => {
    const { out, err, status, built } = await run([row('ask-turn', async () => kept), row('other')], 'nonsense');
    expect(err).toBe('No row begins with that. Rows: ask-turn, other\n');
    expect([out, status, built]).toEqual(['', 2, 0]);
  });
});
