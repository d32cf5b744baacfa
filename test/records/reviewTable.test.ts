import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, rowFor } from '../../bot/records/decide.ts';
import { type Life, lifeOf, lives } from '../../bot/records/life.ts';
import { BOT, type RecordHeading, type ReviewEvent } from '../../bot/records/record.ts';
import { disclosureStates, type Row, reviewStates, TABLE } from '../../bot/records/review.ts';
import { approversOf, type Reviewer, standings } from '../../bot/records/standing.ts';
import { resubmission } from '../../bot/records/submit.ts';
import { reviewerOf, type Who } from '../make/coverage.ts';
import { APPROVER, aSubmission, IG_LEAD, REQUESTER } from '../make/record.ts';
import { acts, aHeading, lifeDates, NOW, office } from '../make/review.ts';

const events = Object.keys(acts) as ReviewEvent['type'][];

const around = { cover: 'none', holds: true, left: false } as const;
const roleSetsThatReview = [[], ['approver'], ['ig-lead'], ['approver', 'ig-lead']];
/**
 * Everybody who could be something else to a record. What makes somebody what they are, every role and every cover, has
 * its own test (standing.test.ts); the table knows no more of a person than that.
 */
const whos: readonly Who[] = [
  ...[APPROVER, IG_LEAD].flatMap((person) => roleSetsThatReview.map((roles) => ({ ...around, person, roles }))),
  ...[REQUESTER, BOT].flatMap((person) => [[], ['approver', 'ig-lead']].map((roles) => ({ ...around, person, roles }))),
  { ...around, person: 'somebody', roles: [] },
  { ...around, person: 'somebody', roles: ['approver', 'editor', 'administrator'] },
  { ...around, person: 'somebody', roles: ['approver'], cover: 'covers' },
  { ...around, person: 'somebody', roles: ['approver', 'ig-lead'], cover: 'covers' },
  { ...around, person: 'somebody', roles: ['approver'], cover: 'covers', holds: false },
  { ...around, person: IG_LEAD, roles: ['ig-lead'], cover: 'delegate' },
  { ...around, person: APPROVER, roles: ['approver'], cover: 'delegate' },
  { ...around, person: IG_LEAD, roles: ['ig-lead'], cover: 'delegate', left: true },
  { ...around, person: 'somebody', roles: ['ig-lead'], holds: false },
  { ...around, person: BOT, roles: [], holds: false },
  { ...around, person: REQUESTER, roles: [], left: true },
  { ...around, person: APPROVER, roles: ['approver'], left: true },
  { ...around, person: 'somebody', roles: ['ig-lead'], left: true },
];
const reviewers = new Map(whos.map((who) => [who, reviewerOf(who)]));
const reviewerIn = ({ who }: Situation): Reviewer => reviewers.get(who) as Reviewer;

interface Situation {
  readonly review: RecordHeading['review'];
  readonly disclosure: RecordHeading['disclosure'];
  readonly approver: string | null;
  readonly completeBy: string | null;
  readonly escalatedAt: string | null;
  readonly life: Life;
  /** Of what is handed in: it refers the decision. Of a disposal: the time of the record is over. */
  readonly holds: boolean;
  readonly event: Row['event'];
  readonly who: Who;
}

/** What depends on more than the record. */
const conditional: ReadonlySet<string> = new Set(['resubmitted', 'disposal-asked', 'disposed']);

const records = reviewStates.flatMap((review) =>
  disclosureStates.flatMap((disclosure) =>
    [APPROVER, null].flatMap((approver) =>
      [null, '2026-11-25'].flatMap((completeBy) =>
        [null, '2026-11-22T16:00:00.000Z'].flatMap((escalatedAt) =>
          lives.map((life) => ({ review, disclosure, approver, completeBy, escalatedAt, life })),
        ),
      ),
    ),
  ),
);
const situations: Situation[] = records.flatMap((one) =>
  [...events, 'resubmitted' as const].flatMap((event) =>
    (conditional.has(event) ? [true, false] : [false]).flatMap((holds) =>
      whos.map((who) => ({ ...one, holds, event, who })),
    ),
  ),
);

