import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { noticeCard } from '../../cards/notice/notice.ts';
import { adminId, aHouse, type HouseUnderTest } from '../make/house.ts';
import { aSpeaker, type Speaker } from '../make/speaker.ts';

/** A command that the router does not know would be answered as a question. */
vi.mock('../../bot/conversation/ask.ts', async (original) => ({
  ...(await original<typeof import('../../bot/conversation/ask.ts')>()),
  ask: () => Promise.reject(new Error('taken for a question')),
}));

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string }[];
}

const { bots } = JSON.parse(readFileSync('appPackage/manifest.json', 'utf8')) as {
  bots: [{ commandLists: CommandList[] }];
};

const commandsIn = (scope: string): string[] =>
  bots[0].commandLists
    .filter(({ scopes }) => scopes.includes(scope))
    .flatMap(({ commands }) => commands.map(({ title }) => title));

let house: HouseUnderTest;
let somebody: Speaker;
beforeAll(async () => {
  house = await aHouse();
  somebody = await aSpeaker(house, 'Ira IG Lead (fictional)', ['approver', 'editor', 'ig-lead'], adminId);
});
afterAll(() => house.close());

describe('the command menus that Teams shows', () => {
  for (const title of commandsIn('personal')) {
    test(`“${title}” is a command in the personal chat`, async () => {
      expect((await somebody.say(title)).text).not.toBe('');
    });
  }

  for (const scope of ['team', 'groupChat']) {
    for (const title of commandsIn(scope)) {
      test(`“${title}” is answered in a ${scope}`, async () => {
        const answer = await somebody.say(title, scope === 'team' ? 'channel' : 'group');
        expect(answer.text).not.toBe(noticeCard('group-only-questions').text);
      });
    }
  }
});
