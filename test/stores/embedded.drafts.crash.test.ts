import { describe, expect, it } from 'vitest';
import type { Draft, Stores } from '../../bot/stores/ports.ts';
import { atEveryCut, waysToCut } from '../make/everyCut.ts';
import { aDraft } from '../make/record.ts';

const warning = { until: '2026-12-20T08:00:00.000Z', told: false };

/** What was done to two drafts, as far as the store said so. */
interface Story {
  readonly kept: Draft;
  readonly left: Draft;
  saved: number;
  done: 'nothing' | 'warned' | 'told' | 'saved again' | 'discarded';
}

const aStory = (): Story => ({ kept: aDraft(), left: aDraft(), saved: 0, done: 'nothing' });

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

describe.each(waysToCut)('when %s at any instant', (how) => {
  it('a warning stands or does not, a draft is there or gone, and nothing between', async () => {
    expect(await atEveryCut(how, { begin: aStory, live, judge })).toBeGreaterThan(40);
  }, 60_000);
});
