import { describe, expect, it } from 'vitest';
import { rowFor } from '../../bot/records/decide.ts';
import { BOT } from '../../bot/records/record.ts';
import { acts, TABLE } from '../../bot/records/review.ts';
import { approversOf, decidersOf, standings } from '../../bot/records/standing.ts';
import { everyCover, reviewerOf, roleSets, type Who } from '../make/coverage.ts';
import { APPROVER, IG_LEAD, REQUESTER } from '../make/record.ts';
import { aHeading } from '../make/review.ts';

const cases = [APPROVER, null].flatMap((approver) =>
  [REQUESTER, APPROVER, IG_LEAD, BOT, 'somebody'].flatMap((person) =>
    roleSets.flatMap((roles) =>
      everyCover.flatMap((cover) =>
        [true, false].map((holds) => ({ approver, person, roles, cover, holds, left: false })),
      ),
    ),
  ),
);
type Case = (typeof cases)[number] & Who;

/** The rules once more, written by hand. */
function byHand({ approver, person, roles, cover, holds }: Case) {
  if (person === BOT) return { standings: ['bot'] };
  if (person === REQUESTER) return { standings: ['requester'] };
  const [holdsRole, isLead] = [roles.includes('approver'), roles.includes('ig-lead')];
  const isDelegate = cover === 'delegate' || cover === 'both';
  const approverHolds = approver !== null && (person === approver ? holdsRole : holds);
  const isCover = (cover === 'covers' || cover === 'both') && person !== APPROVER;
  // Whoever covers decides for an approver who holds the role, and holds it too.
  const isNamed = approverHolds && (person === approver || isCover);
  if (isDelegate) return { standings: isLead || isNamed ? ['delegate'] : ['other'] };
  const isApprover = approverHolds ? isNamed && holdsRole : isLead;
  const found = [...(isApprover ? ['approver'] : []), ...(isLead ? ['ig-lead'] : [])];
  return { standings: found.length > 0 ? found : ['other'] };
}

describe('what somebody is to a record', () => {
  it('is the expected thing for everybody, whatever roles they hold and whoever covers for whom', () => {
    expect(cases.length).toBe(2 * 5 * 8 * 5 * 2);
    const wrong = cases.filter((one) => {
      const found = standings(aHeading({ approver: one.approver }), reviewerOf(one));
      return JSON.stringify(found) !== JSON.stringify(byHand(one).standings);
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('lets nobody act who is nothing to it, nor whom the requester named to cover for them', () => {
    const without = TABLE.filter(({ by }) => by === 'other' || by === 'delegate');
    expect(without).toEqual([]);
    const delegates = cases.filter((one) => byHand(one).standings[0] === 'delegate');
    expect(delegates.length).toBeGreaterThan(20);
    for (const one of delegates)
      for (const act of acts)
        expect(rowFor(aHeading({ approver: one.approver }), act, reviewerOf(one))).toEqual({
          kind: 'refused',
          why: 'delegate-of-requester',
        });
  });

  it('makes those the ones it waits for who may decide on it, the IG leads too once it was escalated', () => {
    for (const one of cases) {
      const { approver, person } = one;
      const reviewer = reviewerOf(one);
      for (const escalatedAt of [null, '2026-11-22T16:00:00.000Z'])
        for (const review of ['awaiting', 'with-ig-lead', 'returned', 'approved'] as const) {
          const record = aHeading({ approver, review, escalatedAt });
          const mayDecide = rowFor(record, 'approved', reviewer).kind === 'found';
          if (person !== BOT) expect(decidersOf(record, reviewer.office).includes(person)).toBe(mayDecide);
        }
      expect(approversOf(aHeading({ approver }), reviewer.office)).not.toContain(REQUESTER);
    }
  });
});
