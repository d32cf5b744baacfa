import { leaverWords } from '../../cards/notice/leaver.ts';
import { noticeCard as fixedNotice, headWords, setAsideWords } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import { may } from '../records/decide.ts';
import { approversOf, coversFor, type Reviewer } from '../records/standing.ts';
import { waitsSince } from '../records/waiting.ts';
import type { Notice, Person, RecordHeading } from '../stores/ports.ts';
import { answerNotice, changedQuestionNotice, waitingNotice } from './askedNotices.ts';
import { circumstancesOf } from './circumstances.ts';
import { coverNotice } from './cover.ts';
import { digestNotice } from './digestsDue.ts';
import { expiringNotice } from './draftsDue.ts';
import { fullRecordNotice } from './fullRecordNotices.ts';
import type { House } from './house.ts';
import { colleagueLeftNotice, draftHandedOver, personLeftNotice } from './leaverNotices.ts';
import { reviewerOf } from './office.ts';
import { disposedCard, maySee } from './openRecord.ts';
import { proposalCard } from './proposal.ts';
import { recordFor } from './recordView.ts';
import { retentionNotice } from './retentionDue.ts';
import { roleName } from './roles.ts';
import { dayAndTime } from './words.ts';

/** A card for a notice, made when it is sent, so that it shows how things stand then. */
export interface NoticeCard {
  readonly card: Rendered;
  /** The case, or the question, that the card shows. */
  readonly showsCase?: string;
  /** What is due once the card was sent, e.g. to forget words that nobody needs any more. */
  readonly afterwards?: () => Promise<void>;
  /** Nothing of it will change any more, so that where its cards stand can be forgotten. */
  readonly isLast?: true;
}

const banners = {
  'review-asked': (record: RecordHeading, { id, office }: Reviewer): string => {
    const isCover = coversFor(record, id, office);
    if (!record.emergency)
      return `A decision is waiting for your review${isCover ? ': you cover for its approver' : ''}.`;
    return record.completeBy
      ? `EMERGENCY, waiting for your review. Recorded on ${dayAndTime(record.submittedAt)}: information was shared without waiting for a review. What, with whom and why stand below.`
      : 'The full record of this emergency is here for your review, whatever was decided before.';
  },
  outcome: (record: RecordHeading, person: Reviewer): string => {
    if (record.requester === person.id) return reviewed[record.review];
    if (person.office.left.has(record.requester)) return leaverWords.outcome;
    return 'Who made this record says that it was shared.';
  },
  // Those who were asked and need not act any more hear so in place; nobody is written to for that.
  changed: (record: RecordHeading, person: Reviewer): string =>
    record.requester === person.id || may(record, 'approved', person) ? '' : notNeeded[record.review],
  // Nothing has come of it for long, so whoever can decide sees the whole record once more.
  'review-reminder': (record: RecordHeading) =>
    `This is waiting for your review since ${dayAndTime(waitsSince(record))}. Somebody may be holding back because of it.`,
  escalated: (record: RecordHeading, { id, office }: Reviewer): string => {
    if (record.requester === id)
      return 'Your record has waited for long, so I have told the IG leads. They may decide as well.';
    return approversOf(record, office).includes(id)
      ? 'This has waited for long. The IG leads have been told, and may decide as well. The first decision stands.'
      : 'This has waited for long for its review. You may decide as well as its approver. The first decision stands.';
  },
  corrected: () => 'Something in this record was put right. Please read the correction.',
  'disposal-asked': () =>
    'An IG lead asks to dispose of this record. Please read why, then agree or keep it: it takes two of you.',
  'disposal-refused': () =>
    'You asked to dispose of this record, and another IG lead keeps it: why stands below. All of it is still here. When that reason no longer holds, you can ask again.',
  'sharing-alert': () =>
    'Please look at this now: who made it says that it was shared, and nobody had agreed to that. Ask them what happened, and whether anybody must be told.',
} as const;

/** What became of a record, for who made it. */
const reviewed: Readonly<Record<RecordHeading['review'], string>> = {
  awaiting: 'Your record is waiting for review again.',
  'with-ig-lead': 'Your record is with the IG leads.',
  returned: 'Your record came back: something is missing. It goes on when you have put it right.',
  approved: 'Your record has been reviewed.',
  declined: 'Your record has been reviewed.',
  withdrawn: 'Your record is withdrawn.',
};

const notNeeded: Readonly<Record<RecordHeading['review'], string>> = {
  awaiting: 'You need not do anything about this now: somebody else has it to review.',
  'with-ig-lead': 'You need not do anything about this now: the IG leads have it.',
  returned: 'You need not do anything about this now: it went back for more.',
  approved: 'No longer needed: this has been decided.',
  declined: 'No longer needed: this has been decided.',
  withdrawn: 'No longer needed: who made it has withdrawn it.',
};

