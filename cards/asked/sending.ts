import { button } from '../button.ts';
import { field } from '../field.ts';
import type { Rendered, Section } from '../render.ts';
import { draw, type Soon, soonWords, typed } from './draw.ts';

/** A question that somebody may send to the IG team: shown without identifiers, to be changed, sent or left. */
export interface SendingView {
  /** Id the question will have, and the opaque id of the open one. */
  readonly asked: string;
  readonly question: string;
  readonly values: { readonly question: string; readonly tried: string; readonly soon: string };
  readonly problems: { readonly question?: string; readonly tried?: string; readonly soon?: string };
  /** Identifiers that were taken out, in words, e.g. `an NHS number`. */
  readonly taken: readonly string[];
  /** The end of the question did not fit. */
  readonly isCut: boolean;
  readonly longest: number;
  /** Front door and out of hours, as the organisation has set them; empty when it has not. */
  readonly frontDoor: string;
  readonly outOfHours: string;
}

/** A question that was sent and waits for its answer, as its asker sees it. */
export interface SentView {
  readonly asked: string;
  readonly soon: Soon;
  /** Days as users read them, e.g. `20 February 2027`. */
  readonly sent: string;
  readonly until: string;
  readonly question: string;
  readonly tried: string;
  /** Identifiers that were taken out when it was sent. */
  readonly taken: readonly string[];
  /** `other`: an IG lead who is not the asker; `only-asker`: the asker is the one IG lead there is. */
  readonly leads: 'other' | 'only-asker' | 'none';
  readonly contacts: Section;
}

/** Says what was taken out; empty when nothing was. */
export const takenOut = (what: readonly string[]): string =>
  what.length > 0 ? `I took out ${what.join(' and ')}: nobody needs it to answer.` : '';

const soons = (Object.keys(soonWords) as Soon[]).map((id) => ({ id, label: soonWords[id] }));

const filled = (words: readonly string[]): string[] => words.filter((line) => line !== '');

function danger({ frontDoor, outOfHours }: SendingView): string {
  const numbers = filled([frontDoor && `Front door: ${frontDoor}.`, outOfHours && `Out of hours: ${outOfHours}.`]);
  return [
    'If somebody is in danger, do not wait for an answer. Call 999 or the front door now and share what is needed.',
    ...numbers,
  ].join(' ');
}

/** Shows exactly what would leave the asker’s hands, before it does. */
export function sendingCard(view: SendingView): Rendered {
  const { values, problems } = view;
  const tried = 'What have you tried, or why does it matter?';
  return draw({
    heading: 'Send this to the IG team',
    notice: danger(view),
    noticeStyle: 'warning',
    paragraphs: filled([
      'This is what the IG leads would read. Change it if you like, and leave out anything that points to one person.',
      takenOut(view.taken),
      view.isCut ? `Your question was longer than I can send, so its end is cut after ${view.longest} characters.` : '',
      'They see your role and your kind of organisation, not your name. I keep the words, encrypted, until the answer has reached you, and never longer than 90 days. Nothing is sent until you press Send.',
    ]),
    fields: [
      field('text', 'question', 'Your question', {
        required: true,
        multiline: true,
        value: values.question,
        problem: problems.question ?? '',
      }),
      field('text', 'tried', tried, { multiline: true, value: values.tried, problem: problems.tried ?? '' }),
      field('choice', 'soon', 'How soon do you need an answer?', {
        required: true,
        choices: soons,
        value: values.soon,
        problem: problems.soon ?? '',
      }),
    ],
    actions: [
      button('Send', 'escalate.send', { asked: view.asked, question: view.question }, 'positive'),
      button('Do not send', 'escalate.leave', { question: view.question }),
    ],
  });
}

const nextWords = {
  other: 'Each IG lead has it now. When one of them answers, I bring you the answer here.',
  'only-asker':
    'You are the only IG lead, so there is nobody else to answer it yet. I keep it and give it to whoever becomes an IG lead next. You can also answer it yourself: type “questions”.',
  none: 'Nobody is an IG lead yet, so nobody has read it. I keep it and give it to the first person who becomes one.',
} as const;

const askNow = (view: SentView): string =>
  view.contacts.rows.length > 0
    ? 'If it cannot wait, ask the people named below.'
    : 'If it cannot wait, ask your data protection officer or your manager.';

/** Where a sent question stands: what happens next, who sees it, how long it is kept, how to take it back. */
export function sentCard(view: SentView): Rendered {
  const isPressing = view.leads !== 'other' || view.soon === 'today';
  return draw({
    above: `Sent ${view.sent}. Needed: ${soonWords[view.soon].toLowerCase()}`,
    heading: 'Sent to the IG team',
    notice: takenOut(view.taken),
    paragraphs: filled([
      nextWords[view.leads],
      isPressing ? askNow(view) : '',
      'If somebody is in danger, do not wait for the answer: call 999 or the front door now and share what is needed.',
      `Only IG leads can read it, without your name. I delete the words once the answer has reached you, and on ${view.until} at the latest. Press Withdraw to take it back; type “my questions” to see it again.`,
    ]),
    sections: [
      typed('Your question', view.question),
      typed('What you tried, or why it matters', view.tried),
      ...(isPressing ? [view.contacts] : []),
    ],
    actions: [button('Withdraw', 'escalate.withdraw', { asked: view.asked }, 'destructive')],
  });
}
