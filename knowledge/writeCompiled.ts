import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadContentFolder } from './loadContentFolder.ts';

/**
 * Compiles the YAML tree in `folder` to one JSON file, so that the start parses no YAML. Shapes are checked here;
 * cross-checks run again when the file is loaded. Rejects with a `ContentError` on a wrong shape.
 */
export async function writeCompiled(folder: string, file: string): Promise<void> {
  const content = await loadContentFolder(folder);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(content));
}