/** Nothing to tell to somebody who cannot decide. */
const asksToDecide: ReadonlySet<keyof typeof banners> = new Set(['review-asked', 'review-reminder']);

/** Who made it, who was to review it, and who may decide now: not an IG lead whom the requester named as their cover. */
const hearsOfDelay = (record: RecordHeading, reviewer: Reviewer): boolean =>
  [record.requester, ...approversOf(record, reviewer.office)].includes(reviewer.id) ||
  may(record, 'approved', reviewer);

async function aboutRecord(
  house: House,
  person: Person,
  caseId: string,
  kind: keyof typeof banners,
): Promise<NoticeCard | null> {
  const record = await house.stores.records.open(caseId);
  if (!record || record.submission === null) return null;
  const reviewer = await reviewerOf(house, person);
  // A card from before still asks for a decision that is somebody else's now.
  if (!maySee(record, reviewer))
    return kind === 'changed' ? { card: fixedNotice('review-elsewhere'), showsCase: caseId, isLast: true } : null;
  // Decided since, or not theirs to decide any more; also when it was sent before and only that was not noted.
  if (asksToDecide.has(kind) && !may(record, 'approved', reviewer)) return null;
  if (kind === 'escalated' && (record.escalatedAt === null || !hearsOfDelay(record, reviewer))) return null;
  const circumstances = await circumstancesOf(house, record, house.now());
  if (kind === 'disposal-asked' && !may(record, 'disposed', reviewer, circumstances)) return null;
  return {
    card: await recordFor(house, person, record, { banner: banners[kind](record, reviewer) }),
    showsCase: caseId,
  };
}

async function aboutProposal(house: House, person: Person, id: string): Promise<NoticeCard | null> {
  const proposal = await house.stores.proposals.open(id);
  return proposal ? { card: await proposalCard(house, person, proposal) } : null;
}

async function aboutRoles(house: House, id: string): Promise<NoticeCard | null> {
  const person = await house.stores.people.byId(id);
  if (!person) return null;
  const held = person.roles.length > 0 ? person.roles.map(roleName).join(', ') : 'no role';
  return { card: fixedNotice('roles-changed', { more: [`${person.name} now holds: ${held}.`] }) };
}

const aboutHead = ({ roles }: Person, head: string): NoticeCard | null =>
  roles.includes('ig-lead')
    ? { card: fixedNotice('daily-head', { more: [headWords.head(head), headWords.proof(head)] }) }
    : null;

function aboutSetAside(about: string): NoticeCard | null {
  const more = Object.hasOwn(setAsideWords, about) ? setAsideWords[about as keyof typeof setAsideWords] : null;
  return more && { card: fixedNotice('set-aside', { more }) };
}

/** The last that stands in the place of a record's cards, whoever has them: it holds nothing of the record. */
async function stub(house: House, caseId: string): Promise<NoticeCard | null> {
  const heading = await house.stores.records.heading(caseId);
  return heading && { card: disposedCard(heading), isLast: true };
}

/** The card that tells a person what a notice is about; null when there is nothing to tell any more. */
export async function noticeCard(house: House, notice: Notice): Promise<NoticeCard | null> {
  const person = await house.stores.people.byId(notice.to);
  if (!person) return null;
  switch (notice.kind) {
    case 'review-asked':
    case 'review-reminder':
    case 'escalated':
    case 'outcome':
    case 'changed':
    case 'corrected':
    case 'disposal-asked':
    case 'disposal-refused':
    case 'sharing-alert':
      return aboutRecord(house, person, notice.about, notice.kind);
    case 'proposal-asked':
    case 'proposal-outcome':
      return aboutProposal(house, person, notice.about);
    case 'role-granted':
      return aboutRoles(house, notice.about);
    case 'question-asked':
      return waitingNotice(house, person, notice.about);
    case 'question-changed':
      return changedQuestionNotice(house, person, notice.about);
    case 'question-answered':
      return answerNotice(house, person, notice.about);
    case 'full-record-due':
      return fullRecordNotice(house, person, notice.about);
    case 'draft-expiring':
      return expiringNotice(house, person, notice.about);
    case 'digest':
      return digestNotice(house, person, notice.about);
    case 'daily-head':
      return aboutHead(person, notice.about);
    case 'set-aside':
      return aboutSetAside(notice.about);
    case 'disposed':
      return stub(house, notice.about);
    case 'retention-unset':
      return retentionNotice(house, person);
    case 'cover-changed':
      return coverNotice(house, person, notice.about);
    case 'person-left':
      return personLeftNotice(house, notice.about);
    case 'colleague-left':
      return colleagueLeftNotice(house, person, notice.about);
    case 'draft-handed-over':
      return draftHandedOver(house, person, notice.about);
  }
}
