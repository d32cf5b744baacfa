import { bytesOf, filled, heightOf, type Size } from '../pages.ts';

/** Answers of one question in words. */
export interface AnsweredRow {
  readonly question: string;
  readonly name: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

type Answer = AnsweredRow['rows'][number];

/** JSON that the templates put around a question with its *Change*, and around an answer. */
const aroundQuestion = 900;
const aroundAnswer = 300;

const answerSize = ({ label, value }: Answer): Size => ({
  bytes: aroundAnswer + bytesOf([label, value]),
  height: heightOf([`${label}  ${value}`]),
});

const sizeOf = ({ name, rows }: AnsweredRow): Size => {
  const sizes = rows.map(answerSize);
  const sum = (of: keyof Size): number => sizes.reduce((all, size) => all + size[of], 0);
  return {
    bytes: aroundQuestion + bytesOf([name, name, name]) + sum('bytes'),
    height: heightOf([name]) + sum('height'),
  };
};

/** A question whose answers fill more than a page goes on with the next page, and says so. */
function parts(answered: AnsweredRow, room: Size): AnsweredRow[] {
  return filled(answered.rows, answerSize, room).map((rows, at) => ({
    ...answered,
    name: at === 0 ? answered.name : `${answered.name} (continued)`,
    rows,
  }));
}

/** Answers cut into pages, between questions where that can be. Each answer stands whole on exactly one page. */
export function answerPages(answers: readonly AnsweredRow[], room: Size): AnsweredRow[][] {
  return filled(
    answers.flatMap((answered) => parts(answered, room)),
    sizeOf,
    room,
  );
}

/** Answers as plain text, a block a question. */
export function answersText(answers: readonly AnsweredRow[]): string {
  return answers
    .map((answer) => [answer.name, ...answer.rows.map((line) => `- ${line.label}: ${line.value}`)].join('\n'))
    .join('\n\n');
}
