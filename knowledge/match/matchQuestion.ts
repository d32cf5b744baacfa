import type { Knowledge } from '../knowledge.ts';
import type { Decline, MatchAnswer, MatchContext } from './answer.ts';
import { agreementAnswer, decline, topicAnswer } from './answers.ts';
import type { Asking } from './asking.ts';
import { type Candidate, weigh } from './candidates.ts';
import { howPart } from './form.ts';
import { plainDecline } from './intent.ts';
import { kentCandidate } from './kentAnswer.ts';
import { type Question, readQuestion } from './question.ts';
import { routed } from './routing.ts';
import { isStrong } from './strength.ts';
import { traitsOf } from './traits.ts';
import { whereabouts } from './whereabouts.ts';

/**
 * Answers “which agreement covers this?” and “how do I share it?” from the content alone: deterministic, offline, and
 * explained by the words that spoke for each answer. The first 2,000 characters are read; time is linear in them.
 * Never throws: what cannot be answered is declined with its reason.
 */
export function matchQuestion(knowledge: Knowledge, text: string, context: MatchContext): MatchAnswer {
  const question = readQuestion(knowledge.matchIndex, text);
  const answer = answerTo(knowledge, question, context);
  if (answer.declined !== 'no-match' || !question.hasDoubts) return answer;
  return answerTo(knowledge, readQuestion(knowledge.matchIndex, text, false), context);
}

/** A name that the asker doubts is better than nothing, so that `matchQuestion` asks again without the doubts. */
function answerTo(knowledge: Knowledge, question: Question, context: MatchContext): MatchAnswer {
  const declined = plainDecline(question);
  const where = whereabouts(context, question.places);
  if (declined) return decline(declined, where.area);
  const traits = traitsOf(question, context);
  const weighed = weigh(knowledge.matchIndex, question, where.area);
  const candidates = { ...weighed, agreements: routed(weighed.agreements, traits) };
  const asking = { knowledge, question, context, area: where.area, traits, candidates };
  return answered(asking, where.declined);
}

/** Candidates that are looked at closely; what scores less is never offered. */
const mostHeard = 6;

function answered(asking: Asking, outside: Decline | null): MatchAnswer {
  const { knowledge, question, area, candidates } = asking;
  const isHeard = (candidate: Candidate) => isStrong(knowledge.matchIndex, question, candidate);
  const agreements = agreementsFor(asking).slice(0, mostHeard).filter(isHeard);
  const topics = candidates.topics.slice(0, mostHeard).filter(isHeard);
  const [agreement, topic] = [agreements[0], topics[0]];
  const asksBoth = agreement !== undefined && howPart(question) !== null;
  if (topic && !asksBoth && topic.score > (agreement?.score ?? 0)) return topicAnswer(asking, topics, agreements);
  if (!agreement) return decline(outside ?? 'no-match', area);
  if (outside) return decline(outside, area);
  return agreementAnswer(asking, agreements, topic);
}

/** In Kent and Medway its one agreement, whatever the subject; else the London agreements. */
function agreementsFor({ knowledge, question, area, candidates }: Asking): readonly Candidate[] {
  const { kent, agreements } = candidates;
  if (area === 'london' && kent?.isNamed && agreements.length === 0) return [kent];
  if (area !== 'kent' && !(area === null && kent?.isNamed)) return agreements;
  const candidate = kentCandidate(knowledge.matchIndex, question, candidates);
  return candidate ? [candidate] : [];
}
