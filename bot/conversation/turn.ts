import type { ConversationReference, Person } from '../stores/ports.ts';

/** Where a turn happens. Cases are shown in `personal` only. */
export type Place = 'personal' | 'group' | 'channel';

/** What a person did: wrote words, pressed a card's button, opened the chat for the first time, or looked something up. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  /** `data` is attacker input: an object, its verb not yet known to exist. `card` is the activity that carried the button. */
  | { readonly kind: 'action'; readonly verb: string; readonly data: unknown; readonly card: string | null }
  | { readonly kind: 'arrived' }
  /** A card that they were sent came into view, and their client asks for it anew. `data` is attacker input. */
  | { readonly kind: 'viewed'; readonly data: unknown }
  /** Looked something up from the box where a message is written: a page of `count` results after the first `skip`. */
  | { readonly kind: 'search'; readonly text: string; readonly skip: number; readonly count: number };

/** Who is speaking, as proven by the door. */
export interface Speaker {
  readonly directoryId: string;
  readonly tenant: string;
  readonly name: string;
}

/** One thing a person did, free of any SDK. */
export interface Turn {
  readonly person: Person;
  readonly place: Place;
  readonly input: Input;
  readonly at: Date;
}

/** A turn before the person was looked up: what `teams/` hands over. */
export interface Arrival {
  readonly speaker: Speaker;
  readonly place: Place;
  readonly input: Input;
  readonly at: Date;
  /** Set in personal chat only. */
  readonly chat: ConversationReference | null;
}
