import { type AnswerView, answerCard } from '../../cards/answer/answer.ts';
import { contactsSection } from '../../cards/notice/notice.ts';
import type { Point } from '../../cards/point.ts';
import type { Rendered } from '../../cards/render.ts';
import { topicCard } from '../../cards/topic/topic.ts';
import { currencyWords, reviewStanding } from '../../knowledge/currency.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Match, MatchAnswer } from '../../knowledge/match/answer.ts';
import type { Agreement, Fact, Topic } from '../../knowledge/schema.ts';
import type { Settings } from '../stores/ports.ts';
import { aptFirst, shortOf } from './apt.ts';

/** Where an answer is shown: who to ask, which day it is, and what the buttons may carry. */
export interface AnswerPlace {
  readonly today: Date;
  readonly settings: Settings | null;
  /** Id for a case started from the card; empty where cases are not shown: anywhere but the personal chat. */
  readonly newCase: string;
  /** Opaque id of the open question; empty when there is none. */
  readonly question: string;
}

/** The question that a card answers. */
export interface Asked {
  readonly answer: MatchAnswer;
  /** Facts told when asked back, e.g. `For London`. */
  readonly told: readonly string[];
}

/** Why a card is opened, and what was said of it. */
export interface Opened {
  /** Null when it is opened rather than asked for. */
  readonly asked: Asked | null;
  /** Stands in a coloured band, e.g. thanks; empty for none. */
  readonly banner: string;
  /** The asker said already whether this was right. */
  readonly isJudged: boolean;
}

/** Opened, and nothing said of it. */
export const unasked: Opened = { asked: null, banner: '', isJudged: false };

const point =
  (knowledge: Knowledge) =>
  (fact: Fact): Point => ({
    text: shortOf(fact),
    sources: fact.sources.map(({ document, section }) => ({
      document: knowledge.documents.get(document)?.shortTitle ?? document,
      section,
    })),
  });

/** Label that opens a match: an agreement by its id, a topic by its own id. */
export const openLabel = (match: Match): string => (match.kind === 'topic' ? `topic:${match.id}` : match.id);

/** Short name of what a label opens; null when there is no such agreement or topic. */
export function labelName(knowledge: Knowledge, label: string): string | null {
  if (label.startsWith('topic:')) return knowledge.topics.get(label.slice('topic:'.length))?.title ?? null;
  return knowledge.agreements.get(label)?.shortName ?? null;
}

export const nameOf = (knowledge: Knowledge, match: Match): string =>
  labelName(knowledge, openLabel(match)) ?? match.id;

const hasRecentLaw = (knowledge: Knowledge, about: readonly string[]): boolean =>
  knowledge.content.notes.some(({ kind, about: ids }) => kind === 'recent-law' && ids.some((id) => about.includes(id)));

/** Review standing of the agreement's document as a warning; empty when nothing needs saying. */
export function currencyWarning(knowledge: Knowledge, agreement: Agreement, today: Date): string {
  const document = agreement.document ? knowledge.documents.get(agreement.document) : undefined;
  return document ? currencyWords(reviewStanding(document, today)) : '';
}

/** What the buttons of a card need to know. */
function buttonsFor(knowledge: Knowledge, label: string, place: AnswerPlace, { asked, banner, isJudged }: Opened) {
  const others = asked?.answer.ranked.filter((match) => openLabel(match) !== label) ?? [];
  return {
    label,
    question: place.question,
    others: others.map((match) => ({ label: openLabel(match), name: nameOf(knowledge, match) })),
    together: asked?.answer.together ?? false,
    isJudged,
    banner,
  };
}

/** How sure the answer is of this one, and why. */
function openingFor(label: string, asked: Asked | null) {
  const match = asked?.answer.ranked.find((one) => openLabel(one) === label);
  if (!asked || !match) return { sure: null, because: [], told: asked?.told ?? [] };
  const isBest = match === asked.answer.ranked[0];
  const { band } = asked.answer;
  return { sure: isBest && band !== 'none' ? band : 'choose', because: match.because, told: asked.told } as const;
}

/** What it is mistaken for: first what was offered as well; nothing of another area than the asker's. */
function lookAlikes(knowledge: Knowledge, agreement: Agreement, asked: Asked | null): AnswerView['lookAlikes'] {
  const offered = new Set(asked?.answer.ranked.map(({ id }) => id));
  const area = asked?.answer.area ?? null;
  return agreement.confusedWith
    .filter(({ agreement: id }) => area === null || knowledge.agreements.get(id)?.area === area)
    .sort((a, b) => Number(offered.has(b.agreement)) - Number(offered.has(a.agreement)))
    .map(({ agreement: id, tellApart }) => ({ name: labelName(knowledge, id) ?? id, question: tellApart }));
}

