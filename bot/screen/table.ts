/** The labels over a place in a text that stands in a table; empty elsewhere. */
export type HeaderAt = (place: number) => string;

/** Labels, not a sentence: “Name, DOB, NHS no”. */
const isLabels = /^[\p{L} |,;:/.()#&*-]{5,120}$/u;
const isSentence =
  /\b(?:[Tt]he|an?|is|are|was|were|has|have|had|be|for|to|[Ww]e|I|not|on|in|with|at|by|but|that|this|will|unknown|known)\b/;

/** Reads the tables of a text when it is first asked for one: a line of labels, and lines with digits below it. */
export function tableHeaders(text: string): HeaderAt {
  let rows: readonly Row[] | null = null;
  return (place) => {
    rows ??= rowsOf(text);
    return headerIn(rows, place);
  };
}

interface Row {
  readonly start: number;
  readonly header: string;
}

function rowsOf(text: string): Row[] {
  let header = '';
  let start = 0;
  return text.split('\n').map((line) => {
    if (isSentence.test(line)) header = '';
    else if (!/\d/.test(line)) header = isLabels.test(line) ? line : '';
    const row = { start, header };
    start += line.length + 1;
    return row;
  });
}

/** The row that begins last before a place, by halving: a long text has many. */
function headerIn(rows: readonly Row[], place: number): string {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((rows[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return rows[low]?.header ?? '';
}
