import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { detailsPage } from '../../conversation/answerDetails.ts';
import { madeUp, type Sample } from './sample.ts';

const onPage = ['mas', 'environmental-crime'];

/** Pages of everything that is held on an agreement; more than there are show the last. */
const pages = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The details of every agreement and topic, page by page. */
export function detailsSamples(knowledge: Knowledge): Sample[] {
  const labels = [...knowledge.agreements.keys(), ...[...knowledge.topics.keys()].map((id) => `topic:${id}`)];
  return labels.flatMap((label) => {
    const cards = pages.map((page) =>
      detailsPage(knowledge, { label, page, question: madeUp.question, today: madeUp.today }),
    );
    const different = cards.filter((card, at) => cards.findIndex((other) => other?.text === card?.text) === at);
    return different.flatMap((card, at): Sample[] => {
      if (!card) return [];
      const name = `${label}, page ${at + 1}`;
      return [onPage.includes(label) && at < 2 ? { name, card } : { name, card, isCheckedOnly: true }];
    });
  });
}
