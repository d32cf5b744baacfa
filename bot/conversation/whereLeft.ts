import { type Button, button } from '../../cards/button.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import { typingWords } from '../../cards/question/typing.ts';
import type { Rendered } from '../../cards/render.ts';
import { draftName } from './checklistView.ts';
import type { House } from './house.ts';
import type { Middle } from './middle.ts';
import type { Turn } from './turn.ts';
import { cut } from './typed.ts';
import { askedNow, placeIn } from './typedAnswer.ts';

/** Offers the checklist again after something else was answered, and the typed words as an answer where words are asked. */
export function whereLeft(house: House, turn: Turn, text: string, middle: Middle): Rendered {
  const { draft, step } = middle;
  const name = draftName(house.knowledge.current(), draft);
  const goOn = step
    ? button(typingWords.goOn, 'checklist.change', idsOf(middle), 'positive')
    : button(typingWords.goOn, 'checklist.resume', { case: draft.id }, 'positive');
  return noticeCard('where-left', {
    more: [typingWords.whereLeft(name, placeIn(middle)), typingWords.whenReady],
    actions: [goOn, ...useIt(house, turn, text, middle)],
  });
}

/** Where words of one's own are asked, a sentence may have been meant as the answer. */
function useIt(house: House, turn: Turn, text: string, middle: Middle): Button[] {
  const asked = askedNow(middle);
  if (asked?.input.kind !== 'text') return [];
  const said = house.newId();
  house.openQuestions.keep(said, turn.person.id, { text, answers: {} });
  const data = { ...idsOf(middle), input: asked.input.key, said };
  return [button(typingWords.useIt(shortLabel(asked.input.label)), 'checklist.use', data)];
}

const idsOf = ({ shown }: Middle) => ({ case: shown.case, question: shown.question, revision: shown.revision });

/** As much of a label as a button holds: its first sentence. */
const longestLabel = 60;

function shortLabel(label: string): string {
  const first = /^.*?[.?!](?=\s|$)/s.exec(label)?.[0] ?? label;
  return first.length <= longestLabel ? first : `${cut(first, longestLabel).trimEnd()}…`;
}
