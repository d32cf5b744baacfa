import { type ComparisonView, comparisonCard } from '../../../cards/comparison/comparison.ts';
import { madeUp, type Sample } from './sample.ts';

const changed = (worse: boolean) => ({
  question: 'A made-up example question about noisy neighbours and a bonfire?',
  before: 'Anti-social behaviour',
  after: 'Environmental crime',
  worse,
});

/** A proposed change to the knowledge: to decide on, and settled. */
export function comparisonSamples(): Sample[] {
  const open: ComparisonView = {
    proposal: madeUp.case,
    target: 'Anti-social behaviour (a made-up change)',
    field: 'Summary',
    before: madeUp.words,
    after: madeUp.longWords,
    why: 'A made-up reason.',
    proposedBy: 'Eda Editor (made up)',
    at: madeUp.at,
    changed: [changed(true), ...Array.from({ length: 9 }, () => changed(false))],
    tried: 480,
    state: 'open',
    mayDecide: true,
  };
  return [
    { name: 'to decide on, with worse answers', card: comparisonCard(open) },
    {
      name: 'something new, waiting for another editor',
      card: comparisonCard({ ...open, before: '', changed: [], mayDecide: false }),
    },
    {
      name: 'something taken away, published',
      card: comparisonCard({ ...open, after: '', changed: [], mayDecide: false, state: 'published' }),
    },
  ];
}
