import { disclosureWords, outcomeWords, reviewWords } from '../../cards/record/record.ts';
import { outcomes } from '../checklist/decision.ts';
import { disclosureStates, type Facts, kept, type Row, TABLE } from '../records/review.ts';
import type { Told } from '../records/reviewNotices.ts';
import { EMERGENCY, START } from '../records/submit.ts';
import { listed } from './flow/conditionWords.ts';
import { conditionWords, eventWords, lifeWords, toldWords, whoWords } from './reviewWords.ts';

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
    'What has no row here cannot happen. The first decision stands; a later press shows it and changes nothing. Whoever else has a card of the record, e.g. an IG lead who looked at it, finds that card up to date.',
    'A review that waits longer than the IG lead has set is first brought back to whoever has it. When nothing comes of that, the bot tells the IG leads, and one of them may decide as well. A decision, a return, a resubmission and another approver end that, and whoever has it next has all the time before them.',
    'The requester may say at any time that the information was shared. Where nobody had agreed to it, that needs a reason, and after a refusal the approver and the IG leads are alerted. What has been shared is reviewed: such a record cannot be withdrawn.',
    'A record is open until it is closed. Whatever then happens to it opens it again, where “Record is” does not say otherwise. Nothing happens to a record that was disposed of: two IG leads agreed, its words are gone, and every card of it says so.',
    table(
      [
        'Record is',
        'Review is',
        'Information is',
        'Who',
        'Does',
        'Reason',
        'Review becomes',
        'Information becomes',
        'Record becomes',
        'Who is told',
      ],
      TABLE.map(rowOf),
    ),
    '## Who is who',
    [
      'The **requester** submitted the record and never reviews it, whatever roles they hold.',
      'The **approver** is the one the record names, as long as they hold the role, and whoever covers for them that day. Where nobody of these can review it, an IG lead stands in.',
      'A **delegate of the requester**, whom the requester named to cover for them, decides nothing on the requester’s records.',
      'An **IG lead** holds that role. The **bot** only tells people: it never decides. An administrator sees no record.',
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

const rowOf = ({ from, where, only, when, by, event, needsReason, to, life, tell }: Row): string[] => [
  when === kept ? 'open or closed' : listed(when.map((one) => lifeWords[one])),
  [listed(from.map((state) => reviewWords[state])), ...(only ? [conditionWords[only]] : [])].join(', '),
  where.length === disclosureStates.length ? 'any' : listed(where.map((state) => disclosureWords[state])),
  whoWords[by],
  eventWords[event],
  needsReason ? 'needed' : event === 'resubmitted' ? 'among the answers' : 'may be given',
  to.review ? reviewWords[to.review] : 'stays as it is',
  to.disclosure ? disclosureWords[to.disclosure] : event === 'resubmitted' ? 'as decided now' : 'stays as it is',
  life ? lifeWords[life] : 'stays as it is',
  listed(
    (Object.keys(tell) as Told[]).map((who) => toldWords[who]),
    'and',
  ),
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
