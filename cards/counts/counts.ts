import { blocks, type Rendered, renderer } from '../render.ts';
import template from './counts.template.json' with { type: 'json' };

/** What people said of the answers for one agreement or topic. */
export interface Said {
  readonly name: string;
  readonly right: number;
  readonly wrong: number;
  readonly noneOfThese: number;
  readonly sent: number;
}

/** How the answers do, over the months shown. */
export interface CountsView {
  /** E.g. `September to November 2026`. */
  readonly months: string;
  /** How many questions were answered, by how sure the bot was. */
  readonly asked: {
    readonly 'this-one': number;
    readonly probably: number;
    readonly choose: number;
    readonly none: number;
  };
  /** How often people said that what was taken for an identifier is not about a person. */
  readonly notPersonal: number;
  /** What needs a look first. */
  readonly rows: readonly Said[];
}

/** Rows on one card: it stays on a few screens of a phone, and the first ones are those that need a look. */
const mostRows = 20;

const columns = ['Answer', 'Right', 'Not right', 'None of these', 'Sent to IG team'] as const;

const cellsOf = (row: Said): string[] => [row.name, ...[row.right, row.wrong, row.noneOfThese, row.sent].map(String)];

const textOf = (row: Said): string =>
  `- ${row.name}: right ${row.right}, not right ${row.wrong}, none of these ${row.noneOfThese}, sent to the IG team ${row.sent}`;

function sentences({ months, asked, notPersonal, rows }: CountsView): string[] {
  const all = asked['this-one'] + asked.probably + asked.choose + asked.none;
  const left = rows.length - mostRows;
  return [
    `${months}. I count answers, never words or people.`,
    `Questions answered: ${all}. Sure of one: ${asked['this-one']}. Probably: ${asked.probably}. A choice: ${asked.choose}. Nothing held: ${asked.none}.`,
    ...(notPersonal > 0 ? [`Taken for an identifier, and not about a person: ${notPersonal}.`] : []),
    rows.length === 0
      ? 'Nobody has said yet whether an answer was right.'
      : 'What people said of them, most doubted first:',
    ...(left > 0 ? [`Not shown, because they are doing better: ${left}.`] : []),
  ];
}

const draw = renderer(template);

/** The table of an IG lead: what people said of each answer, and how many questions were answered how surely. */
export function countsCard(view: CountsView): Rendered {
  const shown = view.rows.slice(0, mostRows);
  const cells = (texts: readonly string[], weight: string) => ({ cells: texts.map((text) => ({ text, weight })) });
  const heading = 'How the answers do';
  const paragraphs = sentences(view);
  const data = {
    above: '',
    heading,
    notice: '',
    noticeStyle: 'default',
    paragraphs,
    table: [cells(columns, 'Bolder'), ...shown.map((row) => cells(cellsOf(row), 'Default'))],
  };
  return draw(data, blocks(heading, ...paragraphs, shown.map(textOf).join('\n')));
}
