import { decide } from '../../bot/records/decide.ts';
import type { ReviewEvent } from '../../bot/records/record.ts';
import type { Reviewer } from '../../bot/records/standing.ts';
import type { Stores } from '../../bot/stores/ports.ts';
import { anOffice } from './office.ts';
import { APPROVER, aCommit, aSubmission, IG_LEAD, REQUESTER } from './record.ts';

export const SECOND_LEAD = 'ig-lead-2';
const office = anOffice({ [APPROVER]: ['approver'], [IG_LEAD]: ['ig-lead'], [SECOND_LEAD]: ['ig-lead'] });
const steps: readonly (readonly [ReviewEvent, Reviewer])[] = [
  [
    { type: 'approved', comment: '' },
    { id: APPROVER, office },
  ],
  [
    { type: 'closed', reason: '' },
    { id: REQUESTER, office },
  ],
  [
    { type: 'disposal-asked', reason: 'Made up' },
    { id: IG_LEAD, office },
  ],
  [
    { type: 'disposed', reason: '' },
    { id: SECOND_LEAD, office },
  ],
];

const THEN = new Date('2033-03-03T09:00:00Z');

/** Commits a record and takes it so many steps on the way to its disposal, which is the fourth. */
export async function aRecordOnItsWay(
  { records }: Pick<Stores, 'records'>,
  until = steps.length,
  at = THEN,
): Promise<string> {
  const decision = { outcome: 'do-not-share', rationale: 'Made-up reason' } as const;
  const { case: id, ...rest } = aCommit({ submission: aSubmission({ decision }) });
  await records.commit({ case: id, ...rest });
  for (const [event, person] of steps.slice(0, until)) await takeStep({ records }, id, event, person, at);
  return id;
}

/** The last step: the second person agrees. */
export const agree = (stores: Pick<Stores, 'records'>, id: string) =>
  takeStep(stores, id, { type: 'disposed', reason: '' }, { id: SECOND_LEAD, office });

async function takeStep(
  { records }: Pick<Stores, 'records'>,
  id: string,
  event: ReviewEvent,
  person: Reviewer,
  at = THEN,
) {
  const heading = await records.heading(id);
  if (!heading) throw new Error('there is no record');
  const decided = decide(heading, event, person, at, { isRetentionReached: true });
  if (decided.kind !== 'done') throw new Error(`refused: ${decided.why}`);
  const committed = await records.commit(decided.commit);
  if (committed.kind !== 'committed') throw new Error(committed.kind);
}
