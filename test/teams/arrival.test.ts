import { describe, expect, it } from 'vitest';
import { readArrival } from '../../bot/teams/arrival.ts';
import { admitted } from '../../bot/teams/guards.ts';
import { readIncoming } from '../../bot/teams/incoming.ts';
import { type ActivityJson, activity, ids, mention, press, submit } from '../make/activity.ts';

const address = 'https://smba.trafficmanager.net/uk/';
const now = new Date('2026-11-20T10:00:00Z');

function arrivalOf(json: ActivityJson) {
  const read = readIncoming(json);
  if (!read) throw new Error('not an activity');
  return readArrival(admitted(read), ids.tenant, now);
}
const inputOf = (json: ActivityJson) => arrivalOf(json)?.input ?? null;
const textOf = (changes: ActivityJson) => inputOf(activity(address, changes));

describe('a typed message', () => {
  it('tells who speaks, where, when, and where answers go', () => {
    expect(arrivalOf(activity(address))).toEqual({
      speaker: { directoryId: ids.alice, tenant: ids.tenant, name: 'Alice Example' },
      place: 'personal',
      input: { kind: 'text', text: 'hello' },
      at: now,
      chat: {
        serviceUrl: address,
        conversationId: 'a:alice',
        tenantId: ids.tenant,
        botId: `28:${ids.bot}`,
        userId: '29:alice',
      },
    });
  });

  const texts: readonly [string, ActivityJson, string][] = [
    ['loses its outer space', { text: '  which agreement?\n' }, 'which agreement?'],
    ['loses hard spaces', { text: 'a\u00a0b' }, 'a b'],
    ['keeps its lines', { text: 'one\ntwo' }, 'one\ntwo'],
    ['keeps marks that only look like formatting', { text: 'is 3 < 4 & 5 > 2?' }, 'is 3 < 4 & 5 > 2?'],
    [
      'loses the marks of a formatted one',
      { text: '<p>one</p><b>two</b> &amp; &lt;three&gt;', textFormat: 'xml' },
      'one\n two & <three>',
    ],
    ['is not unescaped twice', { text: '&amp;lt;b&amp;gt;', textFormat: 'xml' }, '&lt;b&gt;'],
    ['keeps the words of other people’s mentions', { text: 'ask <at>Bob</at> about it' }, 'ask Bob about it'],
    ['may have no text', { text: null }, ''],
    [
      'may be a card that was inserted, and nothing more',
      {
        text: '\n<span class="inline-compose-card" itemid="0" itemtype="http://schema.skype.com/InputExtension">\n  <span content="0" itemprop="cardId"></span>\n</span>\n',
      },
      '',
    ],
  ];
  for (const [what, changes, text] of texts) it(what, () => expect(textOf(changes)).toEqual({ kind: 'text', text }));

  it('is cut where nobody types that much', () => {
    const read = textOf({ text: 'word '.repeat(20_000) });
    expect(read?.kind === 'text' && read.text.length).toBe(10_000);
  });
});

describe('in a channel', () => {
  it('a mention of the bot is answered, without the mention and without a personal chat', () => {
    expect(arrivalOf(mention(address, 'which agreement?'))).toMatchObject({
      place: 'channel',
      input: { kind: 'text', text: 'which agreement?' },
      chat: null,
    });
  });
  it('a message that does not mention the bot is not for it', () => {
    expect(arrivalOf(mention(address, 'x', { entities: [] }))).toBeNull();
  });
  it('a mention of somebody else is not for it', () => {
    const entities = [{ type: 'mention', mentioned: { id: '29:bob' }, text: '<at>Bob</at>' }];
    expect(arrivalOf(mention(address, 'x', { entities }))).toBeNull();
  });
  it('what only looks like a mention is none', () => {
    expect(arrivalOf(mention(address, 'x', { entities: null, text: '<at>Sharing Guide</at> x' }))).toBeNull();
  });
  it('a group chat is a group', () => {
    const conversation = { id: '19:chat', conversationType: 'groupChat', isGroup: true, tenantId: ids.tenant };
    expect(arrivalOf(mention(address, 'x', { conversation }))?.place).toBe('group');
  });
});

