import { buttons, inputKeys } from '../../make/speaker.ts';
import { isWords, plausible } from '../../make/walkChecklist.ts';
import { cardOrWords } from '../cardIn.ts';
import type { Talker } from '../load.ts';
import { markOf } from './places.ts';
import { references } from './strays.ts';
import { type Pressed, type Role, talker } from './talker.ts';

const likely = plausible({ danger: 'no', agreement: 'mas', 'reportable-harm': 'none', decision: 'share' });
const looking = 0.1;
const lists = ['register.mine', 'register.drafts'];

/** Works through one checklist after the other, card by card, and looks at a list now and then. */
export function practitioner(role: Role): Talker {
  const { place, random, acknowledged } = role;
  let begun = 0;
  const aside = () =>
    random() < looking ? { verb: lists[Math.floor(random() * lists.length)] ?? '', data: {} } : null;
  return talker(role, { first: start(), after, aside });

  function start(): Pressed {
    const id = `people-${place}-${begun++}`;
    acknowledged.started(id, place);
    return { verb: 'checklist.start', data: { case: id } };
  }

  function after({ verb, data }: Pressed, answer: string): Pressed {
    const id = String(data.case);
    if (verb === 'checklist.answer' && revisionIn(answer) === Number(data.revision) + 1)
      acknowledged.saved(id, typedIn(data));
    const next = onward(answer, place);
    if (next) return next;
    const [reference] = answer.match(references) ?? [];
    if (reference === undefined) return { verb: 'checklist.resume', data: { case: id } };
    acknowledged.submitted(id, reference);
    return start();
  }
}

/** What a card of the checklist wants pressed; null of a record’s, and of words, e.g. that it takes longer. */
function onward(answer: string, place: number): Pressed | null {
  const card = cardOrWords(answer);
  if (!card) return null;
  const submit = buttons(card).find(({ verb }) => verb === 'checklist.submit');
  if (submit) return submit;
  const next = buttons(card).find(({ title }) => title === 'Continue');
  if (!next) return null;
  const words = `Made-up words of ${markOf(place)}`;
  const typed = inputKeys(card).map((key) => [`in_${key}`, isWords(key, card) ? words : likely(key, card)]);
  return { verb: next.verb, data: { ...next.data, ...Object.fromEntries(typed) } };
}

const revisionIn = (answer: string): number => Number(/"revision":(\d+)/.exec(answer)?.[1]);

function typedIn(data: Pressed['data']): Record<string, string> {
  const typed = Object.entries(data).filter(([key]) => key.startsWith('in_'));
  return Object.fromEntries(typed.map(([key, words]) => [key.slice('in_'.length), String(words)]));
}
