import { describe, expect, it } from 'vitest';
import type { Commit, Draft, Person, Stores } from '../../bot/stores/ports.ts';
import { atEveryCut, waysToCut } from '../make/everyCut.ts';
import { aCommit, aDecision, aDraft, aPerson } from '../make/record.ts';

/** What was asked of a store, and what it said was done. */
interface Story {
  readonly asked: Commit[];
  readonly done: Commit[];
  readonly draft: Draft;
  draftRevision: number;
  readonly person: Person;
  personSaved: boolean;
  settled: string[];
}

function aStory(): Story {
  return { asked: [], done: [], draft: aDraft(), draftRevision: 0, person: aPerson(), personSaved: false, settled: [] };
}

/** A morning's work, until the disk is gone. */
async function live(stores: Stores, story: Story) {
  const commit = async (one: Commit) => {
    story.asked.push(one);
    await stores.records.commit(one);
    story.done.push(one);
  };
  await stores.people.save(story.person);
  story.personSaved = true;
  for (const revision of [0, 1, 2]) {
    await stores.drafts.save({ ...story.draft, answers: { revision: String(revision) } }, revision);
    story.draftRevision = revision + 1;
  }
  const [first, second, third] = [aCommit(), aCommit(), aCommit()] as const;
  await commit(first);
  const parallel = await Promise.allSettled([commit(second), commit(third)]);
  if (parallel.some(({ status }) => status === 'rejected')) throw new Error('cut');
  const heading = await stores.records.heading(first.case);
  if (heading !== null) await commit(aDecision(heading));
  const [owed] = await stores.outbox.pending();
  await stores.outbox.settle(owed?.id ?? '', 'sent');
  story.settled.push(owed?.id ?? '');
}

/** Nothing acknowledged is lost, nothing was invented, and the chain holds. */
async function judge(stores: Stores, story: Story) {
  const { asked, done, draft } = story;
  expect(await stores.records.verify()).toMatchObject({ kind: 'whole' });
  for (const commit of done) {
    expect((await stores.records.open(commit.case))?.events).toEqual(expect.arrayContaining([...commit.events]));
  }
  for (const { case: id } of await stores.records.list({})) {
    const events = (await stores.records.open(id))?.events ?? [];
    expect(asked.filter((commit) => commit.case === id).flatMap((commit) => commit.events)).toEqual(
      expect.arrayContaining([...events]),
    );
  }
  const kept = await stores.drafts.open(draft.id);
  const revision = kept?.revision ?? 0;
  expect(revision).toBeGreaterThanOrEqual(story.draftRevision);
  expect(kept?.answers ?? null).toEqual(revision === 0 ? null : { revision: String(revision - 1) });
  if (story.personSaved) expect(await stores.people.byId(story.person.id)).toEqual(story.person);
  const owed = (await stores.outbox.pending()).map(({ id }) => id);
  for (const id of story.settled) expect(owed).not.toContain(id);
  expect(await stores.records.commit(aCommit())).toMatchObject({ kind: 'committed' });
}

describe.each(waysToCut)('when %s at any instant', (how) => {
  it('nothing acknowledged is lost, nothing is invented, and the chain verifies', async () => {
    expect(await atEveryCut(how, { begin: aStory, live, judge })).toBeGreaterThan(50);
  }, 60_000);
});
