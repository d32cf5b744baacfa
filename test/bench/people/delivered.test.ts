import { beforeEach, describe, expect, it } from 'vitest';
import { addressed, cardMessage, cardType } from '../../../bot/teams/message.ts';
import { type ActivityJson, activity, ids, press } from '../../make/activity.ts';
import type { ConnectorCall } from '../../make/connector.ts';
import { Delivered } from './delivered.ts';
import type { Exchange } from './exchange.ts';
import { approverOf, chatOf, markOf } from './places.ts';

const reference = 'SR-7K3M-Q9';
const owners = new Map([
  ['people-3-0', 3],
  [reference, 3],
  ['people-4-0', 4],
]);
const reviewer = approverOf(3) ?? 0;

let delivered: Delivered;
beforeEach(() => {
  delivered = new Delivered((id) => owners.get(id));
});

const card = (data: object, text = '') => ({ card: { type: 'AdaptiveCard', body: [{ text }], data }, text });

/** A message of the bot that came to a person’s chat, as a call of the connector; `to` is whom it names. */
function message(place: number, shown: ReturnType<typeof card>, to = place): ConnectorCall {
  const chat = {
    serviceUrl: 'http://127.0.0.1/',
    conversationId: chatOf(place).conversation.id,
    tenantId: ids.tenant,
    botId: '28:bot',
    userId: chatOf(to).from.id,
  };
  const sent = addressed(cardMessage(shown), chat) as Record<string, unknown>;
  return {
    kind: 'send',
    conversation: chat.conversationId,
    target: null,
    activity: sent,
    authorization: null,
    at: 1_000,
    id: 'activity-1',
  };
}

function said(place: number, body: ActivityJson, answer: object = {}): Exchange {
  return {
    place,
    body: JSON.stringify({ ...body, ...chatOf(place) }),
    answer: JSON.stringify(answer),
    ms: 20,
    sentAt: 990,
    answeredAt: 1_010,
  };
}
const pressed = (place: number, shown: ReturnType<typeof card>) =>
  said(place, press('', 'checklist.answer', { case: `people-${place}-0` }), { type: cardType, value: shown.card });
const asked = (place: number) => said(place, activity('', { text: 'Which agreement?' }));

const wrongAfter = (exchanges: Exchange[], calls: ConnectorCall[]) => {
  delivered.check(exchanges, calls);
  return delivered.wrong;
};

describe('A message', () => {
  it('is right with whose case it shows, and with their approver', () => {
    const shown = card({ case: 'people-3-0' }, `${reference}, ${markOf(3)}`);
    expect(wrongAfter([], [message(3, shown), message(reviewer, shown)])).toEqual([]);
    expect([3, reviewer, 4].map((place) => delivered.wasTold(place, reference))).toEqual([true, true, false]);
  });

  it('tells nobody anything by bringing a card up to date', () => {
    delivered.check([], [{ ...message(3, card({}, reference)), kind: 'update' }]);
    expect(delivered.wasTold(3, reference)).toBe(false);
  });

  it('is misdelivered with anybody else: by its case, its reference, or somebody’s words', () => {
    for (const [shown, what] of [
      [card({ case: 'people-3-0' }), 'people-3-0'],
      [card({ from: 'people-3-0' }), 'people-3-0'],
      [card({}, `Your record ${reference}.`), reference],
      [card({}, `Made-up words of ${markOf(3)}`), markOf(3)],
    ] as const) {
      delivered = new Delivered((id) => owners.get(id));
      expect(wrongAfter([], [message(4, shown)])).toEqual([`${what} in a message to person 4`]);
    }
  });

  it('shows the words of an approver to those they review, but not the cases of one requester to another', () => {
    expect(wrongAfter([], [message(3, card({}, markOf(reviewer)))])).toEqual([]);
    expect(approverOf(23)).toBe(reviewer);
    expect(wrongAfter([], [message(23, card({ case: 'people-3-0' }))])).toHaveLength(1);
  });

  it('is misdelivered in a chat of nobody, or where it names somebody else', () => {
    expect(wrongAfter([], [message(3, card({}), 4)])).toEqual([expect.stringContaining('in the chat of person 3')]);
    expect(wrongAfter([], [{ ...message(3, card({})), conversation: 'a:zz' }])).toContain(
      'a message to a:zz, which is nobody’s chat',
    );
  });
});

describe('The answer of a press', () => {
  it('shows the case of who pressed', () => {
    expect(wrongAfter([pressed(3, card({ case: 'people-3-0' }))], [])).toEqual([]);
    expect(wrongAfter([pressed(3, card({ case: 'people-4-0' }, 'Not yours'))], [])).toEqual([
      'checklist.answer of person 3 answered without people-3-0: Not yours',
      'people-4-0 in an answer to person 3',
    ]);
  });

  it('may say in words alone that it takes longer', () => {
    const words = said(3, press('', 'checklist.answer', { case: 'people-3-0' }), { value: 'Longer than usual.' });
    expect(wrongAfter([words], [])).toEqual([]);
  });
});

describe('A question', () => {
  it('is answered in the chat it was typed in, before its request is', () => {
    expect(wrongAfter([asked(3)], [message(3, card({}))])).toEqual([]);
    expect(wrongAfter([asked(3)], [message(4, card({}))])).toEqual(['no answer to a question of person 3']);
  });

  it('is not answered by what came earlier or later', () => {
    const late = [989, 1_011].map((at) => ({ ...message(3, card({})), at }));
    expect(wrongAfter([asked(3)], late)).toEqual(['no answer to a question of person 3']);
  });
});
