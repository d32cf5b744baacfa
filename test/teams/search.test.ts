import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ActivityJson, activity, ids, press, query, typedQuery } from '../make/activity.ts';
import { type Answered, type BotUnderTest, startBotUnderTest } from '../make/botUnderTest.ts';
import { aHouse, type HouseUnderTest } from '../make/house.ts';
import { buttons } from '../make/speaker.ts';

interface Attachment {
  readonly contentType: string;
  readonly content: Record<string, unknown>;
  readonly preview: {
    readonly contentType: string;
    readonly content: { readonly title: string; readonly text: string };
  };
}

interface Found {
  readonly type: string;
  readonly attachmentLayout?: string;
  readonly attachments?: readonly Attachment[];
  readonly text?: string;
}

let house: HouseUnderTest;
let bot: BotUnderTest;
let at: string;
beforeAll(async () => {
  house = await aHouse({ homeArea: 'london' });
  bot = await startBotUnderTest({ house });
  at = bot.connector.url;
  house.knowledge.current().matchIndex;
});
afterAll(async () => {
  await bot?.close();
  await house?.close();
});
beforeEach(() => {
  house.clock = new Date();
  bot.connector.calls.length = 0;
  bot.arrivals.length = 0;
});

const foundIn = ({ json }: Answered): Found => (json as { composeExtension: Found }).composeExtension;
const found = async (json: ActivityJson) => foundIn(await bot.say(json));
const titles = ({ attachments = [] }: Found) => attachments.map(({ preview }) => preview.content.title);
const search = (text: string, page?: object) => found(typedQuery(at, text, page));
const opening = (page: object = { skip: 0, count: 25 }) =>
  query(at, { commandId: 'search', parameters: [{ name: 'initialRun', value: 'true' }], queryOptions: page });
const nothing = { type: 'message', text: expect.stringMatching(/^Nothing found\..*Try another word/) };

const channel = { id: '19:team', conversationType: 'channel', isGroup: true, tenantId: ids.tenant };
const bob = { id: '29:bob', name: 'Bob Example', aadObjectId: ids.bob };

/** Every page of a search, as long as there are results. */
async function everything(): Promise<Attachment[]> {
  const all: Attachment[] = [];
  for (;;) {
    const { attachments = [] } = await found(opening({ skip: all.length, count: 25 }));
    if (attachments.length === 0) return all;
    all.push(...attachments);
  }
}

describe('opening the search box', () => {
  it('lists 25 cards with a line each, the agreements of the area first, A to Z', async () => {
    const answer = await bot.say(opening());
    expect(answer.status).toBe(200);
    const { type, attachmentLayout, attachments = [] } = foundIn(answer);
    expect([type, attachmentLayout, attachments.length]).toEqual(['result', 'list', 25]);
    expect(attachments[0]).toMatchObject({
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5' },
      preview: {
        contentType: 'application/vnd.microsoft.card.thumbnail',
        content: {
          title: 'Adult Safeguarding',
          text: 'London · we know its name and purpose',
        },
      },
    });
    const agreements = attachments.filter(({ preview }) => preview.content.text.startsWith('London · '));
    expect(attachments.slice(0, agreements.length)).toEqual(agreements);
    expect(agreements.length).toBe(20);
    expect(agreements.at(-1)?.preview.content).toMatchObject({
      title: 'Troubled Families with MHCLG (legacy)',
      text: 'London · old, not for new sharing',
    });
    expect(attachments[20]?.preview.content.text).toBe('How to share');
  });

  it('starts with the agreement of the person’s own area, once they told it', async () => {
    await bot.say(activity(at, { from: bob }));
    const person = await house.stores.people.byDirectory(ids.bob);
    await house.stores.people.change(person?.id ?? '', (current) => ({ ...current, area: 'kent' }));
    const { attachments } = await found({ ...opening(), from: bob });
    expect(attachments?.[0]?.preview.content).toEqual({
      title: 'KMISA (Kent and Medway)',
      text: 'Kent and Medway · we hold its public statement',
    });
  });

  it('gives every agreement and every topic once, a page at a time', async () => {
    const all = await everything();
    const { agreements, topics } = house.knowledge.current();
    expect(all.length).toBe(agreements.size + topics.size);
    expect(new Set(all.map(({ preview }) => preview.content.title)).size).toBe(all.length);
  });

  it('past the end gives an empty list, not a message in the middle of what is shown', async () => {
    expect(await found(opening({ skip: 5_000, count: 25 }))).toEqual({
      type: 'result',
      attachmentLayout: 'list',
      attachments: [],
    });
  });
});

