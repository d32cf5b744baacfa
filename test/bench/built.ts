import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const names = [
  'echo',
  'teamsAiEcho',
  'sink',
  'importSdks',
  'collect',
  'indexReady',
  'failingSink',
  'slowDisk',
  'signedBot',
] as const;
/** What the programs import of the tests. */
const beside = ['test/make/fixedToken', 'test/make/activity'];

/** What is measured is what runs in production: JavaScript, without a loader. Builds when a source is newer. */
export function ensureBuilt(): void {
  const built = join(root, '.build', 'bot', 'index.js');
  const isCurrent = existsSync(built) && existsSync(join(root, '.build', 'knowledge.json'));
  const newest = Math.max(...['bot', 'cards', 'knowledge'].map((folder) => newestIn(join(root, folder))));
  if (!isCurrent || statSync(built).mtimeMs < newest) {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '-s', 'build'], { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
  }
  for (const file of [...names.map((name) => `test/bench/${name}`), ...beside]) transpile(file);
}

export const botProgram = join(root, '.build', 'bot', 'index.js');
export const program = (name: (typeof names)[number]) => join(root, '.build', 'test', 'bench', `${name}.js`);

/** To its place below `.build`, so that it finds the bot as built where it finds its source. */
function transpile(file: string): void {
  const { outputText } = ts.transpileModule(readFileSync(join(root, `${file}.ts`), 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      rewriteRelativeImportExtensions: true,
    },
  });
  const out = join(root, '.build', `${file}.js`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, outputText);
}

function newestIn(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}
