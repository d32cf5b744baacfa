import type { House } from '../../bot/conversation/house.ts';
import type { Reply } from '../../bot/conversation/reply.ts';
import { route } from '../../bot/conversation/router.ts';
import type { Input, Place } from '../../bot/conversation/turn.ts';
import { tenant } from './house.ts';
import { aSpeaker, buttons } from './speaker.ts';

/** Somebody who only types, as in a client that shows no cards: they read every word of a reply. */
export interface Typist {
  readonly reply: Reply;
  /** Everything the last reply says, in the order it is read. */
  readonly words: string;
  type(text: string, place?: Place): Promise<string>;
  /** Presses a button of the last reply, card or follow-up, e.g. to be a second window. */
  press(title: string, typed?: Readonly<Record<string, string>>): Promise<string>;
  /** Sends a button’s data as is. */
  send(verb: string, data: unknown): Promise<string>;
  id(): Promise<string>;
}

export async function aTypist(house: House, name: string): Promise<Typist> {
  const speaker = await aSpeaker(house, name);
  let reply: Reply = {};
  const turn = async (input: Input, place: Place): Promise<string> => {
    const who = { directoryId: speaker.directoryId, tenant, name };
    const came = await route(house, { speaker: who, place, input, at: house.now(), chat: null });
    if (!came) throw new Error('The bot said nothing.');
    reply = structuredClone(came);
    return typist.words;
  };
  const typist: Typist = {
    get reply() {
      return reply;
    },
    get words() {
      return [reply.text, reply.card?.text, reply.followUp?.text].filter((each) => each !== undefined).join('\n\n');
    },
    type: (text, place = 'personal') => turn({ kind: 'text', text }, place),
    press: (title, typed = {}) => {
      const all = [reply.card, reply.followUp].flatMap((card) => (card ? buttons(card) : []));
      const found = all.find((button) => button.title.startsWith(title));
      if (!found) throw new Error(`No button starts with “${title}”: ${all.map((each) => each.title).join(' | ')}`);
      const inputs = Object.fromEntries(Object.entries(typed).map(([key, value]) => [`in_${key}`, value]));
      return turn(
        { kind: 'action', verb: found.verb, data: { ...found.data, ...inputs }, card: 'activity-1' },
        'personal',
      );
    },
    send: (verb, data) => turn({ kind: 'action', verb, data, card: 'activity-1' }, 'personal'),
    id: speaker.id,
  };
  return typist;
}
