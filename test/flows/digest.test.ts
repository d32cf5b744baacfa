import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestsDue } from '../../bot/conversation/digestsDue.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aCommit, aQuestion, aSubmission, REQUESTER } from '../make/record.ts';
import { aSpeaker, buttons, type Speaker, told } from '../make/speaker.ts';

let house: HouseUnderTest;
let ari: Speaker;
let ira: Speaker;
let pat: Speaker;

beforeEach(async () => {
  house = await aHouse();
  ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  pat = await aSpeaker(house, 'Pat Practitioner');
});
afterEach(() => house.close());

/** A record that is submitted on Friday at ten, and that nobody needs to be told of any more. */
async function waiting(part: Parameters<typeof aCommit>[0] = {}): Promise<string> {
  const commit = aCommit({ approver: await ari.id(), at: new Date('2026-11-20T10:00:00Z'), ...part });
  await house.stores.records.commit({ ...commit, notices: [] });
  return commit.heading.reference;
}

/** The lists that are sent to somebody by an instant. */
async function at(instant: string, who: Speaker = ari): Promise<string[]> {
  house.clock = new Date(instant);
  await digestsDue(house, house.clock);
  return (await told(house, who)).map(({ text }) => text);
}

describe('The daily list', () => {
  it('comes when work begins, on working days alone, once a day, with the late ones first', async () => {
    const young = await waiting({ at: new Date('2026-11-20T16:00:00Z') });
    const late = await waiting();
    expect(await at('2026-11-21T10:00:00Z')).toEqual([]);
    expect(await at('2026-11-23T08:59:00Z')).toEqual([]);
    const [list, ...more] = await at('2026-11-23T10:00:00Z');
    expect(more).toEqual([]);
    expect(list).toContain(
      '2 decisions are waiting for your review, the oldest since 20 November 2026 at 10:00. One of them is late.',
    );
    expect(list).toContain(
      `${late}: MAS (child safeguarding), waiting for review, Example Borough Council (fictional), since`,
    );
    expect(list).toMatch(/since 20 November 2026 at 10:00, late\n/);
    expect(list?.indexOf(late)).toBeLessThan(list?.indexOf(young) ?? 0);
    expect(await at('2026-11-23T11:00:00Z')).toEqual([]);
    expect(await at('2026-11-24T09:00:00Z')).toHaveLength(1);
  });

  it('is not sent to somebody for whom nothing waits, also when something comes later that day', async () => {
    expect(await at('2026-11-23T09:00:00Z')).toEqual([]);
    await waiting({ at: new Date('2026-11-23T09:30:00Z') });
    expect(await at('2026-11-23T10:00:00Z')).toEqual([]);
    expect((await at('2026-11-24T09:00:00Z'))[0]).toContain('One decision is waiting for your review, since');
    expect(await at('2026-11-25T09:00:00Z', pat)).toEqual([]);
  });

  it('after days away comes once, as things stand then', async () => {
    await waiting();
    await at('2026-11-20T12:00:00Z', pat);
    await at('2026-11-23T09:00:00Z', pat);
    // Owed since, and sent only now.
    expect(await told(house, ari)).toHaveLength(1);
    await at('2026-11-24T09:00:00Z', pat);
    house.clock = new Date('2026-11-26T09:00:00Z');
    await digestsDue(house, house.clock);
    expect(await told(house, ari)).toHaveLength(1);
  });

  it('is owed once after a stop at any place', async () => {
    await waiting();
    house.clock = new Date('2026-11-23T09:00:00Z');
    const day = '2026-11-23';
    await house.stores.outbox.add([{ to: await ari.id(), kind: 'digest', about: day }]);
    await house.restart();
    await digestsDue(house, house.clock);
    expect((await house.stores.outbox.pending()).filter(({ kind }) => kind === 'digest')).toHaveLength(1);
    expect(await told(house, ari)).toHaveLength(1);
    await house.restart();
    await digestsDue(house, house.clock);
    expect(await told(house, ari)).toEqual([]);
    expect(await house.stores.people.byId(await ari.id())).toMatchObject({ digest: { isOff: false, sentOn: day } });
  });

  it('that was sent before that was noted is not sent again', async () => {
    await waiting();
    house.clock = new Date('2026-11-23T09:00:00Z');
    await house.stores.outbox.add([{ to: await ari.id(), kind: 'digest', about: '2026-11-23' }]);
    expect(await told(house, ari)).toHaveLength(1);
    expect(await at('2026-11-23T09:15:00Z')).toEqual([]);
  });

  it('opens each record, and leads an IG lead to all that waits for the IG team', async () => {
    await waiting();
    await waiting({ submission: aSubmission({ decision: { outcome: 'refer', rationale: '' } }) });
    await waiting({ submission: aSubmission({ emergency: true }), completeBy: '2026-11-20' });
    await house.stores.questions.add(aQuestion({ asker: REQUESTER }));
    await house.stores.outbox.add([{ to: REQUESTER, kind: 'role-granted', about: REQUESTER }]);
    const [owed] = await house.stores.outbox.pending();
    await house.stores.outbox.settle(owed?.id ?? '', 'not-delivered', '403');
    const [list] = await at('2026-11-23T09:00:00Z', ira);
    expect(list).toContain('One decision is waiting for your review, since 20 November 2026 at 10:00.');
    expect(list).toContain('The full record of one emergency is late.');
    expect(list).toContain('full record was due by the end of Friday 20 November 2026');
    expect(list).toContain('One question is waiting for the IG team.');
    expect(list).toContain('One message could not be delivered.');
    await ira.say('digest');
    const titles = buttons(ira.card).map(({ title }) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['All that waits for review', 'Questions', 'Not told', 'Stop this daily list']),
    );
    const opens = buttons(ira.card).filter(({ verb }) => verb === 'review.open');
    for (const { verb, data } of opens) expect((await ira.send(verb, data)).text).toContain('SR-');
    expect(opens.length).toBeGreaterThanOrEqual(2);
  });

  describe('when more waits than a card holds', () => {
    /** References that a card opens. */
    const references = ({ text }: { text: string }) =>
      [...text.matchAll(/SR-[A-Z0-9]{4}-[A-Z0-9]{2}/g)].map(([one]) => one);
    const bytes = ({ card }: { card: object }) => Buffer.byteLength(JSON.stringify(card), 'utf16le');

    it('says how many more there are, and every page can be turned to by pressing and by typing', async () => {
      const all = await Promise.all(Array.from({ length: 21 }, () => waiting()));
      const [list = ''] = await at('2026-11-23T10:00:00Z');
      expect(list).toContain('There are 11 more: press “More”, or type “digest 2”.');
      for (const words of ['digest', 'pending']) {
        const seen = references(await ari.say(words));
        const second = await ari.press('More');
        expect(second.text).toContain('These are 11 to 20 of 21. There is one more');
        seen.push(...references(second), ...references(await ari.press('More')));
        expect(seen.toSorted()).toEqual(all.toSorted());
        expect(buttons(ari.card).map(({ title }) => title)).not.toContain('More');
        expect(references(await ari.say(`${words} 2`))).toEqual(references(second));
        // A page that is there no more is the last one.
        expect(references(await ari.say(`${words} 900`))).toHaveLength(1);
        expect(references(await ari.press('Previous'))).toEqual(references(second));
      }
    });

    it('an IG lead comes to every emergency whose full record is late, and the card fits Teams', async () => {
      const all = await Promise.all(
        Array.from({ length: 12 }, () =>
          waiting({ submission: aSubmission({ emergency: true }), completeBy: '2026-11-19' }),
        ),
      );
      await house.stores.questions.add(aQuestion({ asker: REQUESTER }));
      const seen = references(await ira.say('digest'));
      seen.push(...references(await ira.press('More')));
      expect(seen.toSorted()).toEqual(all.toSorted());
      expect((ira.card.card.actions as unknown[]).length).toBeLessThanOrEqual(6);
      expect(bytes(ira.card)).toBeLessThan(28 * 1024);
    });

    it('and who made many records turns the pages of theirs', async () => {
      const requester = await pat.id();
      const all = await Promise.all(Array.from({ length: 11 }, () => waiting({ requester })));
      const seen = references(await pat.say('my records'));
      seen.push(...references(await pat.say('my records 2')));
      expect(seen.toSorted()).toEqual(all.toSorted());
    });
  });

  it('stops and starts with a button or a word, for the person alone', async () => {
    await waiting();
    await ari.say('digest');
    await ari.press('Stop this daily list');
    expect(ari.card.text).toContain('Type “digest on”');
    expect(await at('2026-11-23T09:00:00Z')).toEqual([]);
    await ari.say('digest on');
    expect(await at('2026-11-24T09:00:00Z')).toHaveLength(1);
    await ari.say('Digest off');
    expect(await at('2026-11-25T09:00:00Z')).toEqual([]);
    await ari.press('Send it again');
    await house.restart();
    expect(await at('2026-11-26T09:00:00Z')).toHaveLength(1);
    expect((await pat.say('digest')).text).toContain('Nothing is waiting for you');
  });

  it('of another day, when it could not be delivered, is nothing to tell any more', async () => {
    await waiting();
    house.clock = new Date('2026-11-23T09:00:00Z');
    await digestsDue(house, house.clock);
    const [owed] = await house.stores.outbox.pending();
    await house.stores.outbox.settle(owed?.id ?? '', 'not-delivered', '403');
    expect(await house.stores.outbox.notDelivered()).toHaveLength(1);
    expect(await at('2026-11-24T09:00:00Z')).toHaveLength(1);
    expect(await house.stores.outbox.notDelivered()).toEqual([]);
  });
});