describe('typed words', () => {
  const first: readonly [string, string][] = [
    ['mas', 'MAS (child safeguarding)'],
    ['MAPPA', 'MAPPA'],
    ['fly-tipping', 'Environmental Crime'],
    ['A neighbour throws bottles and shouts at night', 'Anti-social behaviour (ASB)'],
    ['traff', ''],
    ['licensi', 'Licensing'],
    ['trading st', 'Trading Standards'],
    ['can I ema', 'Can I email it?'],
  ];
  for (const [words, title] of first) {
    if (title) it(`“${words}” finds ${title} first`, async () => expect(titles(await search(words))[0]).toBe(title));
    else
      it(`“${words}”, which nothing is called, is told so`, async () => expect(await search(words)).toEqual(nothing));
  }

  it('find what has the word in its name behind what answers them', async () => {
    const listed = titles(await search('safeguarding'));
    expect(listed).toContain('Adult Safeguarding');
    expect(listed).toContain('MAS (child safeguarding)');
  });

  it('come in pages that neither repeat nor leave out', async () => {
    const whole = titles(await search('s', { skip: 0, count: 25 }));
    const pages = await Promise.all([0, 4, 8].map((skip) => search('s', { skip, count: 4 })));
    expect(pages.flatMap(titles)).toEqual(whole.slice(0, 12));
  });

  it('that nothing answers are told what to do next', async () => {
    for (const words of ['qwertyzz', '😀😀', '\u0000\u0007', 'x'.repeat(10_000)])
      expect(await search(words)).toEqual(nothing);
  });

  it('of 10,000 letters are answered in time', async () => {
    const answer = await bot.say(typedQuery(at, 'a baby with bruises '.repeat(500)));
    expect(answer.ms).toBeLessThan(1_000);
    expect(foundIn(answer).type).toBe('result');
  });

  it('with marks and line ends in them find what they say', async () => {
    expect(titles(await search('\tcounty\r\nlines 👧\u200b'))[0]).toContain('County Lines');
  });

  it('of blanks alone list everything', async () => {
    expect(titles(await search(' \u00a0\n'))).toEqual(titles(await found(opening())));
  });
});

describe('what is asked in another shape', () => {
  const odd: Record<string, unknown> = {
    'no value': undefined,
    'value null': null,
    'a word': 'mas',
    'a list': [],
    'no parameters': { commandId: 'search' },
    'parameters null': { parameters: null },
    'parameters that are no list': { parameters: { name: 'query', value: 'mas' } },
    'parameters that are no objects': { parameters: [null, 'mas', 7, []] },
    'a parameter of another name': { parameters: [{ name: '__proto__', value: 'mas' }] },
    'a value that is no word': { parameters: [{ name: 'query', value: { text: 'mas' } }] },
    'a page that is none': { queryOptions: 'all' },
    'a page of strange numbers': { queryOptions: { skip: -1, count: 1.5 } },
    'a page of words': { queryOptions: { skip: '25', count: null } },
    'a page of no results': { queryOptions: { skip: 0, count: 0 } },
    'a page of a million': { queryOptions: { skip: 0, count: 1_000_000 } },
  };
  for (const [what, value] of Object.entries(odd)) {
    it(`${what}: lists everything, 25 at a time`, async () => {
      expect(titles(await found(query(at, value)))).toEqual(titles(await found(opening())));
    });
  }

  it('a parameter without a name, as the Playground sends it, is what was typed', async () => {
    expect(titles(await found(query(at, { parameters: [{ value: 'mappa' }] })))[0]).toContain('MAPPA');
  });

  for (const name of [
    'queryLink',
    'anonymousQueryLink',
    'selectItem',
    'submitAction',
    'fetchTask',
    'querySettingUrl',
  ]) {
    it(`composeExtension/${name} gets a polite answer and changes nothing`, async () => {
      const answer = await bot.say(query(at, { url: 'https://example.invalid' }, { name: `composeExtension/${name}` }));
      expect(answer).toMatchObject({ status: 200, json: { value: 'This is not something the bot can do.' } });
      expect([bot.arrivals, bot.connector.calls]).toEqual([[], []]);
    });
  }
});

