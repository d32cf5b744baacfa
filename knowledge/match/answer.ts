import type { Area } from '../schema.ts';

/** How sure we are: one answer; one answer, with others beside it; a short choice; nothing we hold. */
export type Band = 'this-one' | 'probably' | 'choose' | 'none';

/** One thing the answer card offers. */
export interface Match {
  /** Agreement id, or `topic:<slug>` with the topic's label. */
  readonly label: string;
  readonly kind: 'agreement' | 'topic';
  /** Id of the agreement or topic itself. */
  readonly id: string;
  readonly score: number;
  /** Words of the question that spoke for it, as typed, e.g. `bruising`. Never shown outside the asker's own chat. */
  readonly because: readonly string[];
  /** Strand of an agreement that is really two, when the words tell which. */
  readonly strand: string | null;
}

/** One question back, when one more fact decides. */
export interface AskBack {
  readonly key: 'area' | 'meaning' | 'other-party' | 'subject';
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** Why nothing is named. */
export type Decline =
  /** Nothing fits well enough. */
  | 'no-match'
  /** A place outside Kent, Medway and London: no agreement is held for it. */
  | 'elsewhere'
  /** Two areas meet: no held agreement covers both ends. */
  | 'cross-boundary'
  /** A greeting, thanks. */
  | 'small-talk'
  /** Talk or work of another kind: trains, shifts, printers, recipes. */
  | 'something-else'
  /** Asks for a person's record; the bot holds none. */
  | 'record-request'
  /** The press, or somebody who trades in it, would be told: the parties are public services and those who work for them. */
  | 'outsider'
  /** Intelligence services: a separate regime, outside what we hold (SF DSA §2.3). */
  | 'separate-regime'
  /** Nothing to go on: empty or without words. */
  | 'empty';

/** The answer to one question. Pure data; a card and a terminal text are made from it. */
export interface MatchAnswer {
  readonly band: Band;
  /** How likely the first answer is right, 0 to 1; 0 when nothing is named. */
  readonly confidence: number;
  /** What the confidence was worked out from, for fitting and judging it; see `confidence.ts`. Empty when nothing is named. */
  readonly signals: readonly number[];
  /** What the card offers, in order; at most three. */
  readonly ranked: readonly Match[];
  /** No agreement is named. */
  readonly declined: Decline | null;
  /** True when the ranked agreements apply together rather than instead of each other. */
  readonly together: boolean;
  readonly asks: AskBack | null;
  /** Area the answer is for; null when nobody told. */
  readonly area: Area | null;
  /** Purposes of the Kent and Medway agreement that the words point at, best first, e.g. `p12`; empty elsewhere. */
  readonly purposes: readonly string[];
}

/** What is known about the asker beside the words. */
export interface MatchContext {
  /** The asker's side: profile, or the answer to an ask-back; null when not known. */
  readonly area: Area | null;
  /** Answers to earlier ask-backs by key, e.g. `{ 'other-party': 'councils' }`. */
  readonly answers: Readonly<Record<string, string>>;
}
