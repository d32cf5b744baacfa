import type { Field } from '../field.ts';
import { inputText, type TextField } from '../inputText.ts';

/** What to type where the card does not show. It stands before the inputs: a long list of options may be cut. */
export function howToType(fields: readonly TextField[], isFirst: boolean): string {
  const has = (kind: Field['kind']) => fields.some((input) => input.kind === kind);
  return [
    fields.length > 1 && 'Answer one at a time, in this order.',
    (has('choice') || has('choices')) && 'Type a number, or your answer.',
    has('choices') && 'Where several fit, type them together: “1, 3”.',
    has('date') && 'Type a day, for example 24/11/2026.',
    has('text') && 'For words of your own, type “answer:” and then the words.',
    fields.some(({ label }) => !label.endsWith('(required)')) && '“skip” leaves one empty that is not required.',
    `${isFirst ? '' : '“back”, '}“next”, “options”, “save” and “help” also work.`,
  ]
    .filter((line) => line !== false)
    .join(' ');
}

/** One thing a typed answer may have meant. */
interface Meant {
  /** The number to type; 0 when it has none. */
  readonly number: number;
  readonly label: string;
}

const listed = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** What the bot says to somebody who types instead of pressing. */
export const typingWords = {
  saved: (label: string, answer: string): string =>
    `Saved: ${label}${/[?.!]$/.test(label) ? '' : ':'} ${answer || 'Left empty'}`,
  next: (place: string, input: TextField, more: string): string => `Next, ${place}:\n${inputText(input)}\n${more}`,
  atCheck:
    'Check your answers. Type “submit” to send it for review; nothing else sends it. “change 4” goes to question 4, “back” to the last question, and “save” leaves it for later.',
  which: (meant: readonly Meant[]): string => {
    const names = meant.map(({ number, label }) => (number > 0 ? `“${label}” (${number})` : `“${label}”`));
    const how = meant.some(({ number }) => number > 0) ? 'Type the number.' : 'Type the day in full, as 24/11/2026.';
    return `Nothing saved yet. Did you mean ${listed.format(names)}? ${how}`;
  },
  notOffered: (input: TextField, more: string): string =>
    `Nothing saved yet: that is not one of the answers here.\n\n${inputText(input)}\n${more}`,
  problem: (problem: string): string => `Nothing saved yet. ${problem}`,
  notYet: 'Not submitted: this question is still to be answered. After the last one, type “submit” again.',
  aboutMe: (kinds: readonly string[], areas: readonly string[], approvers: readonly string[] | 'many'): string =>
    [
      'To fill this in by typing, type “about me:” and then your organisation, its kind, where you work and your role, with a semicolon after each. For example: “about me: Exampleton Council; Council; London; social worker”.',
      `Kinds: ${kinds.join(', ')}.`,
      `Where: ${areas.join(', ')}.`,
      approvers === 'many' &&
        'After your role you may name who reviews your decisions. Where two share a name, add their role or organisation.',
      approvers !== 'many' &&
        approvers.length > 0 &&
        `After your role you may name who reviews your decisions: ${approvers.join(', ')}.`,
    ]
      .filter((line) => line !== false)
      .join('\n'),
  recordIt: 'To record it afterwards, type “record it”.',
  /** Where a draft is; `name` is what it is under and for whom. */
  whereLeft: (name: string, place: string): string => `${name}: ${place}.`,
  whenReady: 'Press the button, or type “go on”, when you are ready.',
  place: (number: number, of: number): string =>
    number === 0 ? 'before the ten questions' : `question ${number} of ${of}`,
  lastPlace: 'at check your answers',
  goOn: 'Go on with it',
  /** `label` is what the input asks. */
  useIt: (label: string): string => `Use it as my answer to “${label}”`,
} as const;
