import type { Inputs } from '../../cards/verbs.ts';
import { kindWords } from '../screen/kindWords.ts';
import { masked } from '../screen/screen.ts';

/** What was typed without identifiers, and what was taken out in words, e.g. `['an NHS number']`. Never the value. */
export function screened(typed: Inputs, today: Date): { readonly inputs: Inputs; readonly taken: readonly string[] } {
  const taken = new Set<string>();
  const inputs = Object.entries(typed).map(([key, value]) => {
    const { text, kinds } = masked(value, today);
    for (const kind of kinds) taken.add(kindWords[kind]);
    return [key, text] as const;
  });
  return { inputs: Object.fromEntries(inputs), taken: [...taken] };
}

/** One text without identifiers. */
export const screenedText = (text: string, today: Date): string => masked(text, today).text;
