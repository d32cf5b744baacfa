import { randomUUID } from 'node:crypto';
import type { House } from '../../bot/conversation/house.ts';
import { noticeCard } from '../../bot/conversation/notices.ts';
import type { Reply } from '../../bot/conversation/reply.ts';
import { route } from '../../bot/conversation/router.ts';
import type { Input, Place } from '../../bot/conversation/turn.ts';
import type { Role } from '../../bot/stores/ports.ts';
import type { Rendered } from '../../cards/render.ts';
import { giveRoles, tenant } from './house.ts';

interface Pressable {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Everything on a card that can be pressed, wherever it stands. */
export function buttons(card: Rendered): Pressable[] {
  const found: Pressable[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) look(item);
    else if (typeof node === 'object' && node !== null) {
      const { type, title, verb, data } = node as Record<string, unknown>;
      if (type === 'Action.Execute')
        found.push({ title: String(title), verb: String(verb), data: data as object as Pressable['data'] });
      for (const [key, value] of Object.entries(node)) if (key !== 'fallback') look(value);
    }
  };
  look(card.card);
  return found;
}

/** Input keys on a card, without the `in_`. */
export function inputKeys(card: Rendered): string[] {
  return [...JSON.stringify(card.card).matchAll(/"id":"in_([a-z0-9-]+)"/g)].map((match) => match[1] ?? '');
}

/** Somebody in Teams, as the house sees them. Keeps the last card they were shown. */
export interface Speaker {
  readonly directoryId: string;
  card: Rendered;
  /** What the last reply said in words beside its card; empty when nothing. */
  beside: string;
  /** The last reply, as the bot gave it. */
  reply: Reply;
  /** Waits for what the store comes to, and gives the card that then takes the place of the last one. */
  later(): Promise<Rendered>;
  say(text: string, place?: Place): Promise<Rendered>;
  /** Presses the button whose title starts so, on the last card or the one given, with what was typed. */
  press(title: string, typed?: Readonly<Record<string, string>>, on?: Rendered): Promise<Rendered>;
  /** Sends a button's data as is. */
  send(verb: string, data: unknown, place?: Place): Promise<Rendered>;
  id(): Promise<string>;
}

export async function aSpeaker(
  house: House,
  name: string,
  roles: readonly Role[] = [],
  directoryId: string = randomUUID(),
): Promise<Speaker> {
  const chat = {
    serviceUrl: 'https://smba.trafficmanager.net/uk/',
    conversationId: `chat-${directoryId}`,
    tenantId: tenant,
    botId: '28:bot',
    userId: `29:${directoryId}`,
  };
  const turn = async (input: Input, place: Place): Promise<Rendered> => {
    const speaking = { directoryId, tenant, name };
    const reply = await route(house, {
      speaker: speaking,
      place,
      input,
      at: house.now(),
      chat: place === 'personal' ? chat : null,
    });
    return show(reply);
  };
  const show = (reply: Reply | null): Rendered => {
    if (!reply?.card && !reply?.text) throw new Error('The bot said nothing.');
    // A card goes through JSON on its way: what does not survive it must not be relied on. Words leave it as it is.
    if (reply.card) speaker.card = structuredClone(reply.card);
    speaker.beside = reply.text ?? '';
    speaker.reply = reply;
    return speaker.card;
  };
  const speaker: Speaker = {
    directoryId,
    card: { card: {}, text: '' },
    beside: '',
    reply: {},
    later: async () => show((await speaker.reply.later) ?? null),
    say: (text, place = 'personal') => turn({ kind: 'text', text }, place),
    send: (verb, data, place = 'personal') => turn({ kind: 'action', verb, data, card: 'activity-1' }, place),
    press: (title, typed = {}, on = speaker.card) => {
      const found = buttons(on).find((button) => button.title.startsWith(title));
      if (!found)
        throw new Error(
          `No button starts with “${title}”: ${buttons(on)
            .map((button) => button.title)
            .join(' | ')}`,
        );
      const inputs = Object.fromEntries(Object.entries(typed).map(([key, value]) => [`in_${key}`, value]));
      return speaker.send(found.verb, { ...found.data, ...inputs });
    },
    id: async () => (await house.stores.people.byDirectory(directoryId))?.id ?? '',
  };
  await speaker.say('hello');
  if (roles.length > 0) await giveRoles(house, directoryId, roles);
  return speaker;
}

/** Cards that wait to be told to somebody, rendered as the outbox would, and settled. */
export async function told(house: House, speaker: Speaker): Promise<Rendered[]> {
  const id = await speaker.id();
  const cards: Rendered[] = [];
  for (const notice of (await house.stores.outbox.pending()).filter(({ to }) => to === id)) {
    const made = await noticeCard(house, notice);
    if (made) cards.push(structuredClone(made.card));
    await made?.afterwards?.();
    await house.stores.outbox.settle(notice.id, 'sent');
  }
  return cards;
}
