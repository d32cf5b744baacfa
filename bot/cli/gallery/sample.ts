import type { Rendered } from '../../../cards/render.ts';

/** A card with made-up content. */
export interface Sample {
  /** What is special about it, e.g. `at its longest`. */
  readonly name: string;
  readonly card: Rendered;
  /** Checked like all others, and left out of the page, which would be too long. */
  readonly isCheckedOnly?: true;
}

/** All samples of one card. */
export interface Samples {
  /** The card's folder, e.g. `question`. */
  readonly card: string;
  readonly samples: readonly Sample[];
}

/** What fills every sample: visibly nobody's, and the same each time. */
export const madeUp = {
  case: '00000000-0000-4000-8000-00000000ca5e',
  question: '00000000-0000-4000-8000-0000000a5ced',
  person: 'Ari Approver (made up)',
  organisation: 'Exampleton Borough Council (made up)',
  role: 'Duty social worker (made up)',
  at: '22 November 2026 at 10:00',
  today: new Date('2026-11-22T10:00:00Z'),
  head: `12:${'0a1b2c3d'.repeat(8)}`,
  words: 'Made-up words, as somebody would type them.',
  /** As long as a card lets people write, with a word that no line can hold. */
  longWords: `${'Made-up words, as somebody would type them who has a lot to say. '.repeat(8)}https://example.invalid/${'amadeupaddresswithoutanend'.repeat(5)}`,
} as const;

/** The samples that are shown, without those that are only checked. */
export const onPage = (groups: readonly Samples[]): readonly Samples[] =>
  groups.map(({ card, samples }) => ({ card, samples: samples.filter(({ isCheckedOnly }) => !isCheckedOnly) }));
