/** `npm run build`: TypeScript to JavaScript, and the content to the one JSON that production starts from. */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ContentError } from '../../knowledge/contentError.ts';
import { writeCompiled } from '../../knowledge/loadCompiled.ts';
import { loadContent } from '../compose.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The content is loaded first, with every check, so that nothing is built from content that does not hold. */
async function build(): Promise<void> {
  const { content } = await loadContent();
  await rm(`${root}.build`, { recursive: true, force: true });
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'test/config/tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  await writeCompiled(content, `${root}.build/knowledge.json`);
}

build().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ContentError ? error.message : String(error)}\n`);
  process.exit(1);
});
