import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Content } from '../../knowledge/schema.ts';

/** A content folder in a temporary place. Each file by its path below the folder. */
export interface ContentFolder {
  readonly path: string;
  write(file: string, text: string): Promise<void>;
  remove(file: string): Promise<void>;
  dispose(): Promise<void>;
}

/** Writes content as the YAML tree that editors keep. */
export async function makeContentFolder(content: Content): Promise<ContentFolder> {
  const path = await mkdtemp(join(tmpdir(), 'content-'));
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  };
  const { agreements, topics, ...single } = content;
  for (const [part, value] of Object.entries(single)) await write(`${part}.yaml`, stringify(value));
  for (const agreement of agreements) await write(`agreements/${agreement.id}.yaml`, stringify(agreement));
  for (const label of new Set(topics.map((topic) => topic.label))) {
    await write(`topics/${label}.yaml`, stringify(topics.filter((topic) => topic.label === label)));
  }
  return {
    path,
    write,
    remove: (file) => rm(join(path, file)),
    dispose: () => rm(path, { recursive: true, force: true }),
  };
}
