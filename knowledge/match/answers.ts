import type { Area } from '../schema.ts';
import type { Band, Decline, MatchAnswer } from './answer.ts';
import { askBack } from './askBack.ts';
import type { Asking } from './asking.ts';
import { type Candidate, weigh } from './candidates.ts';
import { bandOf, mostOffered, toMatch, worthy } from './chosen.ts';
import { asksForSeveral, howPart } from './form.ts';
import { purposesMeant } from './kentAnswer.ts';
import { childBeside, companions } from './routing.ts';
import { strandOf } from './strand.ts';

/** Names nothing, and says why. */
export function decline(declined: Decline, area: Area | null): MatchAnswer {
  return { band: 'none', ranked: [], declined, together: false, asks: null, area, purposes: [] };
}

/** Guidance first; an agreement beside it only when the question names it. */
export function topicAnswer(
  asking: Asking,
  topics: readonly Candidate[],
  agreements: readonly Candidate[],
): MatchAnswer {
  const band = bandOf(topics);
  const named = agreements.filter(({ isNamed }) => isNamed).slice(0, 1);
  const offered = [...worthy(topics, band).slice(0, mostOffered - named.length), ...named];
  return { ...plainAnswer(asking, offered), band };
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
  const { offered, band, together } = agreementsOffered(asking, agreements);
  const isNear = topic !== undefined && topic.score >= guidanceShare * (agreements[0]?.score ?? 0);
  const also = secondQuestion(asking) ?? (isNear ? topic : null);
  const answer = plainAnswer(asking, also ? [...offered.slice(0, mostOffered - 1), also] : offered);
  const purposes = area === 'kent' ? purposesMeant(knowledge.matchIndex, question, candidates) : [];
  return { ...answer, band, together, purposes, asks: askBack(asking, answer.ranked) };
}

/** Guidance that a second question asks for, in its own words: “which agreement is it, and can I email it?” */
function secondQuestion({ knowledge, question, area }: Asking): Candidate | null {
  const part = howPart(question);
  if (!part) return null;
  const evidence = question.evidence.filter(({ word }) => part.has(word));
  const names = question.names.filter(({ start }) => part.has(start));
  const [topic] = weigh(knowledge.matchIndex, { ...question, evidence, names }, area).topics;
  return topic ?? null;
}

function agreementsOffered(
  { area, traits, candidates, question }: Asking,
  agreements: readonly Candidate[],
): {
  readonly offered: readonly Candidate[];
  readonly band: Band;
  readonly together: boolean;
} {
  const band = bandOf(agreements);
  const { ids, together } = companions(agreements, traits);
  const side = area === 'kent' ? [] : agreementsById(candidates.agreements, ids);
  if (side.length > 0) return { offered: side, band: together ? band : 'choose', together };
  const isSure = band === 'this-one' && !asksForSeveral(question);
  const offered = worthy(agreements, isSure ? band : atMost(band, 'probably'));
  const beside = childBeside(agreements, offered, traits);
  if (!beside) return { offered, band: offered.length > 1 ? atMost(band, 'probably') : band, together };
  return { offered: [...offered.slice(0, mostOffered - 1), beside], band: atMost(band, 'probably'), together };
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
  return { band: 'choose', ranked, declined: null, together: false, asks: null, area, purposes: [] };
}
