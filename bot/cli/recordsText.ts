import type { RecordEvent, RecordHeading, SharingRecord } from '../records/record.ts';
import { saidIn } from '../records/said.ts';
import { dayOf } from '../records/workingDays.ts';

/** A line a record, newest first as given. */
export function recordList(headings: readonly RecordHeading[]): string {
  return headings
    .map(({ reference, submittedAt, review, disclosure, agreement, organisation, emergency, disposedAt }) =>
      [
        reference,
        submittedAt.slice(0, 16).replace('T', ' '),
        review.padEnd(12),
        disclosure.padEnd(13),
        agreement.padEnd(20),
        plain(organisation) + (emergency ? '  EMERGENCY' : '') + (disposedAt === null ? '' : '  DISPOSED OF'),
      ].join('  '),
    )
    .join('\n');
}

/** What is left to say of a record that was disposed of. */
export const disposedText = ({ reference, disposedAt }: RecordHeading): string =>
  `${reference} was disposed of on ${disposedAt && dayOf(new Date(disposedAt))}. Nothing of it is kept but that it existed.`;

/** A whole record with its events. `names` by our ids; a person who is gone is shown by id. */
export function recordText(record: SharingRecord, names: ReadonlyMap<string, string>): string {
  const nameOf = (id: string | null) => (id === null ? 'nobody yet' : plain(names.get(id) ?? id));
  const { submission } = record;
  return [
    `${record.reference}${record.emergency ? '  EMERGENCY' : ''}`,
    `Review: ${record.review}. Disclosure: ${record.disclosure}.${closedText(record)}`,
    `Agreement: ${record.agreement}. ${plain(submission.currency)}`,
    `Submitted ${record.submittedAt} by ${nameOf(record.requester)}. Approver: ${nameOf(record.approver)}.`,
    `Sharer: ${plain(submission.sharer.roleTitle)}, ${plain(submission.sharer.organisation)}`,
    `Decision: ${submission.decision.outcome}. ${plain(submission.decision.rationale)}`,
    '',
    ...submission.wording.flatMap(({ title, answers }) => [
      plain(title),
      ...answers.map(({ label, value }) => `  ${plain(label)}: ${plain(value)}`),
    ]),
    '',
    ...submission.findings.map(({ rule, effect, text }) => `${rule} (${effect}): ${plain(text)}`),
    '',
    ...record.events.map((event) => `${event.at}  ${event.type} by ${nameOf(event.by)}${wordsOf(event)}`),
  ].join('\n');
}

const closedText = ({ closedAt }: RecordHeading): string => (closedAt === null ? '' : ` Closed ${closedAt}.`);

function wordsOf(event: RecordEvent): string {
  const words = saidIn(event);
  return words === '' ? '' : `: ${plain(words)}`;
}

/** Typed text must not move the cursor, change colours or write over what stands above: no control characters. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}
