import type { Check, Problem } from '../contentError.ts';
import type { Content, Topic } from '../schema.ts';
import { topicLabels } from '../topicLabels.ts';
import { claimedTwice } from './claims.ts';
import { dangling, duplicates, ids, problemAt } from './report.ts';

/** Topics stand once, carry a known label, claim their own aliases, and share no id with an agreement. */
export const checkTopics: Check = (content) => [
  ...duplicates(content, ['topics'], content.topics, 'topic'),
  ...claimedTwice(content, 'topics'),
  ...content.topics.flatMap((topic, index) => [
    ...dangling(content, ['topics', index, 'label'], topic.label, topicLabels, 'label'),
    ...checkId(content, topic, index),
    ...checkRelated(content, topic, index),
  ]),
  ...checkNotes(content),
  ...duplicates(content, ['legislation'], content.legislation, 'entry'),
];

/** Related things are looked up by one id, so an agreement and a topic cannot share it. */
function checkId(content: Content, { id }: Topic, index: number): Problem[] {
  if (!ids(content.agreements).has(id)) return [];
  return [problemAt(content, ['topics', index, 'id'], `${id} is the id of an agreement`, 'Give the topic another id.')];
}

function checkRelated(content: Content, { id, related }: Topic, index: number): Problem[] {
  const known = new Set([...ids(content.agreements), ...ids(content.topics)]);
  return related.flatMap((other, at) => {
    const place = ['topics', index, 'related', at];
    if (other === id) return [problemAt(content, place, 'is this topic itself', 'Take it out.')];
    return dangling(content, place, other, known, 'agreement or topic');
  });
}

/** Notes stand beside agreements, topics, and all topics of a label. */
function checkNotes(content: Content): Problem[] {
  const labels = content.topics.map(({ label }) => label);
  const known = new Set([...ids(content.agreements), ...ids(content.topics), ...labels]);
  return [
    ...duplicates(content, ['notes'], content.notes, 'note'),
    ...content.notes.flatMap(({ about }, index) =>
      about.flatMap((id, at) =>
        dangling(content, ['notes', index, 'about', at], id, known, 'agreement, topic or label'),
      ),
    ),
  ];
}
