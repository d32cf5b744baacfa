import { disclosureWords, outcomeWords, reviewWords } from '../../cards/record/record.ts';
import { outcomes } from '../checklist/decision.ts';
import type { DisclosureState, ReviewState } from '../records/record.ts';
import { type Row, TABLE } from '../records/review.ts';
import { EMERGENCY, START } from '../records/submit.ts';
import { listed } from './flow/conditionWords.ts';
import { eventWords, whoWords } from './reviewWords.ts';

type Facts = { readonly review: ReviewState; readonly disclosure: DisclosureState };

/** The review of a record as a page of Markdown, made from the review table and from where a record starts. */
export function reviewPage(): string {
  return [
    '<!-- Made by `npm run draw` from bot/records/review.ts and bot/records/submit.ts. Do not edit. -->',
    '# What may happen to a record',
    'A record has two facts: where its review stands, and whether the information has been shared. They are apart, because nobody has to wait for the review when waiting puts someone at risk.',
    '## Where a record starts',
    table(['Decision', 'Review', 'Information'], starts()),
    'Whoever reviews it is asked at once: the approver; the IG leads where the record names none, or was referred to them. Where nobody is there yet, the requester is told that it waits.',
    '## What may happen then',
    'What has no row here cannot happen. The first decision stands; a later press shows it and changes nothing.',
    table(['Review is', 'Who', 'Does', 'Reason', 'Review becomes', 'Information', 'Who is told'], TABLE.map(rowOf)),
    '## Who is who',
    [
      'The **requester** submitted the record and never reviews it, whatever roles they hold.',
      'The **approver** is the one the record names, as long as they hold the role. Where it names none, an IG lead stands in.',
      'An **IG lead** holds that role. The bot never decides, and an administrator sees no record.',
    ]
      .map((line) => `- ${line}`)
      .join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function starts(): string[][] {
  const rowFor = (decision: string, { review, disclosure }: Facts) => [
    decision,
    reviewWords[review],
    disclosureWords[disclosure],
  ];
  return [
    ...outcomes.map((outcome) => rowFor(outcomeWords[outcome], START[outcome])),
    rowFor('Any, in an emergency', EMERGENCY),
    ['Any, when it was shared before', 'as above', disclosureWords.made],
  ];
}

const rowOf = ({ from, by, event, needsReason, to, tell }: Row): string[] => [
  reviewWords[from],
  whoWords[by],
  eventWords[event],
  needsReason ? 'needed' : 'may be given',
  reviewWords[to.review],
  to.disclosure ? disclosureWords[to.disclosure] : 'stays as it is',
  listed(
    tell.map((who) => whoWords[who]),
    'and',
  ),
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
