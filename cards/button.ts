import type { Verb } from './verbs.ts';

/** A button as the actions part draws it: Action.Execute, with Action.Submit for clients that do not know it. */
export interface Button {
  readonly title: string;
  readonly verb: Verb;
  /** Ids and a revision only; see verbs.ts. */
  readonly data: Readonly<Record<string, string | number>>;
  readonly submitData: Readonly<Record<string, string | number>>;
  readonly style: 'default' | 'positive' | 'destructive';
}

/** A button; `positive` marks the one thing most people do next. */
export function button(
  title: string,
  verb: Verb,
  data: Readonly<Record<string, string | number>> = {},
  style: Button['style'] = 'default',
): Button {
  return { title, verb, data, submitData: { ...data, verb }, style };
}