describe('a chat of two colleagues', () => {
  const between = (one: string, other: string) => ({
    conversation: { id: `19:${one}_${other}@unq.gbl.spaces`, conversationType: 'personal', tenantId: ids.tenant },
  });
  it('is none with the bot, whatever type it says it is', () => {
    const arrival = arrivalOf(press(address, 'ask.show', { label: 'asb' }, between(ids.alice, ids.bob)));
    expect(arrival).toMatchObject({ place: 'group', chat: null });
  });
  it('is not one with the bot, though its id is made the same way', () => {
    expect(arrivalOf(activity(address, between(ids.alice, ids.bot)))).toMatchObject({ place: 'personal' });
  });
});

describe('a button', () => {
  it('brings its verb, its data and the card that carried it', () => {
    expect(inputOf(press(address, 'ask.show', { label: 'asb', in_note: 'x' }))).toEqual({
      kind: 'action',
      verb: 'ask.show',
      data: { label: 'asb', in_note: 'x' },
      card: 'card-1',
    });
  });
  it('means the same as the fallback of clients that only know Submit', () => {
    expect(inputOf(submit(address, 'ask.show', { label: 'asb', in_note: 'x' }))).toEqual(
      inputOf(press(address, 'ask.show', { label: 'asb', in_note: 'x' })),
    );
  });
  it('of Submit does not bring what the client shows in the chat', () => {
    expect(inputOf(submit(address, 'help.open', { msteams: { type: 'messageBack' } }))).toMatchObject({ data: {} });
  });

  const strange: Record<string, unknown> = {
    'value null': null,
    'no value': undefined,
    'a word': 'approve',
    'a list': [],
    'no action': {},
    'an action null': { action: null },
    'an action without a verb': { action: { data: {} } },
    'a verb that is no word': { action: { verb: { a: 1 } } },
  };
  for (const [what, value] of Object.entries(strange)) {
    it(`with ${what} names no verb and does not crash`, () => {
      expect(inputOf(press(address, 'x', {}, { value }))).toMatchObject({ kind: 'action', verb: '', data: {} });
    });
  }
  it('of Submit with value null is a message without words', () => {
    expect(inputOf(activity(address, { text: undefined, value: null }))).toEqual({ kind: 'text', text: '' });
  });
});

describe('the bot has arrived', () => {
  const added = (members: object[], changes: ActivityJson = {}) =>
    activity(address, { type: 'conversationUpdate', text: undefined, membersAdded: members, ...changes });
  const channel = { conversation: { id: '19:team', conversationType: 'channel', isGroup: true, tenantId: ids.tenant } };
  const bot = { id: `28:${ids.bot}` };

  it('when it was installed', () => {
    expect(inputOf(activity(address, { type: 'installationUpdate', action: 'add' }))).toEqual({ kind: 'arrived' });
  });
  it('when a personal chat was opened', () =>
    expect(inputOf(added([{ id: '29:alice' }]))).toEqual({ kind: 'arrived' }));
  it('when it was added to a team', () => expect(inputOf(added([bot], channel))).toEqual({ kind: 'arrived' }));
  it('not when somebody else was', () => expect(inputOf(added([{ id: '29:bob' }], channel))).toBeNull());
  it('not when it was removed', () => {
    expect(inputOf(activity(address, { type: 'installationUpdate', action: 'remove' }))).toBeNull();
  });
  it('not when a title changed', () => expect(inputOf(added([]))).toBeNull());
});

for (const type of ['typing', 'messageReaction', 'event', 'endOfConversation', 'trace', 'made-up']) {
  it(`${type} asks nothing of the bot`, () => expect(inputOf(activity(address, { type }))).toBeNull());
}
it('an invoke that is not a card’s asks nothing of the bot', () => {
  expect(inputOf(press(address, 'x', {}, { name: 'composeExtension/queryLink' }))).toBeNull();
});