const recordOf = ({ review, disclosure: gone, approver, completeBy, escalatedAt, life }: Situation): RecordHeading =>
  aHeading({ review, disclosure: gone, approver, completeBy, escalatedAt, ...lifeDates[life] });

/**
 * The rules once more, written by hand and in another way than the table: what becomes of the two facts, with a `!`
 * where a reason is needed; null where it cannot happen.
 */
function byHand(one: Situation): string | null {
  if (one.life === 'disposed') return null;
  const { review, disclosure, approver, completeBy, escalatedAt, life, holds, event, who } = one;
  const { person, roles, cover, left } = who;
  const isRequester = person === REQUESTER;
  const isBot = person === BOT;
  const isFree = !isRequester && !isBot && cover !== 'delegate';
  const isLead = isFree && roles.includes('ig-lead');
  const holdsRole = person === approver ? roles.includes('approver') && isFree : who.holds;
  const hasApprover = approver !== null && holdsRole;
  const isNamed = person === approver || (cover === 'covers' && roles.includes('approver'));
  const isApprover = isFree && (hasApprover ? isNamed : isLead);
  const isLeftOver = isLead && left;
  const facts = (nextReview: string, nextDisclosure: string = disclosure) => `${nextReview} ${nextDisclosure}`;
  const itsReviewer =
    (review === 'awaiting' && (isApprover || (isLead && escalatedAt !== null))) ||
    (review === 'with-ig-lead' && isLead);
  const isOver = ['approved', 'declined', 'withdrawn'].includes(review);
  switch (event) {
    case 'approved':
      return itsReviewer ? facts('approved') : null;
    case 'declined':
      return itsReviewer ? `${facts('declined')}!` : null;
    case 'returned':
      return itsReviewer ? `${facts('returned')}!` : null;
    case 'asked-ig-lead':
      return review === 'awaiting' && isApprover && hasApprover ? `${facts('with-ig-lead')}!` : null;
    case 'advised':
      return review === 'with-ig-lead' && isLead && hasApprover ? `${facts('awaiting')}!` : null;
    case 'escalated':
      return review === 'awaiting' && (isRequester || isBot) && hasApprover && !escalatedAt
        ? `${facts(review)}!`
        : null;
    case 'reassigned':
      return isLead && !isOver ? facts(review) : null;
    case 'revoked':
      if (review !== 'approved' || !(isApprover || isLead)) return null;
      return `${facts('declined', disclosure === 'none-intended' ? disclosure : 'stopped')}!`;
    case 'withdrawn':
      if (isLeftOver && !isOver) return `${facts('withdrawn')}!`;
      return isRequester && !isOver && disclosure !== 'made' ? facts('withdrawn') : null;
    case 'stopped':
      if (!isRequester && !isLeftOver) return null;
      return disclosure === 'not-yet' || disclosure === 'made' ? `${facts(review, 'stopped')}!` : null;
    case 'closed':
      if (!isOver || disclosure === 'not-yet' || life !== 'open') return null;
      return isLeftOver || (isRequester && (!completeBy || review === 'withdrawn')) ? facts(review) : null;
    case 'disposal-asked':
      return isLead && life === 'closed' && holds ? `${facts(review)}!` : null;
    case 'disposed':
      return isLead && person !== IG_LEAD && life === 'disposal-asked' && holds ? facts(review) : null;
    case 'disposal-refused':
      return isLead && life === 'disposal-asked' ? `${facts(review)}!` : null;
    case 'corrected':
      return isRequester || isLead ? `${facts(review)}!` : null;
    case 'disclosure-made': {
      const isAgreed = review === 'approved' && (disclosure === 'not-yet' || disclosure === 'made');
      return isRequester ? `${facts(review, 'made')}${isAgreed ? '' : '!'}` : null;
    }
    case 'resubmitted': {
      if (!isRequester) return null;
      if (review === 'returned') return facts(holds ? 'with-ig-lead' : 'awaiting');
      return completeBy && ['awaiting', 'approved', 'declined'].includes(review) ? facts('awaiting') : null;
    }
  }
}

