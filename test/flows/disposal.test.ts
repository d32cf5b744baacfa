import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticeCard } from '../../bot/conversation/notices.ts';
import { aRecordOnItsWay } from '../make/disposal.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { aCover } from '../make/office.ts';
import { aSpeaker, buttons, type Speaker, told } from '../make/speaker.ts';
import { about } from '../make/submittedRecord.ts';
import { plausible, walkChecklist } from '../make/walkChecklist.ts';

const answers = { danger: 'no', agreement: 'mas', 'reportable-harm': 'none', decision: 'share' };

let house: HouseUnderTest;
let pat: Speaker;
let ari: Speaker;
let ira: Speaker;
let lee: Speaker;
let id: string;
let reference: string;

beforeEach(async () => {
  house = await aHouse();
  ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  lee = await aSpeaker(house, 'Lee Lead', ['ig-lead']);
  pat = await aSpeaker(house, 'Pat Practitioner');
  await pat.say('about me');
  await pat.press('Save', { ...about, approver: await ari.id() });
  await pat.say('start');
  await walkChecklist(pat, plausible(answers));
  await pat.press('Submit');
  const [heading] = await house.stores.records.list({});
  ({ case: id = '', reference = '' } = heading ?? {});
  await ari.send('review.approve', { case: id, revision: 1 });
  await pat.send('review.stop', { case: id, revision: 2, in_reason: 'Not needed.' });
  await pat.send('review.close', { case: id, revision: 3 });
  for (const one of [pat, ari, ira, lee]) await told(house, one);
});
afterEach(() => house.close());

const keptFor = (years: number) => house.stores.settings.change((settings) => ({ ...settings, retentionYears: years }));
const yearsLater = (years: number) => {
  house.clock = new Date(Date.UTC(2026 + years, 10, 24, 10));
};
const titles = ({ card }: Speaker) => buttons(card).map(({ title }) => title);
async function press(who: Speaker, title: string, typed: Readonly<Record<string, string>> = {}) {
  if (!titles(who).some((one) => one.startsWith(title))) await who.press('More…');
  return who.press(title, typed);
}
const open = (who: Speaker) => who.send('review.open', { case: id });
const revision = async () => (await house.stores.records.heading(id))?.revision ?? 0;
const stub = () => `This record was disposed of on 24 November 2032 (reference ${reference})`;

async function asked() {
  await keptFor(6);
  yearsLater(6);
  await open(ira);
  await press(ira, 'Ask to dispose of it', { reason: 'Its time is over.' });
}

