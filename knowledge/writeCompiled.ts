import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadContentFolder } from './loadContentFolder.ts';
import { makeAbbreviations } from './match/abbreviations.ts';
import { packReadings } from './match/reading.ts';

/**
 * Compiles the YAML tree in `folder` to one JSON file, with what the matching reads of it, so that the start parses no
 * YAML and counts no words. Shapes are checked here; cross-checks run again when the file is loaded. Rejects with a
 * `ContentError` on a wrong shape.
 */
export async function writeCompiled(folder: string, file: string): Promise<void> {
  const content = await loadContentFolder(folder);
  const readings = packReadings(content, makeAbbreviations(content.abbreviations));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ content, readings }));
}
