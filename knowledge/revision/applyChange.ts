import type { Problem } from '../contentError.ts';
import { agreementFile, topicFile } from '../contentFiles.ts';
import type { Agreement, Content, Topic } from '../schema.ts';
import type { Change } from './change.ts';

export type Applied =
  | { readonly kind: 'applied'; readonly content: Content }
  /** The change does not fit the content, e.g. its former text is no longer there. */
  | { readonly kind: 'refused'; readonly problems: Problem[] };

/**
 * The content with one text added, replaced or taken away. Pure: the content given stays as it is. A change whose
 * former text has gone is refused, so that two editors never overwrite each other. A summary’s sources stay: the
 * fact is said in other words.
 */
export function applyChange(content: Content, change: Change): Applied {
  const [kind, id = ''] = change.target.split(':');
  if (kind === 'agreement') return inList(content, 'agreements', id, change, editAgreement, agreementFile(id));
  const topic = kind === 'topic' ? content.topics.find((one) => one.id === id) : undefined;
  return inList(content, 'topics', topic?.id ?? '', change, editTopic, topic ? topicFile(topic.label) : '');
}

/** An edited piece, or in words why it cannot be edited. */
type Edited<T> = T | string;

function inList<T extends Agreement | Topic>(
  content: Content,
  part: 'agreements' | 'topics',
  id: string,
  change: Change,
  edit: (piece: T, change: Change) => Edited<T>,
  file: string,
): Applied {
  const list = content[part] as readonly (Agreement | Topic)[] as readonly T[];
  const at = list.findIndex((piece) => piece.id === id);
  const piece = list[at];
  if (!piece) return refused(change.target, '', 'is not in the content', 'Choose an agreement or topic that is there.');
  const edited = edit(piece, change);
  if (typeof edited === 'string') return refused(file, change.field, edited, 'Open it again and make the change anew.');
  return { kind: 'applied', content: { ...content, [part]: list.with(at, edited) } };
}

function refused(file: string, path: string, problem: string, cure: string): Applied {
  return { kind: 'refused', problems: [{ file, path, problem, cure }] };
}

function editAgreement(agreement: Agreement, change: Change): Edited<Agreement> {
  if (change.field === 'summary') {
    const text = replaced(agreement.summary.text, change);
    return text.ok ? { ...agreement, summary: { ...agreement.summary, text: text.value } } : text.problem;
  }
  if (change.field === 'alias') return withList(agreement.aliases, change, (aliases) => ({ ...agreement, aliases }));
  const { situations } = agreement;
  return withList(situations.covered, change, (covered) => ({ ...agreement, situations: { ...situations, covered } }));
}

/** A topic’s summary is the first line of its answer; its situations are the ways people ask. */
function editTopic(topic: Topic, change: Change): Edited<Topic> {
  if (change.field === 'alias') return withList(topic.aliases, change, (aliases) => ({ ...topic, aliases }));
  if (change.field === 'situation') return withList(topic.asks, change, (asks) => ({ ...topic, asks }));
  const [first, ...rest] = topic.answer;
  const text = replaced(first?.text ?? '', change);
  if (!first || !text.ok) return text.ok ? 'has no first line' : text.problem;
  return { ...topic, answer: [{ ...first, text: text.value }, ...rest] };
}

function replaced(
  now: string,
  { before, after }: Change,
): { ok: true; value: string } | { ok: false; problem: string } {
  if (before !== now) return { ok: false, problem: 'has changed since you opened it' };
  return after === null ? { ok: false, problem: 'cannot be taken away' } : { ok: true, value: after.trim() };
}

function withList<T>(texts: string[], { before, after }: Change, make: (texts: string[]) => T): Edited<T> {
  if (before === null) return after === null ? 'has nothing to change' : make([...texts, after.trim()]);
  const at = texts.indexOf(before);
  if (at < 0) return 'has changed since you opened it';
  return make(after === null ? texts.toSpliced(at, 1) : texts.with(at, after.trim()));
}
