import { openingWords } from '../../cards/answer/opening.ts';
import { button } from '../../cards/button.ts';
import { listCard } from '../../cards/list/list.ts';
import { dangerSection, type NoticeKind, noticeCard } from '../../cards/notice/notice.ts';
import type { Rendered } from '../../cards/render.ts';
import { cite, type Knowledge } from '../../knowledge/knowledge.ts';
import type { AskBack, Match, MatchAnswer } from '../../knowledge/match/answer.ts';
import { type AnswerPlace, type Asked, contactsOf, nameOf, openedCard, openLabel, unasked } from './answerView.ts';
import { shortOf } from './apt.ts';

const sendTitle = 'Send this to the IG team';

const sentence = (fact: string): string => `${fact}.`;

/** The open question as a button carries it. */
const questionOf = ({ question }: AnswerPlace): Readonly<Record<string, string>> =>
  question === '' ? {} : { question };

const backButtons = (place: AnswerPlace, label: string | undefined) =>
  label === undefined ? [] : [button('Back to the answer', 'ask.show', { label, ...questionOf(place) })];

/**
 * A card for somebody whom no answer helped: what to do in danger, who to ask, and the way to the IG team. A question is
 * sent from the personal chat alone, for its words are shown before they go.
 */
export function unansweredCard(
  knowledge: Knowledge,
  kind: NoticeKind,
  place: AnswerPlace,
  offered: readonly Match[],
  options: { readonly more?: readonly string[]; readonly back?: string } = {},
): Rendered {
  const isPersonal = place.newCase !== '';
  return noticeCard(kind, {
    more: [
      ...(options.more ?? []),
      ...(isPersonal || !place.question ? [] : ['To send it to your IG team, ask me in our personal chat.']),
    ],
    sections: [
      dangerSection(place.settings?.frontDoor ?? '', place.settings?.outOfHours ?? ''),
      contactsOf(place.settings),
    ],
    actions: [
      ...(isPersonal && place.question ? [button(sendTitle, 'escalate.show', { question: place.question })] : []),
      ...offered.map((match) =>
        button(`See ${nameOf(knowledge, match)}`, 'ask.show', { label: openLabel(match), ...questionOf(place) }),
      ),
      ...backButtons(place, options.back),
    ],
  });
}

/** Nothing about sharing was asked. */
export const isTalk = ({ declined }: MatchAnswer): boolean =>
  declined === 'small-talk' || declined === 'something-else' || declined === 'empty' || declined === 'record-request';

function declinedCard(knowledge: Knowledge, { answer, told }: Asked, place: AnswerPlace): Rendered {
  const kind = answer.declined === 'no-match' || answer.declined === null ? 'nothing-held' : answer.declined;
  if (isTalk(answer)) return noticeCard(kind);
  return unansweredCard(knowledge, kind, place, answer.ranked, { more: told.map(sentence) });
}

/** The question that tells the first two apart, when one of them has it. */
function tellApart(knowledge: Knowledge, [first, second]: readonly Match[]): string {
  const between = (one: Match | undefined, other: Match | undefined) =>
    knowledge.agreements.get(one?.id ?? '')?.confusedWith.find(({ agreement }) => agreement === other?.id)?.tellApart;
  return between(first, second) ?? between(second, first) ?? '';
}

/** What was offered, to choose from. */
export function choiceCard(
  knowledge: Knowledge,
  { answer, told }: Asked,
  place: AnswerPlace,
  matches: readonly Match[],
  back?: string,
): Rendered {
  const items = matches.map((match) => ({
    title: nameOf(knowledge, match),
    detail: detailOf(knowledge, match),
    verb: 'ask.show' as const,
    data: { label: openLabel(match), ...questionOf(place) },
  }));
  const because = [...new Set(matches.flatMap((match) => match.because))];
  const opening = openingWords({ sure: null, because, told });
  const kind = answer.together ? 'together' : back === undefined ? 'choose' : 'others';
  return listCard(kind, items, {
    above: [opening, answer.together ? '' : tellApart(knowledge, matches)],
    actions: [
      ...backButtons(place, back),
      ...(place.question ? [button('None of these', 'ask.none', { question: place.question })] : []),
    ],
  });
}

function detailOf(knowledge: Knowledge, match: Match): string {
  const fact =
    match.kind === 'topic' ? knowledge.topics.get(match.id)?.answer[0] : knowledge.agreements.get(match.id)?.summary;
  if (!fact) return '';
  return `${shortOf(fact)} (${cite(knowledge, fact.sources).join('; ')})`;
}

function askBackCard({ key, question, options }: AskBack, told: readonly string[], place: AnswerPlace): Rendered {
  const data = { question: place.question, fact: key };
  const actions = options.map(({ id, label }) => button(label, 'ask.answer', { ...data, option: id }));
  return listCard('ask-back', [], { lead: question, above: told.map(sentence), actions });
}

/** The card for an answer. */
export function answerReply(knowledge: Knowledge, asked: Asked, place: AnswerPlace): Rendered {
  const { answer } = asked;
  const [best, ...others] = answer.ranked;
  if (answer.asks && place.question) return askBackCard(answer.asks, asked.told, place);
  if (!best || answer.band === 'none' || (answer.declined && best.kind === 'agreement'))
    return declinedCard(knowledge, asked, place);
  if (answer.band === 'choose' && others.length > 0) return choiceCard(knowledge, asked, place, answer.ranked);
  return openedCard(knowledge, openLabel(best), place, { ...unasked, asked }) ?? declinedCard(knowledge, asked, place);
}

/** The same answer as plain text, for the terminal. */
export function answerText(knowledge: Knowledge, asked: Asked, today: Date): string {
  const { asks } = asked.answer;
  const place = { today, settings: null, newCase: '', question: '' };
  const options = asks?.options.map(({ id, label }) => `- ${label} (--answer ${asks.key}=${id})`) ?? [];
  const question = asks ? `${asks.question}\n${options.join('\n')}\n\n` : '';
  return question + answerReply(knowledge, asked, place).text;
}