/** How far the life of the record then has come. */
function lifeByHand({ event, life }: Situation): Life {
  if (event === 'corrected') return life;
  if (event === 'disposal-asked' || event === 'disposed') return event;
  return event === 'closed' || event === 'disposal-refused' ? 'closed' : 'open';
}

function byTable(one: Situation): string | null {
  const { event, holds, ...part } = one;
  const found = rowFor(recordOf(one), event, reviewerIn(one), { refers: holds, isRetentionReached: holds });
  if (found.kind === 'refused') return null;
  const { to, needsReason } = found.row;
  return `${to.review ?? part.review} ${to.disclosure ?? part.disclosure}${needsReason ? '!' : ''}`;
}

describe('the review table', () => {
  it('has an answer to every event in every state from everybody, and each is the expected one', () => {
    expect(situations.length).toBe(6 * 4 * 2 * 2 * 2 * 4 * (14 + 3 * 2) * 25);
    const wrong = situations.filter((one) => byTable(one) !== byHand(one));
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('has no two rows for one situation, and none that never happens', () => {
    const used = new Set<Row>();
    const rowsOf = new Map(TABLE.map(({ event }) => [event, TABLE.filter((row) => row.event === event)]));
    const twice: Situation[] = [];
    for (const situation of situations) {
      const { event, who, holds, completeBy, escalatedAt, life } = situation;
      const one = recordOf(situation);
      const mine = standings(one, reviewerIn(situation));
      const hasApprover = approversOf(one, reviewerIn(situation).office).length > 0;
      const isDue = completeBy !== null;
      const only = {
        ...{ due: isDue, whole: !isDue, refers: holds, 'refers-not': !holds, 'has-approver': hasApprover },
        ...{ escalated: !!escalatedAt, escalates: hasApprover && !escalatedAt },
        ...{ 'retention-over': holds, 'requester-left': who.left, agreed: holds && who.person !== IG_LEAD },
      };
      const fitting = (rowsOf.get(event) ?? []).filter((row) => {
        if (!mine.includes(row.by)) return false;
        const isTime = row.from.includes(one.review) && row.where.includes(one.disclosure) && row.when.includes(life);
        return isTime && (row.only === null || only[row.only]);
      });
      // A lead who is also the approver may have a row as each: they say the same.
      const outcomes = new Set(fitting.map((row) => JSON.stringify([row.to, row.life, row.needsReason])));
      if (outcomes.size > 1) twice.push(situation);
      for (const row of fitting) used.add(row);
    }
    expect(twice.slice(0, 3)).toEqual([]);
    expect(TABLE.filter((row) => !used.has(row))).toEqual([]);
  });

  it('lets the requester decide nothing, whatever roles they hold', () => {
    const theirs = new Set(TABLE.filter(({ by }) => by === 'requester').map(({ event }) => event));
    expect([...theirs].sort()).toEqual([
      'closed',
      'corrected',
      'disclosure-made',
      'escalated',
      'resubmitted',
      'stopped',
      'withdrawn',
    ]);
    const decided = situations.filter(
      (one) => one.who.person === REQUESTER && /^(?:approved|declined|returned) /.test(byTable(one) ?? ''),
    );
    // What leaves the review as it was decides nothing.
    expect(decided.filter((one) => byTable(one)?.split(' ')[0] !== one.review)).toEqual([]);
  });

  it('takes an administrator, an editor and somebody else’s approver for nobody', () => {
    const nobody = situations.filter(
      ({ who }) => who.person === 'somebody' && who.cover === 'none' && !who.roles.includes('ig-lead'),
    );
    expect(nobody.filter((one) => byTable(one) !== null)).toEqual([]);
  });

  it('leads out of withdrawn never, and says of every other state how it goes on', () => {
    const review = (one: Situation) => byTable(one)?.split(' ')[0];
    const next = (from: string) => [
      ...new Set(
        situations
          .filter((one) => one.review === from && one.completeBy === null)
          .map(review)
          .filter(Boolean),
      ),
    ];
    expect(next('withdrawn')).toEqual(['withdrawn']);
    expect(next('approved').sort()).toEqual(['approved', 'declined']);
    expect(next('declined')).toEqual(['declined']);
    expect(next('returned').sort()).toEqual(['awaiting', 'returned', 'with-ig-lead', 'withdrawn']);
  });

  it('never makes undone that information went', () => {
    const after = (one: Situation) => byTable(one)?.replace('!', '').split(' ')[1];
    const gone = situations.filter((one) => one.disclosure === 'made').map(after);
    expect([...new Set(gone.filter(Boolean))].sort()).toEqual(['made', 'stopped']);
    for (const outcome of ['share', 'do-not-share', 'refer'] as const) {
      for (const was of disclosureStates) {
        const again = resubmission(
          aHeading({ review: 'returned', disclosure: was }),
          {
            agreement: 'mas',
            approver: APPROVER,
            office,
            submission: aSubmission({ decision: { outcome, rationale: '' } }),
            at: NOW,
          },
          REQUESTER,
        );
        const now = again.kind === 'done' ? again.commit.heading.disclosure : null;
        const intended = outcome === 'do-not-share' ? 'none-intended' : 'not-yet';
        expect(now).toBe(was === 'made' || was === 'stopped' ? was : intended);
      }
    }
  });
});

describe('what is decided', () => {
  const acted = situations.filter(({ event }) => event !== 'resubmitted');
  const anything = fc.nat(acted.length - 1).map((at) => acted[at] as Situation);
  const done = (one: Situation, from = acts) =>
    decide(recordOf(one), from[one.event as ReviewEvent['type']], reviewerIn(one), NOW, {
      isRetentionReached: one.holds,
    });

  it('is what the table says, told to nobody who did it and to nobody twice', () => {
    fc.assert(
      fc.property(anything, (one) => {
        const decided = done(one);
        expect(decided.kind === 'done').toBe(byHand(one) !== null);
        if (decided.kind !== 'done') return;
        const { heading, notices, expectRevision } = decided.commit;
        expect(`${heading.review} ${heading.disclosure}`).toBe(byHand(one)?.replace('!', ''));
        expect(lifeOf(heading)).toBe(lifeByHand(one));
        expect(expectRevision).toBe(1);
        const to = notices.map((notice) => notice.to);
        expect(to).not.toContain(one.who.person);
        expect(new Set(to).size).toBe(to.length);
        // A requester who is an IG lead too hears of it as the requester: never that they should act.
        const mine = notices.filter((notice) => notice.to === REQUESTER).map(({ kind }) => kind);
        expect(mine.every((kind) => ['outcome', 'changed', 'escalated', 'corrected'].includes(kind))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('needs words wherever the table says so', () => {
    const empty = Object.fromEntries(
      Object.entries(acts).map(([type, act]) => [
        type,
        'reason' in act ? { ...act, reason: ' \n' } : { ...act, right: ' \n' },
      ]),
    ) as typeof acts;
    fc.assert(
      fc.property(anything, (one) => {
        const decided = done(one, empty);
        if (byHand(one)?.endsWith('!')) expect(decided).toEqual({ kind: 'refused', why: 'reason-needed' });
        else expect(decided.kind === 'done').toBe(byHand(one) !== null);
      }),
      { numRuns: 2000 },
    );
  });
});