describe('a search', () => {
  const places: Record<string, object> = {
    'the chat with the bot': { id: 'a:alice', conversationType: 'personal', tenantId: ids.tenant },
    'a chat of two colleagues': { id: '19:x_y@unq.gbl.spaces', conversationType: 'personal', tenantId: ids.tenant },
    'a group': { id: '19:chat', conversationType: 'groupChat', isGroup: true, tenantId: ids.tenant },
    'a channel': channel,
    // As msteams-docs shows it (create-task-module): without a type.
    'a meeting': { id: '19:meeting_x@thread.v2', name: 'A meeting', tenantId: ids.tenant },
  };
  for (const [where, conversation] of Object.entries(places)) {
    it(`in ${where} is answered, and nothing is sent to the chat`, async () => {
      const answer = await found({ ...typedQuery(at, 'mappa'), conversation });
      expect(titles(answer)[0]).toContain('MAPPA');
      expect(bot.connector.calls).toEqual([]);
    });
  }

  it('makes nobody known, and notes no chat of theirs', async () => {
    const stranger = 'c3d4e5f6-a7b8-4c9d-8e1f-2a3b4c5d6e7f';
    await search('mas');
    await found({ ...typedQuery(at, 'mas'), from: { id: '29:carol', aadObjectId: stranger } });
    expect(await house.stores.people.byDirectory(stranger)).toBeNull();
    expect(bot.arrivals.map(({ chat }) => chat)).toEqual([null, null]);
  });

  it('leaves no word in the log, and sends none back', async () => {
    const before = house.logged.length;
    const answer = await bot.say(typedQuery(at, 'mappa zebracorn'));
    await search('zebracorn');
    expect(JSON.stringify(house.logged.slice(before))).not.toMatch(/zebracorn|mappa/i);
    expect(answer.text).not.toContain('zebracorn');
  });

  it('runs again when it comes again, for it changes nothing and its answer is long', async () => {
    const same = typedQuery(at, 'mas');
    const answers = [await bot.say(same), await bot.say(same)];
    expect(bot.arrivals).toHaveLength(2);
    expect(answers[1]?.text).toBe(answers[0]?.text);
  });

  it('from another tenant, for another bot, from nobody or without a token changes nothing and gets nothing', async () => {
    const good = typedQuery(at, 'mas');
    const foreign = { tenant: { id: ids.foreignTenant } };
    const refused = [
      { ...good, channelData: foreign },
      { ...good, conversation: { ...channel, tenantId: ids.foreignTenant } },
      { ...good, conversation: undefined },
      { ...good, recipient: { id: `28:${ids.bob}` } },
      { ...good, from: { id: '29:alice' } },
      { ...good, serviceUrl: 'https://evil.example/' },
    ];
    for (const json of refused) {
      const answer = await bot.say(json);
      expect([401, 403]).toContain(answer.status);
      expect(answer.text).toBe('');
    }
    expect(await bot.say(good, null)).toMatchObject({ status: 401, text: '' });
    expect(await bot.say(good, { forged: true })).toMatchObject({ status: 401, text: '' });
    expect(bot.arrivals).toEqual([]);
  });
});

