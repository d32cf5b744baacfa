import { afterEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../../bot/records/sample.ts';
import type { Commit, Stores } from '../../bot/stores/ports.ts';
import { cuttingFileSystem } from '../make/fileSystem.ts';
import { aCommit, aDecision } from '../make/record.ts';
import { aPlace, type StorePlace } from '../make/store.ts';

/** More by hand: `CUTS=500 npm test test/stores/embedded.cuts.test.ts`. */
const cuts = Number(process.env.CUTS ?? 60);
/** Changes on the disk that a whole morning makes, and some. */
const LONGEST = 170;
const snapshots = { from: 1, every: 3 };

let place: StorePlace;
afterEach(() => place.clear());

interface Story {
  readonly asked: Commit[];
  readonly done: Commit[];
  settled: string[];
}

/** Submits and decisions, some at once, and notices settled, until the disk is gone. */
async function morning({ records, outbox }: Stores, story: Story, random: () => number) {
  const commit = async (one: Commit) => {
    story.asked.push(one);
    if ((await records.commit(one)).kind === 'committed') story.done.push(one);
  };
  for (let round = 0; round < 8; round++) {
    const some = Array.from({ length: 1 + Math.floor(random() * 4) }, () => aCommit());
    const outcomes = await Promise.allSettled(some.map(commit));
    if (outcomes.some(({ status }) => status === 'rejected')) throw new Error('cut');
    const [waiting] = await records.list({ review: 'awaiting' });
    if (waiting !== undefined) await commit(aDecision(waiting));
    const [owed] = await outbox.pending();
    if (owed === undefined) continue;
    await outbox.settle(owed.id, 'sent');
    story.settled.push(owed.id);
  }
}

async function judge({ records, outbox }: Stores, { asked, done, settled }: Story) {
  expect(await records.verify()).toMatchObject({ kind: 'whole' });
  for (const commit of done) {
    expect((await records.open(commit.case))?.events).toEqual(expect.arrayContaining([...commit.events]));
    expect(await records.commit(commit)).toEqual({ kind: 'conflict' });
  }
  for (const { case: id } of await records.list({})) {
    const askedOfIt = asked.filter((commit) => commit.case === id).flatMap(({ events }) => events);
    expect(askedOfIt).toEqual(expect.arrayContaining((await records.open(id))?.events.slice() ?? []));
  }
  const owed = (await outbox.pending()).map(({ id }) => id);
  for (const id of settled) expect(owed).not.toContain(id);
}

describe('a disk that is cut at a random change', () => {
  it(
    `has lost nothing acknowledged and holds nothing unasked, ${cuts} times over`,
    async () => {
      const since = performance.now();
      let whole = 0;
      for (let cut = 1; cut <= cuts; cut++) {
        const random = seededRandom(cut);
        place = await aPlace();
        const disk = cuttingFileSystem(1 + Math.floor(random() * LONGEST));
        const story: Story = { asked: [], done: [], settled: [] };
        const stores = await place.open(disk.fs, { snapshots }).catch(() => null);
        if (stores !== null) {
          await morning(stores, story, random).catch(() => undefined);
          await stores.close().catch(() => undefined);
        }
        if (!disk.isCut()) whole += 1;
        if (cut % 2 === 0) disk.lose();
        // Once from what is there, and once more from the snapshot that this start leaves.
        for (const start of ['first', 'second']) {
          const after = await place.open(undefined, { snapshots });
          await judge(after, story).catch((error) => {
            throw new Error(`cut ${cut}, ${start} start`, { cause: error });
          });
          await after.close();
        }
        await place.clear();
      }
      expect(whole).toBeLessThan(cuts / 4);
      if (process.env.CUTS)
        console.log(`${cuts} cuts, ${whole} after the end, ${Math.round(performance.now() - since)} ms`);
    },
    30_000 + cuts * 1_000,
  );
});
