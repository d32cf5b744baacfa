import type { Rendered } from '../../cards/render.ts';
import type { Speaker } from './speaker.ts';
import { inputKeys } from './speaker.ts';

type Answerer = (key: string, card: Rendered) => string;

interface InputJson {
  readonly type: string;
  readonly id?: string;
  readonly choices?: readonly { readonly value: string }[];
}

/** The inputs of a card as JSON. */
function inputsOf(card: Rendered): InputJson[] {
  const found: InputJson[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) look(item);
    else if (typeof node === 'object' && node !== null) {
      if (String((node as InputJson).type).startsWith('Input.')) found.push(node as InputJson);
      for (const value of Object.values(node)) look(value);
    }
  };
  look(card.card);
  return found;
}

/** The input takes words. */
export const isWords = (key: string, card: Rendered): boolean =>
  inputsOf(card).find(({ id }) => id === `in_${key}`)?.type === 'Input.Text';

/** Answers that get past every card: what `answers` says, else the first option, else a made-up sentence or day. */
export const plausible =
  (answers: Readonly<Record<string, string>>): Answerer =>
  (key, card) => {
    const given = answers[key];
    if (given !== undefined) return given;
    const input = inputsOf(card).find(({ id }) => id === `in_${key}`);
    if (input?.type === 'Input.Date') return '2027-01-15';
    return input?.choices?.[0]?.value ?? 'Made-up words for a test';
  };

/** Presses Continue until there is no question left; gives the cards on the way. */
export async function walkChecklist(
  speaker: Speaker,
  answer: Answerer,
  until = 'Check your answers',
): Promise<Rendered[]> {
  const cards: Rendered[] = [];
  for (let steps = 0; steps < 60 && !speaker.card.text.includes(until); steps += 1) {
    const card = speaker.card;
    cards.push(card);
    const typed = Object.fromEntries(inputKeys(card).map((key) => [key, answer(key, card)]));
    await speaker.press('Continue', typed);
  }
  return cards;
}