describe('a search that goes wrong', () => {
  const failing = async (reply: BotUnderTest['reply']) => {
    const other = await startBotUnderTest({ limits: { buttonMs: 100 } });
    other.reply = reply;
    const answer = await other.say(typedQuery(other.connector.url, 'about a child'));
    await other.close();
    return { answer, other };
  };

  it('gets an apology and a reference; the log has no words of it', async () => {
    const { answer, other } = await failing(() => Promise.reject(new Error('about a child')));
    const reference = String(other.log[0]?.fields.reference);
    expect(foundIn(answer)).toEqual({ type: 'message', text: expect.stringContaining(reference) });
    expect(JSON.stringify([other.log, answer.text])).not.toContain('child');
  });

  it('that takes too long is told so in time, and nothing comes later to the chat', async () => {
    const slow = () => new Promise<{ text: string }>((resolve) => setTimeout(() => resolve({ text: 'too late' }), 300));
    const { answer, other } = await failing(slow);
    expect(foundIn(answer)).toEqual({ type: 'message', text: 'That took too long. Please try again.' });
    expect(answer.ms).toBeLessThan(1_000);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(other.connector.calls).toEqual([]);
  });

  it('finds public knowledge all the same while people cannot be looked up', async () => {
    const { people } = house.stores;
    const broken = {
      ...house,
      stores: { ...house.stores, people: { ...people, byDirectory: () => Promise.reject() } },
    };
    const other = await startBotUnderTest({ house: broken });
    expect(titles(foundIn(await other.say(typedQuery(other.connector.url, 'mappa'))))[0]).toContain('MAPPA');
    await other.close();
  });
});

describe('the card that is put into a message', () => {
  it('says what the agreement is for, and starts no case', async () => {
    const { attachments } = await search('mappa');
    const text = JSON.stringify(attachments?.[0]?.content);
    expect(text).toContain('Multi-Agency Public Protection Arrangements');
    expect(text).not.toMatch(/checklist|You mentioned/i);
  });

  it('has buttons for public knowledge alone, with no id of a question or a case', async () => {
    for (const { content, preview } of await everything()) {
      for (const { verb, data } of buttons({ card: content, text: '' })) {
        expect(['ask.show', 'ask.details'], preview.content.title).toContain(verb);
        expect(['label', 'page'], preview.content.title).toEqual(expect.arrayContaining(Object.keys(data)));
      }
      expect(JSON.stringify(content)).not.toMatch(/"(?:case|question|refresh|key)":/);
    }
  });

  it('answers every button of it to another person in a channel, who has never met the bot', async () => {
    const dan = { id: '29:dan', name: 'Dan Example', aadObjectId: 'd4e5f6a7-b8c9-4d0e-8f1a-3b4c5d6e7f80' };
    const cards = (await everything()).map(({ content }) => ({ card: content, text: '' }));
    const pressed = [...cards.flatMap(buttons), { verb: 'ask.show', data: { label: 'mappa' } }];
    expect(pressed.length).toBeGreaterThan(0);
    for (const { verb, data } of pressed) {
      const answer = await bot.say(press(at, verb, data, { conversation: channel, from: dan }));
      expect(answer.json).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
      expect(answer.text).not.toMatch(/checklist\.start|never show a case|does not work any more/);
    }
    expect(bot.connector.calls).toEqual([]);
  });

  it('pressed in a chat of two colleagues is answered as in a group: no case, and their chat is not taken for the bot’s', async () => {
    const conversation = { id: '19:x_y@unq.gbl.spaces', conversationType: 'personal', tenantId: ids.tenant };
    const answer = await bot.say(press(at, 'ask.show', { label: 'mappa' }, { conversation }));
    expect(answer.text).not.toContain('checklist.start');
    expect(bot.arrivals.at(-1)).toMatchObject({ place: 'group', chat: null });
  });

  it('is small enough to be sent, and a page of them is', async () => {
    for (const { content, preview } of await everything())
      expect(Buffer.byteLength(JSON.stringify(content), 'utf16le'), preview.content.title).toBeLessThan(28 * 1024);
    for (const words of ['', 's', 'a', 'data sharing agreement'])
      expect(Buffer.byteLength((await bot.say(typedQuery(at, words))).text), words).toBeLessThan(200_000);
  });
});
