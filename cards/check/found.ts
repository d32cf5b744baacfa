import { bytesOf, filled, heightOf, type Size } from '../pages.ts';
import { type Row, row, type Section } from '../render.ts';

/** One thing that was found about a case, with the question that puts it right. */
export interface Found extends Row {
  readonly question: string;
  /** Short name of that question, e.g. `Recipient`. */
  readonly name: string;
}

/** Findings by what they ask of the person. */
export interface FindingRows {
  readonly block: readonly Found[];
  /** A reason is needed and missing. */
  readonly reason: readonly Found[];
  /** A reason was needed and is given among the answers. */
  readonly reasoned: readonly Found[];
  readonly warn: readonly Found[];
  readonly inform: readonly Found[];
  readonly escalate: readonly Found[];
}

/** Something typed that may say who a person is: its kind in words and where it stands, never the value. */
export interface Flag {
  readonly question: string;
  /** What was asked there, e.g. `What is the sharing for?`. */
  readonly label: string;
  /** The kind, e.g. `a person’s name`. */
  readonly words: string;
}

/** What was found under one title. */
export interface FoundGroup extends Section {
  readonly rows: readonly Found[];
}

/** The only group that asks nothing of anybody. */
export const goodToKnow = 'Good to know';

const reasonGiven = (found: Found): Found => ({ ...found, text: `A reason is given in the answers. ${found.text}` });

/** Groups of findings, most pressing first; shared by check-your-answers and the record's card. */
export function findingGroups({ block, reason, reasoned, warn, escalate, inform }: FindingRows): FoundGroup[] {
  return [
    { title: 'Must fix before sharing', rows: block },
    { title: 'Give a reason', rows: reason },
    // Whether a reason will do is for people to say, so it stays in sight.
    { title: 'Check', rows: [...warn, ...reasoned.map(reasonGiven)] },
    { title: 'Ask your IG lead', rows: escalate },
    { title: goodToKnow, rows: inform },
  ].filter(({ rows }) => rows.length > 0);
}

/** What may identify somebody, as one group; none when nothing does. */
export function flagGroups(flags: readonly Flag[]): FoundGroup[] {
  const rows = flags.map(({ question, label, words }) => ({
    ...row(`Your words hold what looks like ${words}. If it is not needed, take it out.`),
    question,
    name: label,
  }));
  return rows.length > 0 ? [{ title: 'This may identify someone', rows }] : [];
}

interface Placed {
  readonly title: string;
  readonly found: Found;
}

/** JSON that the templates put around one finding and its way to the answer. */
const around = 900;

const sizeOf = ({ title, found: { text, source, name } }: Placed): Size => ({
  bytes: around + bytesOf([title, text, source, name, name, name]),
  // Good to know is folded away.
  height: title === goodToKnow ? 0 : heightOf([text + source, name]),
});

/** Groups cut into pages between findings; a group that goes on says so. */
export function foundPages(groups: readonly FoundGroup[], room: Size, first: Size = room): FoundGroup[][] {
  const placed = groups.flatMap(({ title, rows }) => rows.map((found) => ({ title, found })));
  const titlesBefore = new Set<string>();
  return filled(placed, sizeOf, room, first).map((page) => {
    const titles = [...new Set(page.map(({ title }) => title))];
    const onPage = titles.map((title) => ({
      title: titlesBefore.has(title) ? `${title} (continued)` : title,
      rows: page.filter((each) => each.title === title).map(({ found }) => found),
    }));
    for (const title of titles) titlesBefore.add(title);
    return onPage;
  });
}
