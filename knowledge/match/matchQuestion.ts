import type { Knowledge } from '../knowledge.ts';
import type { Area } from '../schema.ts';
import type { Decline, Match, MatchAnswer, MatchContext } from './answer.ts';
import { askArea, askOtherParty, askSubject } from './askBack.ts';
import { type Candidate, type Candidates, weigh } from './candidates.ts';
import { bandOf, mostOffered, toMatch, worthy } from './chosen.ts';
import { plainDecline } from './intent.ts';
import { kentCandidate, purposesMeant } from './kentAnswer.ts';
import { type Question, readQuestion } from './question.ts';
import { companions, routed } from './routing.ts';
import { partyTellsStrand, strandOf } from './strand.ts';
import { isStrong } from './strength.ts';
import { type Traits, traitsOf } from './traits.ts';
import { whereabouts } from './whereabouts.ts';

/** What the steps of one answer share. */
interface Asking {
  readonly knowledge: Knowledge;
  readonly question: Question;
  readonly context: MatchContext;
  readonly area: Area | null;
  readonly traits: Traits;
  readonly candidates: Candidates;
}

/**
 * Answers “which agreement covers this?” and “how do I share it?” from the content alone: deterministic, offline, and
 * explained by the words that spoke for each answer. The first 2,000 characters are read; time is linear in them.
 * Never throws: what cannot be answered is declined with its reason.
 */
export function matchQuestion(knowledge: Knowledge, text: string, context: MatchContext): MatchAnswer {
  const question = readQuestion(knowledge.matchIndex, text);
  const declined = plainDecline(question.words);
  const where = whereabouts(context, question.places);
  if (declined) return decline(declined, where.area);
  const traits = traitsOf(question, context);
  const weighed = weigh(knowledge.matchIndex, question, where.area);
  const candidates = { ...weighed, agreements: routed(weighed.agreements, traits) };
  const asking = { knowledge, question, context, area: where.area, traits, candidates };
  return answered(asking, where.declined);
}

function answered(asking: Asking, outside: Decline | null): MatchAnswer {
  const { knowledge, question, area, candidates } = asking;
  const isHeard = (candidate: Candidate) => isStrong(question, knowledge.matchIndex.scorer, candidate);
  const agreements = agreementsFor(asking).filter(isHeard);
  const topics = candidates.topics.filter(isHeard);
  const [agreement, topic] = [agreements[0], topics[0]];
  if (topic && topic.score > (agreement?.score ?? 0)) return topicAnswer(asking, topics, agreements);
  if (!agreement) return decline(outside ?? 'no-match', area);
  if (outside) return decline(outside, area);
  return agreementAnswer(asking, agreements, topic);
}

/** In Kent and Medway its one agreement, whatever the subject; else the London agreements. */
function agreementsFor({ knowledge, question, area, candidates }: Asking): readonly Candidate[] {
  const { kent, agreements } = candidates;
  if (area !== 'kent' && !(area === null && kent?.isNamed)) return agreements;
  const candidate = kentCandidate(knowledge.matchIndex, question, candidates);
  return candidate ? [candidate] : [];
}

/** Guidance first; an agreement beside it only when the question names it. */
function topicAnswer(asking: Asking, topics: readonly Candidate[], agreements: readonly Candidate[]): MatchAnswer {
  const band = bandOf(topics);
  const named = agreements.filter(({ isNamed }) => isNamed).slice(0, 1);
  const offered = [...worthy(topics, band).slice(0, mostOffered - named.length), ...named];
  return { ...plainAnswer(asking, offered), band };
}

function agreementAnswer(asking: Asking, agreements: readonly Candidate[], topic: Candidate | undefined): MatchAnswer {
  const { knowledge, question, area, candidates, traits } = asking;
  const band = bandOf(agreements);
  const { ids, together } = companions(agreements, traits);
  const side = ids.length > 0 && area !== 'kent' ? agreementsById(candidates.agreements, ids) : [];
  const offered = side.length > 0 ? side : worthy(agreements, band);
  const also = topic && topic.score >= 0.6 * (agreements[0]?.score ?? 0) ? [topic] : [];
  const answer = plainAnswer(asking, [...offered.slice(0, mostOffered - also.length), ...also]);
  const purposes = area === 'kent' ? purposesMeant(knowledge.matchIndex, question, candidates) : [];
  return { ...answer, band: side.length > 0 && !together ? 'choose' : band, together, purposes, asks: asksBack(asking, answer.ranked) };
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

/** The one fact that would decide: the area, then who the other party is, then whether a child or an adult is at risk. */
function asksBack({ knowledge, area, traits, context }: Asking, ranked: readonly Match[]): MatchAnswer['asks'] {
  const [best, next] = ranked;
  const agreement = knowledge.agreements.get(best?.id ?? '');
  if (area === null && agreement?.area !== 'kent') return askArea;
  if (agreement && best?.strand === null && partyTellsStrand(agreement)) return askOtherParty(agreement);
  const either = new Set([best?.id, next?.id]);
  const open = !traits.child && !traits.adult && !context.answers.subject;
  return open && either.has('mas') && either.has('adult-safeguarding') ? askSubject : null;
}

function decline(declined: Decline, area: Area | null): MatchAnswer {
  return { band: 'none', ranked: [], declined, together: false, asks: null, area, purposes: [] };
}
