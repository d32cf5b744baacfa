import type { Action, Verb } from '../../cards/verbs.ts';
import type { House } from './house.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';

/** What a conversation does with one verb. The data is checked against the verb's schema before it arrives. */
export type Handler<V extends Verb> = (
  house: House,
  turn: Turn,
  action: Extract<Action, { verb: V }>,
) => Promise<Reply>;

/** The verbs that one conversation answers. */
export type Handlers = { readonly [V in Verb]?: Handler<V> };
