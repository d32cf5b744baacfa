import { cannotWrite, StoreError } from '../storeError.ts';
import { type FileSystem, isMissing, type OpenFile, writeAll } from './fileSystem.ts';

/** A file that only grows. Not for parallel appends: callers queue (`groupCommit`). */
export interface AppendFile {
  /** Bytes that are good and on the disk. */
  readonly size: number;
  /** Appends with fsync. When it rejects nothing of it stays, neither now nor after the next append. */
  append(bytes: Buffer): Promise<void>;
  /** Shortens the file for good, with fsync. */
  cutTo(size: number): Promise<void>;
  read(offset: number, length: number): Promise<Buffer>;
  /** The good bytes from there on, piece by piece. */
  pieces(from?: number): AsyncIterable<Buffer>;
  close(): Promise<void>;
}

const PIECE = 256 * 1024;

/** Opens a file that must be there; `name` is for messages. */
export async function openAppendFile(fs: FileSystem, path: string, name: string): Promise<AppendFile> {
  const file = await openExisting(fs, path, 'r+', name);
  return appendFile(file, (await file.stat()).size, name);
}

/** Opens for reading; a file that is not there is `damaged`: `init` made all of them. */
export async function openExisting(fs: FileSystem, path: string, flags: string, name: string): Promise<OpenFile> {
  try {
    return await fs.open(path, flags);
  } catch (error) {
    if (isMissing(error))
      throw new StoreError('damaged', `The store has lost ${name}. Put that file back from a backup.`, error);
    throw cannotWrite(name, error);
  }
}

function appendFile(file: OpenFile, sizeAtOpen: number, name: string): AppendFile {
  let good = sizeAtOpen;
  /** Something past `good` may be in the file and must go before the next append. */
  let hasLeftovers = false;

  async function clear() {
    await file.truncate(good);
    await file.sync();
    hasLeftovers = false;
  }

  return {
    get size() {
      return good;
    },
    async append(bytes) {
      try {
        if (hasLeftovers) await clear();
        hasLeftovers = true;
        await writeAll(file, bytes, good);
        await file.sync();
      } catch (error) {
        // If this fails too, the next append tries again before it writes.
        await clear().catch(() => undefined);
        throw cannotWrite(name, error);
      }
      hasLeftovers = false;
      good += bytes.length;
    },
    async cutTo(size) {
      good = size;
      hasLeftovers = true;
      await clear().catch((error) => {
        throw cannotWrite(name, error);
      });
    },
    read: (offset, length) => readAt(file, offset, length, name),
    pieces: (from) => piecesOf(file, good, name, from),
    close: async () => {
      if (hasLeftovers) await clear().catch(() => undefined);
      await file.close();
    },
  };
}

/** The bytes of a file up to `size`, piece by piece, in one buffer that is used again. */
export async function* piecesOf(file: OpenFile, size: number, name: string, from = 0): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(Math.min(PIECE, Math.max(0, size - from)));
  for (let offset = from; offset < size; ) {
    const length = await readSome(file, buffer, 0, Math.min(PIECE, size - offset), offset, name);
    yield buffer.subarray(0, length);
    offset += length;
  }
}

async function readAt(file: OpenFile, offset: number, length: number, name: string): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    done += await readSome(file, buffer, done, length - done, offset + done, name);
  }
  return buffer;
}

async function readSome(
  file: OpenFile,
  into: Buffer,
  offset: number,
  length: number,
  position: number,
  name: string,
): Promise<number> {
  const { bytesRead } = await file.read(into, offset, length, position).catch((error) => {
    throw new StoreError('damaged', `The disk does not give back ${name}.`, error);
  });
  if (bytesRead === 0) throw new StoreError('damaged', `Part of ${name} is gone from the disk.`);
  return bytesRead;
}
