import type { Life } from './life.ts';
import type { DisclosureState, ReviewEvent, ReviewState } from './record.ts';
import type { Tell } from './reviewNotices.ts';

/**
 * What somebody is to one record. `delegate`: the requester named them to cover for them. `bot`: what happens by itself,
 * at its time.
 */
export type Standing = 'requester' | 'delegate' | 'approver' | 'ig-lead' | 'bot' | 'other';

/** Where a record stands: its two facts. */
export interface Facts {
  readonly review: ReviewState;
  readonly disclosure: DisclosureState;
}

/**
 * What else must hold. `due`: the rest of the record is due. `refers`, `refers-not`: what is handed in refers the
 * decision to the IG lead, or does not. `has-approver`: somebody reviews it who is not standing in as an IG lead.
 * `escalated`: the IG leads were told that it waits. `escalates`: they were not, and do not stand in. `whole`: nothing of
 * it is due any more. `retention-over`: it has been kept as long as it is to be. `agreed`: that too, and somebody else
 * asked to dispose of it. `requester-left`: whoever made it has left, so that an IG lead ends it for them.
 */
export type Condition =
  | 'due'
  | 'refers'
  | 'refers-not'
  | 'has-approver'
  | 'escalated'
  | 'escalates'
  | 'whole'
  | 'retention-over'
  | 'agreed'
  | 'requester-left';

/** One thing that may happen to a record. */
export interface Row {
  readonly event: ReviewEvent['type'] | 'resubmitted';
  readonly by: Standing;
  readonly from: readonly ReviewState[];
  /** Where the information stands. */
  readonly where: readonly DisclosureState[];
  readonly only: Condition | null;
  /** How far its life has come. */
  readonly when: readonly Life[];
  /** A fact that is not named stays as it is. */
  readonly to: Partial<Facts>;
  /** What its life comes to; null leaves it as it is. */
  readonly life: Life | null;
  readonly needsReason: boolean;
  /** Besides whoever acted, who need not be told. */
  readonly tell: Tell;
}

export const reviewStates = ['awaiting', 'with-ig-lead', 'returned', 'approved', 'declined', 'withdrawn'] as const;
export const disclosureStates = ['not-yet', 'made', 'stopped', 'none-intended'] as const;

const toShare = ['not-yet', 'made', 'stopped'] as const;
/** Nobody has to act any more: the cards that asked them to say so. */
const quiet = {
  awaiting: { approver: 'changed', escalatedTo: 'changed' },
  'with-ig-lead': { approver: 'changed', igLeads: 'changed' },
} as const;
const outcome = { requester: 'outcome', approver: 'changed' } as const;
const alert = { approver: 'sharing-alert', igLeads: 'sharing-alert' } as const;

/** Whatever happens to a closed record opens it again, where a row does not say otherwise. */
export const kept = ['open', 'closed', 'disposal-asked'] as const;

