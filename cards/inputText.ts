import type { Field } from './field.ts';

/** What the text of an input needs of it. */
export type TextField = Pick<Field, 'kind' | 'label' | 'choices' | 'value' | 'problem'>;

/** An input as plain text: what is wrong, what is asked, its options by the number to type, what was answered. */
export function inputText({ kind, label, choices, value, problem }: TextField): string {
  const chosen = kind === 'choice' || kind === 'choices' ? titlesOf(choices, value) : value;
  return [
    problem,
    label,
    ...choices.map(({ title }, at) => `${at + 1}. ${title}`),
    chosen === '' ? '' : `Your answer: ${chosen}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function titlesOf(choices: Field['choices'], value: string): string {
  const chosen = new Set(value.split(','));
  return choices
    .filter((choice) => chosen.has(choice.value))
    .map(({ title }) => title)
    .join('; ');
}
