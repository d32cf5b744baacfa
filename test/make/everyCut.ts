import type { Stores } from '../../bot/stores/ports.ts';
import { cuttingFileSystem } from './fileSystem.ts';
import { aPlace } from './store.ts';

export const waysToCut = ['the process is killed', 'the power goes'] as const;

/** A story that is lived until the disk takes nothing more, and judged by what the next start finds. */
export interface Lived<S> {
  begin(): S;
  live(stores: Stores, story: S): Promise<void>;
  judge(stores: Stores, story: S): Promise<void>;
}

/** Cuts the story at each change to the disk in turn, in a new place each time; gives how many changes it has. */
export async function atEveryCut<S>(
  how: (typeof waysToCut)[number],
  { begin, live, judge }: Lived<S>,
): Promise<number> {
  let cutAt = 1;
  for (let isWholeStory = false; !isWholeStory; cutAt++) {
    const place = await aPlace();
    try {
      const disk = cuttingFileSystem(cutAt);
      const story = begin();
      const stores = await place.open(disk.fs).catch(() => null);
      if (stores !== null) {
        await live(stores, story).catch(() => undefined);
        isWholeStory = !disk.isCut();
        await stores.close().catch(() => undefined);
      }
      if (how === 'the power goes') disk.lose();
      const after = await place.open();
      await judge(after, story).catch((error) => {
        throw new Error(`cut at change ${cutAt}`, { cause: error });
      });
      await after.close();
      // What this start has written stands on what the cut left.
      await (await place.open()).close();
    } finally {
      await place.clear();
    }
  }
  return cutAt;
}
