/** What somebody who has left leaves behind, as IG leads read it. */

const counted = (count: number, one: string, many: string): string =>
  `${count === 1 ? 'one' : count} ${count === 1 ? one : many}`;

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

interface Counts {
  readonly drafts: number;
  readonly reviews: number;
  readonly records?: number;
  readonly disposals?: number;
}

/** E.g. `2 drafts and one review`; empty when there is nothing. */
function counts({ drafts, reviews, records = 0, disposals = 0 }: Counts): string {
  return listed([
    ...(drafts > 0 ? [counted(drafts, 'draft', 'drafts')] : []),
    ...(reviews > 0 ? [counted(reviews, 'review', 'reviews')] : []),
    ...(records > 0 ? [counted(records, 'record not finished', 'records not finished')] : []),
    ...(disposals > 0 ? [counted(disposals, 'disposal asked for', 'disposals asked for')] : []),
  ]);
}

export const leaverWords = {
  has: (work: Counts): string => counts(work) || 'nothing open',
  name: (name: string, work: Counts): string => `${name}: ${counts(work) || 'nothing open'}.`,
  records:
    'Records they made can only be finished for them: open one to withdraw it, to say that it is not shared after all, or to close it. From the time they are handed over the IG leads hear what becomes of them.',
  disposals: 'What they asked to dispose of waits for another IG lead: open it to agree, or to keep it.',
  again:
    'A draft that was to hand one of their records in again becomes a new one of whoever takes it over, to be submitted under their own name.',
  outcome:
    'Who made this record has left, so this is for the IG leads. Open it to say that it is not shared after all, or to close it.',
  from: (reference: string): string =>
    `It was to go on from ${reference}, which stays the leaver’s. Please check each answer: what you submit is a record of your own, with a reference of its own.`,
  theirRecords: (count: number): string => (count === 1 ? 'The record' : `The ${count} records`),
  seems: (name: string, work: Counts): string =>
    `Teams does not list ${name} as a member any more. They have ${counts(work)}.`,
  /** What came of a press, of `open` that was there before. */
  handed: (name: string, handed: Counts, open: Counts): string => {
    const words = counts(handed);
    const left = open.reviews - handed.reviews;
    return [
      words === '' ? `Saved. ${name} holds no role any more.` : `Handed over from ${name}: ${words}.`,
      left > 0 ? `The IG leads now have ${counted(left, 'review', 'reviews')} to decide.` : '',
      open.drafts > handed.drafts
        ? `${counted(open.drafts - handed.drafts, 'draft stays', 'drafts stay')} until ${open.drafts - handed.drafts === 1 ? 'its' : 'their'} time is over.`
        : '',
    ]
      .filter((line) => line !== '')
      .map((line) => line.charAt(0).toUpperCase() + line.slice(1))
      .join(' ');
  },
  notMember:
    'I could not check with Teams that you are a member of this organisation, so nothing has been handed over. Please press again in a minute.',
  gone: (name: string): string =>
    `${name} has left. They were your approver, or were to cover for you. Please choose somebody else.`,
} as const;
