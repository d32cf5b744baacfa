import type { Content } from '../schema.ts';

/** Fields an editor changes in chat, in the order they are offered. */
export const editableFields = ['summary', 'alias', 'situation'] as const;
export type EditableField = (typeof editableFields)[number];

/**
 * The texts of one field of an agreement or topic, in content order; a summary is one text. An agreement's situations
 * are those it covers; a topic's summary is the first line of its answer and its situations are the ways people ask.
 * `target` is `agreement:<id>` or `topic:<id>`; an unknown target has no texts.
 */
export function editableTexts(content: Content, target: string, field: EditableField): readonly string[] {
  const [kind, id] = target.split(':');
  if (kind === 'agreement') {
    const agreement = content.agreements.find((one) => one.id === id);
    if (!agreement) return [];
    return { summary: [agreement.summary.text], alias: agreement.aliases, situation: agreement.situations.covered }[
      field
    ];
  }
  const topic = kind === 'topic' ? content.topics.find((one) => one.id === id) : undefined;
  if (!topic) return [];
  return { summary: topic.answer.slice(0, 1).map(({ text }) => text), alias: topic.aliases, situation: topic.asks }[
    field
  ];
}
