import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outbox } from '../../bot/background/outbox.ts';
import type { Notice } from '../../bot/stores/ports.ts';
import { type BotUnderTest, startBotUnderTest } from '../make/botUnderTest.ts';
import { allTold, hastyOutbox, presses, standingIn, types } from '../make/chats.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aCommit } from '../make/record.ts';
import { aSpeaker, type Speaker } from '../make/speaker.ts';

let house: HouseUnderTest;
let bot: BotUnderTest;
let outbox: Outbox;
let pat: Speaker;
let ari: Speaker;
let bo: Speaker;
let ira: Speaker;
let kim: Speaker;

beforeAll(async () => {
  house = await aHouse();
  Object.assign(house, { now: () => new Date(), nudge: () => outbox.nudge() });
  bot = await startBotUnderTest({ house });
  ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  bo = await aSpeaker(house, 'Bo Approver', ['approver']);
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  kim = await aSpeaker(house, 'Kim Lead', ['ig-lead']);
  pat = await aSpeaker(house, 'Pat Practitioner');
  for (const one of [pat, ari, bo, ira, kim]) await types(bot, one, 'hello');
  outbox = hastyOutbox(bot, house);
});
afterAll(async () => {
  await outbox?.drain();
  await bot?.close();
  await house?.close();
});

/** A record of Pat’s that Ari has to review. */
async function aRecord(change: (commit: ReturnType<typeof aCommit>) => typeof commit = (commit) => commit) {
  const named = { requester: await pat.id(), approver: await ari.id(), at: house.now() };
  const commit = change(aCommit(named));
  await house.stores.records.commit({ ...commit, notices: [] });
  return commit.heading;
}

const reason = { in_reason: 'A made-up reason' };
const shared = { what: 'w', on: '2020-01-01', 'to-role': 'r', 'to-organisation': 'o', how: 'h', reason: 'y' };
const sharing = Object.fromEntries(Object.entries(shared).map(([key, value]) => [`in_${key}`, value]));
type Act = readonly [string, () => Speaker, string, (() => Promise<object>) | object, string];
const acts: readonly Act[] = [
  ['approved', () => ari, 'review.approve', {}, 'Approved by Ari'],
  ['declined', () => ari, 'review.decline', reason, 'Declined by Ari'],
  ['returned', () => ari, 'review.return', reason, 'Returned for more by Ari'],
  ['asked about', () => ari, 'review.ask-lead', reason, 'With the IG lead'],
  ['withdrawn', () => pat, 'review.withdraw', reason, 'Withdrawn by Pat'],
  ['escalated', () => pat, 'review.escalate', reason, 'Pat Practitioner told the IG leads'],
  ['shared', () => pat, 'review.shared', sharing, 'already shared'],
  ['stopped', () => pat, 'review.stop', reason, 'sharing stopped'],
  ['corrected', () => ira, 'review.correct', { in_wrong: 'w', in_right: 'right' }, 'Corrections'],
];

describe('Every card of a record that stands in somebody’s chat', () => {
  it.each(acts)('shows that it was %s, also to who did it and to who only looked it up', async (...act) => {
    const [, who, verb, typed, says] = act;
    const { case: id, reference } = await aRecord();
    const everybody = [pat, ari, ira, kim];
    for (const one of everybody) for (let times = 0; times < 2; times += 1) await types(bot, one, reference);
    const cardsOf = (one: Speaker) => [...standingIn(bot, one)].filter(([, card]) => card.includes(id));
    const pressed = cardsOf(who()).at(-1)?.[0] ?? '';
    const answer = await presses(bot, who(), verb, { case: id, revision: 1, ...typed }, pressed);
    expect(answer.text).toContain(says);
    await types(bot, who(), 'help');
    await allTold(house, outbox);
    for (const one of everybody) {
      const others = cardsOf(one).filter(([message]) => message !== pressed);
      expect(others.length).toBeGreaterThan(0);
      for (const [, card] of others) expect(card).toContain(says);
    }
  });

  it('says to a former approver that somebody else has it, and is then forgotten', async () => {
    const { case: id, reference } = await aRecord();
    for (const one of [ari, ari, ira]) await types(bot, one, reference);
    const [pressed = ''] = [...standingIn(bot, ira).keys()].slice(-1);
    const data = { case: id, revision: 1, in_approver: await bo.id() };
    await presses(bot, ira, 'review.reassign', data, pressed);
    await allTold(house, outbox);
    const cards = [...standingIn(bot, ari).values()];
    expect(cards.filter((card) => card.includes(id))).toEqual([]);
    expect(cards.filter((card) => card.includes('Somebody else has this record to review now'))).toHaveLength(2);
    const theirs = await ari.id();
    expect((await house.stores.outbox.posts(id)).filter(({ person }) => person === theirs)).toEqual([]);
  });
});

