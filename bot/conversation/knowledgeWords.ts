import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { EditableField } from '../../knowledge/revision/editable.ts';

/** Fields as editors read them. */
export const fieldWords: Record<EditableField, { one: string; many: string }> = {
  summary: { one: 'Summary', many: 'Summary' },
  alias: { one: 'Name people use', many: 'Names people use' },
  situation: { one: 'Example question', many: 'Example questions' },
};

/** Name of what a target such as `agreement:asb` points at; null when there is none. */
export function targetName(knowledge: Knowledge, target: string): string | null {
  const [kind, id = ''] = target.split(':');
  if (kind === 'agreement') return knowledge.agreements.get(id)?.name ?? null;
  return kind === 'topic' ? (knowledge.topics.get(id)?.title ?? null) : null;
}
