import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
/** Below `.build`, so that the programs find the same modules as the bot. */
const programs = join(root, '.build', 'bench');

const names = ['echo', 'teamsAiEcho', 'sink', 'importSdks', 'collect', 'indexReady'] as const;

/** What is measured is what runs in production: JavaScript, without a loader. Builds when a source is newer. */
export function ensureBuilt(): void {
  const built = join(root, '.build', 'bot', 'index.js');
  const isCurrent = existsSync(built) && existsSync(join(root, '.build', 'knowledge.json'));
  const newest = Math.max(...['bot', 'cards', 'knowledge'].map((folder) => newestIn(join(root, folder))));
  if (!isCurrent || statSync(built).mtimeMs < newest) {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'build'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
  }
  mkdirSync(programs, { recursive: true });
  for (const name of names) transpile(name);
}

export const botProgram = join(root, '.build', 'bot', 'index.js');
export const program = (name: (typeof names)[number]) => join(programs, `${name}.js`);

function transpile(name: string): void {
  const { outputText } = ts.transpileModule(readFileSync(join(here, `${name}.ts`), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  writeFileSync(join(programs, `${name}.js`), outputText);
}

function newestIn(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}