describe('Disposal', () => {
  it('is not asked for before the time of a record is over, nor while nobody has set how long that is', async () => {
    const tries = async () => {
      await ira.send('review.ask-disposal', { case: id, revision: await revision(), in_reason: 'Now.' });
      return (await house.stores.records.heading(id))?.disposalAskedBy;
    };
    yearsLater(50);
    expect(await tries()).toBeNull();
    expect((await ira.say('disposal')).text).toContain('How long are records kept?');
    await keptFor(51);
    expect(await tries()).toBeNull();
    expect((await ira.say('disposal')).text).toContain('No record is over its time');
    await keptFor(49);
    expect((await ira.say('disposal')).text).toContain(reference);
    expect((await pat.say('disposal')).text).toContain('That needs another role');
    expect(await tries()).toBe(await ira.id());
  });

  it('is listed for IG leads, what waits for the second of them first, and nothing that is gone', async () => {
    const other = await aRecordOnItsWay(house.stores, 2, new Date('2026-11-23T10:00:00Z'));
    const theOther = (await house.stores.records.heading(other))?.reference ?? '';
    await keptFor(6);
    yearsLater(6);
    const order = async () => {
      const { text } = await lee.say('disposal');
      return [reference, theOther]
        .filter((one) => text.includes(one))
        .sort((a, b) => text.indexOf(a) - text.indexOf(b));
    };
    const asks = async (one: string) => {
      const { revision: now = 0 } = (await house.stores.records.heading(one)) ?? {};
      await ira.send('review.ask-disposal', { case: one, revision: now, in_reason: 'Its time is over.' });
    };
    const before = await order();
    expect(before).toHaveLength(2);
    const last = before[1] === reference ? id : other;
    await asks(last);
    expect(await order()).toEqual([before[1], before[0]]);
    await lee.send('review.dispose', { case: last, revision: last === id ? 5 : 4 });
    expect(await order()).toEqual([before[0]]);
  });

  it('takes two IG leads, of whom neither made the record; afterwards nothing of it is left', async () => {
    await asked();
    expect(ira.card.text).toContain('Another IG lead agrees to that or keeps it');
    await ira.send('review.dispose', { case: id, revision: await revision() });
    expect((await house.stores.records.heading(id))?.disposedAt).toBeNull();
    for (const other of [pat, ari]) await other.send('review.dispose', { case: id, revision: await revision() });
    expect((await house.stores.records.heading(id))?.disposedAt).toBeNull();

    const [request] = await told(house, lee);
    expect(request?.text).toContain('Ira Lead asked to dispose of it');
    expect(request?.text).toContain('Its time is over.');
    for (const one of [pat, ari, ira]) {
      const card = { case: id, person: await one.id(), activityId: `card-${await one.id()}` };
      await house.stores.outbox.posted(card);
    }
    const before = await open(pat);
    await lee.press('Agree', {}, request);
    expect(lee.card.text).toContain(stub());
    expect((await house.place.bytes('keys')).toString()).not.toContain(id);
    for (const one of [pat, ari, ira]) {
      const notices = (await house.stores.outbox.pending()).filter(({ kind }) => kind === 'disposed');
      const notice = notices.find(({ to }) => to.length > 0);
      const made = notice && (await noticeCard(house, notice));
      expect(made).toMatchObject({ isLast: true });
      expect((await told(house, one)).map(({ text }) => text).join()).toContain(stub());
    }
    for (const { verb, data } of buttons(before).filter(({ verb }) => verb.startsWith('review.')))
      expect((await pat.send(verb, data)).text, verb).toContain(stub());
    await pat.send('checklist.copy', { case: house.newId(), from: id });
    expect(pat.card.text).toContain('There is nothing left to copy');
    expect(pat.card.text).toContain(stub());
    expect((await pat.say('my records')).text).toContain('No records yet');
    expect((await ari.say(reference)).text).toContain(stub());
    const stranger = await aSpeaker(house, 'Sam Other');
    expect((await stranger.send('review.open', { case: id })).text).toContain('I cannot open that here');
    await house.restart();
    expect((await pat.say(reference)).text).toContain(stub());
    expect(await house.stores.records.verify()).toMatchObject({ kind: 'whole', unfinished: [] });
    expect(JSON.stringify(house.logged)).not.toContain('Its time is over');
  });

  it('is agreed to by nobody whom its requester named to cover for them', async () => {
    await asked();
    const cover = aCover(await lee.id(), '2026-11-24', '2026-11-25', 'over');
    await house.stores.people.change(await pat.id(), (person) => ({ ...person, covers: [cover] }));
    expect((await lee.say('disposal')).text).not.toContain(reference);
    await open(lee);
    expect(titles(lee)).not.toContain('Agree: dispose of it');
    const refused = await lee.send('review.dispose', { case: id, revision: await revision() });
    expect(refused.text).toContain('cover');
    expect(await house.stores.records.heading(id)).toMatchObject({ disposedAt: null });
    expect(await told(house, lee)).toEqual([]);
  });

  it('is refused with a reason, and the record stays closed and whole', async () => {
    await asked();
    const [request] = await told(house, lee);
    await lee.press('Keep the record', {}, request);
    expect(JSON.stringify(lee.card.card)).toContain('Tell us why it is kept');
    await lee.press('Keep the record', { reason: 'An inquiry asks for it.' });
    expect(await house.stores.records.heading(id)).toMatchObject({ disposalAskedBy: null, disposedAt: null });
    expect((await house.stores.records.heading(id))?.closedAt).toBe('2026-11-22T10:00:00.000Z');
    await open(ira);
    await press(ira, 'What happened');
    expect(ira.card.text).toContain('It is kept, by Lee Lead. An inquiry asks for it.');
  });

  it('that is refused is told to whoever asked, with the reason and what they can do, and to nobody else', async () => {
    await asked();
    const [request] = await told(house, lee);
    await told(house, pat);
    await lee.press('Keep the record', { reason: 'An inquiry asks for it.' }, request);
    const notices = (await house.stores.outbox.pending()).map(({ to, kind }) => ({ to, kind }));
    expect(notices).toEqual([{ to: await ira.id(), kind: 'disposal-refused' }]);
    const [news] = await told(house, ira);
    expect(news?.text).toContain('another IG lead keeps it: why stands below');
    expect(news?.text).toContain('you can ask again');
    expect(news?.text).toContain('Lee Lead keeps it, 24 November 2032 at 10:00: An inquiry asks for it.');
    await ira.press('More…', {}, news);
    await ira.press('Ask to dispose of it', { reason: 'The inquiry is over.' });
    expect(ira.card.text).toContain('Ira Lead asked to dispose of it');
    expect(ira.card.text).not.toContain('keeps it,');
  });

  it('that is taken back by whoever asked is news to nobody', async () => {
    await asked();
    for (const one of [lee, ira]) await told(house, one);
    await ira.send('review.keep', { case: id, revision: await revision(), in_reason: 'I was too early.' });
    expect(ira.card.text).toContain('Ira Lead keeps it');
    expect((await house.stores.outbox.pending()).map(({ kind }) => kind)).toEqual(['changed']);
  });

  it('gives back what was typed into a card of it when it is gone', async () => {
    await asked();
    const [request] = await told(house, lee);
    await lee.press('Agree', {}, request);
    await pat.send('review.correct', {
      case: id,
      revision: 4,
      in_wrong: 'The day is wrong',
      in_right: 'It was Monday',
    });
    expect(pat.card.text).toContain(stub());
    for (const words of ['The day is wrong', 'It was Monday', 'was not kept']) expect(pat.card.text).toContain(words);
    await lee.send('review.keep', { case: id, revision: 4, in_reason: 'It is needed' });
    expect(lee.card.text).toContain('It is needed');
  });

  it('is held back once when the record was put right after it was asked for', async () => {
    await asked();
    const [request] = await told(house, lee);
    await pat.send('review.correct', { case: id, revision: await revision(), in_wrong: 'One', in_right: 'Other' });
    await lee.press('Agree', {}, request);
    expect(lee.card.text).toContain('Something to read has come in');
    await lee.press('Agree');
    expect(lee.card.text).toContain(stub());
  });

  it('is over when the information turns out to have gone: the record is open again', async () => {
    await asked();
    const shared = { what: 'A file', on: '2032-11-20', 'to-role': 'Nurse', 'to-organisation': 'Clinic', how: 'Post' };
    const typed = Object.fromEntries(
      Object.entries({ ...shared, reason: 'By mistake.' }).map(([k, v]) => [`in_${k}`, v]),
    );
    await pat.send('review.shared', { case: id, revision: await revision(), ...typed });
    expect(await house.stores.records.heading(id)).toMatchObject({ closedAt: null, disposalAskedBy: null });
    await lee.send('review.dispose', { case: id, revision: await revision() });
    expect((await house.stores.records.heading(id))?.disposedAt).toBeNull();
  });

  it('that the disk refuses is done, says so, and is finished later', async () => {
    await asked();
    house.disk.refuse = ({ name }) => (name.startsWith('keys') ? 'ENOSPC' : null);
    await lee.send('review.dispose', { case: id, revision: await revision() });
    expect(lee.card.text).toContain(stub());
    expect(house.logged.at(-1)).toMatchObject({ level: 'error', message: expect.stringContaining('not finished') });
    house.disk.refuse = () => null;
    expect(await house.stores.records.verify()).toMatchObject({ unfinished: [reference] });
    expect(await house.stores.records.finishDisposals()).toHaveLength(1);
    expect((await house.place.bytes('keys')).toString()).not.toContain(id);
  });
});
