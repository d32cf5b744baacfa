import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { may } from '../records/decide.ts';
import type { SharingRecord } from '../records/record.ts';
import { couldApprove } from '../records/standing.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { type Named, named } from './named.ts';
import { choosing, chosenOf, findButton, unconfirmed } from './narrowed.ts';
import { officeOf, reviewerOf } from './office.ts';
import type { Reply } from './reply.ts';
import { act, type CardIds, notOpened, opened, refusal } from './review.ts';
import { screened } from './screened.ts';
import type { Turn } from './turn.ts';
import { cut } from './typed.ts';

const longestReason = 2000;

/** Holders of the role but the one who has it now; never who made the record, nor a delegate of theirs. */
async function choices(house: House, record: SharingRecord): Promise<Named[]> {
  const holders = await house.stores.people.withRole('approver');
  const office = await officeOf(house);
  return named(holders.filter(({ id }) => id !== record.approver && couldApprove(record, id, office)));
}

const whoReviews = { key: 'approver', label: 'Who reviews it from now on?' } as const;

function form(record: SharingRecord, people: readonly Named[], typed: Inputs, problem = '', banner = ''): Reply {
  const back = button('Back to the record', 'review.open', { case: record.case });
  const ids = { case: record.case, revision: record.revision };
  const isAnybody = people.length > 0;
  const card = formCard({
    kind: 'reassign',
    banner,
    more: isAnybody
      ? [`This is about ${record.reference}.`]
      : ['Nobody else holds the approver role. An administrator gives it: they type “roles”.'],
    fields: isAnybody
      ? [
          ...choosing({ ...whoReviews, people, typed, required: true, problem }),
          field('text', 'reason', 'Why?', { multiline: true, value: typed.reason ?? '' }),
        ]
      : [],
    actions: [
      ...(isAnybody ? [button('Give it to them', 'review.reassign', ids, 'positive')] : []),
      ...findButton([{ people }], 'review.approvers', { case: record.case }),
      back,
    ],
  });
  return { card, showsCase: record.case };
}

async function reassign(house: House, turn: Turn, ids: CardIds, came: Inputs): Promise<Reply> {
  const { inputs, taken } = screened({ reason: (came.reason ?? '').trim() }, turn.at);
  const reason = inputs.reason ?? '';
  const record = await opened(house, turn, ids.case);
  if (!record) return notOpened(house, turn, ids.case, [cut(reason, longestReason)]);
  const typed = { ...came, reason };
  // Whoever has the record already stays a choice here, so that the same press once more shows what it did.
  const wanted = chosenOf(await choices(house, { ...record, approver: null }), typed, whoReviews.key);
  const asks = { ...record, revision: ids.revision };
  const approvers = await choices(house, record);
  const isMine = may(record, 'reassigned', await reviewerOf(house, turn.person));
  const toFind = unconfirmed(typed, { ...whoReviews, people: approvers });
  if (isMine && (toFind || !wanted))
    return form(asks, approvers, typed, toFind || 'Tell us who reviews it from now on');
  if (isMine && reason.length > longestReason)
    return form(asks, approvers, typed, `Tell us why in at most ${longestReason} characters`);
  return act(house, turn, ids, {
    event: { type: 'reassigned', approver: wanted?.id ?? '', reason },
    typed: reason,
    taken,
    again: ({ problem, banner }) => form(asks, approvers, typed, problem, banner),
  });
}

/** An IG lead gives a record to another approver. */
export const reassignActions = {
  'review.approvers': async (house, turn, { data, inputs }) => {
    const reason = screened({ reason: (inputs.reason ?? '').trim() }, turn.at).inputs.reason ?? '';
    const record = await opened(house, turn, data.case);
    if (!record) return notOpened(house, turn, data.case, [cut(reason, longestReason)]);
    const refused = await refusal(house, turn, record, 'reassigned', reason);
    return refused ?? form(record, await choices(house, record), { ...inputs, reason });
  },
  'review.reassign': (house, turn, { data, inputs }) => reassign(house, turn, data, inputs),
} satisfies Handlers;
