import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../bot/stores/ports.ts';
import type { Rendered } from '../../cards/render.ts';
import { adminId, aHouse, type HouseUnderTest } from '../make/house.ts';
import { aCommit, aDraft, aPerson } from '../make/record.ts';
import { aSpeaker, inputKeys, type Speaker } from '../make/speaker.ts';
import { about } from '../make/submittedRecord.ts';

/** Teams counts two bytes a letter. */
const mostBytes = 28 * 1024;
const count = 1_000;

let house: HouseUnderTest;
let pat: Speaker;
let ari: Speaker;
let ira: Speaker;
let ada: Speaker;
let approvers: readonly Person[];

/** Names as long as a directory may have them; the first few share one. */
function anApprover(_: unknown, at: number): Person {
  const organisation = `Exampleton Borough Council and its many partners, office ${at}`;
  const name = at < 3 ? 'Sam Sample (made up)' : `Person ${'of a long and made-up name '.repeat(3)}${at} Exampleby`;
  const profile = { organisation, kind: 'council', area: 'london', roleTitle: 'manager', approver: null } as const;
  return aPerson({ name, roles: ['approver'], profile: at === 2 ? null : profile });
}

beforeAll(async () => {
  house = await aHouse();
  ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  pat = await aSpeaker(house, 'Pat Practitioner');
  ada = await aSpeaker(house, 'Ada Administrator', [], adminId);
  approvers = Array.from({ length: count }, anApprover);
  await Promise.all(approvers.map((person) => house.stores.people.save(person)));
}, 60_000);
afterAll(() => house.close());

const last = () => approvers.at(-1) as Person;
const bytes = ({ card }: Rendered): number => Buffer.byteLength(JSON.stringify(card), 'utf16le');

/** What a list on a card offers. */
function listed({ card }: Rendered, key: string): readonly { readonly title: string; readonly value: string }[] {
  const found: { title: string; value: string }[] = [];
  JSON.stringify(card, (_, node) => {
    if (node?.id === `in_${key}` && node.choices) found.push(...node.choices);
    return node;
  });
  return found;
}

/** Each form that lists people: who opens it, how, and its inputs. */
const forms: Readonly<
  Record<string, { who: () => Speaker; open: () => Promise<Rendered>; keys: readonly string[]; typed: object }>
> = {
  'About me': { who: () => pat, open: () => pat.say('about me'), keys: ['approver'], typed: about },
  'Who covers for me': { who: () => ari, open: () => ari.say('cover'), keys: ['by'], typed: { to: '2026-11-30' } },
  Settings: {
    who: () => ira,
    open: () => ira.say('settings'),
    keys: ['default-approvers'],
    typed: { 'ig-contact': 'The IG team' },
  },
  'Approvers by agreement': {
    who: () => ira,
    open: () => ira.say('approvers'),
    keys: ['approver'],
    typed: { agreement: 'mas' },
  },
  Roles: { who: () => ada, open: () => ada.say('roles'), keys: ['person'], typed: { role: 'editor' } },
  'Give to another approver': {
    who: () => ira,
    open: async () => {
      const commit = aCommit({ requester: await pat.id(), approver: await ari.id(), at: house.clock });
      await house.stores.records.commit({ ...commit, notices: [] });
      return ira.send('review.approvers', { case: commit.case });
    },
    keys: ['approver'],
    typed: { reason: 'Away for the week.' },
  },
  'What somebody left behind': {
    who: () => ira,
    open: async () => {
      const commit = aCommit({ requester: await pat.id(), approver: await ari.id(), at: house.clock });
      await house.stores.records.commit({ ...commit, notices: [] });
      await house.stores.drafts.save(aDraft({ owner: await ari.id() }), 0);
      return ira.send('leavers.open', { person: await ari.id() });
    },
    keys: ['approver', 'colleague'],
    typed: {},
  },
};

