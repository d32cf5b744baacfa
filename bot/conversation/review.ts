import { checkWords } from '../../cards/check/check.ts';
import { refusedWords } from '../../cards/notice/notice.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { Commit } from '../records/commit.ts';
import { decide, didSince, hasNewsSince, type Refused, rowFor } from '../records/decide.ts';
import type { ReviewEvent, SharingRecord } from '../records/record.ts';
import type { Row } from '../records/review.ts';
import type { Committed } from '../stores/ports.ts';
import { StoreError } from '../stores/storeError.ts';
import type { Handlers } from './actions.ts';
import { circumstancesOf } from './circumstances.ts';
import { finishDisposals } from './disposal.ts';
import { following } from './following.ts';
import type { House } from './house.ts';
import { reviewerOf } from './office.ts';
import { noRecord, openRecord } from './openRecord.ts';
import { type Beside, recordFor } from './recordView.ts';
import { membershipWords, refusalWords } from './refusals.ts';
import type { Reply } from './reply.ts';
import { screened } from './screened.ts';
import type { Turn } from './turn.ts';
import { withHolders } from './withHolders.ts';

const longestReason = 2000;

const newsFirst =
  'Something to read has come in since that card. Nothing has changed: please read it, then press again.';

/** What is asked where a reason is needed and was not given. */
const reasonNeeded: Readonly<Record<ReviewEvent['type'], string>> = {
  approved: '',
  declined: 'Tell us why you decline it',
  returned: 'Tell us what is missing',
  'asked-ig-lead': 'Tell us what you want to ask the IG lead',
  advised: 'Tell us your advice',
  escalated: 'Tell us what the IG lead should know',
  withdrawn: 'Tell us why you withdraw it',
  revoked: 'Tell us why you take the approval back',
  reassigned: 'Tell us why somebody else is to review it',
  'disclosure-made': 'Tell us why it could not wait for the review',
  stopped: 'Tell us why it is not shared, or no further',
  closed: '',
  corrected: 'Tell us what is wrong, and what is right',
  'disposal-asked': 'Tell us why it may go',
  'disposal-refused': 'Tell us why it is kept',
  disposed: '',
};

/** Ids of a card: the record, and its revision when the card was drawn. */
export interface CardIds {
  readonly case: string;
  readonly revision: number;
}

/** A record that the person may see; null otherwise. */
export const opened = (house: House, turn: Turn, caseId: string): Promise<SharingRecord | null> =>
  openRecord(house, turn.person, caseId);

/** What answers in the place of one that is not; what was typed comes back on it. */
export const notOpened = (house: House, turn: Turn, caseId: string, typed: readonly string[] = []): Promise<Reply> =>
  noRecord(house, turn.person, caseId, { typed });

/** The record's card. */
export const shown = async (house: House, turn: Turn, record: SharingRecord, beside: Beside = {}): Promise<Reply> => ({
  card: await recordFor(house, turn.person, record, beside),
  showsCase: record.case,
});

/** The record's card with why the person cannot do this to it; null when they can. */
export async function refusal(
  house: House,
  turn: Turn,
  record: SharingRecord,
  act: Row['event'],
  typed = '',
): Promise<Reply | null> {
  const found = rowFor(record, act, await reviewerOf(house, turn.person));
  if (found.kind === 'found') return null;
  return shown(house, turn, record, { reasonTyped: typed, banner: refusalWords(found.why, act, record) });
}

/** What was taken out of a comment before it was kept; empty when nothing. */
const takenWords = (taken: readonly string[]): string =>
  taken.length > 0 ? `I took ${taken.join(' and ')} out of your comment: a record does not need it.` : '';

/** What somebody wants to do; `typed` is what comes back to them, screened, when it cannot be done. */
interface Wanted {
  readonly event: ReviewEvent;
  readonly typed: string;
  readonly taken: readonly string[];
  /** The pressed card once more with what was typed, where that is a form and not the record's own card. */
  readonly again?: (said: Said) => Reply;
}

/** Why the pressed card comes back: a reason is missing, or something about its saving. */
interface Said {
  readonly problem?: string;
  readonly banner?: string;
}

/**
 * Does one thing to a record as the review table has it, once. Who decides is checked with Teams; everything is checked
 * against the record as it stands, so that a late press shows what happened first. A slow store is followed.
 */
