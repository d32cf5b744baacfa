import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { Adapter } from 'lowdb';
import { StoreError } from '../storeError.ts';
import { type FileSystem, readIfThere, writeAll } from './fileSystem.ts';

/** Half-written files begin so; they are swept away when the store opens. */
export const TEMPORARY = '.part-';

/**
 * lowdb's file adapter, but durable: a temporary file of its own name, fsync, rename, fsync of the folder, mode 0600.
 * (lowdb's own has one temporary name for all writers, no fsync, and widens the mode.)
 */
export class DurableFile<T> implements Adapter<T> {
  /** The last write failed after its rename: the new text may be on the disk although nobody was told so. */
  isUncertain = false;
  readonly #fs: FileSystem;
  readonly #path: string;
  readonly #syncFolder: () => Promise<void>;

  /** `syncFolder` is handed in so that writers of one folder can share it. */
  constructor(fs: FileSystem, path: string, syncFolder: () => Promise<void>) {
    this.#fs = fs;
    this.#path = path;
    this.#syncFolder = syncFolder;
  }

  async read(): Promise<T | null> {
    const bytes = await readIfThere(this.#fs, this.#path);
    return bytes === null ? null : (parse(bytes.toString(), basename(this.#path)) as T);
  }

  async write(value: T): Promise<void> {
    const temporary = join(dirname(this.#path), `${TEMPORARY}${randomBytes(9).toString('base64url')}`);
    try {
      await this.#writeNew(temporary, Buffer.from(JSON.stringify(value)));
      await this.#fs.rename(temporary, this.#path);
    } catch (error) {
      await this.#fs.unlink(temporary).catch(() => undefined);
      throw error;
    }
    await this.#settleName();
  }

  async remove(): Promise<void> {
    await this.#fs.unlink(this.#path);
    await this.#settleName();
  }

  async #writeNew(path: string, bytes: Buffer) {
    const file = await this.#fs.open(path, 'wx', 0o600);
    try {
      await writeAll(file, bytes, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #settleName() {
    this.isUncertain = true;
    await this.#syncFolder();
    this.isUncertain = false;
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, so it is not passed on.
    throw new StoreError('damaged', `The file ${name} is not what was written. Put it back from a backup.`);
  }
}