describe(`With ${count} approvers`, () => {
  describe.each(Object.entries(forms))('%s', (_, { who, open, keys, typed }) => {
    const boxes = keys.map((key) => `find-${key}`);
    const finding = (words: string) => Object.fromEntries(boxes.map((box) => [box, words]));

    it('finds any of them by a part of the name, keeps what was typed, and fits Teams', async () => {
      const opened = await open();
      expect(bytes(opened)).toBeLessThan(mostBytes);
      expect(inputKeys(opened)).toEqual(expect.arrayContaining(boxes));
      // Everybody matches this.
      const many = await who().press('Find', { ...typed, ...finding('made') });
      expect(bytes(many)).toBeLessThan(mostBytes);
      expect(many.text).toMatch(/the first 20 of 1000/);
      const found = await who().press('Find', { ...typed, ...finding(`made up ${count - 1}`) });
      for (const key of keys) expect(listed(found, key).map(({ value }) => value)).toContain(last().id);
      expect(found.text).not.toContain('Tell us');
      for (const words of Object.values(typed)) expect(JSON.stringify(found.card)).toContain(words);
    });

    it('tells two of one name apart, and says when there is nobody', async () => {
      await open();
      const found = await who().press('Find', finding('sam sample'));
      for (const key of keys) {
        const titles = listed(found, key)
          .map(({ title }) => title)
          .filter((title) => title.startsWith('Sam Sample'));
        expect(new Set(titles).size).toBe(3);
        expect(titles.join(' ')).toContain('manager, Exampleton Borough');
      }
      const none = await who().press('Find', finding('zzyzx'));
      expect(JSON.stringify(none.card)).toContain('nobody here is called that');
      // The words stay, to be put right.
      expect(JSON.stringify(none.card)).toContain('zzyzx');
    });
  });

  it('what was typed to find somebody is never passed over: the form asks whom it meant', async () => {
    await pat.say('about me');
    await pat.press('Save', { ...about, 'find-approver': `made up ${count - 1}` });
    expect(JSON.stringify(pat.card.card)).toContain('Tell us whom you mean');
    expect(pat.card.text).not.toContain('Saved');
    await pat.press('Save', { ...about, approver: last().id, 'find-approver': '' });
    expect(pat.card.text).toContain('Saved');
    expect((await house.stores.people.byId(await pat.id()))?.profile?.approver).toBe(last().id);
    // Whoever is chosen stays in sight while somebody else is looked for.
    await pat.say('about me');
    const found = await pat.press('Find', { ...about, approver: last().id, 'find-approver': 'Ari' });
    expect(listed(found, 'approver').map(({ value }) => value)).toEqual([last().id, await ari.id()]);
  });

  it('an IG lead sets at most 20 default approvers, whatever their card sends', async () => {
    await ira.say('settings');
    const all = approvers.slice(0, 100).map(({ id }) => id);
    await ira.press('Save', { 'default-approvers': all.join(',') });
    expect(JSON.stringify(ira.card.card)).toContain('Tell us at most 20 people');
    expect(bytes(ira.card)).toBeLessThan(mostBytes);
    await ira.press('Save', { 'default-approvers': all.slice(-20).join(',') });
    expect((await house.stores.settings.read()).defaultApprovers).toHaveLength(20);
    expect(bytes(await ira.say('settings'))).toBeLessThan(mostBytes);
    expect(
      bytes(
        await ira.press('Find', { 'default-approvers': all.slice(-20).join(','), 'find-default-approvers': 'made' }),
      ),
    ).toBeLessThan(mostBytes);
  });

  it('an approver is named by typing alone, and two of one name are asked back', async () => {
    const typed = 'about me: Exampleton Council; Council; London; social worker;';
    expect((await pat.say(`${typed} Ari Approver`)).text).toContain('Saved');
    expect((await house.stores.people.byId(await pat.id()))?.profile?.approver).toBe(await ari.id());
    await pat.say(`${typed} Sam Sample`);
    expect(pat.card.text).not.toContain('Saved');
    expect(pat.card.text).toMatch(/1\. .*\n2\. /);
    const [, second] = approvers;
    const label = listed(pat.card, 'approver').find(({ value }) => value === second?.id)?.title ?? '';
    expect((await pat.say(`${typed} ${label}`)).text).toContain('Saved');
    expect((await house.stores.people.byId(await pat.id()))?.profile?.approver).toBe(second?.id);
    // A number names nobody: no list was counted for it.
    expect((await pat.say(`${typed} 1`)).text).not.toContain('Saved');
    expect(Buffer.byteLength(pat.beside, 'utf16le')).toBeLessThan(mostBytes);
  });

  it('who a card names is offered to the right people alone, however they were found', async () => {
    await ari.say('cover');
    const found = await ari.press('Find', { 'find-by': 'Ari' });
    expect(listed(found, 'by').map(({ value }) => value)).not.toContain(await ari.id());
    expect((await pat.send('leavers.open', { person: await ari.id(), 'in_find-approver': 'Sam' })).text).toContain(
      'another role',
    );
  });
});
