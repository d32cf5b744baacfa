import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { may } from '../records/decide.ts';
import type { SharingRecord } from '../records/record.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { reviewerOf } from './office.ts';
import type { Reply } from './reply.ts';
import { act, type CardIds, notOpened, opened, refusal } from './review.ts';
import { screened } from './screened.ts';
import type { Turn } from './turn.ts';
import { cut } from './typed.ts';

/** Of each of the two; together a card has room for them. */
const longest = 1000;
const keys = ['wrong', 'right'] as const;
type Key = (typeof keys)[number];

const needed: Readonly<Record<Key, string>> = {
  wrong: 'Tell us what is wrong or missing',
  right: 'Tell us what is right',
};

const problemOf = (key: Key, words: string): string =>
  words === '' ? needed[key] : words.length > longest ? `Tell us this in at most ${longest} characters` : '';

function form({ case: id, reference, revision }: SharingRecord, typed: Inputs, isTried: boolean, banner = ''): Reply {
  const asked = (key: Key, label: string) => {
    const value = typed[key] ?? '';
    const problem = isTried ? problemOf(key, value) : '';
    return field('text', key, label, { required: true, multiline: true, value, problem });
  };
  const card = formCard({
    kind: 'correct',
    banner,
    more: [`This is about ${reference}.`],
    fields: [asked('wrong', 'What is wrong or missing, and where does it stand?'), asked('right', 'What is right?')],
    actions: [
      button('Add the correction', 'review.correct', { case: id, revision }, 'positive'),
      button('Back to the record', 'review.open', { case: id }),
    ],
  });
  return { card, showsCase: id };
}

async function correct(house: House, turn: Turn, ids: CardIds, came: Inputs): Promise<Reply> {
  const trimmed = Object.fromEntries(keys.map((key) => [key, (came[key] ?? '').trim()]));
  const { inputs: typed, taken } = screened(trimmed, turn.at);
  const { wrong = '', right = '' } = typed;
  const record = await opened(house, turn, ids.case);
  if (!record) {
    const words = [wrong, right].map((one) => cut(one, longest));
    return notOpened(house, turn, ids.case, words);
  }
  const asks = { ...record, revision: ids.revision };
  if (
    may(record, 'corrected', await reviewerOf(house, turn.person)) &&
    keys.some((key) => problemOf(key, typed[key] ?? '') !== '')
  )
    return form(asks, typed, true);
  return act(house, turn, ids, {
    event: { type: 'corrected', wrong, right },
    typed: [wrong, right].filter((words) => words !== '').join('\n'),
    taken,
    again: ({ banner = '' }) => form(asks, typed, false, banner),
  });
}

/** Accuracy (UK GDPR Article 16): what is wrong is put right beside what was said; nothing stored before is changed. */
export const correctActions = {
  'review.correction': async (house, turn, { data }) => {
    const record = await opened(house, turn, data.case);
    if (!record) return notOpened(house, turn, data.case);
    return (await refusal(house, turn, record, 'corrected')) ?? form(record, {}, false);
  },
  'review.correct': (house, turn, { data, inputs }) => correct(house, turn, data, inputs),
} satisfies Handlers;
