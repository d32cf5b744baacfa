import type { EditableField } from './editable.ts';

/** One change to one text of the content, as a proposal or a published revision carries it. */
export interface Change {
  /** `agreement:<id>` or `topic:<id>`. */
  readonly target: string;
  readonly field: EditableField;
  /** The text as it stood; null when the change adds one. */
  readonly before: string | null;
  /** The new text; null when the change takes one away. */
  readonly after: string | null;
}
