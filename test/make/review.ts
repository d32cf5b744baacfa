import type { Life } from '../../bot/records/life.ts';
import type { RecordHeading, ReviewEvent } from '../../bot/records/record.ts';
import { anOffice } from './office.ts';
import { APPROVER, aCommit, IG_LEAD, REQUESTER } from './record.ts';

/** A day after the records here were submitted. */
export const NOW = new Date('2026-11-23T09:00:00Z');
const submitted = aCommit().heading;
export const aHeading = (part: Partial<RecordHeading> = {}): RecordHeading => ({ ...submitted, revision: 1, ...part });

/** Who holds a role where nothing else is said. */
export const holders: Readonly<Record<string, readonly string[]>> = {
  [APPROVER]: ['approver'],
  'approver-2': ['approver'],
  [IG_LEAD]: ['ig-lead'],
  'ig-lead-2': ['ig-lead'],
  [REQUESTER]: ['ig-lead'],
};
/** Nobody covers for anybody. */
export const office = anOffice(holders);

const disclosure = { what: 'w', on: '2026-11-22', toRole: 'r', toOrganisation: 'o', how: 'h', receipt: '' };
/** One of everything that somebody may do. */
export const acts: Readonly<Record<ReviewEvent['type'], ReviewEvent>> = {
  approved: { type: 'approved', comment: 'Made up' },
  declined: { type: 'declined', reason: 'Made up' },
  returned: { type: 'returned', reason: 'Made up' },
  'asked-ig-lead': { type: 'asked-ig-lead', reason: 'Made up' },
  advised: { type: 'advised', reason: 'Made up' },
  escalated: { type: 'escalated', reason: 'Made up' },
  withdrawn: { type: 'withdrawn', reason: 'Made up' },
  revoked: { type: 'revoked', reason: 'Made up' },
  reassigned: { type: 'reassigned', approver: 'approver-2', reason: 'Made up' },
  'disclosure-made': { type: 'disclosure-made', disclosure, reason: 'Made up' },
  stopped: { type: 'stopped', reason: 'Made up' },
  closed: { type: 'closed', reason: 'Made up' },
  corrected: { type: 'corrected', wrong: 'Made up', right: 'Made up' },
  'disposal-asked': { type: 'disposal-asked', reason: 'Made up' },
  'disposal-refused': { type: 'disposal-refused', reason: 'Made up' },
  disposed: { type: 'disposed', reason: 'Made up' },
};
/** What tells how far the life of a record has come; the first IG lead asked for its disposal. */
export const lifeDates: Readonly<Record<Life, Pick<RecordHeading, 'closedAt' | 'disposalAskedBy' | 'disposedAt'>>> = {
  open: { closedAt: null, disposalAskedBy: null, disposedAt: null },
  closed: { closedAt: '2026-11-23T08:00:00.000Z', disposalAskedBy: null, disposedAt: null },
  'disposal-asked': { closedAt: '2026-11-23T08:00:00.000Z', disposalAskedBy: IG_LEAD, disposedAt: null },
  disposed: {
    ...{ closedAt: '2026-11-23T08:00:00.000Z', disposalAskedBy: IG_LEAD },
    disposedAt: '2026-11-23T08:30:00.000Z',
  },
};
