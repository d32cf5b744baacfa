import type { Office } from './office.ts';
import { BOT, type RecordHeading } from './record.ts';
import type { Standing } from './review.ts';
import { dayOf } from './workingDays.ts';

/** Who acts, among everybody who could. */
export interface Reviewer {
  /** Our id. */
  readonly id: string;
  readonly office: Office;
}

/** As much of a record as tells whose it is. */
export type Owned = Pick<RecordHeading, 'requester' | 'approver' | 'submittedAt'>;

/**
 * The requester named this person to cover for them, and the cover had not ended on the day the record was submitted.
 * One that was named afterwards, or is still to come, counts too.
 */
export function isDelegate(record: Omit<Owned, 'approver'>, id: string, office: Office): boolean {
  return office.named.some(
    ({ of, by, until }) => of === record.requester && by === id && until >= dayOf(new Date(record.submittedAt)),
  );
}

/** Nothing ties this person to who made the record. */
const isFree = (record: Omit<Owned, 'approver'>, id: string, office: Office): boolean =>
  id !== record.requester && !isDelegate(record, id, office);

/** This person could be the approver of the record. */
export const couldApprove = (record: Omit<Owned, 'approver'>, id: string, office: Office): boolean =>
  office.approvers.has(id) && isFree(record, id, office);

/** The approver the record names, and who covers for them today; nobody once the approver does not hold the role. */
function namedFor({ approver }: Owned, { approvers, covering }: Office): string[] {
  if (approver === null || !approvers.has(approver)) return [];
  return [...new Set([approver, ...covering.filter(({ of }) => of === approver).map(({ by }) => by)])];
}

/** Those for whom somebody covers today. */
export const coveredBy = (id: string, { covering }: Office): string[] =>
  covering.filter(({ by }) => by === id).map(({ of }) => of);

/** Those who review it as its approver, the one it names first; empty when nobody can. */
export const approversOf = (record: Owned, office: Office): string[] =>
  namedFor(record, office).filter((id) => couldApprove(record, id, office));

/** IG leads who may decide on it. */
export const freeLeads = (record: Owned, office: Office): string[] =>
  office.igLeads.filter((id) => isFree(record, id, office));

/** Those who review it as its approver; where nobody can, the IG leads stand in, so that no record waits for nobody. */
export function reviewersOf(record: Owned, office: Office): string[] {
  const approvers = approversOf(record, office);
  return approvers.length > 0 ? approvers : freeLeads(record, office);
}

/** Those who hear what becomes of it for who made it: they themselves, and once they have left the IG leads. */
export const hearForRequester = (record: Owned, office: Office): string[] =>
  office.left.has(record.requester) ? freeLeads(record, office) : [record.requester];

/** Those whose decision it waits for; empty when it waits for none. What was escalated waits for the IG leads as well. */
export function decidersOf(record: RecordHeading, office: Office): string[] {
  if (record.review === 'with-ig-lead') return freeLeads(record, office);
  if (record.review !== 'awaiting') return [];
  const leads = record.escalatedAt === null ? [] : freeLeads(record, office);
  return [...new Set([...reviewersOf(record, office), ...leads])];
}

/** This person acts for the approver that the record names. */
export const coversFor = (record: Owned, id: string, office: Office): boolean =>
  id !== record.approver && approversOf(record, office).includes(id);

/**
 * What somebody is to a record; may be several. The requester is never anything else; nor is a delegate of theirs, who
 * sees what they would have reviewed and decides nothing.
 */
export function standings(record: Owned, { id, office }: Reviewer): readonly Standing[] {
  if (id === BOT) return ['bot'];
  if (id === record.requester) return ['requester'];
  const isIgLead = office.igLeads.includes(id);
  if (isDelegate(record, id, office))
    return isIgLead || namedFor(record, office).includes(id) ? ['delegate'] : ['other'];
  const isReviewer = reviewersOf(record, office).includes(id);
  const found: Standing[] = [...(isReviewer ? ['approver' as const] : []), ...(isIgLead ? ['ig-lead' as const] : [])];
  return found.length > 0 ? found : ['other'];
}
