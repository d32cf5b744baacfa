/** A statement with the places that support it, one by one, so that a card can cite them together in one line. */
export interface Point {
  readonly text: string;
  readonly sources: readonly {
    /** Short title, e.g. `MAS DSA`. */
    readonly document: string;
    /** E.g. `§4.4`. */
    readonly section: string;
  }[];
}

/** A line of a card: what it is, in bold, and the words. */
export interface Line {
  /** E.g. `It covers:`; empty for none. */
  readonly label: string;
  readonly text: string;
}

/** Document and sections of all the points in one line, e.g. `Sources: MAS DSA §1, §2.5; KCC page`; empty for none. */
export function sourcesLine(points: readonly Point[]): string {
  const sections = new Map<string, Set<string>>();
  for (const { document, section } of points.flatMap(({ sources }) => sources)) {
    sections.set(document, (sections.get(document) ?? new Set()).add(section));
  }
  const cited = [...sections].map(([document, all]) => `${document} ${[...all].join(', ')}`);
  return cited.length > 0 ? `${cited.length > 1 ? 'Sources' : 'Source'}: ${cited.join('; ')}` : '';
}

/** A line as plain text. */
export const lineText = ({ label, text }: Line): string => (label === '' ? text : `${label} ${text}`);
