import { type CountsView, countsCard, type Said } from '../../cards/counts/counts.ts';
import { noticeCard } from '../../cards/notice/notice.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Count, Counted } from '../stores/ports.ts';
import { labelName } from './answerView.ts';
import type { House } from './house.ts';
import type { Reply } from './reply.ts';
import type { Turn } from './turn.ts';
import { monthAndYear } from './words.ts';

/** Months that the table adds up, the current one included. */
const monthsShown = 3;

const said = {
  right: 'right',
  wrong: 'wrong',
  'none-of-these': 'noneOfThese',
  sent: 'sent',
} as const satisfies Partial<Record<Counted, keyof Said>>;

const sum = (counts: readonly Count[], what: Counted): number =>
  counts.filter((one) => one.what === what).reduce((total, { count }) => total + count, 0);

/** What people said of one label’s answers; null when nobody said anything. */
function saidOf(knowledge: Knowledge, label: string, counts: readonly Count[]): Said | null {
  const name = label === 'none' ? 'No agreement held' : (labelName(knowledge, label) ?? label);
  const entries = Object.entries(said).map(([what, column]) => [column, sum(counts, what as Counted)] as const);
  const row = { name, right: 0, wrong: 0, noneOfThese: 0, sent: 0, ...Object.fromEntries(entries) };
  return row.right + row.wrong + row.noneOfThese + row.sent > 0 ? row : null;
}

const doubts = ({ wrong, noneOfThese, sent }: Said): number => wrong + noneOfThese + sent;

function viewOf(knowledge: Knowledge, counts: readonly Count[], months: string): CountsView {
  const labels = [...new Set(counts.map(({ label }) => label))];
  const rows = labels.flatMap(
    (label) =>
      saidOf(
        knowledge,
        label,
        counts.filter((one) => one.label === label),
      ) ?? [],
  );
  return {
    months,
    asked: {
      'this-one': sum(counts, 'answered:this-one'),
      probably: sum(counts, 'answered:probably'),
      choose: sum(counts, 'answered:choose'),
      none: sum(counts, 'answered:none'),
    },
    notPersonal: sum(counts, 'not-personal'),
    rows: rows.sort((a, b) => doubts(b) - doubts(a) || b.right - a.right),
  };
}

/** How the answers do, for IG leads: labels and numbers of the last months. */
export async function answerCounts(house: House, turn: Turn): Promise<Reply> {
  if (!turn.person.roles.includes('ig-lead')) return { card: noticeCard('not-your-role') };
  const first = new Date(Date.UTC(turn.at.getUTCFullYear(), turn.at.getUTCMonth() - (monthsShown - 1), 1));
  const from = first.toISOString().slice(0, 7);
  const counts = (await house.stores.counts.read()).filter(({ month }) => month >= from);
  const months = `${monthAndYear(first)} to ${monthAndYear(turn.at)}`;
  return { card: countsCard(viewOf(house.knowledge.current(), counts, months)) };
}
