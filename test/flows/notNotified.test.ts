import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticeSchema } from '../../bot/records/ledger.ts';
import type { Notice, PendingNotice } from '../../bot/stores/ports.ts';
import type { Rendered } from '../../cards/render.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aCommit, aPerson } from '../make/record.ts';
import { aSpeaker, buttons, type Speaker } from '../make/speaker.ts';

describe('What people were not told', () => {
  let house: HouseUnderTest;
  let ira: Speaker;
  let ann: Speaker;

  beforeEach(async () => {
    house = await aHouse({ homeArea: 'london' });
    ira = await aSpeaker(house, 'Ira IG Lead', ['ig-lead']);
    ann = await aSpeaker(house, 'Ann Approver', ['approver']);
  });
  afterEach(() => house.close());

  const list = () => ira.send('not-notified.list', {});
  const titles = (card: Rendered) => buttons(card).map(({ title }) => title);
  const owed = async () => (await house.stores.outbox.pending()).map(({ about }) => about);

  /** A notice that Teams did not take. */
  async function lost(notice: Partial<Notice> = {}, why = '403 MessageWritesBlocked'): Promise<PendingNotice> {
    const about = randomUUID();
    await house.stores.outbox.add([{ to: await ann.id(), kind: 'role-granted', about, ...notice }]);
    const found = (await house.stores.outbox.pending()).at(-1) as PendingNotice;
    await house.stores.outbox.settle(found.id, 'not-delivered', why);
    return found;
  }

  /** A record whose approver was not told that it waits for them. */
  async function lostReview(why = '404 ConversationNotFound') {
    const commit = aCommit({ approver: await ann.id() });
    await house.stores.records.commit(commit);
    const found = (await house.stores.outbox.pending()).find(({ about }) => about === commit.case);
    await house.stores.outbox.settle(found?.id ?? '', 'not-delivered', why);
    return commit;
  }

  it('stands in a list for IG leads: who, what, about which record, since when and why', async () => {
    expect((await list()).text).toContain('Everybody has been told');
    const { heading } = await lostReview();
    const [item] = titles(await list());
    expect(item).toContain(
      `Open Ann Approver was not told that a decision is waiting for their review (${heading.reference})`,
    );
    expect(item).toMatch(/Since \d+ \w+ \d{4} at \d\d:\d\d\. Their chat with me is not there any more\./);
    await house.restart();
    expect(titles(await list())).toContain(item);
  });

  it('greets an IG lead with how many there are, and nobody else', async () => {
    expect((await ira.say('hello')).text).not.toContain('could not deliver');
    await lostReview();
    expect((await ira.say('hello')).text).toContain(
      'one message that I could not deliver to somebody. Type “not told”',
    );
    expect((await ann.say('hello')).text).not.toContain('could not deliver');
    expect((await ira.say('not told')).text).toContain('waiting for their review');
    expect((await ann.say('not told')).text).toContain('needs another role');
  });

  it('is nobody else’s to see or to settle', async () => {
    const { id } = await lost();
    for (const verb of ['list', 'open', 'again', 'again-all', 'settle']) {
      const data = verb === 'list' || verb === 'again-all' ? {} : { notice: id };
      expect((await ann.send(`not-notified.${verb}`, data)).text).toContain('That needs another role');
    }
    expect(await house.stores.outbox.notDelivered()).toHaveLength(1);
    expect((await ira.send('not-notified.list', {}, 'channel')).text).not.toContain('Ann');
  });

  it('opens one to say what can be done, with what the service desk needs', async () => {
    const commit = await lostReview();
    await list();
    const card = await ira.press('Open Ann');
    expect(titles(card)).toEqual(['Try again', 'Settled another way', 'Open the record', 'Back to the list']);
    expect(card.text).toContain('For your IT service desk: 404 ConversationNotFound.');
    expect((await ira.press('Open the record')).text).toContain(commit.heading.reference);
  });

  it('is tried again when an IG lead says so, behind what the person is owed already', async () => {
    const { about } = await lost();
    await house.stores.outbox.add([{ to: await ann.id(), kind: 'changed', about: 'other' }]);
    await list();
    await ira.press('Open Ann');
    const nudges = house.nudges;
    const card = await ira.press('Try again');
    expect(card.text).toContain('I am trying again.');
    expect(card.text).toContain('Everybody has been told');
    expect(house.nudges).toBe(nudges + 1);
    expect(await owed()).toEqual(['other', about]);
  });

  it('is tried again all at once after Teams was away', async () => {
    const all = [await lost({}, '503'), await lost({}, '429'), await lost({}, '504')];
    await list();
    await ira.press('Try all again');
    expect(await owed()).toEqual(all.map(({ about }) => about));
    expect(await house.stores.outbox.notDelivered()).toEqual([]);
  });

  it('goes off the list when it was settled another way, and the log says by whom', async () => {
    const { id } = await lost();
    await lost();
    await list();
    await ira.press('Open Ann');
    const card = await ira.press('Settled another way');
    expect(card.text).toContain('Taken off the list.');
    expect((await house.stores.outbox.notDelivered()).map((one) => one.id)).not.toContain(id);
    expect(house.logged.at(-1)).toMatchObject({ fields: { notice: id, by: await ira.id() } });
    expect((await ira.send('not-notified.settle', { notice: id })).text).toContain('not on the list any more');
    expect((await ira.send('not-notified.again', { notice: id })).text).toContain('not on the list any more');
    expect(await owed()).toEqual([]);
  });

  it('names who has never opened a chat, once for each thing, and offers no trying again', async () => {
    const newcomer = aPerson({ name: 'Ned Newcomer' });
    await house.stores.people.save(newcomer);
    const same: Notice = { to: newcomer.id, kind: 'proposal-asked', about: 'p' };
    await house.stores.outbox.add([same, same, { ...same, about: 'q' }]);
    expect(titles(await list())).toHaveLength(2);
    const card = await ira.press('Open Ned');
    expect(card.text).toContain('They have not opened a chat with me yet. I tell them as soon as they do.');
    expect(titles(card)).toEqual(['Settled another way', 'Back to the list']);
    await ira.press('Settled another way');
    expect(await owed()).toEqual(['q']);
  });

  it('does not tell IG leads who asked them a question, nor forgets who has left', async () => {
    await lost({ kind: 'question-answered' });
    await lost({ to: 'gone' }, 'nobody of that id');
    const card = await list();
    expect(card.text).not.toContain('Ann');
    expect(card.text).toContain('Somebody who asked the IG team was not told that their question has been answered');
    expect(card.text).toContain('Somebody who has left was not told that roles have changed');
  });

  it('says each reason in plain words and has words for every kind of notice', async () => {
    const codes = ['401', '403', '404', '412', '413', '429', '400 BadSyntax', '408', '500', '503', '504', 'ECONNRESET'];
    const plain = new Set<string>();
    for (const code of [...codes, 'address not trusted', 'another tenant', 'nobody of that id', 'card not made']) {
      const { id } = await lost({}, code);
      const { text } = await ira.send('not-notified.open', { notice: id });
      const [, why = ''] = /Since [^.]+\. (.+)/.exec(text) ?? [];
      expect(why).toMatch(/^[A-Z].+\.$/);
      plain.add(why);
    }
    expect(plain.size).toBe(10);
    for (const kind of noticeSchema.shape.kind.options) {
      const { id } = await lost({ kind });
      expect((await ira.send('not-notified.open', { notice: id })).text).not.toContain('undefined');
    }
  });

  it('stays small and says how many more there are', async () => {
    for (let number = 0; number < 14; number++) await lost({ kind: 'question-changed' });
    const card = await list();
    expect(card.text).toContain('There are 4 more. They follow as these are settled.');
    expect(Buffer.byteLength(JSON.stringify(card.card))).toBeLessThan(28 * 1024);
  });
});
