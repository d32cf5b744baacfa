import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { openedCard } from '../../conversation/answerView.ts';
import { answerPlace } from './answerPlace.ts';
import type { Sample } from './sample.ts';

/** Topics shown on the page: the first few. */
const onPage = 4;

/** Every topic as it is opened. */
export function topicSamples(knowledge: Knowledge): Sample[] {
  return [...knowledge.topics.keys()].flatMap((id, at): Sample[] => {
    const card = openedCard(knowledge, `topic:${id}`, answerPlace);
    if (!card) return [];
    return [at < onPage ? { name: id, card } : { name: id, card, isCheckedOnly: true }];
  });
}
