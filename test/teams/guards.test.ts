import { describe, expect, it } from 'vitest';
import { type Refusal, refusal } from '../../bot/teams/guards.ts';
import { readIncoming } from '../../bot/teams/incoming.ts';
import { isLoopback, isTeams } from '../../bot/teams/serviceAddress.ts';
import { type ActivityJson, activity, ids } from '../make/activity.ts';

const teams = 'https://smba.trafficmanager.net/uk/';
const rules = { tenantId: ids.tenant, botId: ids.bot, trusts: isTeams };
const local = { tenantId: ids.tenant, botId: null, trusts: isLoopback };
const now = new Date('2026-11-20T10:00:00Z');
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();

function judge(changes: ActivityJson, by: Parameters<typeof refusal>[1] = rules): Refusal | null | 'not an activity' {
  const read = readIncoming(activity(teams, { timestamp: at(0), ...changes }));
  return read ? refusal(read, by, now) : 'not an activity';
}

const chat = (changes: object) => ({
  conversation: { id: 'a:alice', conversationType: 'personal', tenantId: ids.tenant, ...changes },
});

describe('the guards let in', () => {
  const good: Record<string, ActivityJson> = {
    'a message in the personal chat': {},
    'a message nine minutes old': { timestamp: at(-9) },
    'a clock four minutes ahead': { timestamp: at(4) },
    'a channel': chat({ conversationType: 'channel', isGroup: true }),
    'a group chat': chat({ conversationType: 'groupChat', isGroup: true }),
    'ids in capital letters': {
      channelData: { tenant: { id: ids.tenant.toUpperCase() } },
      recipient: { id: `28:${ids.bot.toUpperCase()}` },
    },
    'another delivery mode': { deliveryMode: 'normal' },
    'a search in a meeting, which Teams gives no type': {
      type: 'invoke',
      name: 'composeExtension/query',
      ...chat({ conversationType: undefined }),
    },
    GCC: { serviceUrl: 'https://smba.infra.gcc.teams.microsoft.com/teams' },
  };
  for (const [what, changes] of Object.entries(good)) it(what, () => expect(judge(changes)).toBeNull());
});

describe('the guards refuse', () => {
  const bad: readonly [string, ActivityJson, Refusal][] = [
    ['Web Chat, where a client chooses who it is', { channelId: 'webchat' }, 'channel'],
    ['the emulator', { channelId: 'emulator' }, 'channel'],
    ['no channel', { channelId: undefined }, 'channel'],
    ['an empty channel, which the SDK lets pass every endorsement', { channelId: '' }, 'channel'],
    ['another tenant’s conversation', chat({ tenantId: ids.foreignTenant }), 'tenant'],
    ['another tenant’s channel data', { channelData: { tenant: { id: ids.foreignTenant } } }, 'tenant'],
    ['a conversation without a tenant', chat({ tenantId: undefined }), 'tenant'],
    ['channel data without a tenant', { channelData: {} }, 'tenant'],
    ['no channel data', { channelData: null }, 'tenant'],
    ['channel data of another shape', { channelData: { tenant: ids.tenant } }, 'tenant'],
    ['no conversation', { conversation: null }, 'tenant'],
    ['no service address', { serviceUrl: undefined }, 'service-address'],
    ['service address null', { serviceUrl: null }, 'service-address'],
    ['an empty service address', { serviceUrl: '' }, 'service-address'],
    ['a service address without TLS', { serviceUrl: 'http://smba.trafficmanager.net/uk/' }, 'service-address'],
    ['a foreign service address', { serviceUrl: 'https://evil.example/' }, 'service-address'],
    ['nobody', { from: null }, 'speaker'],
    ['somebody without a directory id', { from: { id: '29:alice' } }, 'speaker'],
    ['a directory id that is none', { from: { id: '29:alice', aadObjectId: 'alice' } }, 'speaker'],
    ['what is said to another bot', { recipient: { id: `28:${ids.bob}` } }, 'recipient'],
    ['our bot’s id without its kind', { recipient: { id: ids.bot } }, 'recipient'],
    ['no recipient', { recipient: null }, 'recipient'],
    ['a conversation of no known type', chat({ conversationType: 'meeting' }), 'conversation'],
    ['a conversation of no type', chat({ conversationType: undefined }), 'conversation'],
    [
      'a message that calls itself a search, without a type',
      { name: 'composeExtension/query', ...chat({ conversationType: undefined }) },
      'conversation',
    ],
    ['a caller that wants the replies in the response', { deliveryMode: 'expectReplies' }, 'delivery-mode'],
    ['what is eleven minutes old', { timestamp: at(-11) }, 'age'],
    ['what comes from the future', { timestamp: at(6) }, 'age'],
    ['no time', { timestamp: undefined }, 'age'],
    ['a time that is none', { timestamp: 'yesterday' }, 'age'],
  ];
  for (const [what, changes, why] of bad) it(what, () => expect(judge(changes)).toBe(why));

  const notActivities: Record<string, ActivityJson> = {
    'no type': { type: undefined },
    'an empty type': { type: '' },
    'a number for a channel': { channelId: 7 },
    'a list for a speaker': { from: [] },
    'a speaker without an id': { from: { aadObjectId: ids.alice } },
  };
  for (const [what, changes] of Object.entries(notActivities)) {
    it(`${what}: that is no activity`, () => expect(judge(changes)).toBe('not an activity'));
  }
});

