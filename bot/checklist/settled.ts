import type { Input } from '../../knowledge/schema.ts';
import type { Answer } from './draft.ts';
import type { Option } from './options.ts';

/** Whether an answer will do for an input that offers `options`. Not answered (undefined) never does. */
export function isSettled(input: Input, answer: Answer | undefined, options: readonly Option[]): boolean {
  if (answer === undefined) return false;
  if (answer.length === 0) return !input.required;
  if (input.kind === 'choices') return typeof answer !== 'string' && answer.every((id) => isOffered(id, options));
  if (typeof answer !== 'string') return false;
  if (input.kind === 'choice') return isOffered(answer, options);
  return input.kind === 'date' ? isCalendarDay(answer) : answer.length <= input.maxLength;
}

/** An answer without the options that are no longer offered, to fill the card with; null when nothing is left. */
export function stillOffered(input: Input, answer: Answer | undefined, options: readonly Option[]): Answer | null {
  if (answer === undefined || (typeof answer === 'string') === (input.kind === 'choices')) return null;
  if (typeof answer !== 'string') return answer.filter((id) => isOffered(id, options));
  return input.kind === 'choice' && !isOffered(answer, options) ? null : answer;
}

export function isOffered(id: string, options: readonly Option[]): boolean {
  return options.some((option) => option.id === id);
}

/** `2026-02-29` looks like a day but is none. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
