import type { Verb } from './verbs.ts';

/** Ids and a revision only; see verbs.ts. */
type Data = Readonly<Record<string, string | number>>;

/**
 * A button as Teams takes it: Action.Execute, with Action.Submit for clients that do not know it. Templates put it in
 * whole: filling one in field by field took the engine most of a card’s time.
 */
export interface Button {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: Verb;
  readonly data: Data;
  readonly style: 'default' | 'positive' | 'destructive';
  readonly fallback: {
    readonly type: 'Action.Submit';
    readonly title: string;
    readonly data: Data;
    readonly style: Button['style'];
  };
}

/** A button; `positive` marks the one thing most people do next. */
export function button(title: string, verb: Verb, data: Data = {}, style: Button['style'] = 'default'): Button {
  const submit = { type: 'Action.Submit', title, data: { ...data, verb }, style } as const;
  return { type: 'Action.Execute', title, verb, data, style, fallback: submit };
}
