import { button } from '../../cards/button.ts';
import { field } from '../../cards/field.ts';
import { formCard } from '../../cards/form/form.ts';
import type { Inputs } from '../../cards/verbs.ts';
import { may } from '../records/decide.ts';
import type { SharingRecord } from '../records/record.ts';
import { dayOf, isDay } from '../records/workingDays.ts';
import type { Handlers } from './actions.ts';
import type { House } from './house.ts';
import { reviewerOf } from './office.ts';
import { answersOf } from './plainSummary.ts';
import type { Reply } from './reply.ts';
import { act, notOpened, opened, refusal } from './review.ts';
import { screened } from './screened.ts';
import type { Turn } from './turn.ts';
import { cut } from './typed.ts';

const longest = 500;
const keys = ['what', 'on', 'to-role', 'to-organisation', 'how', 'receipt', 'reason'] as const;
type Key = (typeof keys)[number];
type Problems = Readonly<Partial<Record<Key, string>>>;

/** What is asked where it was left out. */
const needed: Problems = {
  what: 'Tell us what was shared',
  on: 'Tell us the day on which it was shared',
  'to-role': 'Tell us the role of who received it',
  'to-organisation': 'Tell us the organisation that received it',
  how: 'Tell us how it was sent',
};

/** The record's answers as a start: most is shared as it was meant to be. */
function prefilled(house: House, record: SharingRecord, at: Date): Inputs {
  const answers = answersOf(record, house.knowledge.current());
  const said = (...names: readonly string[]) =>
    answers(...names)
      .join('; ')
      .slice(0, longest);
  return {
    what: said('data-groups', 'data-groups-general', 'other-data') || said('emergency-shared'),
    on: dayOf(at),
    'to-role': said('recipient-role'),
    'to-organisation': said('recipient-organisation'),
    how: said('transfer-method'),
    reason: said('emergency-why'),
  };
}

function form(record: SharingRecord, typed: Inputs, problems: Problems = {}, banner = ''): Reply {
  const at = (key: Key) => ({ value: typed[key] ?? '', problem: problems[key] ?? '' });
  const ids = { case: record.case, revision: record.revision };
  const card = formCard({
    kind: 'sharing',
    banner,
    more: [`This is about ${record.reference}. Check what I have filled in from your answers.`],
    fields: [
      field('text', 'what', 'What was shared?', { required: true, multiline: true, ...at('what') }),
      field('date', 'on', 'On which day?', { required: true, ...at('on') }),
      field('text', 'to-role', 'To which role?', { required: true, ...at('to-role') }),
      field('text', 'to-organisation', 'At which organisation?', { required: true, ...at('to-organisation') }),
      field('text', 'how', 'How was it sent?', { required: true, ...at('how') }),
      field('text', 'receipt', 'What shows that it arrived? For example a reply', at('receipt')),
      field('text', 'reason', 'If nobody had agreed to it yet: why could it not wait?', {
        multiline: true,
        ...at('reason'),
      }),
    ],
    actions: [
      button('Keep this', 'review.shared', ids, 'positive'),
      button('Back to the record', 'review.open', { case: record.case }),
    ],
  });
  return { card, showsCase: record.case };
}

function problemsOf(typed: Inputs, at: Date): Problems {
  const found: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const words = typed[key] ?? '';
    const missing = needed[key];
    if (missing && words === '') found[key] = missing;
    else if (words.length > longest) found[key] = `Tell us this in at most ${longest} characters`;
  }
  const on = typed.on ?? '';
  if (on !== '' && !isDay(on)) found.on = 'Tell us a day, for example 2026-11-22';
  else if (on > dayOf(at)) found.on = 'Tell us a day that is not in the future';
  return found;
}

async function share(house: House, turn: Turn, ids: { case: string; revision: number }, came: Inputs): Promise<Reply> {
  const trimmed = Object.fromEntries(keys.map((key) => [key, (came[key] ?? '').trim()]));
  // A day is no identifier, and the screen might take it for a date of birth.
  const { inputs, taken } = screened({ ...trimmed, on: '' }, turn.at);
  const typed: Inputs = { ...inputs, on: trimmed.on ?? '' };
  const record = await opened(house, turn, ids.case);
  if (!record) {
    const words = keys.map((key) => cut(typed[key] ?? '', longest));
    return notOpened(house, turn, ids.case, words);
  }
  const problems = problemsOf(typed, turn.at);
  if (Object.keys(problems).length > 0 && may(record, 'disclosure-made', await reviewerOf(house, turn.person)))
    return form({ ...record, revision: ids.revision }, typed, problems);
  const said = (key: Key) => typed[key] ?? '';
  return act(house, turn, ids, {
    event: {
      type: 'disclosure-made',
      disclosure: {
        what: said('what'),
        on: said('on'),
        toRole: said('to-role'),
        toOrganisation: said('to-organisation'),
        how: said('how'),
        receipt: said('receipt'),
      },
      reason: said('reason'),
    },
    typed: '',
    taken,
    again: ({ problem = '', banner = '' }) =>
      form({ ...record, revision: ids.revision }, typed, { reason: problem }, banner),
  });
}

/** Who made a record says that the information went: a short form, filled in from the answers. */
export const sharingActions = {
  'review.sharing': async (house, turn, { data, inputs }) => {
    const reason = screened({ reason: (inputs.reason ?? '').trim() }, turn.at).inputs.reason ?? '';
    const record = await opened(house, turn, data.case);
    if (!record) return notOpened(house, turn, data.case, [cut(reason, longest)]);
    const refused = await refusal(house, turn, record, 'disclosure-made', reason);
    if (refused) return refused;
    const start = prefilled(house, record, turn.at);
    return form(record, reason === '' ? start : { ...start, reason });
  },
  'review.shared': (house, turn, { data, inputs }) => share(house, turn, data, inputs),
} satisfies Handlers;
