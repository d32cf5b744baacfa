import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const bench = (...args: string[]) => {
  const { stdout, stderr, status } = spawnSync('npm', ['run', '-s', 'bench', '--', ...args], { encoding: 'utf8' });
  return { stdout, stderr, status };
};

describe('the bench', () => {
  it('prints a line for each row that NAME begins; what is not built yet says so', () => {
    const { stdout, status } = bench('submit', '--json');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ name }) => name)).toEqual(['submit-100000', 'submit-fsyncs']);
    for (const line of lines) {
      expect(Object.keys(line).slice(0, 7)).toEqual(['name', 'value', 'unit', 'baseline', 'ratio', 'floor', 'ok']);
    }
    expect(lines[0]).toMatchObject({ value: null, floor: 1.5, ok: null, why: 'not built yet' });
    expect(status).toBe(0);
  });

  it('says which rows there are when none begins so', () => {
    const { stderr, status } = bench('nonsense');
    expect(stderr).toMatch(/^No row begins with that\. Rows: ask-turn, /);
    expect(status).toBe(2);
  });
});
