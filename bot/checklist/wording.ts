import type { Case } from './case.ts';
import { type AskedInput, walk } from './walk.ts';

/** One question with its answers in words, as they stand on the cards today. */
export interface AnsweredQuestion {
  /** Question id. */
  readonly question: string;
  readonly title: string;
  readonly answers: readonly { readonly label: string; readonly value: string }[];
}

/** What stands where a person left an optional field empty. */
const leftEmpty = 'Left empty';

/** Every answer that counts, in words, for check-your-answers and the record. Cards without an answer are left out. */
export function wording(theCase: Case): readonly AnsweredQuestion[] {
  return walk(theCase).steps.flatMap(({ question, inputs }) => {
    const answers = inputs
      .filter(({ settled }) => settled)
      .map((asked) => ({ label: asked.input.label, value: inWords(asked) }));
    return answers.length === 0 ? [] : [{ question: question.id, title: question.title, answers }];
  });
}

function inWords({ input, options, answer }: AskedInput): string {
  if (answer === null || answer.length === 0) return leftEmpty;
  if (input.kind === 'date') return dayFormat.format(new Date(`${answer}T00:00:00Z`));
  if (input.kind === 'text') return String(answer);
  const chosen = new Set([answer].flat());
  return options
    .filter(({ id }) => chosen.has(id))
    .map(({ label }) => label)
    .join('; ');
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
