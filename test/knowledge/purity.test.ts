import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = readdirSync('knowledge', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, code: readFileSync(join('knowledge', file), 'utf8') }));

/** Code without comments: they may speak of what the code must not do. */
const bare = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('the knowledge', () => {
  it('takes the clock and chance from nobody: an answer depends on what it is given alone', () => {
    const impure = /Date\.now|new Date\(\)|performance\.|Math\.random|randomUUID|process\.|globalThis|console\./;
    expect(files.filter(({ code }) => impure.test(bare(code))).map(({ file }) => file)).toEqual([]);
  });

  it('does I/O only where the name says load or write', () => {
    const doing = files.filter(({ code }) => /from 'node:/.test(code)).map(({ file }) => basename(file));
    expect(
      doing.every((file) => /^(load|write)/.test(file)),
      doing.join(),
    ).toBe(true);
    expect(doing.length).toBeGreaterThan(0);
  });
});
