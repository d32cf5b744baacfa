import type { Rendered } from '../../cards/render.ts';

/**
 * What the bot answers. For a button, `card` replaces the card that carried it (in Teams' invoke answer); for a
 * typed message it is sent as a new card. `text` stands before the card, or alone.
 */
export interface Reply {
  readonly text?: string;
  readonly card?: Rendered;
  /** A further card, sent as a new message (the replaced one then shows where things stand). */
  readonly followUp?: Rendered;
  /** What takes the place of `card` once a slow store has written. Rejects as a turn does. */
  readonly later?: Promise<Reply>;
  /** The case this card shows, so that it can be replaced when the case changes. */
  readonly showsCase?: string;
  /** Something has just happened to that case: the person’s other cards of it show this too. */
  readonly isNews?: true;
  /** The case that `followUp` shows. */
  readonly followUpShows?: string;
  /** Of a search alone: a page of what was found, best first. It may be empty past the end of the list. */
  readonly results?: readonly Result[];
}

/** One result of a search. */
export interface Result {
  readonly title: string;
  /** One line below the title. */
  readonly detail: string;
  /** What is put into the message when it is chosen: everybody who reads the message sees it. */
  readonly card: Rendered;
}
