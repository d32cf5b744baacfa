import { type AnswerView, answerCard } from '../../cards/answer/answer.ts';
import { button } from '../../cards/button.ts';
import { listCard } from '../../cards/list/list.ts';
import { contactsSection, noticeCard } from '../../cards/notice/notice.ts';
import { type Rendered, type Row, row } from '../../cards/render.ts';
import { topicCard } from '../../cards/topic/topic.ts';
import { currencyWords, reviewStanding } from '../../knowledge/currency.ts';
import { cite, type Knowledge } from '../../knowledge/knowledge.ts';
import type { Match, MatchAnswer } from '../../knowledge/match/answer.ts';
import type { Agreement, Fact, Topic } from '../../knowledge/schema.ts';
import type { Settings } from '../stores/ports.ts';

/** Where an answer is shown: who to ask, which day it is, and what the buttons may carry. */
export interface AnswerPlace {
  readonly today: Date;
  readonly settings: Settings | null;
  /** Id for a case started from the card; empty where cases are not shown. */
  readonly newCase: string;
  /** Opaque id of the open question; empty when there is none. */
  readonly question: string;
}

const factRow =
  (knowledge: Knowledge) =>
  (fact: Fact): Row =>
    row(fact.text, cite(knowledge, fact.sources));

/** Label that opens a match: an agreement by its id, a topic by its own id. */
const openLabel = (match: Match): string => (match.kind === 'topic' ? `topic:${match.id}` : match.id);

const nameOf = (knowledge: Knowledge, match: Match): string =>
  match.kind === 'topic'
    ? (knowledge.topics.get(match.id)?.title ?? match.id)
    : (knowledge.agreements.get(match.id)?.shortName ?? match.id);

const recentLaw = (knowledge: Knowledge, about: readonly string[]): Row[] =>
  knowledge.content.notes
    .filter((note) => note.kind === 'recent-law' && note.about.some((id) => about.includes(id)))
    .map((note) => row(note.text))
    .slice(0, 4);

/** Review standing of the agreement's document as a warning; empty when nothing needs saying. */
export function currencyWarning(knowledge: Knowledge, agreement: Agreement, today: Date): string {
  const document = agreement.document ? knowledge.documents.get(agreement.document) : undefined;
  return document ? currencyWords(reviewStanding(document, today)) : '';
}

const purposeRows = (knowledge: Knowledge, ids: readonly string[]): Row[] =>
  knowledge.content.purposes
    .filter(({ id }) => ids.includes(id))
    .map(({ label, source }) => row(label, cite(knowledge, [source])));

/** What stands on an agreement's card; `match` and `others` when it answers a question. */
function agreementView(
  knowledge: Knowledge,
  agreement: Agreement,
  place: AnswerPlace,
  answer: {
    readonly sure: AnswerView['sure'];
    readonly match: Match | null;
    readonly others: readonly Match[];
    readonly together: boolean;
    readonly purposes: readonly string[];
  },
): AnswerView {
  const facts = factRow(knowledge);
  return {
    name: agreement.name,
    area: agreement.area,
    held: agreement.held,
    legacy: agreement.status === 'legacy',
    sure: answer.sure,
    because: answer.match?.because ?? [],
    summary: facts(agreement.summary),
    purposes: agreement.id === 'kmisa' ? purposeRows(knowledge, answer.purposes) : [],
    covers: agreement.covers.map(facts),
    doesNotCover: agreement.doesNotCover.map(facts),
    check: agreement.check.map(facts),
    currency: currencyWarning(knowledge, agreement, place.today),
    lawfulBasis: agreement.lawfulBasis ? facts(agreement.lawfulBasis) : null,
    parties: agreement.parties.map(facts),
    terms: agreement.terms.map(facts),
    strands: agreement.strands.map((strand) => row(`${strand.name}: ${strand.fact.text}`)),
    lookAlikes: agreement.confusedWith.map((other) =>
      row(`${knowledge.agreements.get(other.agreement)?.shortName ?? other.agreement}: ${other.tellApart}`),
    ),
    recentLaw: recentLaw(knowledge, [agreement.id]),
    others: answer.others.map((match) => ({ label: openLabel(match), name: nameOf(knowledge, match) })),
    together: answer.together,
    newCase: agreement.status === 'legacy' ? '' : place.newCase,
    agreement: agreement.id,
    question: place.question,
  };
}

