import {
  answerSentCard,
  answerToAskerCard,
  overCard,
  type WaitingView,
  waitingCard,
} from '../../../cards/asked/asked.ts';
import { type SendingView, sendingCard, sentCard } from '../../../cards/asked/sending.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { contactsOf } from '../../conversation/answerView.ts';
import { settings } from './answerPlace.ts';
import { madeUp, type Sample } from './sample.ts';

const ids = { asked: madeUp.case, question: madeUp.question };

/** A question on its way to the IG team and back, as each side sees it. */
export function askedSamples(knowledge: Knowledge): Sample[] {
  return [...toSend(), ...sent(), ...waiting(knowledge), ...over()];
}

function toSend(): Sample[] {
  const view: SendingView = {
    ...ids,
    values: { question: madeUp.words, tried: '', soon: '' },
    problems: {},
    taken: [],
    isCut: false,
    longest: 1000,
    frontDoor: settings.frontDoor,
    outOfHours: settings.outOfHours,
  };
  const worst: SendingView = {
    ...view,
    values: { question: madeUp.longWords, tried: madeUp.longWords, soon: 'today' },
    problems: { question: 'Tell us your question', soon: 'Tell us how soon you need an answer' },
    taken: ['an NHS number', 'a postcode'],
    isCut: true,
  };
  return [
    { name: 'before it is sent', card: sendingCard(view) },
    { name: 'before it is sent, sent back', card: sendingCard(worst) },
  ];
}

function sent(): Sample[] {
  const view = {
    asked: ids.asked,
    soon: 'this-week',
    sent: madeUp.at,
    until: '20 February 2027',
    question: madeUp.words,
    tried: '',
    taken: [],
    leads: 'other',
    contacts: contactsOf(settings),
  } as const;
  return [
    { name: 'sent', card: sentCard(view) },
    {
      name: 'sent, nobody there',
      card: sentCard({ ...view, soon: 'today', question: madeUp.longWords, leads: 'none' }),
    },
  ];
}

function waiting(knowledge: Knowledge): Sample[] {
  const view: WaitingView = {
    asked: ids.asked,
    soon: 'today',
    from: 'Duty social worker (council)',
    waited: '2 days',
    until: '20 February 2027',
    question: madeUp.words,
    tried: madeUp.words,
    offered: [],
    isMine: false,
    answering: null,
  };
  const choices = [...knowledge.agreements.values()].map(({ id, shortName }) => ({ id, label: shortName }));
  const answering = {
    value: madeUp.longWords,
    label: 'mas',
    problem: 'Tell us the answer',
    taken: ['a postcode'],
    choices,
  };
  return [
    { name: 'waiting, for an IG lead', card: waitingCard(view) },
    {
      name: 'being answered, by its own asker',
      card: waitingCard({ ...view, isMine: true, offered: ['MAS'], answering }),
    },
  ];
}

function over(): Sample[] {
  const answer = {
    question: madeUp.words,
    answer: madeUp.longWords,
    by: 'an IG lead (data protection officer)',
    at: madeUp.at,
    about: 'MAS (child safeguarding)',
    start: { agreement: 'mas', case: madeUp.case },
  };
  return [
    { name: 'answered, for its asker', card: answerToAskerCard(answer) },
    { name: 'answered, for who wrote it', card: answerSentCard(madeUp.words) },
    { name: 'over', card: overCard({ kind: 'answered', by: 'an IG lead', at: madeUp.at }, madeUp.words) },
    { name: 'withdrawn', card: overCard({ kind: 'withdrawn' }) },
  ];
}
