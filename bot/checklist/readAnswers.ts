import type { Input } from '../../knowledge/schema.ts';
import type { Answer, Answers } from './draft.ts';
import { isCalendarDay, isOffered } from './settled.ts';
import type { AskedInput, Step } from './walk.ts';

/** What a card sends: values by input key; a multiple choice arrives joined by commas. */
export type RawInputs = Readonly<Record<string, string>>;

/** What to put right at one input, in words a person reads; it always begins `Tell us`. */
export interface AnswerProblem {
  readonly key: string;
  readonly message: string;
}

/** In both kinds `answers` is safe to store; with problems it holds everything that could be kept. */
export type ReadAnswers =
  | { readonly kind: 'ok'; readonly answers: Answers }
  | { readonly kind: 'problems'; readonly problems: readonly AnswerProblem[]; readonly answers: Answers };

interface Read {
  /** What to keep; null when there is nothing well-formed. */
  readonly answer: Answer | null;
  /** What is wrong with it; null when it will do. */
  readonly message: string | null;
}

/**
 * Reads the answers of one card. Values for other keys are ignored. An optional input left empty becomes an empty
 * answer, which says that it was asked. Words that are too long are kept and reported; an option that is not offered
 * is reported and never kept.
 */
export function readAnswers(step: Step, raw: RawInputs): ReadAnswers {
  const read = step.inputs.map((asked) => ({
    key: asked.input.key,
    ...readOne(asked, typed(raw, asked.input.key) ?? ''),
  }));
  const answers = toAnswers(read);
  const problems = read.flatMap(({ key, message }) => (message === null ? [] : [{ key, message }]));
  return problems.length === 0 ? { kind: 'ok', answers } : { kind: 'problems', problems, answers };
}

/**
 * What to keep when a person goes back or leaves: everything well-formed, nothing validated. A field left empty is
 * kept as empty only where something stood before, so that a card nobody finished is asked again.
 */
export function keepTyped(step: Step, raw: RawInputs, before: Answers): Answers {
  const read = step.inputs.flatMap((asked) => {
    const words = typed(raw, asked.input.key);
    const { key } = asked.input;
    if (words === null || (words === '' && !Object.hasOwn(before, key))) return [];
    return [{ key, answer: readOne(asked, words).answer }];
  });
  return toAnswers(read);
}

function toAnswers(read: readonly { readonly key: string; readonly answer: Answer | null }[]): Answers {
  return Object.fromEntries(read.flatMap(({ key, answer }) => (answer === null ? [] : [[key, answer] as const])));
}

/** Trimmed, without control characters other than line ends and tabs; null when the card did not send it. */
function typed(raw: RawInputs, key: string): string | null {
  if (!Object.hasOwn(raw, key)) return null;
  return (raw[key] ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

function readOne(asked: AskedInput, words: string): Read {
  const { input } = asked;
  if (words === '') return emptyAnswer(input);
  switch (input.kind) {
    case 'choice':
      return isOffered(words, asked.options) ? fine(words) : wrong(null, `${tellUs(input)}. Choose one of the options`);
    case 'choices':
      return readChoices(asked, words.split(','));
    case 'date':
      return isCalendarDay(words) ? fine(words) : wrong(null, `${tellUs(input)}, as a day, month and year`);
    case 'text':
      return words.length <= input.maxLength ? fine(words) : wrong(words, tooLong(input, words.length));
  }
}

/** A required field left empty is kept as such: the person emptied it, and the card asks again. */
function emptyAnswer(input: Input): Read {
  const answer = input.kind === 'choices' ? [] : '';
  return input.required ? wrong(answer, tellUs(input)) : fine(answer);
}

/** In the order of the options, so that the order of ticking makes no difference. */
function readChoices({ input, options }: AskedInput, chosen: readonly string[]): Read {
  const ids = new Set(chosen.map((id) => id.trim()).filter((id) => id !== ''));
  const answer = options.map(({ id }) => id).filter((id) => ids.has(id));
  if (answer.length < ids.size) return wrong(answer, `${tellUs(input)}. Choose from the options`);
  return answer.length === 0 ? emptyAnswer(input) : fine(answer);
}

function fine(answer: Answer): Read {
  return { answer, message: null };
}

function wrong(answer: Answer | null, message: string): Read {
  return { answer, message: `${message}.` };
}

function tellUs(input: Input): string {
  return `Tell us ${input.problem}`;
}

function tooLong(input: Input, length: number): string {
  return `${tellUs(input)} in ${input.maxLength} characters or fewer. You have used ${length}`;
}
