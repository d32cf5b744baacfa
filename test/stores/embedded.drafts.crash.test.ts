import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft, Stores } from '../../bot/stores/ports.ts';
import { cuttingFileSystem } from '../make/fileSystem.ts';
import { aDraft } from '../make/record.ts';
import { aPlace, type StorePlace } from '../make/store.ts';

const warning = { until: '2026-12-20T08:00:00.000Z', told: false };

/** What was done to two drafts, as far as the store said so. */
interface Story {
  readonly kept: Draft;
  readonly left: Draft;
  saved: number;
  done: 'nothing' | 'warned' | 'told' | 'saved again' | 'discarded';
}

/** One draft is warned of, told and saved again; the other, with its warning, goes. */
async function live({ drafts }: Stores, story: Story): Promise<void> {
  for (const draft of [story.kept, story.left]) {
    await drafts.save(draft, 0);
    story.saved += 1;
  }
  for (const told of [false, true]) {
    for (const { id } of [story.left, story.kept]) await drafts.warn(id, 1, { ...warning, told });
    story.done = told ? 'told' : 'warned';
  }
  await drafts.save(story.kept, 1);
  story.done = 'saved again';
  await drafts.discard(story.left.id, 1);
  story.done = 'discarded';
}

/** What each draft may be after the last thing that was done, and the one that may have been under way. */
const possible = {
  nothing: { kept: ['none', 'false'], left: ['none', 'false'] },
  warned: { kept: ['false', 'true'], left: ['false', 'true'] },
  told: { kept: ['true', 'none'], left: ['true'] },
  'saved again': { kept: ['none'], left: ['true', 'gone'] },
  discarded: { kept: ['none'], left: ['gone'] },
} as const;

async function judge({ drafts }: Stores, { kept, left, saved, done }: Story): Promise<void> {
  const listed = await drafts.list({});
  const stateOf = async (draft: Draft) => {
    const heading = listed.find(({ id }) => id === draft.id);
    expect((await drafts.open(draft.id))?.answers).toEqual(heading ? draft.answers : undefined);
    return heading ? String(heading.warned?.told ?? 'none') : 'gone';
  };
  if (saved > 0) expect(possible[done].kept).toContain(await stateOf(kept));
  if (saved > 1) expect(possible[done].left).toContain(await stateOf(left));
}

describe.each(['the process is killed', 'the power goes'] as const)('when %s at any instant', (how) => {
  let place: StorePlace;
  beforeEach(async () => {
    place = await aPlace();
  });
  afterEach(() => place.clear());

  it('a warning stands or does not, a draft is there or gone, and nothing between', async () => {
    let cutAt = 1;
    for (let isWholeStory = false; !isWholeStory; cutAt++) {
      await place.clear();
      place = await aPlace();
      const disk = cuttingFileSystem(cutAt);
      const story: Story = { kept: aDraft(), left: aDraft(), saved: 0, done: 'nothing' };
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
    }
    expect(cutAt).toBeGreaterThan(40);
  }, 60_000);
});
