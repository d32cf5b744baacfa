import { type Button, button } from '../button.ts';
import { blocks, type Rendered, type Row, renderer, type Section, sectionsText } from '../render.ts';
import template from './details.template.json' with { type: 'json' };

/** Everything we hold on one agreement or topic, a page at a time. */
export interface DetailsView {
  readonly name: string;
  /** Label that opens the answer again, e.g. `mas`. */
  readonly label: string;
  /** Opaque id of the question; empty when there is none. */
  readonly question: string;
  readonly sections: readonly Section[];
  /** From 1; one that does not exist shows the nearest. */
  readonly page: number;
}

/** Characters of a page: about three screens of a phone, and well under the 28 KB that Teams draws (tested). */
const longestPage = 3_000;

const sizeOf = ({ text, source }: Row): number => text.length + source.length;

/** The sections cut into pages between rows. A section that goes on says so; a title never stands alone. */
export function pagesOf(sections: readonly Section[]): Section[][] {
  const pages: Section[][] = [[]];
  let used = 0;
  for (const { title, rows } of sections) {
    rows.forEach((row, at) => {
      const size = sizeOf(row) + (at === 0 ? title.length : 0);
      const isNewPage = used > 0 && used + size > longestPage;
      if (isNewPage) pages.push([]);
      used = (isNewPage ? 0 : used) + size;
      addRow(
        pages[pages.length - 1] as Section[],
        at === 0 || !isNewPage ? title : `${title} (continued)`,
        row,
        at === 0,
      );
    });
  }
  return pages;
}

function addRow(page: Section[], title: string, row: Row, isFirst: boolean): void {
  const last = page[page.length - 1];
  if (isFirst || !last) page.push({ title, rows: [row] });
  else page[page.length - 1] = { title: last.title, rows: [...last.rows, row] };
}

const draw = renderer(template);

/** A page of details, with the way on, the way back and the way to the answer. */
export function detailsCard(view: DetailsView): Rendered {
  const pages = pagesOf(view.sections);
  const page = Math.min(Math.max(view.page, 1), pages.length);
  const sections = pages[page - 1] ?? [];
  const above = pages.length > 1 ? `Details, page ${page} of ${pages.length}` : 'Details';
  const asked: Readonly<Record<string, string>> = view.question === '' ? {} : { question: view.question };
  const turn = (title: string, to: number): Button[] =>
    to >= 1 && to <= pages.length ? [button(title, 'ask.details', { label: view.label, page: to, ...asked })] : [];
  const data = {
    above,
    heading: view.name,
    notice: '',
    noticeStyle: 'default',
    sections,
    actions: [
      ...turn('Next page', page + 1),
      ...turn('Previous page', page - 1),
      button('Back to the answer', 'ask.show', { label: view.label, ...asked }),
    ],
  };
  return draw(data, blocks(`${view.name} (${above})`, sectionsText(sections)));
}
