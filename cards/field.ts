import type { Button } from './button.ts';

/** An input as Teams takes it; templates put it in whole, as they do buttons. */
type Element = Readonly<Record<string, unknown>>;

/** An input as the inputs part draws it. Nothing is marked required for the client: a required input would stop Back. */
export interface Field {
  readonly kind: 'choice' | 'choices' | 'text' | 'date';
  /** `in_` and the input's key. */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly element: Element;
  /** What is wrong with what was typed, starting with “Tell us”; empty when nothing is. */
  readonly problem: string;
  /** What in it may say who somebody is, each with what to do about it. */
  readonly flags: readonly Flag[];
}

/** Something to look at in what was typed. The words never repeat it. */
export interface Flag {
  readonly words: string;
  readonly actions: readonly Button[];
}

interface FieldOptions {
  readonly required?: boolean;
  readonly value?: string;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  readonly multiline?: boolean;
  readonly problem?: string;
  readonly flags?: readonly Flag[];
}

/** Longest list drawn open; longer ones would push the buttons off a phone. */
const longestOpenList = 7;

/** An input; `key` without the `in_`. Screen readers do not always announce the required state, so the label says it. */
export function field(kind: Field['kind'], key: string, label: string, options: FieldOptions = {}): Field {
  const choices = (options.choices ?? []).map((choice) => ({ title: choice.label, value: choice.id }));
  const common = {
    id: `in_${key}`,
    label: options.required ? `${label} (required)` : label,
    value: options.value ?? '',
  };
  return {
    ...common,
    kind,
    choices,
    element: elementOf(kind, common, choices, options.multiline ?? false),
    problem: options.problem ?? '',
    flags: options.flags ?? [],
  };
}

function elementOf(kind: Field['kind'], common: object, choices: Field['choices'], isMultiline: boolean): Element {
  switch (kind) {
    case 'choice':
      return { type: 'Input.ChoiceSet', ...common, style: styleOf(choices), choices, wrap: true };
    case 'choices':
      return { type: 'Input.ChoiceSet', ...common, isMultiSelect: true, style: 'expanded', choices, wrap: true };
    case 'text':
      return { type: 'Input.Text', ...common, isMultiline };
    case 'date':
      return { type: 'Input.Date', ...common };
  }
}

/** Long lists fold into a drop-down. */
const styleOf = (choices: Field['choices']) => (choices.length > longestOpenList ? 'compact' : 'expanded');
