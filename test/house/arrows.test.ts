import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const depcruise = join(root, 'node_modules/.bin/depcruise');

/** Cruises a folder with the project's own rules; gives what it printed, whether it passed or not. */
async function cruise(folder: string): Promise<{ passed: boolean; said: string }> {
  const rooms = ['bot', 'cards', 'knowledge', '--config', '.dependency-cruiser.cjs'];
  try {
    const { stdout } = await run(depcruise, rooms, { cwd: folder });
    return { passed: true, said: stdout };
  } catch (error) {
    return { passed: false, said: String((error as { stdout?: string }).stdout) };
  }
}

describe('The arrows between the rooms', () => {
  let house: string;

  beforeAll(async () => {
    house = await mkdtemp(join(tmpdir(), 'arrows-'));
    for (const room of ['bot/conversation', 'bot/records', 'bot/teams', 'cards', 'knowledge'])
      await mkdir(join(house, room), { recursive: true });
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) await cp(join(root, file), join(house, file));
    await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
    await writeFile(join(house, 'bot/records/record.ts'), 'export const one = 1;\n');
    await writeFile(join(house, 'cards/button.ts'), 'export const two = 2;\n');
  });
  afterAll(() => rm(house, { recursive: true, force: true }));

  it('refuse an import from knowledge into bot', async () => {
    const planted = join(house, 'knowledge/planted.ts');
    await writeFile(planted, "import { one } from '../bot/records/record.ts';\nexport const three = one;\n");
    const { passed, said } = await cruise(house);
    await rm(planted);
    expect(passed).toBe(false);
    expect(said).toContain('knowledge/planted.ts');
  });

  it('refuse the Teams SDK outside bot/teams', async () => {
    const planted = join(house, 'bot/conversation/planted.ts');
    await writeFile(planted, "import { CloudAdapter } from 'botbuilder';\nexport const adapter = CloudAdapter;\n");
    const { passed, said } = await cruise(house);
    await rm(planted);
    expect(passed).toBe(false);
    expect(said).toContain('sdk-only-in-teams');
  });

  it('refuse even a type that comes the wrong way', async () => {
    const planted = join(house, 'cards/planted.ts');
    await writeFile(planted, "import type { one } from '../bot/records/record.ts';\nexport type One = typeof one;\n");
    const { passed } = await cruise(house);
    await rm(planted);
    expect(passed).toBe(false);
  });

  it('hold in the whole project, and the check really looked at it', async () => {
    const { passed, said } = await cruise(root);
    expect(said).toMatch(/no dependency violations found/);
    expect(Number(/\((\d+) modules/.exec(said)?.[1])).toBeGreaterThan(100);
    expect(passed).toBe(true);
  });
});
