/** What the screen looks for. Where two are equally sure of the same words, the one that stands first here wins. */
export const identifierKinds = [
  'nhs-number',
  'ni-number',
  'payment-card',
  'bank',
  'driving-licence',
  'passport',
  'pnc',
  'cro',
  'upn',
  'uprn',
  'phone',
  'email',
  'dob',
  'postcode',
  'vehicle-registration',
  'crime-reference',
  'full-address',
  'name',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** `high`: certain enough to take out. `medium`: ask the person who typed it. */
export type Level = 'high' | 'medium';

/** An identifier in a text: UTF-16 offsets, end exclusive. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly level: Level;
  readonly start: number;
  readonly end: number;
}

/** Looks for identifiers in a folded text (`folded.ts`); offsets are those of the folded text. */
export type Finder = (text: string, today: Date) => Iterable<Identifier>;
