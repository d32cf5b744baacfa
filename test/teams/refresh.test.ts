import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ActivityJson, activity, ids, press } from '../make/activity.ts';
import { type Answered, type BotUnderTest, startBotUnderTest } from '../make/botUnderTest.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import type { Speaker } from '../make/speaker.ts';
import { aSubmittedRecord, type Submitted } from '../make/submittedRecord.ts';

interface Refresh {
  readonly action: { readonly type: string; readonly verb: string; readonly data: object };
  readonly userIds: readonly string[];
}

let house: HouseUnderTest;
let bot: BotUnderTest;
let at: Submitted;
let caseId: string;
/** Every write to the disk since the last look. */
let writes: string[];

beforeAll(async () => {
  house = await aHouse({ refreshOnView: true });
  Object.assign(house, { now: () => new Date() });
  at = await aSubmittedRecord(house);
  caseId = (await at.record()).case;
  bot = await startBotUnderTest({ house });
  house.disk.refuse = ({ op, path }) => {
    writes.push(`${op} ${path}`);
    return null;
  };
});
afterAll(async () => {
  await bot?.close();
  await house?.close();
});
beforeEach(() => {
  bot.connector.calls.length = 0;
  writes = [];
});

const accountOf = ({ directoryId }: Speaker) => ({ id: `29:${directoryId}`, name: '', aadObjectId: directoryId });
const personal = (who: Speaker) => ({
  id: `chat-${who.directoryId}`,
  conversationType: 'personal',
  tenantId: ids.tenant,
});

/** The client of somebody shows the card, and asks for it anew. */
const view = (who: Speaker, data: unknown = { case: caseId }, changes: ActivityJson = {}): Promise<Answered> => {
  const action = { type: 'Action.Execute', verb: 'record.refresh', data };
  const value = { action, trigger: 'automatic' };
  const chat = { from: accountOf(who), conversation: personal(who) };
  return bot.say(press(bot.connector.url, 'record.refresh', data, { ...chat, value, ...changes }));
};
const textOf = ({ json }: Answered) => JSON.stringify(json?.value);
const refreshOf = (card: unknown) => (card as { refresh?: Refresh }).refresh;

describe('A record’s card that comes into view', () => {
  it('is answered with the record as it stands, and nothing goes out, is written, noted or asked of Teams', async () => {
    const people = await house.stores.people.all();
    const posts = await house.stores.outbox.posts(caseId);
    house.heardFrom.clear();
    const { nudges } = house;
    let lookUps = 0;
    house.members.connect(async () => {
      lookUps += 1;
      return 'member';
    });
    for (let count = 0; count < 3; count += 1) {
      const answer = await view(at.pat);
      expect(answer.json?.type).toBe('application/vnd.microsoft.card.adaptive');
      expect(textOf(answer)).toContain('Waiting for review');
    }
    expect(textOf(await view(at.ari))).toContain('Approve');
    expect(writes).toEqual([]);
    expect(lookUps).toBe(0);
    expect(house.nudges).toBe(nudges);
    expect(house.heardFrom.size).toBe(0);
    expect(await house.stores.people.all()).toEqual(people);
    expect(await house.stores.outbox.posts(caseId)).toEqual(posts);
    expect(await at.events()).toEqual(['submitted']);
    expect(house.logged.filter(({ level }) => level !== 'info')).toEqual([]);
    house.heardFrom.add(await at.pat.id());
    // Whatever the views had set off would have come before the answer to this.
    await bot.say(activity(bot.connector.url, { from: accountOf(at.pat), conversation: personal(at.pat) }));
    expect(bot.connector.calls.map(({ kind }) => kind)).toEqual(['send']);
  });

  it('is shown anew to nobody who may not see it, to nobody unknown, and not in a group; nobody becomes known by it', async () => {
    const before = await house.stores.people.all();
    const stranger = { ...at.pat, directoryId: ids.bob };
    const answers = [
      await view(stranger),
      await view(at.pat, { case: 'case-of-nobody' }),
      await view(at.pat, { case: caseId, revision: 1 }),
      await view(at.pat, null),
      await view(at.pat, { case: [caseId] }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(textOf(answer)).toContain('I cannot open that here');
      expect(textOf(answer)).not.toContain('SR-');
    }
    const group = { id: '19:team', conversationType: 'groupChat', isGroup: true, tenantId: ids.tenant };
    const shared = await view(at.pat, { case: caseId }, { conversation: group });
    expect(textOf(shared)).toContain('I never show a case in a group or channel');
    expect(textOf(shared)).not.toContain('SR-');
    expect(await house.stores.people.all()).toEqual(before);
    expect([bot.connector.calls, writes]).toEqual([[], []]);
  });

  it('is a stub from the moment somebody may not see it any more', async () => {
    const ari = await house.stores.people.byDirectory(at.ari.directoryId);
    await house.stores.people.change(ari?.id ?? '', (person) => ({ ...person, roles: [] }));
    expect(textOf(await view(at.ari))).toContain('I cannot open that here');
    await house.stores.people.change(ari?.id ?? '', (person) => ({ ...person, roles: ['approver'] }));
  });

  it('stays as it is when it cannot be drawn in time: nothing follows in the chat', async () => {
    const open = house.stores.records.open;
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    Object.assign(house.stores.records, { open: (id: string) => slow.then(() => open(id)) });
    const answer = await view(at.pat);
    Object.assign(house.stores.records, { open });
    expect(answer.json).toMatchObject({ statusCode: 200, value: expect.stringContaining('may be out of date') });
    finish();
    await bot.say(activity(bot.connector.url, { from: accountOf(at.pat), conversation: personal(at.pat) }));
    expect(bot.connector.calls.map(({ kind }) => kind)).toEqual(['send']);
  });
});

describe('Which cards ask for themselves anew', () => {
  const open = (who: Speaker, page?: number) =>
    page === undefined ? who.send('review.open', { case: caseId }) : who.send('review.page', { case: caseId, page });

  it('is a record’s first page with nothing to type in and nothing said above it, for the one person it is sent to', async () => {
    const { card } = await open(at.pat);
    expect(refreshOf(card)).toMatchObject({
      action: { type: 'Action.Execute', verb: 'record.refresh', data: { case: caseId } },
      userIds: [(await house.stores.people.byDirectory(at.pat.directoryId))?.chat?.userId],
    });
    expect(Object.keys(refreshOf(card)?.action.data ?? {})).toEqual(['case']);
  });

  it('gives the same card when nothing has happened, so that looking at it wipes and loses nothing', async () => {
    const { card } = await open(at.pat);
    const withoutCopy = (shown: unknown) => JSON.stringify(shown).replaceAll(/"case":"[^"]*","from"/g, '"from"');
    expect(withoutCopy((await view(at.pat)).json?.value)).toBe(withoutCopy(card));
  });

  it('is none with a comment that may be half typed, none of the further pages, none with words above it', async () => {
    const cards = [await open(at.ari), await open(at.pat, 2), await open(at.pat, 0)];
    const { revision } = await at.record();
    const banner = await at.ari.send('review.decline', { case: caseId, revision: revision + 5, in_reason: '' });
    for (const { card } of [...cards, banner]) expect(refreshOf(card)).toBeUndefined();
  });

  it('is none in local mode', async () => {
    Object.assign(house, { refreshOnView: false });
    const { card } = await open(at.pat);
    Object.assign(house, { refreshOnView: true });
    expect(JSON.stringify(card)).not.toContain('refresh');
  });
});
