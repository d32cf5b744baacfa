import { reviewWords } from '../../../cards/record/recordWords.ts';
import { buttons } from '../../make/speaker.ts';
import { cardOrWords } from '../cardIn.ts';
import type { Talker } from '../load.ts';
import { markOf } from './places.ts';
import { type Pressed, type Role, talker } from './talker.ts';

const list: Pressed = { verb: 'register.pending', data: {} };
const decisions = new Map([
  ['review.approve', 'approved'],
  ['review.decline', 'declined'],
] as const);
const declining = 0.1;

/** Looks at what waits for them, opens one, decides on it, looks again. */
export function approver(role: Role): Talker {
  const { place, random, acknowledged } = role;
  return talker(role, { first: list, after });

  function after({ verb, data }: Pressed, answer: string): Pressed {
    const review = decisions.get(verb as 'review.approve');
    if (review && answer.includes(`${reviewWords[review]} by`)) acknowledged.decided(String(data.case), review);
    const card = review ? null : cardOrWords(answer);
    if (!card) return list;
    const found = (wanted: string) => buttons(card).find((button) => button.verb === wanted);
    const decide = found(random() < declining ? 'review.decline' : 'review.approve');
    if (!decide) return found('review.open') ?? list;
    return { ...decide, data: { ...decide.data, in_reason: `Made-up words of ${markOf(place)}` } };
  }
}
