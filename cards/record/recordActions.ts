import { type Button, button } from '../button.ts';
import { type Field, field } from '../field.ts';
import type { Verb } from '../verbs.ts';

/** What somebody may do to a record; the names are those of what then happens to it. */
export type Act =
  | 'approved'
  | 'declined'
  | 'returned'
  | 'asked-ig-lead'
  | 'advised'
  | 'escalated'
  | 'resubmitted'
  | 'disclosure-made'
  | 'revoked'
  | 'reassigned'
  | 'withdrawn'
  | 'stopped'
  | 'closed'
  | 'corrected'
  | 'disposal-asked'
  | 'disposal-refused'
  | 'disposed';

interface Known {
  readonly case: string;
  readonly revision: number;
  readonly completeBy: string;
  readonly disclosure: string;
  /** What the person looking may do now. */
  readonly may: readonly Act[];
  readonly reasonTyped: string;
  readonly reasonProblem: string;
}

interface Offer {
  readonly verb: Verb;
  readonly title: (record: Known) => string;
  readonly style?: Button['style'];
  /** What the comment is for; empty where none is used. */
  readonly comment: string;
}

const offer = (verb: Verb, title: string | Offer['title'], comment: string, style?: Button['style']): Offer => ({
  verb,
  title: typeof title === 'string' ? () => title : title,
  comment,
  ...(style && { style }),
});

/** In the order in which they are offered. */
const offers: Readonly<Record<Act, Offer>> = {
  disposed: offer('review.dispose', 'Agree: dispose of it for good', '', 'destructive'),
  'disposal-refused': offer('review.keep', 'Keep the record', 'why it is kept'),
  approved: offer('review.approve', 'Approve', '', 'positive'),
  declined: offer('review.decline', 'Decline', 'why you decline', 'destructive'),
  returned: offer('review.return', 'Return for more', 'what is missing'),
  'asked-ig-lead': offer('review.ask-lead', 'Ask the IG lead', 'what you ask the IG lead'),
  advised: offer('review.advise', 'Advise the approver', 'your advice'),
  resubmitted: offer(
    'checklist.complete',
    ({ completeBy }) => (completeBy === '' ? 'Put it right' : 'Complete the record'),
    '',
    'positive',
  ),
  'disclosure-made': offer('review.sharing', 'I have shared it', ''),
  revoked: offer('review.revoke', 'Take the approval back', 'why you take the approval back', 'destructive'),
  reassigned: offer('review.approvers', 'Give to another approver', ''),
  escalated: offer('review.escalate', 'Nobody has looked: tell the IG lead', 'what the IG lead should know'),
  withdrawn: offer('review.withdraw', 'Withdraw', 'why you withdraw it'),
  stopped: offer(
    'review.stop',
    ({ disclosure }) => (disclosure === 'made' ? 'Share no further' : 'Not sharing after all'),
    'why you do not share it, or no further',
  ),
  closed: offer('review.close', 'Close the record', ''),
  'disposal-asked': offer('review.ask-disposal', 'Ask to dispose of it', 'why it may go'),
  corrected: offer('review.correction', 'Correct something', ''),
};

/** What most people come for; the rest stands behind what there is to look at. */
const likely: ReadonlySet<Act> = new Set<Act>([
  'disposed',
  'disposal-refused',
  'approved',
  'declined',
  'returned',
  'advised',
  'resubmitted',
  'disclosure-made',
]);
/** What comes once the answers were read. */
const next: ReadonlySet<Act> = new Set<Act>(['asked-ig-lead']);

const offered = ({ may }: Known): Act[] => (Object.keys(offers) as Act[]).filter((act) => may.includes(act));

/** These change nothing: they ask for more, on a card of their own. */
const asksFirst: ReadonlySet<Verb> = new Set<Verb>([
  'review.sharing',
  'review.approvers',
  'review.correction',
  'checklist.complete',
]);

const buttonOf = (record: Known, act: Act): Button => {
  const { verb, title, style } = offers[act];
  const ids = asksFirst.has(verb) ? { case: record.case } : { case: record.case, revision: record.revision };
  return button(title(record), verb, ids, style);
};

/** Buttons for what the person may do: those likely now, those that come next, and the others. */
export function actButtons(record: Known): Readonly<Record<'likely' | 'next' | 'others', Button[]>> {
  const acts = offered(record);
  const drawn = (wanted: (act: Act) => boolean) => acts.filter(wanted).map((act) => buttonOf(record, act));
  return {
    likely: drawn((act) => likely.has(act)),
    next: drawn((act) => next.has(act)),
    others: drawn((act) => !likely.has(act) && !next.has(act)),
  };
}

/** The button for an act is among these. */
export const isAmong = (act: Act | null, shown: readonly Button[]): boolean =>
  act !== null && shown.some(({ verb }) => verb === offers[act].verb);

/** Deciding, from whichever page of the record. */
export const decideButtons = (record: Known): Button[] =>
  offered(record)
    .filter((act) => act === 'approved' || act === 'declined')
    .map((act) => buttonOf(record, act));

/** The most buttons that Teams draws on a card. */
const mostButtons = 6;

/** Buttons in two goes: those of the first page, and what stands behind *More…*. */
export function inTwo(all: readonly Button[], more: Button): { readonly first: Button[]; readonly rest: Button[] } {
  if (all.length <= mostButtons) return { first: [...all], rest: [] };
  return { first: [...all.slice(0, mostButtons - 1), more], rest: all.slice(mostButtons - 1) };
}

/** The one comment of a card, named after what its buttons use it for; one that was begun is never lost. */
export function commentFields(record: Known, shown: readonly Button[]): Field[] {
  const used = offered(record)
    .map((act) => offers[act])
    .filter(({ verb, comment }) => comment !== '' && shown.some((one) => one.verb === verb));
  if (used.length === 0 && record.reasonTyped === '') return [];
  const uses = used.map(({ comment }) => comment);
  const last = uses.pop() ?? '';
  const label = [uses.join(', '), last].filter((words) => words !== '').join(' or ');
  return [
    field(
      'text',
      'reason',
      label === '' ? 'What you typed, for you to copy: nothing uses it now' : `Comment: ${label}`,
      {
        multiline: true,
        value: record.reasonTyped,
        problem: record.reasonProblem,
      },
    ),
  ];
}
