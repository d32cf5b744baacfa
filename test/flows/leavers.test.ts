import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaversDue } from '../../bot/conversation/leaverNotices.ts';
import type { Membership } from '../../bot/conversation/membership.ts';
import { againId } from '../../bot/records/submit.ts';
import { aRecordOnItsWay } from '../make/disposal.ts';
import { adminId, aHouse, type HouseUnderTest } from '../make/house.ts';
import { APPROVER, aCommit, aDraft, aPerson, aSubmission, REQUESTER } from '../make/record.ts';
import { aSpeaker, buttons, inputKeys, type Speaker, told } from '../make/speaker.ts';
import { about } from '../make/submittedRecord.ts';

const secret = 'Words that only the new owner reads.';

let house: HouseUnderTest;
let pat: Speaker;
let ari: Speaker;
let bo: Speaker;
let sam: Speaker;
let ira: Speaker;

beforeEach(async () => {
  house = await aHouse();
  ari = await aSpeaker(house, 'Ari Approver', ['approver', 'editor']);
  bo = await aSpeaker(house, 'Bo Deputy', ['approver']);
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  pat = await aSpeaker(house, 'Pat Practitioner');
  sam = await aSpeaker(house, 'Sam Colleague');
});
afterEach(() => house.close());

async function waiting(by: Speaker, approver: Speaker): Promise<string> {
  const commit = aCommit({ requester: await by.id(), approver: await approver.id(), at: house.clock });
  await house.stores.records.commit({ ...commit, notices: [] });
  return commit.case;
}
async function drafted(owner: Speaker, id?: string): Promise<string> {
  const draft = aDraft({ owner: await owner.id(), answers: { danger: 'no', purpose: secret }, ...(id && { id }) });
  await house.stores.drafts.save(draft, 0);
  return draft.id;
}
const heading = (id: string) => house.stores.records.heading(id);
const row = async (who: Speaker) => house.stores.people.byId(await who.id());
const words = async (one: Speaker) => (await told(house, one)).map(({ text }) => text).join('\n');

/** The card that hands over from somebody, for the IG lead. */
async function open(who: Speaker) {
  await ira.say('leavers');
  return ira.send('leavers.open', { person: await who.id() });
}

