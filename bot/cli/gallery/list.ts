import { button } from '../../../cards/button.ts';
import { digestWords } from '../../../cards/list/digestWords.ts';
import { type ListItem, listCard } from '../../../cards/list/list.ts';
import { leaverWords } from '../../../cards/notice/leaver.ts';
import { notNotifiedWords } from '../../../cards/notice/notNotified.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { madeUp, type Sample } from './sample.ts';

const open = { verb: 'review.open', data: { case: madeUp.case } } as const;

/** Lists: short, longer than fits, to choose between answers, and a question back. */
export function listSamples(knowledge: Knowledge): Sample[] {
  const record = (detail: string): ListItem => ({ title: 'SR-MADE-UP', detail, ...open });
  const agreements = [...knowledge.agreements.values()].map(
    ({ id, shortName, summary }): ListItem => ({
      title: shortName,
      detail: summary.text,
      verb: 'ask.show',
      data: { label: id },
    }),
  );
  const none = button('None of these', 'ask.none', { question: madeUp.question });
  const answers = ['Kent and Medway', 'London', 'Somewhere else'].map((title, at) =>
    button(title, 'ask.answer', {
      question: madeUp.question,
      fact: 'area',
      option: ['kent', 'london', 'elsewhere'][at] ?? '',
    }),
  );
  return [
    { name: 'one record', card: listCard('records', [record('MAS, waiting for review, 22 November 2026')]) },
    {
      name: 'more to review than fits',
      card: listCard(
        'pending',
        Array.from({ length: 14 }, () =>
          record('MARAC and violence against women, waiting for review, 22 November 2026'),
        ),
      ),
    },
    {
      name: 'what is waiting today',
      card: listCard(
        'digest',
        Array.from({ length: 12 }, (_, at) =>
          record(
            `MARAC and violence against women, waiting for review, ${madeUp.organisation}, ${digestWords.since(madeUp.at, at < 3)}`,
          ),
        ),
        {
          lead: [
            digestWords.reviews(12, madeUp.at),
            digestWords.late(3, 12),
            digestWords.overdue(1),
            digestWords.questions(2),
            digestWords.notTold(1),
          ].join(' '),
          actions: [
            button('All that waits for review', 'register.pending'),
            button('Questions', 'escalate.waiting'),
            button('Not told', 'not-notified.list'),
            button('Stop this daily list', 'digest.off'),
          ],
        },
      ),
    },
    {
      name: 'a choice of answers',
      card: listCard('choose', agreements.slice(0, 4), { above: ['You mentioned “made up”.'], actions: [none] }),
    },
    { name: 'several that apply', card: listCard('together', agreements.slice(2, 4), { actions: [none] }) },
    {
      name: 'a question back',
      card: listCard('ask-back', [], { lead: 'Where does this sharing happen?', actions: answers }),
    },
    { name: 'what I know', card: listCard('knowledge', agreements) },
    {
      name: 'whom I could not reach',
      card: listCard(
        'not-notified',
        [
          {
            title: notNotifiedWords.title('Sam Sample (fictional)', 'review-asked', 'SR-MADE-UP'),
            detail: notNotifiedWords.detail('22 November 2026 at 16:05', '403'),
            verb: 'not-notified.open',
            data: { notice: '12.0' },
          },
        ],
        { actions: [button('Try all again', 'not-notified.again-all')] },
      ),
    },
    {
      name: 'what people would leave behind',
      card: listCard('leavers', [
        {
          title: 'Sam Sample (fictional)',
          detail: `Seems to have left: ${leaverWords.has({ drafts: 2, reviews: 1, records: 0 })}`,
          verb: 'leavers.open',
          data: { person: madeUp.case },
        },
      ]),
    },
    {
      name: 'questions for the IG team',
      card: listCard('questions', [
        { title: 'Waiting for 2 days', detail: `Needed: today. ${madeUp.longWords.slice(0, 120)}…`, ...open },
      ]),
    },
  ];
}
