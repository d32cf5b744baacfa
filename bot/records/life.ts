import type { RecordHeading } from './record.ts';

/** How far the life of a record has come, whatever its review says. `disposal-asked`: closed, and one IG lead asked. */
export type Life = 'open' | 'closed' | 'disposal-asked' | 'disposed';

export const lives = ['open', 'closed', 'disposal-asked', 'disposed'] as const;

/** The dates that tell it. */
type Dates = Pick<RecordHeading, 'closedAt' | 'disposalAskedBy' | 'disposedAt'>;

export function lifeOf({ closedAt, disposalAskedBy, disposedAt }: Dates): Life {
  if (disposedAt !== null) return 'disposed';
  if (closedAt === null) return 'open';
  return disposalAskedBy === null ? 'closed' : 'disposal-asked';
}

/** The dates of a record whose life has come to `life` by what somebody did. */
export function datesAfter(record: Dates, life: Life, { by, at }: { readonly by: string; readonly at: string }): Dates {
  switch (life) {
    case 'open':
      return { closedAt: null, disposalAskedBy: null, disposedAt: null };
    case 'closed':
      return { closedAt: record.closedAt ?? at, disposalAskedBy: null, disposedAt: null };
    case 'disposal-asked':
      return { ...record, disposalAskedBy: by };
    case 'disposed':
      return { ...record, disposedAt: at };
  }
}