describe('What somebody left behind', () => {
  it('is listed for IG leads, by name, and for nobody else', async () => {
    await waiting(pat, ari);
    await drafted(pat);
    await drafted(sam);
    expect((await ira.say('leavers')).text).toContain('Ari Approver: one review');
    expect(ira.card.text).toContain('Pat Practitioner: one draft and one record not finished');
    expect((await ira.say('leavers SAM')).text).not.toContain('Pat');
    expect(ira.card.text).toContain('Sam Colleague: one draft');
    expect((await ira.say('leavers nobody')).text).toContain('Nothing to hand over');
    for (const one of [pat, ari]) {
      expect((await one.say('leavers')).text).toContain('another role');
      for (const verb of ['leavers.open', 'leavers.hand-over'])
        expect((await one.send(verb, { person: await sam.id() })).text).toContain('another role');
    }
    expect((await row(sam))?.left).toBeFalsy();
    // Nobody hands over from themselves.
    await drafted(ira);
    await ira.send('leavers.hand-over', { person: await ira.id() });
    expect((await row(ira))?.roles).toEqual(['ig-lead']);
  });

  it('of an approver goes to another one: reviews, drafts, roles, covers and every mention', async () => {
    const mine = await waiting(pat, ari);
    const bos = await waiting(bo, ari);
    const draft = await drafted(ari);
    await pat.say('about me');
    await pat.press('Save', { ...about, approver: await ari.id() });
    await ira.say('settings');
    await ira.press('Save', { 'default-approvers': `${await ari.id()},${await bo.id()}` });
    await ira.say('approvers');
    await ira.press('Save', { agreement: 'mas', approver: await ari.id() });
    await bo.say('cover');
    await bo.press('Save', { by: await ari.id(), from: '2026-11-22', to: '2026-11-30' });
    for (const one of [ari, bo, pat, ira, sam]) await told(house, one);

    expect((await open(ari)).text).toContain('Ari Approver: one draft and 2 reviews.');
    expect(inputKeys(ira.card)).toEqual(['approver', 'colleague']);
    const form = ira.card;
    await ira.press('They have left', { approver: await sam.id(), colleague: await ari.id() });
    expect(JSON.stringify(ira.card.card)).toContain('Tell us who reviews it, from the list');
    expect((await row(ari))?.left).toBeFalsy();
    await ira.press('They have left', { approver: await bo.id(), colleague: await sam.id() }, form);
    expect(ira.card.text).toContain('Handed over from Ari Approver: one draft and one review.');
    expect(ira.card.text).toContain('The IG leads now have one review to decide.');
    expect(JSON.stringify(ira.card.card)).not.toContain(secret);

    expect(await heading(mine)).toMatchObject({ approver: await bo.id(), review: 'awaiting' });
    expect((await house.stores.records.open(mine))?.events.at(-1)).toMatchObject({ type: 'reassigned' });
    // Bo made that one, so the IG leads have it.
    await ira.press('Approve', {}, await ira.send('review.open', { case: bos }));
    expect((await heading(bos))?.review).toBe('approved');
    expect(buttons(await open(ari)).map(({ title }) => title)).not.toContain('They have left: hand over');
    expect((await house.stores.drafts.open(draft))?.owner).toBe(await sam.id());
    expect(await row(ari)).toMatchObject({ roles: [], left: 'handed-over' });
    expect((await row(pat))?.profile?.approver).toBeNull();
    expect((await row(bo))?.covers).toMatchObject([{ by: await ari.id(), state: 'over' }]);
    expect(await house.stores.settings.read()).toMatchObject({
      defaultApprovers: [await bo.id()],
      agreementApprovers: [],
    });
    expect(await words(pat)).toContain('Ari Approver has left.');
    const bosNews = await words(bo);
    expect(bosNews).toContain('waiting for your review');
    expect(bosNews).toContain('Please choose somebody else');
    const [handed] = await told(house, sam);
    expect(handed?.text).toContain('A colleague who has left had begun it.');
    await sam.press('Go on with it', {}, handed);
    expect(sam.card.text).not.toContain('cannot open that');
  });

  it('is handed over once, and what is pressed again changes nothing more', async () => {
    const id = await waiting(pat, ari);
    await drafted(ari);
    await open(ari);
    const form = ira.card;
    const typed = { approver: await bo.id(), colleague: await sam.id() };
    await ira.press('They have left', typed, form);
    await ira.press('They have left', typed, form);
    expect((await house.stores.records.open(id))?.events.map(({ type }) => type)).toEqual(['submitted', 'reassigned']);
    expect(await told(house, sam)).toHaveLength(1);
  });

  it('without a successor is the IG leads’ to decide, and the drafts stay until their time is over', async () => {
    const id = await waiting(pat, ari);
    const draft = await drafted(ari);
    await open(ari);
    await ira.press('They have left', {});
    expect(ira.card.text).toContain(
      'The IG leads now have one review to decide. One draft stays until its time is over.',
    );
    expect((await house.stores.drafts.open(draft))?.owner).toBe(await ari.id());
    await ira.press('Approve', {}, await ira.send('review.open', { case: id }));
    expect((await heading(id))?.review).toBe('approved');
  });

  it('of a requester is ended by an IG lead, who says why; before they left it was not', async () => {
    const id = await waiting(pat, ari);
    const withdraw = (reason: string) => ira.send('review.withdraw', { case: id, revision: 1, in_reason: reason });
    await withdraw('Made up.');
    expect((await heading(id))?.review).toBe('awaiting');
    expect((await open(pat)).text).toContain('Pat Practitioner: one record not finished.');
    await ira.press('They have left');
    await ira.press('The record');
    await ira.press('Open SR-');
    if (!buttons(ira.card).some(({ title }) => title === 'Withdraw')) await ira.press('More…');
    await ira.press('Withdraw', { reason: '' });
    expect(JSON.stringify(ira.card.card)).toContain('Tell us why you withdraw it');
    await withdraw('They left, and nobody needs it.');
    expect((await heading(id))?.review).toBe('withdrawn');
    expect(await words(ari)).toContain('No longer needed');
    await ira.send('review.stop', { case: id, revision: 2, in_reason: 'Nobody shares it.' });
    await ira.send('review.close', { case: id, revision: 3, in_reason: '' });
    expect((await house.stores.records.open(id))?.events.at(-1)).toMatchObject({ type: 'closed', by: await ira.id() });
  });

  it('a draft that was to hand a returned record in again goes on as a new one, and both know of the record', async () => {
    const id = await waiting(pat, ari);
    await ari.send('review.return', { case: id, revision: 1, in_reason: 'The purpose is missing.' });
    const rest = aDraft({ owner: await pat.id(), id: againId(id, 1), resubmits: id, answers: { purpose: secret } });
    await house.stores.drafts.save(rest, 0);
    expect((await open(pat)).text).toContain('becomes a new one of whoever takes it over');
    const form = ira.card;
    await ira.press('They have left', { colleague: await sam.id() }, form);
    expect(ira.card.text).toContain('Handed over from Pat Practitioner: one draft.');
    expect(ira.card.text).toContain('one record not finished');
    await ira.press('They have left', { colleague: await sam.id() }, form);
    const [news, ...more] = await told(house, sam);
    expect(more).toEqual([]);
    const reference = (await heading(id))?.reference ?? 'none';
    expect(news?.text).toContain(`It was to go on from ${reference}`);
    await sam.press('Go on with it', {}, news);
    // Whether anybody is in danger now is asked first.
    expect(sam.card.text).toMatch(/danger/i);
    const mine = await house.stores.drafts.ofOwner(await sam.id());
    expect(mine).toMatchObject([{ resubmits: null, answers: { purpose: secret } }]);
    expect(await house.stores.drafts.open(rest.id)).toBeNull();
    // The record itself is still the leaver’s, for an IG lead to end.
    await sam.send('review.open', { case: id });
    expect(sam.card.text).not.toContain(reference);
    await ira.send('review.withdraw', { case: id, revision: 2, in_reason: 'It goes on in a new record.' });
    expect((await heading(id))?.review).toBe('withdrawn');
  });

  it('what becomes of their records from then on is told to the IG leads', async () => {
    const id = await waiting(pat, ari);
    await open(pat);
    await ira.press('They have left', {});
    for (const one of [ira, pat]) await told(house, one);
    await ari.send('review.return', { case: id, revision: 1, in_reason: 'Something is missing.' });
    expect(await words(ira)).toContain('Who made this record has left, so this is for the IG leads.');
    expect(await words(pat)).toBe('');
  });

  it('an emergency whose full record is due, and an approval that nobody acted on, are theirs to end', async () => {
    const [who, by] = [await pat.id(), await ari.id()];
    const emergency = aCommit({
      requester: who,
      approver: by,
      at: house.clock,
      submission: aSubmission({ emergency: true }),
      completeBy: '2026-11-24',
    });
    await house.stores.records.commit({ ...emergency, notices: [] });
    const other = await waiting(pat, ari);
    for (const id of [emergency.case, other])
      await ari.send('review.approve', { case: id, revision: 1, in_reason: 'Agreed, made up.' });
    expect((await heading(emergency.case))?.review).toBe('approved');
    await told(house, ira);
    expect((await ira.say('leavers')).text).toContain('Pat Practitioner: 2 records not finished');
    await open(pat);
    await ira.press('They have left', {});
    expect((await ira.say('leavers')).text).toContain('Has left: 2 records not finished');
    await open(pat);
    await ira.press('The 2 records');
    await ira.send('review.close', { case: emergency.case, revision: 2 });
    expect(await heading(emergency.case)).toMatchObject({ completeBy: null, closedAt: house.clock.toISOString() });
    await ira.send('review.stop', { case: other, revision: 2, in_reason: 'Nobody shares it now.' });
    expect((await heading(other))?.disclosure).toBe('stopped');
    expect((await ira.say('leavers')).text).toContain('Nothing to hand over');
  });

  it('whoever was to cover for them hears that it is over', async () => {
    await ari.say('cover');
    await ari.press('Save', { by: await bo.id(), from: '2026-11-25', to: '2026-11-30' });
    await told(house, bo);
    await open(ari);
    await ira.press('They have left', {});
    expect(await words(bo)).toContain('You do not cover for Ari Approver any more.');
    await ira.send('leavers.hand-over', { person: await ari.id() });
    expect(await words(bo)).toBe('');
  });

  it('a disposal that an IG lead asked for stands with what they left, and another one settles it', async () => {
    const id = await aRecordOnItsWay(house.stores, 3);
    const asker = (await heading(id))?.disposalAskedBy ?? '';
    await house.stores.people.save(aPerson({ id: asker, name: 'Made-up Former Lead', roles: ['ig-lead'] }));
    expect((await ira.say('leavers')).text).toContain('Made-up Former Lead: one disposal asked for');
    await ira.send('leavers.hand-over', { person: asker });
    expect(ira.card.text).toContain('waits for another IG lead');
    await ira.press('The record');
    await ira.press('Open SR-');
    const revision = (await house.stores.records.open(id))?.revision;
    await ira.send('review.keep', { case: id, revision, in_reason: 'Still needed.' });
    expect((await heading(id))?.disposalAskedBy).toBeNull();
    expect((await ira.say('leavers')).text).toContain('Nothing to hand over');
  });

  it('many records of one leaver are turned page by page', async () => {
    for (let count = 0; count < 12; count += 1) await waiting(pat, ari);
    await open(pat);
    await ira.press('The 12 records');
    const seen = new Set(ira.card.text.match(/SR-[A-Z0-9]{4}-[A-Z0-9]{2}/g));
    await ira.press('More');
    for (const one of ira.card.text.match(/SR-[A-Z0-9]{4}-[A-Z0-9]{2}/g) ?? []) seen.add(one);
    expect(seen.size).toBe(12);
    await ira.press('Back');
    expect(ira.card.text).toContain('12 records not finished');
    expect((await ari.send('leavers.records', { person: await pat.id() })).text).toContain('another role');
  });

  it('is nothing once it was closed or disposed of, and such a record is handed to nobody', async () => {
    const closed = await aRecordOnItsWay(house.stores, 2);
    const gone = await aRecordOnItsWay(house.stores);
    await house.stores.records.finishDisposals();
    const [requester, approver] = [REQUESTER, APPROVER].map((id) => aPerson({ id, name: `Made-up ${id}` }));
    for (const one of [requester, approver]) if (one) await house.stores.people.save(one);
    expect((await ira.say('leavers')).text).toContain('Nothing to hand over');
    const before = await Promise.all([closed, gone].map(heading));
    await ira.send('leavers.hand-over', { person: APPROVER, in_approver: await bo.id() });
    expect(await Promise.all([closed, gone].map(heading))).toEqual(before);
    // What nobody closed yet still waits for the IG leads to end it, and then it is nothing either.
    const open = await aRecordOnItsWay(house.stores, 0);
    expect((await ira.say('leavers')).text).toContain(`Made-up ${REQUESTER}: one record not finished`);
    await ira.send('leavers.hand-over', { person: REQUESTER });
    await ira.send('review.withdraw', { case: open, revision: 1, in_reason: 'They have left.' });
    await ira.send('review.close', { case: open, revision: 2 });
    expect(await heading(open)).toMatchObject({ review: 'withdrawn', closedAt: house.clock.toISOString() });
    expect((await ira.say('leavers')).text).toContain('Nothing to hand over');
  });

  it('is theirs again when they speak', async () => {
    await drafted(pat);
    await open(pat);
    await ira.press('They have left', {});
    expect((await row(pat))?.left).toBe('handed-over');
    await pat.say('hello');
    expect((await row(pat))?.left).toBeNull();
    expect((await pat.say('my drafts')).text).toContain('Your drafts');
  });
});

