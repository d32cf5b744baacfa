/** An input as the inputs part draws it. Nothing is marked required for the client: a required input would stop Back. */
export interface Field {
  readonly kind: 'choice' | 'choices' | 'text' | 'date';
  /** `in_` and the input's key. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** Long lists fold into a drop-down. */
  readonly style: 'expanded' | 'compact';
  readonly multiline: boolean;
  /** What is wrong with what was typed, starting with “Tell us”; empty when nothing is. */
  readonly problem: string;
}

interface FieldOptions {
  readonly required?: boolean;
  readonly value?: string;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  readonly multiline?: boolean;
  readonly problem?: string;
}

/** Longest list drawn open; longer ones would push the buttons off a phone. */
const longestOpenList = 7;

/** An input; `key` without the `in_`. Screen readers do not always announce the required state, so the label says it. */
export function field(kind: Field['kind'], key: string, label: string, options: FieldOptions = {}): Field {
  const choices = (options.choices ?? []).map((choice) => ({ title: choice.label, value: choice.id }));
  return {
    kind,
    id: `in_${key}`,
    label: options.required ? `${label} (required)` : label,
    value: options.value ?? '',
    choices,
    style: choices.length > longestOpenList ? 'compact' : 'expanded',
    multiline: options.multiline ?? false,
    problem: options.problem ?? '',
  };
}