describe('in local mode the guards', () => {
  const playground = { serviceUrl: 'http://localhost:56150/_connector', recipient: { id: 'bot-id' } };

  it('take the bot by any name, and a message without a time', () => {
    expect(judge({ ...playground, timestamp: undefined }, local)).toBeNull();
  });
  it('take a personal chat without a type', () => {
    expect(judge({ ...playground, ...chat({ conversationType: undefined }) }, local)).toBeNull();
  });
  it('keep the age of a message that has a time', () => {
    expect(judge({ ...playground, timestamp: at(-11) }, local)).toBe('age');
  });
  it('keep the tenant', () => {
    expect(judge({ ...playground, ...chat({ tenantId: ids.foreignTenant }) }, local)).toBe('tenant');
  });
  it('keep the directory id', () => {
    expect(judge({ ...playground, from: { id: 'user-id-0' } }, local)).toBe('speaker');
  });
  it('send nothing beyond this machine', () => {
    expect(judge({ ...playground, serviceUrl: teams }, local)).toBe('service-address');
  });
});

describe('service addresses', () => {
  const trusted = [
    'https://smba.trafficmanager.net/amer/',
    'https://smba.trafficmanager.net/teams',
    'https://SMBA.trafficmanager.net/uk/3d2c1b0a/',
    'https://smba.onyx.prod.teams.trafficmanager.net',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
  ];
  const strange = [
    'https://attacker.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://evil.example\\@smba.trafficmanager.net/',
    'https://user:word@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net/?to=evil',
    'https://smba.trafficmanager.net/#evil',
    'https://webchat.botframework.com/',
    'http://127.0.0.1/',
    'http://169.254.169.254/metadata',
    'file:///etc/passwd',
    'smba.trafficmanager.net',
    `https://smba.trafficmanager.net/${'a'.repeat(400)}`,
    '',
  ];
  for (const address of trusted) it(`${address} is Teams`, () => expect(isTeams(address)).toBe(true));
  for (const address of strange) it(`${address.slice(0, 60)} is not Teams`, () => expect(isTeams(address)).toBe(false));

  for (const address of ['http://127.0.0.1:56150/_connector', 'http://localhost:3/', 'http://[::1]:9/']) {
    it(`${address} is this machine`, () => expect(isLoopback(address)).toBe(true));
  }
  for (const address of [
    'https://127.0.0.1/',
    'http://127.0.0.1.evil.example/',
    'http://10.0.0.1/',
    'http://0.0.0.0/',
  ]) {
    it(`${address} is not this machine`, () => expect(isLoopback(address)).toBe(false));
  }
});