/** Whom a notice about a record tells, and what must have happened to it before; null for one that is about no record. */
const about: Readonly<Record<Notice['kind'], readonly [() => Speaker, ...string[]] | null>> = {
  'review-asked': [() => ari],
  'review-reminder': [() => ari],
  escalated: [() => ira, 'review.escalate'],
  outcome: [() => pat, 'review.approve'],
  changed: [() => ari, 'review.approve'],
  corrected: [() => ari, 'review.correct'],
  'disposal-asked': [() => kim, 'review.approve', 'review.shared', 'review.close', 'review.ask-disposal'],
  'disposal-refused': [
    () => ira,
    'review.approve',
    'review.shared',
    'review.close',
    'review.ask-disposal',
    'review.keep',
  ],
  'sharing-alert': [() => ari, 'review.decline', 'review.shared'],
  'full-record-due': [() => pat],
  // What is left of a record, in the place of its cards.
  disposed: null,
  'proposal-asked': null,
  'proposal-outcome': null,
  'role-granted': null,
  'question-asked': null,
  'question-changed': null,
  'question-answered': null,
  'draft-expiring': null,
  digest: null,
  'daily-head': null,
  'set-aside': null,
  'retention-unset': null,
  'cover-changed': null,
  'person-left': null,
  'colleague-left': null,
  'draft-handed-over': null,
};
const doers: Readonly<Record<string, () => Speaker>> = {
  'review.approve': () => ari,
  'review.decline': () => ari,
  'review.correct': () => ira,
  'review.ask-disposal': () => ira,
  'review.keep': () => kim,
};

describe('Where a card of a record stands is noted with its case', () => {
  const kinds = (Object.keys(about) as Notice['kind'][]).filter((kind) => about[kind]);

  it.each(kinds)('when it was sent to tell of it: %s', async (kind) => {
    const [to, ...before] = about[kind] ?? [() => pat];
    const { case: id } = await aRecord((commit) =>
      kind === 'full-record-due'
        ? { ...commit, heading: { ...commit.heading, emergency: true, completeBy: '2020-01-01' } }
        : commit,
    );
    const words = { in_wrong: 'w', in_right: 'r' };
    await house.stores.settings.change((settings) => ({ ...settings, retentionYears: 1 }));
    const inYears = new Date(Date.now() + 900 * 24 * 3600 * 1000);
    for (const [at, verb] of before.entries()) {
      if (verb === 'review.ask-disposal') Object.assign(house, { now: () => inYears });
      const typed = verb === 'review.shared' ? sharing : verb === 'review.correct' ? words : reason;
      const who = (doers[verb] ?? (() => pat))();
      await presses(bot, who, verb, { case: id, revision: at + 1, ...typed }, 'a-card');
    }
    const person = await to().id();
    const notice = { to: person, kind, about: id } as const;
    // A card from before, for those that only bring cards up to date.
    if (kind === 'changed') await house.stores.outbox.posted({ case: id, person, activityId: 'from-before' });
    await house.stores.outbox.add([notice]);
    await allTold(house, outbox);
    Object.assign(house, { now: () => new Date() });
    const mine = [...standingIn(bot, to())].filter(([, card]) => card.includes(id)).map(([message]) => message);
    expect(mine.length).toBeGreaterThan(0);
    const posts = (await house.stores.outbox.posts(id)).filter((post) => post.person === person);
    expect(posts.map(({ activityId }) => activityId)).toEqual(expect.arrayContaining(mine));
  });
});
