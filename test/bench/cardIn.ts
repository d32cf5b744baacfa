import { cardType } from '../../bot/teams/message.ts';
import type { Rendered } from '../../cards/render.ts';

/** The card in the body of an invoke’s answer; null where it is words. */
export function cardOrWords(answer: string): Rendered | null {
  const { type, value } = JSON.parse(answer);
  return type === cardType ? { card: value, text: '' } : null;
}

export function cardIn(answer: string): Rendered {
  const card = cardOrWords(answer);
  if (!card) throw new Error(`the bot answered without a card: ${String(JSON.parse(answer).value)}`);
  return card;
}
