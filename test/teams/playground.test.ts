import { describe, expect, test } from 'vitest';
import { DEMO_TENANT, PRACTITIONER } from '../../bot/cli/demoPeople.ts';
import { readArrival } from '../../bot/teams/arrival.ts';
import { admitted, refusal } from '../../bot/teams/guards.ts';
import { readIncoming } from '../../bot/teams/incoming.ts';
import { isLoopback, isTeams } from '../../bot/teams/serviceAddress.ts';
import type { ActivityJson } from '../make/activity.ts';
import {
  playgroundArrivals,
  playgroundMention,
  playgroundMessage,
  playgroundPress,
} from '../make/playgroundActivity.ts';

const local = { tenantId: DEMO_TENANT, botId: null, trusts: isLoopback };

function read(json: ActivityJson) {
  const activity = readIncoming(json);
  if (!activity) throw new Error('not an activity');
  return activity;
}

const arrivalOf = (json: ActivityJson) => readArrival(admitted(read(json)), DEMO_TENANT, new Date());

describe('what the Playground sends', () => {
  const all = [
    ...playgroundArrivals(),
    ...playgroundArrivals('group'),
    ...playgroundArrivals('channel'),
    playgroundMessage('hello'),
    playgroundMention('hello'),
    playgroundPress('help.open', {}),
  ];

  test('passes every guard of local mode, and none of production', () => {
    for (const json of all) {
      expect(refusal(read(json), local, new Date())).toBeNull();
      expect(refusal(read(json), { ...local, trusts: isTeams }, new Date())).toBe('service-address');
    }
  });

  test('is an arrival without a name when a window opens', () => {
    for (const json of playgroundArrivals()) {
      const arrival = arrivalOf(json);
      expect(arrival).toMatchObject({ place: 'personal', input: { kind: 'arrived' }, speaker: { name: '' } });
    }
  });

  test('says who speaks from the first message on', () => {
    const { directoryId, name } = PRACTITIONER;
    expect(arrivalOf(playgroundMessage('hello'))?.speaker).toMatchObject({ directoryId, name });
  });

  test('is a question where the bot is mentioned', () => {
    expect(arrivalOf(playgroundMention('which agreement?'))).toMatchObject({
      place: 'channel',
      input: { kind: 'text', text: 'which agreement?' },
      chat: null,
    });
    expect(arrivalOf(playgroundMention('which agreement?', 'group'))?.place).toBe('group');
  });

  test('is a press with its inputs beside the data', () => {
    expect(arrivalOf(playgroundPress('ask.show', { label: 'asb', in_note: 'x' }))?.input).toMatchObject({
      kind: 'action',
      verb: 'ask.show',
      data: { label: 'asb', in_note: 'x' },
    });
  });
});