/** The one table of what may happen to a record after it was submitted. What has no row cannot happen. */
export const TABLE: readonly Row[] = [
  // The approver decides what waits, and once it has waited too long an IG lead may as well; what was referred is the IG
  // lead's to decide. The other one then hears of it.
  ...(
    [
      ['approver', 'awaiting', null],
      ['ig-lead', 'awaiting', 'escalated'],
      ['ig-lead', 'with-ig-lead', null],
    ] as const
  ).flatMap(([by, from, only]) => {
    const tell = { requester: 'outcome', ...quiet[from] } as const;
    return [
      row('approved', by, [from], { review: 'approved' }, { tell, only }),
      row('declined', by, [from], { review: 'declined' }, { tell, only, needsReason: true }),
      row('returned', by, [from], { review: 'returned' }, { tell, only, needsReason: true }),
    ];
  }),
  // Nobody has looked at it: by itself after the hours that the IG lead set, or when its requester says so.
  row(
    'escalated',
    'bot',
    ['awaiting'],
    {},
    {
      only: 'escalates',
      needsReason: true,
      tell: { requester: 'escalated', approver: 'escalated', igLeads: 'escalated' },
    },
  ),
  row(
    'escalated',
    'requester',
    ['awaiting'],
    {},
    { only: 'escalates', needsReason: true, tell: { approver: 'escalated', igLeads: 'escalated' } },
  ),
  row(
    'asked-ig-lead',
    'approver',
    ['awaiting'],
    { review: 'with-ig-lead' },
    { only: 'has-approver', needsReason: true, tell: { requester: 'changed', igLeads: 'review-asked' } },
  ),
  // Without an approver there is nobody to advise: the IG lead decides.
  row(
    'advised',
    'ig-lead',
    ['with-ig-lead'],
    { review: 'awaiting' },
    {
      only: 'has-approver',
      needsReason: true,
      tell: { requester: 'changed', approver: 'review-asked', igLeads: 'changed' },
    },
  ),
  row(
    'reassigned',
    'ig-lead',
    ['awaiting'],
    {},
    {
      tell: { requester: 'changed', approver: 'review-asked', formerApprover: 'changed', escalatedTo: 'changed' },
    },
  ),
  row(
    'reassigned',
    'ig-lead',
    ['with-ig-lead', 'returned'],
    {},
    { tell: { requester: 'changed', approver: 'changed', formerApprover: 'changed' } },
  ),
  ...(['approver', 'ig-lead'] as const).flatMap((by) => [
    row(
      'revoked',
      by,
      ['approved'],
      { review: 'declined', disclosure: 'stopped' },
      { where: toShare, tell: outcome, needsReason: true },
    ),
    row(
      'revoked',
      by,
      ['approved'],
      { review: 'declined' },
      { where: ['none-intended'], tell: outcome, needsReason: true },
    ),
  ]),
  row(
    'resubmitted',
    'requester',
    ['returned'],
    { review: 'awaiting' },
    { only: 'refers-not', tell: { approver: 'review-asked' } },
  ),
  row(
    'resubmitted',
    'requester',
    ['returned'],
    { review: 'with-ig-lead' },
    { only: 'refers', tell: { igLeads: 'review-asked', approver: 'changed' } },
  ),
  // The full record after an emergency is reviewed whole, also where the first three answers were decided on.
  row(
    'resubmitted',
    'requester',
    ['awaiting', 'approved', 'declined'],
    { review: 'awaiting' },
    { only: 'due', tell: { approver: 'review-asked', escalatedTo: 'changed' } },
  ),
  // What has gone is reviewed, whatever its requester would like.
  ...(['awaiting', 'with-ig-lead', 'returned'] as const).map((from) =>
    row(
      'withdrawn',
      'requester',
      [from],
      { review: 'withdrawn' },
      {
        where: ['not-yet', 'stopped', 'none-intended'],
        tell: quiet[from === 'with-ig-lead' ? 'with-ig-lead' : 'awaiting'],
      },
    ),
  ),
  // Nobody has to wait for the review when waiting puts someone at risk, so this is never refused.
  row(
    'disclosure-made',
    'requester',
    ['approved'],
    { disclosure: 'made' },
    { where: ['not-yet', 'made'], tell: { approver: 'changed' } },
  ),
  row(
    'disclosure-made',
    'requester',
    ['approved'],
    { disclosure: 'made' },
    { where: ['stopped', 'none-intended'], needsReason: true, tell: alert },
  ),
  // Whoever has it to review decides with that before them.
  row(
    'disclosure-made',
    'requester',
    ['awaiting', 'returned'],
    { disclosure: 'made' },
    { needsReason: true, tell: { approver: 'outcome', escalatedTo: 'outcome' } },
  ),
  row(
    'disclosure-made',
    'requester',
    ['with-ig-lead'],
    { disclosure: 'made' },
    { needsReason: true, tell: { approver: 'outcome', igLeads: 'outcome' } },
  ),
  row(
    'disclosure-made',
    'requester',
    ['declined', 'withdrawn'],
    { disclosure: 'made' },
    { needsReason: true, tell: alert },
  ),
  row(
    'stopped',
    'requester',
    reviewStates,
    { disclosure: 'stopped' },
    { where: ['not-yet', 'made'], needsReason: true, tell: { approver: 'changed' } },
  ),
  // A record must be right as long as it is kept (UK GDPR Article 16), so this is never refused.
  ...(['requester', 'ig-lead'] as const).map((by) =>
    row(
      'corrected',
      by,
      reviewStates,
      {},
      { life: null, needsReason: true, tell: { requester: 'corrected', approver: 'corrected', igLeads: 'changed' } },
    ),
  ),
  // Two people who did not make it dispose of a record, and not before its time is over.
  ...(
    [
      ['disposal-asked', 'closed', 'disposal-asked', 'retention-over', true, { igLeads: 'disposal-asked' }],
      ['disposed', 'disposal-asked', 'disposed', 'agreed', false, {}],
      [
        ...(['disposal-refused', 'disposal-asked', 'closed', null, true] as const),
        { disposalAsker: 'disposal-refused', igLeads: 'changed' },
      ],
    ] as const
  ).map(([event, when, life, only, needsReason, tell]) =>
    row(event, 'ig-lead', reviewStates, {}, { when: [when], life, only, needsReason, tell }),
  ),
  // What is still due of a record keeps it open, unless nobody reviews it any more.
  ...(
    [
      [['approved', 'declined'], 'whole'],
      [['withdrawn'], null],
    ] as const
  ).map(([from, only]) =>
    row(
      'closed',
      'requester',
      from,
      {},
      {
        where: ['made', 'stopped', 'none-intended'],
        only,
        when: ['open'],
        life: 'closed',
        tell: { approver: 'changed' },
      },
    ),
  ),
  // Nobody else can hand it in again or say what became of it.
  ...(['awaiting', 'with-ig-lead', 'returned'] as const).map((from) =>
    row(
      'withdrawn',
      'ig-lead',
      [from],
      { review: 'withdrawn' },
      { only: 'requester-left', needsReason: true, tell: quiet[from === 'with-ig-lead' ? 'with-ig-lead' : 'awaiting'] },
    ),
  ),
  row(
    'stopped',
    'ig-lead',
    reviewStates,
    { disclosure: 'stopped' },
    { only: 'requester-left', where: ['not-yet', 'made'], needsReason: true, tell: { approver: 'changed' } },
  ),
  row(
    'closed',
    'ig-lead',
    ['approved', 'declined', 'withdrawn'],
    {},
    {
      only: 'requester-left',
      where: ['made', 'stopped', 'none-intended'],
      when: ['open'],
      life: 'closed',
      tell: { approver: 'changed' },
    },
  ),
];

/** Everything that the table knows somebody to do. */
export const acts: readonly Row['event'][] = [...new Set(TABLE.map(({ event }) => event))];

function row(
  event: Row['event'],
  by: Standing,
  from: Row['from'],
  to: Row['to'],
  more: Partial<Row> & Pick<Row, 'tell'>,
): Row {
  const { tell, where = disclosureStates, only = null, when = kept, life = 'open', needsReason = false } = more;
  return { event, by, from, where, only, when, to, life, needsReason, tell };
}
