import { randomUUID } from 'node:crypto';
import { type Outbox, startOutbox } from '../../bot/background/outbox.ts';
import type { House } from '../../bot/conversation/house.ts';
import { noticeCard } from '../../bot/conversation/notices.ts';
import { activity, ids, press } from './activity.ts';
import type { Answered, BotUnderTest } from './botUnderTest.ts';
import { until } from './connector.ts';
import type { Speaker } from './speaker.ts';

const account = ({ directoryId }: Speaker) => ({ id: `29:${directoryId}`, name: '', aadObjectId: directoryId });
const conversation = ({ directoryId }: Speaker) => ({
  id: `chat-${directoryId}`,
  conversationType: 'personal',
  tenantId: ids.tenant,
});
const inChat = (who: Speaker) => ({ id: randomUUID(), from: account(who), conversation: conversation(who) });

export const types = ({ say, connector }: BotUnderTest, who: Speaker, text: string): Promise<Answered> =>
  say(activity(connector.url, { ...inChat(who), text }));

export const presses = (
  { say, connector }: BotUnderTest,
  who: Speaker,
  verb: string,
  data: object,
  card: string,
): Promise<Answered> => say(press(connector.url, verb, data, { ...inChat(who), replyToId: card }));

/** Messages with cards as they stand in somebody's chat, as JSON by their id, the oldest first. */
export function standingIn({ connector }: BotUnderTest, who: Speaker): Map<string, string> {
  const messages = new Map<string, string>();
  for (const { id, kind, conversation: chat, activity: sent } of connector.calls)
    if (id !== null && kind !== 'other' && chat === conversation(who).id && sent.attachments)
      messages.set(id, JSON.stringify(sent.attachments));
  return messages;
}

/** The outbox of the bot, in a great hurry. */
export const hastyOutbox = (bot: BotUnderTest, house: House): Outbox =>
  startOutbox({
    stores: house.stores,
    send: bot.teams.send,
    renderNotice: (notice) => noticeCard(house, notice),
    log: house.log,
    random: () => 0,
    clock: () => performance.now() * 10_000,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 2))),
  });

/** Settles when nobody is owed anything. */
export async function allTold(house: House, outbox: Outbox): Promise<void> {
  let owed = -1;
  outbox.nudge();
  const look = async () => {
    owed = (await house.stores.outbox.pending()).length;
  };
  await until(() => void look() === undefined && owed === 0, 'everybody to be told');
}
