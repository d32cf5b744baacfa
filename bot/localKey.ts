import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from './config.ts';

/**
 * The record key of local mode without RECORD_KEY: `local.key` in the data folder, made on the first run. `made` is
 * told, because whoever loses the file loses what the store holds. A store without its key is never given another.
 */
export async function localKey(dataDir: string): Promise<{ readonly key: Buffer; readonly made: boolean }> {
  const path = join(dataDir, 'local.key');
  const kept = await readFile(path, 'utf8').catch(orNull);
  if (kept !== null) return { key: readKey(kept), made: false };
  if ((await readdir(dataDir).catch(orNull))?.length) {
    throw new ConfigError(['DATA_DIR: holds files but no local.key; set RECORD_KEY, or choose an empty folder']);
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const key = randomBytes(32);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${key.toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return { key, made: true };
}

function readKey(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32) throw new ConfigError(['DATA_DIR: its local.key is damaged; put it back, or set RECORD_KEY']);
  return key;
}

function orNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw new ConfigError([`DATA_DIR: cannot be read (${error.code ?? error.name})`]);
}
