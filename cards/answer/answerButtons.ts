import { type Button, button } from '../button.ts';

/** What the buttons below an answer lead to. */
export interface AnswerButtons {
  /** Label of what the card shows, e.g. `mas` or `topic:email-sharing`. */
  readonly label: string;
  /** Opaque id of the question; empty when somebody opened the card without asking. */
  readonly question: string;
  /** Id for a case started from this card; empty where cases are not shown (groups, terminal) and for a topic. */
  readonly newCase: string;
  /** There is more to say than stands on the card. */
  readonly hasDetails: boolean;
  /** Other answers to offer, best first. */
  readonly others: readonly { readonly label: string; readonly name: string }[];
  /** True when the others apply beside this one. */
  readonly together: boolean;
  /** The person said already whether it was right. */
  readonly isJudged: boolean;
}

const asked = (view: AnswerButtons) => (view.question === '' ? {} : { question: view.question });

function otherButtons(view: AnswerButtons): Button[] {
  const [first, ...rest] = view.others;
  if (!first) return [];
  if (rest.length > 0 && view.question !== '')
    return [button(view.together ? 'See what else applies' : 'See other answers', 'ask.others', asked(view))];
  return [
    button(`${view.together ? 'Also see' : 'See'} ${first.name}`, 'ask.show', { label: first.label, ...asked(view) }),
  ];
}

/**
 * Buttons in the order of what most people do next. At most four: Teams draws six on a card, and two more ask whether
 * the answer was right.
 */
export function answerButtons(view: AnswerButtons): Button[] {
  const start = { case: view.newCase, agreement: view.label };
  return [
    ...(view.newCase ? [button('Start the checklist with this agreement', 'checklist.start', start, 'positive')] : []),
    ...(view.hasDetails ? [button('Details', 'ask.details', { label: view.label, page: 1, ...asked(view) })] : []),
    ...otherButtons(view),
    ...(view.question ? [button('None of these', 'ask.none', { question: view.question })] : []),
  ];
}

/** Yes and no to “Was this right?”; none when nobody asked, or when they said already. */
export function verdictButtons(view: AnswerButtons): Button[] {
  if (view.question === '' || view.isJudged) return [];
  const data = { question: view.question, label: view.label };
  return [button('Yes', 'ask.right', { ...data, right: 'yes' }), button('No', 'ask.right', { ...data, right: 'no' })];
}

/** The other answers as a line of plain text; empty when there is none. */
export const othersText = ({ others, together }: AnswerButtons): string =>
  others.length > 0
    ? `${together ? 'Applies as well' : 'Could also be'}: ${others.map(({ name }) => name).join('; ')}`
    : '';