/** Which of two agreements it is, as the other party decides; null for an agreement that is one. */
function strandPoint(knowledge: Knowledge, { strands }: Agreement, strand: string | null): Point | null {
  const [first] = strands;
  if (!first) return null;
  const chosen = strands.find(({ id }) => id === strand);
  const parties = strands.map(({ otherParty }) => otherParty.charAt(0).toLowerCase() + otherParty.slice(1));
  const text = chosen ? `${chosen.name}.` : `the other party decides (${parties.join(', or ')}).`;
  return { ...point(knowledge)((chosen ?? first).fact), text };
}

function agreementView(knowledge: Knowledge, agreement: Agreement, place: AnswerPlace, opened: Opened): AnswerView {
  const { asked } = opened;
  const buttons = buttonsFor(knowledge, agreement.id, place, opened);
  const opening = openingFor(agreement.id, asked);
  const strand = asked?.answer.ranked.find(({ id }) => id === agreement.id)?.strand ?? null;
  const apt = (facts: readonly Fact[], words: readonly string[]) => aptFirst(facts, words).map(point(knowledge));
  // What was offered as well may be what this one leaves out, or what the documents disagree on.
  const doubtful = [...opening.because, ...buttons.others.map(({ name }) => name)];
  const [signatories, ...checks] = agreement.check;
  return {
    ...buttons,
    ...opening,
    name: agreement.name,
    area: agreement.area,
    held: agreement.held,
    legacy: agreement.status === 'legacy',
    summary: point(knowledge)(agreement.summary),
    covers: apt(agreement.covers, opening.because),
    doesNotCover: apt(agreement.doesNotCover, doubtful),
    strand: strandPoint(knowledge, agreement, strand),
    purposes: agreement.id === 'kmisa' ? purposePoints(knowledge, asked?.answer.purposes ?? []) : [],
    lawfulBasis: agreement.lawfulBasis ? point(knowledge)(agreement.lawfulBasis) : null,
    check: [...(signatories ? [point(knowledge)(signatories)] : []), ...apt(checks, doubtful)],
    currency: shortOf({ text: currencyWarning(knowledge, agreement, place.today) }),
    hasRecentLaw: hasRecentLaw(knowledge, [agreement.id]),
    lookAlikes: lookAlikes(knowledge, agreement, asked),
    newCase: agreement.status === 'legacy' ? '' : place.newCase,
    hasDetails: true,
  };
}

function purposePoints(knowledge: Knowledge, ids: readonly string[]): Point[] {
  const chosen = knowledge.content.purposes.filter(({ id }) => ids.includes(id));
  return chosen
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ label, source }) => point(knowledge)({ text: label, sources: [source] }));
}

function topicAnswer(knowledge: Knowledge, topic: Topic, place: AnswerPlace, opened: Opened): Rendered {
  const label = `topic:${topic.id}`;
  return topicCard({
    ...buttonsFor(knowledge, label, place, opened),
    ...openingFor(label, opened.asked),
    title: topic.title,
    answer: topic.answer.map((fact) => ({ ...point(knowledge)(fact), text: fact.text })),
    hasRecentLaw: hasRecentLaw(knowledge, [topic.label, topic.id]),
  });
}

/**
 * Card of one agreement or topic by its label, opened rather than asked for, or as an answer to a question; null when
 * there is none of that label.
 */
export function openedCard(
  knowledge: Knowledge,
  label: string,
  place: AnswerPlace,
  opened: Opened = unasked,
): Rendered | null {
  const topic = label.startsWith('topic:') ? knowledge.topics.get(label.slice('topic:'.length)) : undefined;
  if (topic) return topicAnswer(knowledge, topic, place, opened);
  const agreement = knowledge.agreements.get(label);
  return agreement ? answerCard(agreementView(knowledge, agreement, place, opened)) : null;
}

/** Contacts an asker can turn to. */
export function contactsOf(settings: Settings | null) {
  return contactsSection([
    { who: 'IG team', how: settings?.igContact ?? '' },
    { who: 'Data protection officer', how: settings?.dpoContact ?? '' },
    { who: 'Caldicott Guardian', how: settings?.caldicottContact ?? '' },
  ]);
}