function topicAnswer(knowledge: Knowledge, topic: Topic, others: readonly Match[]): Rendered {
  return topicCard({
    title: topic.title,
    answer: topic.answer.map(factRow(knowledge)),
    recentLaw: recentLaw(knowledge, [topic.label, topic.id]),
    others: others.map((match) => ({ label: openLabel(match), name: nameOf(knowledge, match) })),
  });
}

/** Contacts an asker can turn to. */
export function contactsOf(settings: Settings | null) {
  return contactsSection([
    { who: 'IG team', how: settings?.igContact ?? '' },
    { who: 'Data protection officer', how: settings?.dpoContact ?? '' },
    { who: 'Caldicott Guardian', how: settings?.caldicottContact ?? '' },
  ]);
}

/** Card of one agreement or topic by its label, opened rather than asked for; null when there is none. */
export function openedCard(knowledge: Knowledge, label: string, place: AnswerPlace): Rendered | null {
  const topic = label.startsWith('topic:') ? knowledge.topics.get(label.slice('topic:'.length)) : undefined;
  if (topic) return topicAnswer(knowledge, topic, []);
  const agreement = knowledge.agreements.get(label);
  return agreement
    ? answerCard(
        agreementView(knowledge, agreement, place, {
          sure: null,
          match: null,
          others: [],
          together: false,
          purposes: [],
        }),
      )
    : null;
}

function declinedCard(knowledge: Knowledge, answer: MatchAnswer, place: AnswerPlace): Rendered {
  const kind = answer.declined === 'no-match' || answer.declined === null ? 'nothing-held' : answer.declined;
  const isTalk = kind === 'small-talk' || kind === 'empty' || kind === 'record-request';
  return noticeCard(kind, {
    sections: isTalk ? [] : [contactsOf(place.settings)],
    actions: answer.ranked.map((match) =>
      button(`See ${nameOf(knowledge, match)}`, 'ask.show', { label: openLabel(match) }),
    ),
  });
}

function choiceCard(knowledge: Knowledge, answer: MatchAnswer, place: AnswerPlace): Rendered {
  const items = answer.ranked.map((match) => ({
    title: nameOf(knowledge, match),
    detail:
      (match.kind === 'topic'
        ? knowledge.topics.get(match.id)?.answer[0]?.text
        : knowledge.agreements.get(match.id)?.summary.text) ?? '',
    verb: 'ask.show' as const,
    data: { label: openLabel(match) },
  }));
  const none = place.question ? [button('None of these', 'ask.none', { question: place.question })] : [];
  return listCard(answer.together ? 'together' : 'choose', items, { actions: none });
}

/** The card for an answer. */
export function answerReply(knowledge: Knowledge, answer: MatchAnswer, place: AnswerPlace): Rendered {
  const [best, ...others] = answer.ranked;
  if (answer.asks && place.question) {
    const { asks } = answer;
    return listCard('ask-back', [], {
      lead: asks.question,
      actions: asks.options.map((option) =>
        button(option.label, 'ask.answer', { question: place.question, fact: asks.key, option: option.id }),
      ),
    });
  }
  if (!best || answer.band === 'none' || (answer.declined && best.kind === 'agreement'))
    return declinedCard(knowledge, answer, place);
  if (answer.band === 'choose' && others.length > 0) return choiceCard(knowledge, answer, place);
  const topic = best.kind === 'topic' ? knowledge.topics.get(best.id) : undefined;
  if (topic) return topicAnswer(knowledge, topic, others);
  const agreement = knowledge.agreements.get(best.id);
  if (!agreement) return declinedCard(knowledge, answer, place);
  const sure = answer.band;
  return answerCard(
    agreementView(knowledge, agreement, place, {
      sure,
      match: best,
      others,
      together: answer.together,
      purposes: answer.purposes,
    }),
  );
}

/** The same answer as plain text, for the terminal. */
export function answerText(knowledge: Knowledge, answer: MatchAnswer, today: Date): string {
  const place = { today, settings: null, newCase: '', question: '' };
  const asked = answer.asks
    ? `${answer.asks.question}\n${answer.asks.options.map((option) => `- ${option.label} (--answer ${answer.asks?.key}=${option.id})`).join('\n')}\n\n`
    : '';
  return asked + answerReply(knowledge, answer, place).text;
}
