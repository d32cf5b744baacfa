import { findingGroups, goodToKnow } from '../../cards/check/found.ts';
import { disclosureWords, outcomeWords, reviewWords } from '../../cards/record/record.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { RecordEvent, SharingRecord } from '../records/record.ts';
import { saidIn } from '../records/said.ts';
import { plainWords } from './plainWords.ts';
import { findingRows } from './recordView.ts';
import { day, dayAndTime } from './words.ts';

/** What one line says: its label and its words; without words it is left out. */
type Line = readonly [label: string, ...words: readonly string[]];

/** A message that fits a case system’s notes. */
const longest = 3_900;
/** How much of each line’s words stays; the first that fits is taken. The record has them whole. */
const cuts = [1_000, 700, 500, 350, 250, 150, 80];
const mostFindings = 6;

const cutTo = (words: string, most: number): string =>
  words.length <= most ? words : `${words.slice(0, most).replace(/\s+\S*$/u, '')} …`;

/** Answers by input key, in the words that stood on the cards. */
export function answersOf(
  { submission }: SharingRecord,
  { questions }: Knowledge,
): (...keys: readonly string[]) => string[] {
  const labels = new Map(questions.flatMap(({ inputs }) => inputs.map(({ key, label }) => [key, label] as const)));
  const said = new Map(submission.wording.flatMap(({ answers }) => answers.map(({ label, value }) => [label, value])));
  return (...keys) =>
    keys.flatMap((key) => {
      const answer = submission.answers[key];
      if (answer === undefined || answer.length === 0) return [];
      // A question that was asked in other words then: what was typed is the same.
      return said.get(labels.get(key) ?? '') ?? (typeof answer === 'string' ? answer : []);
    });
}

/** Events that bring a review to where it stands. */
const reached: Readonly<Record<SharingRecord['review'], readonly RecordEvent['type'][]>> = {
  awaiting: ['advised', 'reassigned'],
  'with-ig-lead': ['asked-ig-lead'],
  returned: ['returned'],
  approved: ['approved'],
  declined: ['declined', 'revoked'],
  withdrawn: ['withdrawn'],
};

function review({ events, review: standing, disclosure, closedAt }: SharingRecord): Line {
  const latest = events.findLast(({ type }) => reached[standing].includes(type) || type === 'resubmitted');
  const event = latest?.type === 'resubmitted' ? undefined : latest;
  const when = event ? `${reviewWords[standing]} on ${day(event.at)}` : reviewWords[standing];
  const closed = closedAt === null ? '' : `closed on ${day(closedAt)}`;
  return ['Review', when, event ? saidIn(event) : '', disclosureWords[disclosure], closed];
}

/** What was put right since, and why the information went, was stopped or was not to be disposed of. */
const sinceThen: Readonly<Partial<Record<RecordEvent['type'], string>>> = {
  corrected: 'Correction',
  'disclosure-made': 'Shared',
  stopped: 'Stopped',
  closed: 'Closed',
  'disposal-asked': 'Disposal asked for',
  'disposal-refused': 'Kept',
};

const eventLines = ({ events }: SharingRecord): Line[] =>
  events.flatMap((event): Line[] => {
    const label = sinceThen[event.type];
    const said = saidIn(event);
    return label && said !== '' ? [[label, day(event.at), said]] : [];
  });

/** What asks something of somebody, without what is only good to know. */
function foundLines({ submission }: SharingRecord, knowledge: Knowledge): Line[] {
  const groups = findingGroups(findingRows(knowledge, submission.findings)).filter(({ title }) => title !== goodToKnow);
  const all = groups.flatMap(({ title, rows }) => rows.map(({ text, source }): Line => [title, `${text}${source}`]));
  const left = all.length - mostFindings;
  return [...all.slice(0, mostFindings), ...(left > 0 ? [['Also found', `${left} more, in the record`] as const] : [])];
}

function linesOf(record: SharingRecord, knowledge: Knowledge): Line[] {
  const { submission } = record;
  const said = answersOf(record, knowledge);
  return [
    [record.emergency ? 'Emergency record' : 'Record of a sharing decision', record.reference],
    ['Submitted', dayAndTime(record.submittedAt)],
    ['Decision', outcomeWords[submission.decision.outcome]],
    ['Why', submission.decision.rationale],
    review(record),
    ...eventLines(record),
    ['In danger', ...said('emergency-who')],
    ['Agreement', knowledge.agreements.get(record.agreement)?.name ?? 'No agreement we hold', submission.currency],
    ['From', `${submission.sharer.roleTitle}, ${submission.sharer.organisation}`],
    ['To', ...said('recipient-role', 'recipient-organisation')],
    ['What', ...said('emergency-shared', 'data-groups', 'data-groups-general', 'other-data')],
    ['Held back', ...said('withheld')],
    ['Instead', ...said('instead')],
    ['Asked of the IG team', ...said('refer-question')],
    ['How', ...said('transfer-method')],
    ['Harm if shared', ...said('harm-of-sharing')],
    ['Harm if not shared', ...said('harm-of-not-sharing')],
    ['Told', ...said('told', 'told-whom')],
    ['Not told', ...said('not-told-whom', 'not-told-reason')],
    ['Look again at telling them', ...said('tell-later')],
    ['Look at this again', ...said('review-on')],
    ...foundLines(record, knowledge),
  ];
}

const drawn = (lines: readonly Line[], most: number): string =>
  lines
    .map(([label, ...words]) => [label, words.map(plainWords).filter((each) => each !== '')] as const)
    .filter(([, words]) => words.length > 0)
    .map(([label, words]) => `${label}: ${words.map((each) => cutTo(each, most)).join('; ')}`)
    .join('\n');

/** A record as a message to copy into a case system: roles, no names, under 4,000 characters. */
export function plainSummary(record: SharingRecord, knowledge: Knowledge): string {
  const lines = linesOf(record, knowledge);
  const texts = cuts.map((most) => drawn(lines, most));
  return texts.find(({ length }) => length <= longest) ?? (texts.at(-1) as string);
}