describe('An IG lead', () => {
  it('who is a guest, or whom Teams does not know for sure, hands nothing over', async () => {
    const id = await waiting(pat, ari);
    await open(ari);
    for (const answer of ['guest', 'gone'] as const) {
      house.members.connect(async () => answer);
      await ira.send('leavers.hand-over', { person: await ari.id(), in_approver: await bo.id() });
      expect(ira.card.text).toContain('nothing has been handed over');
    }
    expect((await heading(id))?.approver).toBe(await ari.id());
    expect((await row(ari))?.left).toBeFalsy();
  });
});

describe('Once a day', () => {
  let asked: number;
  let answer: Membership;
  let look: (at: Date) => Promise<void>;

  beforeEach(async () => {
    asked = 0;
    answer = 'member';
    house.members.connect(async ({ userId }) => {
      if (userId !== `29:${pat.directoryId}`) return 'member';
      asked += 1;
      if (answer === 'unknown') throw new Error('503');
      return answer;
    });
    look = leaversDue(house);
    await drafted(pat);
  });
  const on = async (day: string) => {
    house.clock = new Date(`${day}T09:00:00Z`);
    await look(house.clock);
  };

  it('Teams is asked about people with something open, and about nobody else', async () => {
    await on('2026-11-23');
    await on('2026-11-23');
    expect(asked).toBe(1);
    await on('2026-11-24');
    expect(asked).toBe(2);
    expect(await words(ira)).toBe('');
  });

  it('the IG leads hear once of who is gone, with a button that hands over', async () => {
    answer = 'gone';
    await on('2026-11-23');
    await on('2026-11-24');
    const cards = await told(house, ira);
    expect(cards.map(({ text }) => text)).toEqual([
      expect.stringContaining('Teams does not list Pat Practitioner as a member any more. They have one draft.'),
    ]);
    await ira.press('Hand over', {}, cards[0]);
    await ira.press('They have left', { colleague: await sam.id() });
    expect(await words(sam)).toContain('A draft is yours to go on with');
    await on('2026-11-25');
    expect(await words(ira)).toBe('');
  });

  it('nothing is said where Teams does not answer, or of a guest', async () => {
    for (const [day, said] of [
      ['2026-11-23', 'unknown'],
      ['2026-11-24', 'guest'],
    ] as const) {
      answer = said;
      await on(day);
    }
    expect(await words(ira)).toBe('');
    expect((await row(pat))?.left).toBeFalsy();
  });

  it('an administrator hears nothing of it', async () => {
    const admin = await aSpeaker(house, 'Ada Administrator', [], adminId);
    answer = 'gone';
    await on('2026-11-23');
    expect(await told(house, admin)).toEqual([]);
    expect((await admin.say('leavers')).text).toContain('another role');
  });
});