export async function act(house: House, turn: Turn, ids: CardIds, wanted: Wanted): Promise<Reply> {
  const { event, typed, taken } = wanted;
  const record = await opened(house, turn, ids.case);
  if (!record) return notOpened(house, turn, ids.case, [typed]);
  if (didSince(record, ids.revision, event, turn.person.id)) return shown(house, turn, record);
  // Who made a record decides nothing, and may always say what happened.
  const isOwn = record.requester === turn.person.id;
  const membership = isOwn ? 'member' : await house.members.of(turn.person);
  if (membership !== 'member')
    return wanted.again
      ? wanted.again({ banner: membershipWords[membership] })
      : shown(house, turn, record, { reasonTyped: typed, banner: membershipWords[membership] });
  const reviewer = await reviewerOf(house, turn.person);
  const decided = decide(record, event, reviewer, turn.at, await circumstancesOf(house, record, turn.at));
  if (decided.kind === 'refused') return refused(house, turn, record, wanted, decided.why);
  if (!isOwn && event.type !== 'corrected' && hasNewsSince(record, ids.revision))
    return shown(house, turn, record, { reasonTyped: typed, banner: newsFirst });
  return following(
    house,
    turn,
    written(house, decided.commit),
    async (outcome, isLate) => {
      if (outcome instanceof StoreError) return notSaved(house, turn, ids, wanted, { error: outcome, isLate });
      // Something else was written first: what now holds decides what becomes of this press.
      if (outcome.kind === 'conflict') return act(house, turn, ids, wanted);
      house.nudge();
      if (event.type === 'disposed') await finishDisposals(house);
      const banner = [isLate ? checkWords.savedNow(record.reference) : '', takenWords(taken)].filter(Boolean).join(' ');
      const after = await opened(house, turn, record.case);
      return after
        ? { ...(await shown(house, turn, after, { banner })), isNews: true }
        : notOpened(house, turn, record.case);
    },
    () => pressedAgain(house, turn, record, wanted, { banner: checkWords.notYetSaved }),
  );
}

/** Why it could not be written is an outcome: somebody may read it after the press was answered. */
async function written(house: House, commit: Commit): Promise<Committed | StoreError> {
  try {
    return await house.stores.records.commit(await withHolders(house, commit));
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
}

/** In time the pressed card still stands as it was; late, it has to be put there again. */
async function notSaved(
  house: House,
  turn: Turn,
  ids: CardIds,
  wanted: Wanted,
  { error, isLate }: { readonly error: StoreError; readonly isLate: boolean },
): Promise<Reply> {
  if (!isLate) throw error;
  house.log.error({ case: ids.case, code: error.code, why: error.message }, 'a review act was not saved');
  const record = await opened(house, turn, ids.case);
  if (!record) return notOpened(house, turn, ids.case, [wanted.typed]);
  return pressedAgain(house, turn, record, wanted, { banner: refusedWords(error.code) });
}

/** The pressed card, with what was typed and its button. */
async function pressedAgain(
  house: House,
  turn: Turn,
  record: SharingRecord,
  { event, typed, again }: Wanted,
  { problem = '', banner = '' }: Said,
): Promise<Reply> {
  if (again) return again({ problem, banner });
  return shown(house, turn, record, { reasonTyped: typed, reasonProblem: problem, tried: event.type, banner });
}

/** What was typed stands on the card again, unless a decision made it pointless. */
async function refused(
  house: House,
  turn: Turn,
  record: SharingRecord,
  wanted: Wanted,
  why: Refused['why'],
): Promise<Reply> {
  return why === 'reason-needed'
    ? pressedAgain(house, turn, record, wanted, { problem: reasonNeeded[wanted.event.type] })
    : shown(house, turn, record, { reasonTyped: wanted.typed, banner: refusalWords(why, wanted.event.type, record) });
}

/** An act with a comment from the record's card. */
const withComment =
  (make: (reason: string) => ReviewEvent) =>
  async (
    house: House,
    turn: Turn,
    { data, inputs: came }: { readonly data: CardIds; readonly inputs: Inputs },
  ): Promise<Reply> => {
    const { inputs, taken } = screened({ reason: (came.reason ?? '').trim() }, turn.at);
    const typed = inputs.reason ?? '';
    if (typed.length <= longestReason) return act(house, turn, data, { event: make(typed), typed, taken });
    return {
      text: `Please say it in at most ${longestReason} characters. Nothing has changed yet, and what you typed is still on the card.`,
    };
  };

const reasoned = (type: Exclude<ReviewEvent['type'], 'approved' | 'reassigned' | 'disclosure-made' | 'corrected'>) =>
  withComment((reason) => ({ type, reason }));

export const reviewActions = {
  'review.open': async (house, turn, { data }) => {
    const record = await opened(house, turn, data.case);
    return record ? shown(house, turn, record) : notOpened(house, turn, data.case);
  },
  'review.approve': withComment((comment) => ({ type: 'approved', comment })),
  'review.decline': reasoned('declined'),
  'review.return': reasoned('returned'),
  'review.ask-lead': reasoned('asked-ig-lead'),
  'review.advise': reasoned('advised'),
  'review.escalate': reasoned('escalated'),
  'review.revoke': reasoned('revoked'),
  'review.withdraw': reasoned('withdrawn'),
  'review.stop': reasoned('stopped'),
  'review.close': reasoned('closed'),
  'review.ask-disposal': reasoned('disposal-asked'),
  'review.keep': reasoned('disposal-refused'),
  'review.dispose': reasoned('disposed'),
} satisfies Handlers;
