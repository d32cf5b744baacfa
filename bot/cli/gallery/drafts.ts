import { type DraftView, draftsCard } from '../../../cards/drafts/drafts.ts';
import { madeUp, type Sample } from './sample.ts';

const draft: DraftView = {
  case: madeUp.case,
  revision: 3,
  copy: madeUp.case,
  name: 'MAS, to Exampleton Council (made up)',
  stands: 'Question 4 of 10: Telling people',
  saved: '22 November 2026',
  daysLeft: 28,
};
const others: readonly DraftView[] = [
  { ...draft, name: 'New checklist', stands: 'Before the 10 questions: Agreement', daysLeft: 1 },
  { ...draft, name: 'ASB, to Exampleton Police (made up)', stands: 'Ready to check', daysLeft: 0 },
  { ...draft, name: `KMISA, to ${madeUp.longWords.slice(0, 120)}` },
  { ...draft, name: 'Supporting Families, to Exampleton School (made up)' },
];

/** A person's drafts: one, and a page in the middle of many. */
export function draftsSamples(): Sample[] {
  const kept = { days: 28, warningDays: 7 };
  return [
    { name: 'one draft', card: draftsCard({ drafts: [draft], page: 1, count: 1, ...kept }) },
    { name: 'a page of many', card: draftsCard({ drafts: [draft, ...others], page: 2, count: 14, ...kept }) },
  ];
}
