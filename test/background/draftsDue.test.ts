import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftsDue } from '../../bot/conversation/draftsDue.ts';
import { noticeCard } from '../../bot/conversation/notices.ts';
import type { Draft } from '../../bot/stores/ports.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aDraft, aPerson } from '../make/record.ts';

const dayMs = 24 * 60 * 60_000;

type Step = 'the round' | 'sent' | 'not delivered' | 'saved' | 'restart' | { readonly days: number };

const aStep = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Step>('the round') },
  { weight: 4, arbitrary: fc.integer({ min: -4 * 24, max: 14 * 24 }).map((hours): Step => ({ days: hours / 24 })) },
  { weight: 2, arbitrary: fc.constant<Step>('sent') },
  { weight: 1, arbitrary: fc.constantFrom<Step>('not delivered', 'saved', 'restart') },
);

/** A draft, and what happened since it was saved. */
interface Story {
  draft: Draft;
  saved: number;
  warned: number | null;
  sent: number;
}

async function save(house: HouseUnderTest, draft: Draft): Promise<Story> {
  const savedAt = house.clock.toISOString();
  await house.stores.drafts.save({ ...draft, savedAt }, draft.revision);
  return {
    draft: { ...draft, savedAt, revision: draft.revision + 1 },
    saved: house.clock.getTime(),
    warned: null,
    sent: 0,
  };
}

async function deliver(house: HouseUnderTest, outcome: 'sent' | 'not-delivered'): Promise<number> {
  let sent = 0;
  for (const notice of await house.stores.outbox.pending()) {
    const made = await noticeCard(house, notice);
    if (outcome === 'sent' && made) {
      await made.afterwards?.();
      sent += 1;
    }
    await house.stores.outbox.settle(notice.id, outcome);
  }
  return sent;
}

/** One step, and what must hold after it. */
async function live(house: HouseUnderTest, story: Story, step: Step): Promise<Story> {
  if (typeof step === 'object') {
    house.clock = new Date(house.clock.getTime() + step.days * dayMs);
    return story;
  }
  switch (step) {
    case 'saved':
      return save(house, story.draft);
    case 'restart':
      await house.restart();
      return story;
    case 'sent':
    case 'not delivered': {
      const sent = story.sent + (await deliver(house, step === 'sent' ? 'sent' : 'not-delivered'));
      expect(sent).toBeLessThanOrEqual(1);
      return { ...story, sent };
    }
    case 'the round':
      return round(house, story);
  }
}

async function round(house: HouseUnderTest, story: Story): Promise<Story> {
  await draftsDue(house, house.clock);
  const now = house.clock.getTime();
  const owed = (await house.stores.outbox.pending()).length;
  expect(owed + story.sent).toBeLessThanOrEqual(1);
  const [heading] = await house.stores.drafts.list({});
  if (heading) return { ...story, warned: story.warned ?? (heading.warned ? now : null) };
  expect(now - story.saved).toBeGreaterThanOrEqual(28 * dayMs);
  expect(now - (story.warned ?? now)).toBeGreaterThanOrEqual(7 * dayMs);
  return save(house, aDraft({ owner: story.draft.owner }));
}

describe('The round of drafts', () => {
  it('deletes nothing that was not warned of in time, and warns once, whatever happens between', async () => {
    let gone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 40, maxLength: 80 }), async (steps) => {
        const house = await aHouse();
        const owner = aPerson();
        await house.stores.people.save(owner);
        let story = await save(house, aDraft({ owner: owner.id }));
        for (const step of steps) {
          const { id } = story.draft;
          story = await live(house, story, step);
          if (story.draft.id !== id) gone += 1;
        }
        await house.close();
      }),
      { numRuns: 30, seed: 20261122 },
    );
    // The walks do get there.
    expect(gone).toBeGreaterThan(10);
  }, 60_000);
});
