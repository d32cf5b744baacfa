import type { Knowledge } from '../knowledge.ts';
import type { Area } from '../schema.ts';
import type { AskBack, Decline, MatchAnswer, MatchContext } from './answer.ts';
import { agreementAnswer, decline, topicAnswer } from './answers.ts';
import { askBack } from './askBack.ts';
import type { Asking } from './asking.ts';
import { type Candidate, type Candidates, weigh } from './candidates.ts';
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
  const { read, answer } = readAndAnswer(knowledge, text, context);
  const told = (fact: AskBack['key'], option: string): MatchAnswer => {
    const more = { ...context, answers: { ...context.answers, [fact]: option } };
    return fact === 'meaning' ? readAndAnswer(knowledge, text, more).answer : answerTo(knowledge, read, more);
  };
  return { ...answer, asks: askBack(knowledge, read.question, context, answer, told) };
}

/** A question as read, and what speaks for what in an area, weighed once however often it is answered. */
interface Read {
  readonly question: Question;
  readonly weighed: (area: Area | null) => Candidates;
}

function readText(knowledge: Knowledge, text: string, meaning: string | undefined, doubting: boolean): Read {
  const question = readQuestion(knowledge.matchIndex, text, meaning, doubting);
  const done = new Map<Area | null, Candidates>();
  const weighed = (area: Area | null): Candidates => {
    const candidates = done.get(area) ?? weigh(knowledge.matchIndex, question, area);
    done.set(area, candidates);
    return candidates;
  };
  return { question, weighed };
}

/** A name that the asker doubts is better than nothing, so that what found nothing is read again without the doubts. */
function readAndAnswer(
  knowledge: Knowledge,
  text: string,
  context: MatchContext,
): { readonly read: Read; readonly answer: MatchAnswer } {
  const { meaning } = context.answers;
  const read = readText(knowledge, text, meaning, true);
  const answer = answerTo(knowledge, read, context);
  const isNothing = answer.declined === 'no-match' || answer.declined === 'something-else';
  if (!isNothing || !read.question.hasDoubts) return { read, answer };
  const trusting = readText(knowledge, text, meaning, false);
  return { read: trusting, answer: answerTo(knowledge, trusting, context) };
}

function answerTo(knowledge: Knowledge, { question, weighed }: Read, context: MatchContext): MatchAnswer {
  const declined = plainDecline(question);
  const where = whereabouts(context, question.places);
  if (declined) return decline(declined, where.area);
  const traits = traitsOf(question, context);
  const found = weighed(where.area);
  const candidates = { ...found, agreements: routed(found.agreements, traits) };
  const asking = { knowledge, question, context, area: where.area, traits, candidates };
  return answered(asking, where.declined);
}

/** Candidates that are looked at closely; what scores less is never offered. */
const mostHeard = 6;

function answered(asking: Asking, outside: Decline | null): MatchAnswer {
  const { knowledge, question, area, candidates } = asking;
  const isHeard = (candidate: Candidate) => isStrong(knowledge.matchIndex, question, candidate);
  const outsider = asking.traits.outsider && area !== 'kent';
  const agreements = outsider ? [] : agreementsFor(asking).slice(0, mostHeard).filter(isHeard);
  const topics = candidates.topics.slice(0, mostHeard).filter(isHeard);
  const [agreement, topic] = [agreements[0], topics[0]];
  const elsewhere = aboutSomethingElse(asking, Math.max(agreement?.score ?? 0, topic?.score ?? 0));
  if (elsewhere) return decline(elsewhere === 'something-else' ? elsewhere : (outside ?? elsewhere), area);
  const asksBoth = agreement !== undefined && howPart(question)?.besideWhich === true;
  if (topic && !asksBoth && topic.score > (agreement?.score ?? 0)) return topicAnswer(asking, topics, agreements);
  if (!agreement) return decline(outside ?? (outsider ? 'outsider' : 'no-match'), area);
  if (outside) return decline(outside, area);
  return agreementAnswer(asking, agreements, topic);
}

/** How far talk of something else must be ahead of what could be answered, and how far where somebody may come to harm. */
const ahead = { plain: 0.9, atRisk: 1.6 };

/** How to decline what the examples of other talk fit better than anything that is held; null when they do not. */
function aboutSomethingElse({ candidates, traits }: Asking, best: number): Decline | null {
  const [first] = candidates.declines;
  const needed = best * (traits.atRisk ? ahead.atRisk : ahead.plain);
  return first && first.score > needed ? declineOf(first) : null;
}

function declineOf({ subject }: Candidate): Decline {
  const { id } = subject;
  return id === 'something-else' || id === 'record-request' || id === 'outsider' ? id : 'no-match';
}

/** In Kent and Medway its one agreement, whatever the subject; else the London agreements. */
function agreementsFor({ knowledge, question, area, candidates }: Asking): readonly Candidate[] {
  const { kent, agreements } = candidates;
  if (area === 'london' && kent?.isNamed && agreements.length === 0) return [kent];
  if (area !== 'kent' && !(area === null && kent?.isNamed)) return agreements;
  const candidate = kentCandidate(knowledge.matchIndex, question, candidates);
  return candidate ? [candidate] : [];
}
