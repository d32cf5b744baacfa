import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type FileSystem, nodeFileSystem, type OpenFile } from '../../bot/stores/embedded/fileSystem.ts';

/** One call on the disk that changes something. */
export interface Call {
  readonly op: 'open' | 'write' | 'sync' | 'truncate' | 'rename' | 'unlink' | 'mkdir' | 'syncFolder';
  /** Last part of the path, e.g. `ledger`. */
  readonly name: string;
  readonly path: string;
}

/** The real disk, with `before` called ahead of every change; what it throws is the disk's answer. */
export function watchedFileSystem(before: (call: Call) => void, under: FileSystem = nodeFileSystem): FileSystem {
  const tell = (op: Call['op'], path: string) => before({ op, path, name: basename(path) });
  const wrap = (file: OpenFile, path: string): OpenFile => ({
    read: (...args) => file.read(...args),
    stat: () => file.stat(),
    close: () => file.close(),
    async write(...args) {
      tell('write', path);
      return file.write(...args);
    },
    async sync() {
      tell('sync', path);
      await file.sync();
    },
    async truncate(length) {
      tell('truncate', path);
      await file.truncate(length);
    },
  });
  return {
    readdir: under.readdir,
    readFile: under.readFile,
    async open(path, flags, mode) {
      if (flags !== 'r') tell('open', path);
      return wrap(await under.open(path, flags, mode), path);
    },
    async rename(from, to) {
      tell('rename', to);
      await under.rename(from, to);
    },
    async unlink(path) {
      tell('unlink', path);
      await under.unlink(path);
    },
    async mkdir(path, options) {
      tell('mkdir', path);
      await under.mkdir(path, options);
    },
    async syncFolder(path) {
      tell('syncFolder', path);
      await under.syncFolder(path);
    },
  };
}

/** A disk that can be told to refuse: `refuse` gives the error for a call, or nothing. */
export function failingFileSystem(): { fs: FileSystem; refuse: (call: Call) => string | null } {
  const failing = {
    refuse: (_call: Call): string | null => null,
    fs: watchedFileSystem((call) => {
      const code = failing.refuse(call);
      if (code !== null) throw Object.assign(new Error(`${code}: ${call.op}`), { code });
    }),
  };
  return failing;
}

/** Nothing is forced to the disk, so that many runs are quick; `cuttingFileSystem` keeps the books itself. */
const hasty: FileSystem = {
  ...nodeFileSystem,
  syncFolder: async () => undefined,
  async open(path, flags, mode) {
    const file = await nodeFileSystem.open(path, flags, mode);
    return {
      read: (...args) => file.read(...args),
      write: (...args) => file.write(...args),
      truncate: (length) => file.truncate(length),
      stat: () => file.stat(),
      close: () => file.close(),
      sync: async () => undefined,
    };
  },
};

/**
 * A disk that dies at its nth change: that call and all later ones fail; of a write half is there. `lose` then does what
 * a power cut does to what was never forced to the disk: unsynced names are gone, and unsynced bytes, at the end of a file
 * that grows only half of them.
 */
export function cuttingFileSystem(cutAt: number) {
  let calls = 0;
  /** Content that is safe, by path; null = no such file. Only paths with unsynced changes are listed. */
  const safe = new Map<string, Buffer | null>();
  /** Renamed before their bytes were forced to the disk: after a power cut the name is there and the bytes are not. */
  const hollow = new Set<string>();
  /** Another file has the name of an append-only one, but only until the power is cut. */
  const replaced = new Set<string>();
  const readNow = (path: string) => readFile(path).catch(() => null);
  const before = (call: Call) => {
    calls += 1;
    if (calls >= cutAt) throw Object.assign(new Error(`cut at ${call.op} ${call.name}`), { code: 'EIO' });
  };
  const watched = watchedFileSystem(before, hasty);

  async function note(path: string) {
    if (!safe.has(path)) safe.set(path, await readNow(path));
  }

  const fs: FileSystem = {
    ...watched,
    async open(path, flags, mode) {
      if (flags !== 'r') await note(path);
      const file = await watched.open(path, flags, mode);
      return {
        ...file,
        async write(...args) {
          await note(path);
          if (calls === cutAt - 1) await tear(path, args);
          return file.write(...args);
        },
        async truncate(length) {
          await note(path);
          await file.truncate(length);
        },
        async sync() {
          await file.sync();
          safe.delete(path);
        },
      };
    },
    async rename(from, to) {
      await note(to);
      // Out of another folder: until that is forced to the disk too, the old name may come back.
      if (dirname(from) !== dirname(to)) await note(from);
      await watched.rename(from, to);
      if (appendOnly.has(basename(to))) replaced.add(to);
      if (dirname(from) === dirname(to) && safe.delete(from)) hollow.add(to);
      else hollow.delete(to);
    },
    async unlink(path) {
      await note(path);
      await watched.unlink(path);
    },
    async syncFolder(path) {
      await watched.syncFolder(path);
      for (const [name, content] of [...safe].filter(([one]) => dirname(one) === path)) {
        // A new name is safe now; bytes appended under it are not.
        if (replaced.delete(name)) safe.delete(name);
        else if (!appendOnly.has(basename(name))) safe.delete(name);
        else if (content === null) safe.set(name, Buffer.alloc(0));
      }
    },
  };

  return {
    fs,
    isCut: () => calls >= cutAt,
    lose() {
      for (const path of hollow) if (!safe.has(path)) writeFileSync(path, '');
      for (const [path, content] of safe) {
        if (content === null) rmSync(path, { force: true });
        else if (appendOnly.has(basename(path)) && !replaced.has(path))
          truncateSync(path, halfKept(path, content.length));
        else writeFileSync(path, content, { mode: 0o600 });
      }
    },
  };
}

const appendOnly = new Set(['ledger', 'keys', 'outbox', 'posts', 'drafts']);

/** Half of a write. */
async function tear(path: string, [from, offset, length, position]: Parameters<OpenFile['write']>) {
  const file = await nodeFileSystem.open(path, 'r+');
  await file.write(from, offset, Math.floor(length / 2), position);
  await file.close();
}

/** Length of a file of which only `safe` bytes were forced to the disk, and half of the others got there. */
const halfKept = (path: string, safe: number): number => safe + Math.floor(Math.max(0, statSync(path).size - safe) / 2);
