import type { Inputs } from '../../cards/verbs.ts';
import { type IdentifierKind, masked } from '../screen/screen.ts';

const words: Record<IdentifierKind, string> = {
  'nhs-number': 'an NHS number',
  'ni-number': 'a National Insurance number',
  email: 'an email address',
  phone: 'a phone number',
};

/** What was typed without identifiers, and what was taken out in words, e.g. `['an NHS number']`. Never the value. */
export function screened(typed: Inputs): { readonly inputs: Inputs; readonly taken: readonly string[] } {
  const taken = new Set<string>();
  const inputs = Object.entries(typed).map(([key, value]) => {
    const { text, kinds } = masked(value);
    for (const kind of kinds) taken.add(words[kind]);
    return [key, text] as const;
  });
  return { inputs: Object.fromEntries(inputs), taken: [...taken] };
}

/** One text without identifiers. */
export const screenedText = (text: string): string => masked(text).text;
