import { disclosureWords, outcomeWords, reviewWords } from '../../../cards/record/record.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Effect } from '../../../knowledge/schema.ts';
import { type Outcome, outcomes } from '../../checklist/decision.ts';
import type { ReviewState } from '../../records/record.ts';
import { type Row, TABLE } from '../../records/review.ts';
import type { Told } from '../../records/reviewNotices.ts';
import { EMERGENCY, START } from '../../records/submit.ts';
import { eventWords, toldWords, whoWords } from '../reviewWords.ts';
import { listed } from './conditionWords.ts';
import type { Box, Edge } from './flow.ts';

const line = (text: string) => ({ code: '', text, only: '' });
const end = { part: 'end', only: '', foot: '' } as const;

const effectWords: Readonly<Record<Effect, string>> = {
  block: 'must be put right before sharing',
  reason: 'need a reason',
  warn: 'say what to check',
  escalate: 'say to ask the IG lead',
  inform: 'are good to know',
};

/** What the rules can say, counted by what they ask of the person. */
function checkLines({ content }: Knowledge) {
  const effects = Object.keys(effectWords) as Effect[];
  const counted = effects.map((effect) => {
    const count = content.rules.filter((rule) => rule.effect === effect).length;
    return `${count} ${effectWords[effect]}`;
  });
  return [
    line('Every answer, each with a way to change it'),
    line(`What the rules found. Of ${content.rules.length} rules, ${listed(counted, 'and')}`),
    line('Sharing can be sent once nothing is left to put right and every reason is given'),
    line('Not sharing, or asking the IG lead, needs no more than its reason'),
  ];
}

/** The rows that say where the review stands afterwards, one for each state it can come from. */
const moves = TABLE.flatMap((row) => {
  const to = row.to.review;
  return to === undefined ? [] : row.from.map((from) => ({ row, from, to }));
});

const states = (Object.keys(reviewWords) as ReviewState[]).filter(
  (state) => moves.some(({ from, to }) => from === state || to === state) || startsAt(state).length > 0,
);

function startsAt(state: ReviewState): Outcome[] {
  return outcomes.filter((outcome) => START[outcome].review === state);
}

/** Whether the information has gone, for each way into a state. */
const goneWords = (state: ReviewState) => [
  ...startsAt(state).map((outcome) => line(`${outcomeWords[outcome]}: ${disclosureWords[START[outcome].disclosure]}`)),
  ...(EMERGENCY.review === state
    ? [line(`Emergency, or shared before: ${disclosureWords[EMERGENCY.disclosure]}`)]
    : []),
];

const isOpen = (state: ReviewState): boolean => moves.some(({ from }) => from === state);

/** Check-your-answers, Submit, and the states of a record that the review table knows. */
export function endBoxes(knowledge: Knowledge): Box[] {
  return [
    { ...end, id: 'check', kind: 'card', head: 'Check your answers', lines: checkLines(knowledge) },
    {
      ...end,
      id: 'submit',
      kind: 'card',
      head: 'Submit for review',
      lines: [line('The record gets a reference. Nobody has to wait for the review when waiting puts someone at risk')],
    },
    ...states.map((state): Box => {
      const lines = isOpen(state) ? goneWords(state) : [line('The first decision stands')];
      return { ...end, id: `state-${state}`, kind: 'state', head: reviewWords[state], lines };
    }),
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function rowWords({ event, by, needsReason, tell }: Row): string {
  const who = Object.keys(tell) as Told[];
  const told = `; ${listed(
    who.map((each) => `the ${toldWords[each]}`),
    'and',
  )} ${who.length > 1 || who[0] === 'igLeads' ? 'are' : 'is'} told`;
  return `${capital(`the ${whoWords[by]}`)} ${eventWords[event]}${needsReason ? ' and says why' : ''}${told}`;
}

/** Rows that differ only in what is shared are one line of the picture. */
const isSame = (one: Edge, other: Edge): boolean =>
  one.from === other.from && one.to === other.to && one.label === other.label;

/** From check-your-answers to the end, and the short way of an emergency. */
export function endEdges(): Edge[] {
  const edge = (from: string, to: string, label = '', isEmergency = false): Edge => ({ from, to, label, isEmergency });
  const starts = states.filter((state) => startsAt(state).length > 0);
  return [
    edge('check', 'submit'),
    ...starts.map((state) =>
      edge('submit', `state-${state}`, listed(startsAt(state).map((each) => `“${outcomeWords[each]}”`))),
    ),
    edge('emergency', `state-${EMERGENCY.review}`, '', true),
    ...moves
      .map(({ row, from, to }) => edge(`state-${from}`, `state-${to}`, rowWords(row)))
      .filter((each, at, all) => all.findIndex((other) => isSame(each, other)) === at),
  ];
}
