import { button } from '../../cards/button.ts';
import type { Flag } from '../../cards/field.ts';
import { flagWords } from '../../cards/question/question.ts';
import type { Inputs } from '../../cards/verbs.ts';
import type { Case } from '../checklist/case.ts';
import type { Draft } from '../checklist/draft.ts';
import { stepsOf } from '../checklist/steps.ts';
import type { Step } from '../checklist/walk.ts';
import { type IdentifierKind, identifierKinds } from '../screen/identifier.ts';
import { kindWords } from '../screen/kindWords.ts';
import type { House } from './house.ts';
import { clearedBy, markOf, putBack, screenedAnswers, seenIn, takenFrom } from './screened.ts';

/** One answer's words, and where they stand. */
interface Written {
  readonly draft: Draft;
  readonly question: string;
  readonly input: string;
  readonly text: string;
}

const asKind = (kind: string): IdentifierKind | undefined => identifierKinds.find((each) => each === kind);

/** What was typed into a card, read by the identifier screen. */
export interface Cleaned {
  /** Without identifiers. */
  readonly inputs: Inputs;
  /** Something went. */
  readonly isTaken: boolean;
  /** Inputs in whose words something is left that may identify somebody. */
  readonly seenIn: ReadonlySet<string>;
}

/** What was typed into a card without identifiers. What went is held, so that it can be put back. */
export function cleaned(house: House, draft: Draft, step: Step, typed: Inputs, today: Date): Cleaned {
  const words = step.inputs.filter(({ input }) => input.kind === 'text').map(({ input }) => input.key);
  // Options and days are only ever kept when they are some that the card offers.
  const written = Object.fromEntries(Object.entries(typed).filter(([key]) => words.includes(key)));
  const { inputs, values, left } = screenedAnswers(written, today, clearedBy(draft.id, draft.notPersonal));
  for (const key of words) house.takenOut.keep(draft.id, key, values[key] ?? []);
  return {
    inputs: { ...typed, ...inputs },
    isTaken: words.some((key) => (values[key] ?? []).length > 0),
    seenIn: left,
  };
}

/** What may identify somebody in an answer, and nobody has said that it does not. */
const seen = ({ draft, input, text }: Written, today: Date): readonly IdentifierKind[] =>
  seenIn(input, text, today, clearedBy(draft.id, draft.notPersonal));

/** Kinds that were taken out of an answer lately and still have their place in it. */
const putBackable = (house: House, { draft, input, text }: Written): readonly IdentifierKind[] => [
  ...new Set(
    house.takenOut
      .of(draft.id, input)
      .map(({ kind }) => kind)
      .filter((kind) => text.includes(`[${kind}]`)),
  ),
];

/** What to point at below an answer. An emergency is not held up by any of it. */
export function flagsOf(house: House, written: Written, today: Date): readonly Flag[] {
  if (written.question === 'emergency' || written.text === '') return [];
  const { draft, question, input } = written;
  const data = (kind: IdentifierKind) => ({ case: draft.id, question, revision: draft.revision, input, kind });
  return [
    ...putBackable(house, written).map((kind) => ({
      words: flagWords.taken(kindWords[kind]),
      actions: [button(flagWords.putBack, 'checklist.not-personal', data(kind))],
    })),
    ...seen(written, today).map((kind) => ({
      words: flagWords.seen(kindWords[kind]),
      actions: [
        button(flagWords.takeOut, 'checklist.take-out', data(kind)),
        button(flagWords.notPersonal, 'checklist.not-personal', data(kind)),
      ],
    })),
  ];
}

/** Something in the words just typed wants a look before the next question: something went, or something new is seen. */
export function wantsLook({ question, inputs: asked }: Step, { inputs, isTaken, seenIn }: Cleaned): boolean {
  if (question.id === 'emergency') return false;
  return asked.some(({ input, answer }) => {
    const text = inputs[input.key] ?? '';
    return input.kind === 'text' && text !== answer && (isTaken || seenIn.has(input.key));
  });
}

/** Answers of a whole case in which something may still identify somebody, for the last look. */
export function pointedAt(theCase: Case, draft: Draft, today: Date) {
  return stepsOf(theCase).flatMap(({ question, inputs }) =>
    inputs.flatMap(({ input, answer }) => {
      if (input.kind !== 'text' || typeof answer !== 'string' || answer === '') return [];
      const kinds = seen({ draft, question: question.id, input: input.key, text: answer }, today);
      return kinds.map((kind) => ({ question: question.id, label: question.name, words: kindWords[kind] }));
    }),
  );
}

/** What a press on one of the two buttons comes to. */
export interface Judged {
  readonly text: string;
  readonly notPersonal: readonly string[];
  /** What it came to, for the card; `gone` when there was nothing left to put back. */
  readonly outcome: 'taken-out' | 'put-back' | 'kept' | 'gone';
}

/** Takes everything of a kind out of an answer. */
export function takeOut(house: House, written: Written, kindName: string, today: Date): Judged {
  const kind = asKind(kindName);
  const { draft, input } = written;
  const isCleared = clearedBy(draft.id, draft.notPersonal);
  const { text, values } = takenFrom(written.text, today, (found, value) => {
    return found.kind === kind && !isCleared(input, found.kind, value);
  });
  house.takenOut.keep(draft.id, input, values);
  return { text, notPersonal: draft.notPersonal, outcome: values.length > 0 ? 'taken-out' : 'gone' };
}

/** Whatever of a kind stands in an answer, or was taken out of it, is not about a person. It is counted, not kept. */
export function notPersonal(house: House, written: Written, kindName: string, today: Date): Judged {
  const kind = asKind(kindName);
  const { draft, input, text } = written;
  const as = (outcome: Judged['outcome'], now = text, values: readonly string[] = []): Judged => {
    const marks = values.map((value) => markOf(draft.id, input, kind as IdentifierKind, value));
    return { text: now, notPersonal: [...new Set([...draft.notPersonal, ...marks])], outcome };
  };
  if (!kind) return as('gone');
  const standing: string[] = [];
  takenFrom(text, today, (found, value) => {
    if (found.kind === kind) standing.push(value);
    return false;
  });
  const taken = house.takenOut.of(draft.id, input).flatMap((one) => (one.kind === kind ? [one.value] : []));
  const restored = taken.length > 0 ? putBack(text, kind, taken) : null;
  if (restored !== null) {
    house.takenOut.forget(draft.id, input, kind);
    return as('put-back', restored, [...standing, ...taken]);
  }
  return standing.length > 0 ? as('kept', text, standing) : as('gone');
}
