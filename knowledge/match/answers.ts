import type { Area } from '../schema.ts';
import type { Band, Decline, MatchAnswer } from './answer.ts';
import type { Asking } from './asking.ts';
import { type Candidate, reasonsFor, weigh } from './candidates.ts';
import { isAlone, mostOffered, toMatch, worthy } from './chosen.ts';
import { bandOf, confidenceOf, type Signals, signalsOf } from './confidence.ts';
import { asksForSeveral, howPart } from './form.ts';
import { purposesMeant } from './kentAnswer.ts';
import { childBeside, companions } from './routing.ts';
import { strandOf } from './strand.ts';

/** Names nothing, and says why. */
export function decline(declined: Decline, area: Area | null): MatchAnswer {
  const nothing = { band: 'none', confidence: 0, signals: [], ranked: [], together: false, purposes: [] } as const;
  return { ...nothing, declined, asks: null, area };
}

/** Guidance first; an agreement beside it only when the question names it. */
export function topicAnswer(
  asking: Asking,
  topics: readonly Candidate[],
  agreements: readonly Candidate[],
): MatchAnswer {
  const sure = howSure(asking, topics, agreements[0]);
  const named = agreements.filter(({ isNamed }) => isNamed).slice(0, 1);
  const guidance = worthy(topics).slice(0, mostOffered - named.length);
  const band = isAlone(guidance) ? sure.band : atMost(sure.band, 'probably');
  return { ...plainAnswer(asking, [...guidance, ...named]), ...sure, band };
}

/** How much of the best agreement’s score guidance needs to stand beside it. */
const guidanceShare = 0.6;

/** Agreements first, with guidance beside them that the question asks for as well. */
export function agreementAnswer(
  asking: Asking,
  agreements: readonly Candidate[],
  topic: Candidate | undefined,
): MatchAnswer {
  const { knowledge, question, area, candidates } = asking;
  const second = secondQuestion(asking);
  const sure = howSure(asking, agreements, second ? undefined : topic);
  const { offered, band, together } = agreementsOffered(asking, agreements, sure.band);
  const isNear = topic !== undefined && topic.score >= guidanceShare * (agreements[0]?.score ?? 0);
  const also = second ?? (isNear ? topic : null);
  const answer = plainAnswer(asking, also ? [...offered.slice(0, mostOffered - 1), also] : offered);
  const purposes = area === 'kent' ? purposesMeant(knowledge.matchIndex, question, candidates) : [];
  return { ...answer, ...sure, band, together, purposes };
}

/** How sure the best of a list is, against the next of it and the best of the other kind. */
function howSure(
  asking: Asking,
  [best, next]: readonly Candidate[],
  other: Candidate | undefined,
): { readonly band: Band; readonly confidence: number; readonly signals: Signals } {
  if (!best) return { band: 'none', confidence: 0, signals: [] };
  const rival = (other?.score ?? 0) > (next?.score ?? 0) ? other : next;
  const signals = signalsOf(asking, best, rival);
  const confidence = confidenceOf(signals);
  return { band: bandOf(confidence), confidence: Math.round(confidence * 1000) / 1000, signals };
}

/** What a second answer needs to stand beside the first, when nobody asked for it by name. */
const leastSecond = 8;

/**
 * Guidance that a second question asks for: in its own words (“which agreement is it, and can I email it?”), else in
 * those of the whole, without the name of the agreement (“left my panel papers on the bus, what now?”).
 */
function secondQuestion(asking: Asking): Candidate | null {
  const part = howPart(asking.question);
  if (!part) return null;
  const own = topicAmong(asking, (word) => part.words.has(word));
  if (own && (part.besideWhich || own.isNamed || own.score >= leastSecond)) return own;
  const inNames = new Set(
    asking.question.names.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
  const whole = topicAmong(asking, (word) => !inNames.has(word));
  return whole && (whole.isNamed || whole.score >= leastSecond) ? whole : null;
}

/** The best guidance by some words of the question. */
function topicAmong({ knowledge, question, area }: Asking, isRead: (word: number) => boolean): Candidate | undefined {
  const read = {
    ...question,
    evidence: question.evidence.filter(({ word }) => isRead(word)),
    names: question.names.filter(({ start }) => isRead(start)),
  };
  return weigh(knowledge.matchIndex, read, area).topics[0];
}

function agreementsOffered(
  asking: Asking,
  agreements: readonly Candidate[],
  band: Band,
): {
  readonly offered: readonly Candidate[];
  readonly band: Band;
  readonly together: boolean;
} {
  const { area, traits, candidates, question } = asking;
  const { ids, together } = companions(agreements, traits);
  const side = area === 'kent' ? [] : agreementsById(candidates.agreements, ids);
  if (side.length > 0) return { offered: side, band: together ? band : 'choose', together };
  const second = asksForSeveral(question) ? otherHalf(asking, agreements) : null;
  if (second) return { offered: [...agreements.slice(0, 1), second], band, together: true };
  const offered = worthy(agreements);
  const beside = childBeside(agreements, offered, traits);
  if (!beside) return { offered, band: isAlone(offered) ? band : atMost(band, 'probably'), together };
  return { offered: [...offered.slice(0, mostOffered - 1), beside], band: atMost(band, 'probably'), together };
}

/** What a word must add to the first agreement to be explained by it. */
const explained = 1;

/** The agreement for what the first one leaves unexplained, when somebody asks for several. */
function otherHalf({ knowledge, question, area }: Asking, agreements: readonly Candidate[]): Candidate | null {
  const [first] = agreements;
  if (!first || area === 'kent') return null;
  const index = knowledge.matchIndex;
  const spoken = reasonsFor(index, question, first).filter(({ added }) => added >= explained);
  const words = new Set(spoken.map(({ word }) => word));
  const rest = {
    ...question,
    evidence: question.evidence.filter(({ word }) => !words.has(word)),
    names: question.names.filter(({ value }) => value.id !== first.subject.id),
  };
  const [other] = weigh(index, rest, area).agreements.filter(({ subject }) => subject.id !== first.subject.id);
  return other && (other.isNamed || other.score >= leastSecond) ? other : null;
}

/** The less sure of two bands. */
function atMost(band: Band, most: Band): Band {
  return band === 'this-one' ? most : band;
}

function agreementsById(candidates: readonly Candidate[], ids: readonly string[]): readonly Candidate[] {
  return candidates.filter(({ subject }) => ids.includes(subject.id));
}

function plainAnswer({ knowledge, question, context, area }: Asking, offered: readonly Candidate[]): MatchAnswer {
  const ranked = offered.map((candidate) => {
    const match = toMatch(knowledge.matchIndex, question, candidate);
    const agreement = match.kind === 'agreement' ? knowledge.agreements.get(match.id) : undefined;
    return agreement ? { ...match, strand: strandOf(agreement, question, context) } : match;
  });
  const unjudged = { band: 'choose', confidence: 0, signals: [] } as const;
  return { ...unjudged, ranked, declined: null, together: false, asks: null, area, purposes: [] };
}
