/** What waits for somebody, in sentences that hold for one and for many. */
export const digestWords = {
  reviews: (count: number, since: string): string =>
    count === 1
      ? `One decision is waiting for your review, since ${since}.`
      : `${count} decisions are waiting for your review, the oldest since ${since}.`,
  late: (late: number, count: number): string => {
    if (late === 0) return '';
    if (late === count) return count === 1 ? 'It is late.' : 'All of them are late.';
    return late === 1 ? 'One of them is late.' : `${late} of them are late.`;
  },
  overdue: (count: number): string =>
    count === 1 ? 'The full record of one emergency is late.' : `The full records of ${count} emergencies are late.`,
  questions: (count: number): string =>
    count === 1 ? 'One question is waiting for the IG team.' : `${count} questions are waiting for the IG team.`,
  notTold: (count: number): string =>
    count === 1 ? 'One message could not be delivered.' : `${count} messages could not be delivered.`,
  since: (at: string, isLate: boolean): string => (isLate ? `since ${at}, late` : `since ${at}`),
  escalated: 'its approver has not decided',
  dueBy: (day: string): string => `full record was due by the end of ${day}`,
} as const;
