import type { Answer, Answers } from '../checklist/draft.ts';
import { type IdentifierKind, masked } from '../screen/screen.ts';

const words: Record<IdentifierKind, string> = {
  'nhs-number': 'an NHS number',
  'ni-number': 'a National Insurance number',
  email: 'an email address',
  phone: 'a phone number',
};

/** Answers without identifiers, and what was taken out in words, e.g. `['an NHS number']`. Never the value. */
export function screened(answers: Answers): { readonly answers: Answers; readonly taken: readonly string[] } {
  const taken = new Set<string>();
  const clean = (answer: Answer): Answer => {
    if (typeof answer !== 'string') return answer;
    const { text, kinds } = masked(answer);
    for (const kind of kinds) taken.add(words[kind]);
    return text;
  };
  return {
    answers: Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, clean(answer)])),
    taken: [...taken],
  };
}

/** One text without identifiers. */
export const screenedText = (text: string): string => masked(text).text;
