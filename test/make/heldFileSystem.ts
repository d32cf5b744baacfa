import type { FileSystem, OpenFile } from '../../bot/stores/embedded/fileSystem.ts';

/** A disk that takes its time: what is forced to it waits while it is held. */
export function heldFileSystem(under: FileSystem) {
  let part: string | null = null;
  let waiting: (() => void)[] = [];
  const turn = (path: string) =>
    part !== null && path.includes(part) ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve();
  const wrap = (file: OpenFile, path: string): OpenFile => ({
    read: (...args) => file.read(...args),
    write: (...args) => file.write(...args),
    truncate: (length) => file.truncate(length),
    stat: () => file.stat(),
    close: () => file.close(),
    async sync() {
      await turn(path);
      await file.sync();
    },
  });
  const fs: FileSystem = {
    ...under,
    open: async (path, flags, mode) => wrap(await under.open(path, flags, mode), path),
  };
  return {
    fs,
    /** Holds every fsync of a file whose path has this in it. */
    hold: (where: string) => {
      part = where;
    },
    /** Lets those go that wait, and all to come. */
    release: () => {
      part = null;
      for (const go of waiting) go();
      waiting = [];
    },
  };
}
