import { dirname } from 'node:path';
import { type FileSystem, writeAll } from './fileSystem.ts';

/**
 * Gives a file new content, all or nothing: written beside it, forced to the disk, and only then given its name. A crash
 * leaves the old or the new one whole, and at most a `.new` that the next time writes over. Rejects as the disk does.
 */
export async function replaceFile(
  fs: FileSystem,
  path: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const temporary = `${path}.new`;
  try {
    await writeNew(fs, temporary, pieces);
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await fs.syncFolder(dirname(path));
}

async function writeNew(fs: FileSystem, path: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const file = await fs.open(path, 'w', 0o600);
  try {
    let position = 0;
    for await (const piece of pieces) {
      await writeAll(file, piece, position);
      position += piece.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
