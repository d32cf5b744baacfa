import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AppPackage, buildAppPackage } from '../../bot/cli/appPackage.ts';
import { newestManifestSchema } from '../../bot/cli/manifestSchema.ts';

const botId = '5f0c1b2e-4d3a-4c5b-9e7f-0a1b2c3d4e5f';
const filling = { botId, version: '0.1.0' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-package-'));
  cpSync('appPackage', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const build = () => buildAppPackage(folder, filling);

function change(edit: (manifest: Record<string, unknown>) => void) {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  edit(manifest);
  writeFileSync(path, JSON.stringify(manifest));
}

function problems(built: AppPackage): string {
  return built.kind === 'invalid' ? built.problems.join('\n') : 'built';
}

function filesOf(built: AppPackage) {
  if (built.kind !== 'built') throw new Error(problems(built));
  return unzipSync(built.zip);
}

describe('the app package', () => {
  test('holds the manifest and the two icons, and nothing else', async () => {
    const files = filesOf(await build());
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(Buffer.from(files['color.png'] ?? [])).toEqual(readFileSync('appPackage/color.png'));
  });

  test('names the bot and the version in the manifest', async () => {
    const manifest = JSON.parse(new TextDecoder().decode(filesOf(await build())['manifest.json']));
    expect(manifest).toMatchObject({ id: botId, version: '0.1.0', bots: [{ botId, supportsFiles: false }] });
    expect(manifest.bots[0].scopes).toEqual(['personal', 'team', 'groupChat']);
    // The bot behind the search box must be the same, or buttons on inserted cards reach nobody.
    expect(manifest.composeExtensions).toMatchObject([{ botId, commands: [{ id: 'search', initialRun: true }] }]);
  });

  test('is the same byte for byte each time and in every time zone', async () => {
    const run = (zone: string) =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
    const script = `import { createHash } from 'node:crypto';
      import { buildAppPackage } from './bot/cli/appPackage.ts';
      const built = await buildAppPackage('appPackage', ${JSON.stringify(filling)});
      process.stdout.write(createHash('sha256').update(built.zip).digest('hex'));`;
    expect(run('Pacific/Kiritimati')).toBe(run('America/Los_Angeles'));
  });

  test('says that the developer addresses are made up while they are', async () => {
    expect(await build()).toMatchObject({ kind: 'built', notes: [expect.stringContaining('developer addresses')] });
  });
});

describe('a package that Teams would refuse is not made, and the message names the field', () => {
  test('a wrong value deep inside', async () => {
    change((manifest) => {
      manifest.bots = [{ botId: 'not-a-guid', scopes: ['everywhere'] }];
    });
    const found = problems(await build());
    expect(found).toContain('manifest.json bots[0].botId: must match pattern');
    expect(found).toContain('manifest.json bots[0].scopes[0]: must be equal to one of the allowed values');
  });

  test('a missing field and one that does not exist', async () => {
    change((manifest) => {
      delete manifest.accentColor;
      manifest.colour = '#000000';
    });
    const found = problems(await build());
    expect(found).toContain('accentColor');
    expect(found).toContain('colour');
  });

  test('a text that is too long', async () => {
    change((manifest) => {
      manifest.description = { short: 'x'.repeat(81), full: 'y' };
    });
    expect(problems(await build())).toContain('manifest.json description.short');
  });

  test('a manifest for an older schema', async () => {
    change((manifest) => {
      manifest.manifestVersion = '1.9';
    });
    expect(problems(await build())).toContain('manifestVersion: must be');
  });

  test('a placeholder that nobody fills', async () => {
    change((manifest) => {
      manifest.version = '{{RELEASE}}';
    });
    expect(problems(await build())).toContain('{{RELEASE}}');
  });

  test('a manifest that is not JSON', async () => {
    writeFileSync(join(folder, 'manifest.json'), '{');
    expect(problems(await build())).toContain('manifest.json is not JSON');
  });

  test('an icon of the wrong size, or of another kind', async () => {
    cpSync(join(folder, 'outline.png'), join(folder, 'color.png'));
    writeFileSync(join(folder, 'outline.png'), '<svg/>');
    expect(problems(await build())).toBe('color.png: 32 x 32 pixels; must be 192 x 192\noutline.png: not a PNG');
  });
});

test('versions of the schema are compared as numbers', () => {
  expect(Number(newestManifestSchema().version.split('.')[1])).toBeGreaterThanOrEqual(29);
});
