import { countsCard } from '../../../cards/counts/counts.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Sample } from './sample.ts';

/** How the answers do: nothing said yet, and more than fits. */
export function countsSamples(knowledge: Knowledge): Sample[] {
  const months = 'September to November 2026';
  const said = (name: string, at: number) => ({
    name,
    right: 3 * at,
    wrong: 40 - at,
    noneOfThese: at % 7,
    sent: at % 3,
  });
  const rows = [...knowledge.agreements.values()].map(({ shortName }, at) => said(shortName, at));
  return [
    {
      name: 'nothing said yet',
      card: countsCard({ months, asked: { 'this-one': 0, probably: 0, choose: 0, none: 0 }, notPersonal: 0, rows: [] }),
    },
    {
      name: 'more than fits',
      card: countsCard({
        months,
        asked: { 'this-one': 1203, probably: 310, choose: 96, none: 41 },
        notPersonal: 12,
        rows,
      }),
    },
  ];
}
