import { button } from '../button.ts';
import { field } from '../field.ts';
import { type Rendered, row } from '../render.ts';
import { draw, type Soon, soonWords, typed } from './draw.ts';
import { takenOut } from './sending.ts';

/** A question that waits for an IG lead. */
export interface WaitingView {
  readonly asked: string;
  readonly soon: Soon;
  /** Role title and kind of organisation, never the name. */
  readonly from: string;
  /** E.g. `2 days`. */
  readonly waited: string;
  readonly until: string;
  readonly question: string;
  readonly tried: string;
  /** Names of the agreements and topics that the bot offered, best first. */
  readonly offered: readonly string[];
  /** The person looking asked it, and is the only IG lead. */
  readonly isMine: boolean;
  /** Set when the answer is being written. */
  readonly answering: {
    readonly value: string;
    readonly label: string;
    readonly problem: string;
    readonly taken: readonly string[];
    /** Agreements and topics the answer may belong to. */
    readonly choices: readonly { readonly id: string; readonly label: string }[];
  } | null;
}

/** An answered question as its asker sees it. */
export interface AnswerToAskerView {
  readonly question: string;
  readonly answer: string;
  /** E.g. `an IG lead (data protection officer)`. */
  readonly by: string;
  readonly at: string;
  /** Name of the agreement or topic the answer belongs to; empty when it names none. */
  readonly about: string;
  /** Id of an agreement that a checklist can be started with, and of the case it would make; null when there is none. */
  readonly start: { readonly agreement: string; readonly case: string } | null;
}

/** A question that nobody has to answer any more. No words of it are shown. */
export type OverView =
  | { readonly kind: 'answered' | 'delivered'; readonly by: string; readonly at: string }
  | { readonly kind: 'withdrawn' | 'gone' };

/** A question for an IG lead: to read, or to answer in place. */
export function waitingCard(view: WaitingView): Rendered {
  const { answering } = view;
  const ids = { asked: view.asked };
  const offered = view.offered.length > 0 ? view.offered : ['Nothing: no agreement or topic I hold seemed to fit.'];
  return draw({
    above: `Needed: ${soonWords[view.soon].toLowerCase()}. Waiting for ${view.waited}`,
    heading: 'A question for the IG team',
    notice: answering && answering.taken.length > 0 ? `${takenOut(answering.taken)} ${checkWords}` : '',
    paragraphs: [
      ...(view.isMine ? [ownWords] : []),
      `Asked by: ${view.from}. You answer through me, so their name is not needed. The first answer stands, and I delete all these words once it has reached them, on ${view.until} at the latest.`,
    ],
    sections: [
      typed('The question', view.question),
      typed('What they tried, or why it matters', view.tried),
      { title: 'What I offered', rows: offered.map((name) => row(name)) },
    ],
    fields: answering
      ? [
          field('text', 'answer', 'Your answer', {
            required: true,
            multiline: true,
            value: answering.value,
            problem: answering.problem,
          }),
          field('choice', 'label', 'Agreement or topic it belongs to, if any', {
            choices: answering.choices,
            value: answering.label,
          }),
        ]
      : [],
    actions: answering
      ? [button('Send the answer', 'escalate.answer', ids, 'positive')]
      : [button('Answer', 'escalate.open', ids, 'positive')],
  });
}

const checkWords = 'Check the words, then send the answer.';
const ownWords =
  'You asked this yourself and nobody else is an IG lead, so there is nobody else to answer it yet. You may answer it, for example once you have asked your data protection officer. You may also leave it for the next IG lead, or withdraw it under “my questions”.';

/** Brings the answer to the person who asked. Its buttons leave it standing: the words are kept nowhere else. */
export function answerToAskerCard(view: AnswerToAskerView): Rendered {
  const { start } = view;
  return draw({
    above: `${capital(view.by)}, ${view.at}`,
    heading: 'An answer to your question',
    paragraphs: [
      'The IG team has answered. You decide what to do with it; if you share, start the checklist so that there is a record.',
      'I delete your question and this answer from my store now. They stay in this chat.',
    ],
    sections: [
      typed('You asked', view.question),
      typed('The answer', view.answer),
      { title: 'It belongs to', rows: view.about ? [row(view.about)] : [] },
    ],
    actions: [
      ...(start ? [button('Start the checklist with this agreement', 'escalate.start', start, 'positive')] : []),
      button('Ask another question', 'escalate.again'),
    ],
  });
}

/** The answer as it went, for who wrote it: a card of its own, without the question. */
export function answerSentCard(answer: string): Rendered {
  return draw({
    heading: 'Your answer is on its way',
    paragraphs: [
      'This is what the person who asked will read. It stays in this chat; I keep no copy once it has arrived.',
    ],
    sections: [typed('You answered', answer)],
  });
}

const overHeadings = {
  answered: 'Answered',
  delivered: 'Answered',
  withdrawn: 'Taken back',
  gone: 'Nothing to answer here any more',
} as const;

const overWords = (view: OverView): string => {
  switch (view.kind) {
    case 'answered':
      return `Answered by ${view.by} on ${view.at}. The first answer stands; I am bringing it to the person who asked.`;
    case 'delivered':
      return `Answered by ${view.by} on ${view.at}. The answer has reached the person who asked, so I have deleted the words.`;
    case 'withdrawn':
      return 'The person who asked took it back. I have deleted the words.';
    case 'gone':
      return 'I do not hold this question any more. I keep one for 90 days at most.';
  }
};

/** Takes the place of a question that is over; `wrote` is what somebody wrote for it in vain. */
export function overCard(view: OverView, wrote = ''): Rendered {
  return draw({
    heading: overHeadings[view.kind],
    paragraphs: [overWords(view), ...(wrote ? ['What you wrote was not sent. Here it is, if you need it:'] : [])],
    sections: [typed('You wrote', wrote)],
    actions: [button('Other waiting questions', 'escalate.waiting')],
  });
}

/** Beside an answer whose button led on: the card stays, the next one comes below it. */
export const nextWords = {
  again: 'The answer stays here. Type your next question below.',
  start: 'The answer stays here. The checklist is below.',
} as const;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
