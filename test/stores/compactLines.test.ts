import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openCompactLines } from '../../bot/stores/embedded/compactLines.ts';
import { nodeFileSystem } from '../../bot/stores/embedded/fileSystem.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lines-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('A write asks how many lines would do, and for the lines themselves only when the file is written anew', async () => {
  const path = join(dir, 'lines');
  await writeFile(path, '');
  let gathered = 0;
  const lines = () => {
    gathered += 1;
    return ['kept'];
  };
  const isLine = (value: unknown): value is string => typeof value === 'string';
  const fewest = () => ({ count: 1, lines });
  const file = await openCompactLines({ fs: nodeFileSystem, path, name: 'lines', isLine, take: () => {}, fewest });
  for (const line of ['one', 'two', 'three']) await file.add(line);
  // Somebody's 100,000 keys were gathered at every write.
  expect(gathered).toBe(0);
  await file.compact();
  expect(gathered).toBe(1);
  await file.close();
});
