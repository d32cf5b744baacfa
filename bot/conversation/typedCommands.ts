import { noticeCard } from '../../cards/notice/notice.ts';
import { typingWords } from '../../cards/question/typing.ts';
import type { Action } from '../../cards/verbs.ts';
import { previousOf, stepsOf } from '../checklist/steps.ts';
import { placeCard, questionOf } from './checklistView.ts';
import type { House } from './house.ts';
import { type Middle, middleOf } from './middle.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { inputsOf } from './typedAnswer.ts';

/** What a typed word presses, or says. Null: it is not meant as one here. */
type Meaning = Action | Reply | null;

interface TypedCommand {
  /** Matches the whole message. */
  readonly pattern: RegExp;
  /** A question may read so too: “change of address”. */
  readonly mayBeQuestion?: true;
  readonly meaning: (middle: Middle, rest: string, house: House, turn: Turn) => Meaning | Promise<Meaning>;
}

const onShown = ({ shown: { case: id, question, revision } }: Middle) => ({ case: id, question, revision });
const ids = ({ shown }: Middle) => ({ case: shown.case, revision: shown.revision });

const resume = ({ draft }: Middle): Action => ({ verb: 'checklist.resume', data: { case: draft.id }, inputs: {} });

const goTo = (middle: Middle, question: string): Action => ({
  verb: 'checklist.change',
  data: { ...onShown(middle), question },
  inputs: {},
});

/** The question they were shown, as it stands; check-your-answers where that was. */
const again = (middle: Middle): Action => (middle.step ? goTo(middle, middle.step.question.id) : resume(middle));

function back(middle: Middle): Action {
  if (middle.step) return { verb: 'checklist.back', data: onShown(middle), inputs: {} };
  const previous = previousOf(middle.theCase, 'check');
  return previous ? goTo(middle, previous.question.id) : resume(middle);
}

const next = (middle: Middle): Action =>
  middle.step ? { verb: 'checklist.answer', data: onShown(middle), inputs: inputsOf(middle.step) } : resume(middle);

/** By its number, or by its name where it has none: “change 4”, “change recipient”. */
function change(middle: Middle, wanted: string): Action | null {
  const name = wanted.toLowerCase();
  const found = stepsOf(middle.theCase).find(
    ({ question }) => String(question.number) === name || question.name.toLowerCase() === name,
  );
  return found ? goTo(middle, found.question.id) : null;
}

/** Nothing but this word submits, and nothing but check-your-answers takes it. */
const submit = (middle: Middle): Meaning =>
  middle.shown.question === 'check'
    ? { verb: 'checklist.submit', data: ids(middle), inputs: {} }
    : { text: typingWords.notYet };

/** The whole card in words. */
async function options({ draft, theCase, step }: Middle, _: string, house: House, turn: Turn): Promise<Reply> {
  const card = step ? await questionOf(house, draft, theCase, step) : await placeCard(house, turn.person, draft);
  return { text: card.text };
}

const discardNow = (middle: Middle): Action => ({
  verb: middle.shown.question === 'discard' ? 'checklist.discard-now' : 'checklist.discard',
  data: ids(middle),
  inputs: {},
});

const commands: readonly TypedCommand[] = [
  { pattern: /^(?:go )?back$/i, meaning: back },
  { pattern: /^(?:next|continue)$/i, meaning: next },
  {
    pattern: /^(?:save|leave|save and leave|stop here)$/i,
    meaning: (middle) => ({ verb: 'checklist.leave', data: onShown(middle), inputs: {} }),
  },
  { pattern: /^(?:go on|resume|go on with it|keep it)$/i, meaning: again },
  { pattern: /^submit$/i, meaning: submit },
  { pattern: /^change (?:question )?(\d{1,2})$/i, meaning: change },
  { pattern: /^change (.{1,40})$/i, mayBeQuestion: true, meaning: change },
  { pattern: /^(?:options|again|repeat)$/i, meaning: options },
  {
    pattern: /^(?:cancel|discard)$/i,
    meaning: (middle) => ({ verb: 'checklist.discard', data: ids(middle), inputs: {} }),
  },
  { pattern: /^(?:yes,? )?discard it$/i, meaning: discardNow },
];

/** Whether a message is one of the words that stand for a checklist’s buttons. */
export const isTypedCommand = (text: string): boolean =>
  commands.some(({ pattern, mayBeQuestion }) => !mayBeQuestion && pattern.test(text));

/** What such a word means where the person is; null when it is none, or not meant as one. */
export async function typedCommand(house: House, turn: Turn, text: string): Promise<Meaning> {
  for (const { pattern, mayBeQuestion, meaning } of commands) {
    const found = pattern.exec(text);
    if (!found) continue;
    const middle = await middleOf(house, turn);
    if (middle) return meaning(middle, found[1] ?? '', house, turn);
    return mayBeQuestion ? null : nothingOpen(house, turn, text);
  }
  return null;
}

/** “Go on” finds the newest draft, however old. */
async function nothingOpen(house: House, turn: Turn, text: string): Promise<Meaning> {
  const [newest] = /^(?:go on|resume)/i.test(text) ? await house.stores.drafts.ofOwner(turn.person.id) : [];
  if (newest) return { verb: 'checklist.resume', data: { case: newest.id }, inputs: {} };
  return { card: noticeCard('nothing-open') };
}
