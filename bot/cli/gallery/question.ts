import { button } from '../../../cards/button.ts';
import { type Field, type Flag, field } from '../../../cards/field.ts';
import {
  banners,
  flagWords,
  foundWords,
  moreFound,
  type QuestionView,
  questionCard,
} from '../../../cards/question/question.ts';
import { row } from '../../../cards/render.ts';
import { cite, type Knowledge } from '../../../knowledge/knowledge.ts';
import type { Input, Question } from '../../../knowledge/schema.ts';
import type { Case } from '../../checklist/case.ts';
import { type Option, optionsOf } from '../../checklist/options.ts';
import { progressAt } from '../../checklist/steps.ts';
import { isTallField } from '../../conversation/checklistView.ts';
import { settings } from './answerPlace.ts';
import { madeUp, type Sample } from './sample.ts';

/** Every question of the checklist with everything it can ask, at its longest; and cards that were sent back. */
export function questionSamples(knowledge: Knowledge): Sample[] {
  const whole = knowledge.questions.map((question) => ({
    name: `${question.id}, everything it can ask`,
    card: cardOf(knowledge, question, {}),
  }));
  return [...whole, ...sentBack(knowledge)];
}

/** Options in whatever case they are offered. */
export function everyOption(knowledge: Knowledge, input: Input): readonly Option[] {
  if (Array.isArray(input.options)) return input.options;
  const theCase: Case = { knowledge, answers: {}, sharer: null };
  return optionsOf(input, theCase, input.options === 'agreements' ? new Map() : new Map([['agreement', ['mas']]]));
}

interface Beside {
  readonly banner?: string;
  readonly typed?: string;
  readonly hasProblems?: boolean;
  readonly flags?: readonly Flag[];
  readonly found?: QuestionView['found'];
}

const nothingFound: QuestionView['found'] = { title: '', rows: [], actions: [] };

const flagButton = (title: string) =>
  button(title, 'checklist.not-personal', {
    case: madeUp.case,
    question: 'told-more',
    revision: 1,
    input: 'not-told-reason',
    kind: 'name',
  });

function cardOf(knowledge: Knowledge, question: Question, { banner, typed, hasProblems, flags, found }: Beside) {
  const { id, title, why, goodAnswer, example, help } = question;
  const advice = id === 'emergency' ? banners.emergency(settings.frontDoor, settings.outOfHours) : '';
  const fields = question.inputs.map(
    (input): Field =>
      field(input.kind, input.key, input.label, {
        required: input.required,
        choices: everyOption(knowledge, input),
        multiline: isTallField(input),
        value: input.kind === 'text' ? (typed ?? '') : '',
        problem: hasProblems ? `Tell us ${input.problem}` : '',
        flags: input.kind === 'text' ? (flags ?? []) : [],
      }),
  );
  return questionCard({
    case: madeUp.case,
    question: id,
    revision: 1,
    number: progressAt({ knowledge, answers: {}, sharer: null }, id).number || null,
    title,
    why,
    fields,
    help: help.map(({ text, sources }) => row(text, cite(knowledge, sources))),
    goodAnswer: goodAnswer ?? '',
    example: example ?? '',
    banner: banner ?? advice,
    bannerStyle: advice ? 'attention' : 'warning',
    isFirst: id === 'danger',
    found: found ?? nothingFound,
  });
}

function sentBack(knowledge: Knowledge): Sample[] {
  const wanted = new Map(knowledge.questions.map((question) => [question.id, question]));
  const sample = (id: string, name: string, beside: Beside): Sample[] => {
    const question = wanted.get(id);
    return question ? [{ name: `${id}, ${name}`, card: cardOf(knowledge, question, beside) }] : [];
  };
  return [
    ...sample('recipient', 'sent back with problems', {
      banner: banners.putRight,
      hasProblems: true,
      typed: madeUp.words,
    }),
    ...sample('decision', 'long words, changed elsewhere', {
      banner: banners.late(madeUp.longWords),
      typed: madeUp.longWords,
    }),
    ...sample('objection', 'opened again by a change', {
      banner: banners.changed(['Requests not to share', 'Decision'], 2),
    }),
    ...sample('told-more', 'identifiers taken out and pointed at', {
      banner: banners.look,
      typed: 'The [nhs-number] of the made-up pupil Otto Exampleton.',
      flags: [
        { words: flagWords.taken('an NHS number'), actions: [flagButton(flagWords.putBack)] },
        {
          words: flagWords.seen('a name'),
          actions: [flagButton(flagWords.takeOut), flagButton(flagWords.notPersonal)],
        },
      ],
    }),
    ...sample('right-person', 'something found in the last answer', {
      found: {
        title: foundWords.last,
        rows: [
          row('The information may be out of date. Check it, or say how old it is.', ['MAS DSA App D']),
          row(moreFound(2)),
        ],
        actions: [
          button(foundWords.change, 'checklist.change', { case: madeUp.case, question: 'accuracy', revision: 1 }),
        ],
      },
    }),
    ...sample('accuracy', 'not saved', { banner: banners.notSaved }),
    ...sample('accuracy', 'not yet saved', { banner: banners.notYetSaved }),
  ];
}
