import type { AnsweredQuestion, RecordEvent, Submission } from './record.ts';

/** One answer that is not as it was, in the words that stood on the cards; empty where it was not given. */
export interface AnswerChange {
  readonly question: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two submissions: by question, in their order in the later one; what is gone comes last. */
export function submissionChanges(
  before: Pick<Submission, 'wording'>,
  after: Pick<Submission, 'wording'>,
): AnswerChange[] {
  const was = valuesOf(before.wording);
  const is = valuesOf(after.wording);
  const ids = [...new Set([...is.keys(), ...was.keys()])];
  return ids.flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    if (old?.value === now?.value) return [];
    const { title, label } = (now ?? old) as Valued;
    return [{ question: title, label, before: old?.value ?? '', after: now?.value ?? '' }];
  });
}

/** What changed in the latest submission when it answers a return; nothing otherwise, e.g. after an emergency. */
export function changesSinceReturned(events: readonly RecordEvent[]): AnswerChange[] {
  const at = events.findLastIndex(({ type }) => type === 'resubmitted');
  const latest = events[at];
  const earlier = events.slice(0, Math.max(at, 0));
  const previous = earlier.findLastIndex((event) => 'submission' in event);
  const before = earlier[previous];
  const wasReturned = earlier.slice(previous).some(({ type }) => type === 'returned');
  if (!latest || !('submission' in latest) || !before || !('submission' in before) || !wasReturned) return [];
  return submissionChanges(before.submission, latest.submission);
}

interface Valued {
  readonly title: string;
  readonly label: string;
  readonly value: string;
}

/** Answers by question and label; one label may stand in a question more than once. */
function valuesOf(wording: readonly AnsweredQuestion[]): Map<string, Valued> {
  const found = new Map<string, Valued>();
  for (const { question, title, answers } of wording) {
    for (const { label, value } of answers) {
      const id = JSON.stringify([question, label]);
      const known = found.get(id);
      found.set(id, { title, label, value: known ? `${known.value}; ${value}` : value });
    }
  }
  return found;
}
