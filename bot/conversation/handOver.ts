import type { Answers } from '../checklist/draft.ts';
import { type Cover, stopped } from '../records/cover.ts';
import { decide } from '../records/decide.ts';
import { onwardId } from '../records/submit.ts';
import { dayOf } from '../records/workingDays.ts';
import type { Person } from '../stores/ports.ts';
import { StoreError } from '../stores/storeError.ts';
import type { House } from './house.ts';
import { officeOf, reviewerOf } from './office.ts';
import { noWork, openWork } from './openWork.ts';
import { tellReviewers } from './reviewersChanged.ts';
import type { Turn } from './turn.ts';
import { withHolders } from './withHolders.ts';

/** Who takes what over from somebody who has left; null where nobody does. */
export interface Successors {
  /** Our id of who reviews what waited with them; the IG leads do where there is none. */
  readonly approver: string | null;
  /** Our id of who goes on with their drafts. */
  readonly colleague: string | null;
}

/** How much was handed over. */
export interface HandedOver {
  readonly drafts: number;
  readonly reviews: number;
}

/** Another write at the same moment is rare; what stays after so many tries is there for the next press. */
const mostTries = 5;

/**
 * Hands over what somebody who has left leaves behind, for an IG lead. Each step can be repeated: a stop in the middle
 * leaves the rest open, and the same press does it.
 */
export async function handOver(house: House, turn: Turn, leaver: Person, to: Successors): Promise<HandedOver> {
  const { stores } = house;
  const before = await officeOf(house);
  await tellCovers(house, leaver);
  await leave(house, turn, leaver);
  await forget(house, turn, leaver.id);
  const { drafts, reviews } = (await openWork(house)).get(leaver.id) ?? noWork;
  let reviewed = 0;
  if (to.approver)
    for (const { case: id } of reviews) reviewed += (await giveReview(house, turn, id, to.approver)) ? 1 : 0;
  let drafted = 0;
  if (to.colleague) for (const id of drafts) drafted += (await giveDraft(house, turn, id, to.colleague)) ? 1 : 0;
  await tellReviewers(house, before, await officeOf(house));
  if (leaver.roles.length > 0) {
    const leads = (await stores.people.withRole('ig-lead')).filter(({ id }) => id !== turn.person.id);
    await stores.outbox.add(leads.map(({ id }) => ({ to: id, kind: 'role-granted', about: leaver.id })));
  }
  house.log.info({ by: turn.person.id, drafts: drafted, reviews: reviewed }, 'the work of a leaver was handed over');
  house.nudge();
  return { drafts: drafted, reviews: reviewed };
}

/** Whoever was to cover for them hears that it is over. */
async function tellCovers({ stores }: House, { id, covers = [] }: Person): Promise<void> {
  const named = new Set(covers.filter(({ state }) => state !== 'over').map(({ by }) => by));
  await stores.outbox.add([...named].map((to) => ({ to, kind: 'cover-changed', about: id })));
}

/** Takes their roles, and ends the covers they named. */
async function leave({ stores }: House, { at }: Turn, { id }: Person): Promise<void> {
  await stores.people.change(id, (person) => ({
    ...person,
    roles: [],
    left: 'handed-over',
    ...(person.covers && { covers: person.covers.map((cover) => ended(cover, at)) }),
  }));
}

const ended = (cover: Cover, at: Date): Cover => (cover.state === 'over' ? cover : stopped(cover, dayOf(at)));

/** Nobody names them any more as approver or cover; whoever did is told. */
async function forget({ stores }: House, { at }: Turn, leaver: string): Promise<void> {
  const isTheirs = (cover: Cover): boolean => cover.by === leaver && cover.state !== 'over';
  for (const { id, profile, covers = [] } of await stores.people.all()) {
    if (profile?.approver !== leaver && !covers.some(isTheirs)) continue;
    await stores.outbox.add([{ to: id, kind: 'colleague-left', about: leaver }]);
    await stores.people.change(id, (person) => ({
      ...person,
      profile: person.profile?.approver === leaver ? { ...person.profile, approver: null } : person.profile,
      ...(person.covers && { covers: person.covers.map((cover) => (isTheirs(cover) ? ended(cover, at) : cover)) }),
    }));
  }
  await stores.settings.change((settings) => ({
    ...settings,
    defaultApprovers: settings.defaultApprovers.filter((id) => id !== leaver),
    agreementApprovers: settings.agreementApprovers.filter(({ approver }) => approver !== leaver),
  }));
}

/** False when they cannot review it, e.g. because they made it: then it is the IG leads’. */
async function giveReview(house: House, turn: Turn, caseId: string, approver: string): Promise<boolean> {
  const event = { type: 'reassigned', approver, reason: 'The approver has left.' } as const;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record = await house.stores.records.heading(caseId);
    const decided = record && decide(record, event, await reviewerOf(house, turn.person), turn.at);
    if (decided?.kind !== 'done') return false;
    const commit = await withHolders(house, decided.commit);
    if ((await house.stores.records.commit(commit)).kind === 'committed') return true;
  }
  return false;
}

/** What is asked anew of a record that becomes somebody else’s: an emergency is over by then. */
const anew = ({ danger: _, ...rest }: Answers): Answers => rest;

/**
 * Whoever takes it over has all its time before them. Its words are read by nobody on the way. Nobody hands in somebody
 * else’s record again, so a draft that was to do so goes on as a new one.
 */
async function giveDraft({ stores, log }: House, { at }: Turn, id: string, owner: string): Promise<boolean> {
  let about = id;
  try {
    const draft = await stores.drafts.open(id);
    if (!draft) return false;
    const given = { ...draft, owner, savedAt: at.toISOString() };
    if (draft.resubmits === null) {
      if ((await stores.drafts.save(given, draft.revision)).kind !== 'saved') return false;
    } else {
      about = onwardId(id);
      // After a stop in between it is there already.
      await stores.drafts.save({ ...given, id: about, revision: 0, resubmits: null, answers: anew(draft.answers) }, 0);
      if ((await stores.drafts.open(about)) === null) return false;
      await stores.drafts.discard(id, draft.revision);
    }
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'damaged') throw error;
    log.error({ case: id, code: error.code }, 'a damaged draft was not handed over');
    return false;
  }
  await stores.outbox.add([{ to: owner, kind: 'draft-handed-over', about }]);
  return true;
}
