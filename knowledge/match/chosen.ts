import type { Match } from './answer.ts';
import { type Candidate, nameWorth, reasonsFor } from './candidates.ts';
import type { MatchIndex, Subject } from './matchIndex.ts';
import type { Question } from './question.ts';
import type { Reason } from './scorer.ts';

/** The most an answer offers. */
export const mostOffered = 3;
/** Words shown as reasons. */
const mostReasons = 5;
/** What has less than this share of the best score is not offered beside it. */
const worthOffering = 0.5;

/** What comes nearer than this to the best leaves open which it is. */
const near = 0.6;

/** True when nothing comes near the first. */
export function isAlone([first, second]: readonly { readonly score: number }[]): boolean {
  return (second?.score ?? 0) < near * (first?.score ?? 0);
}

/** The candidates that are worth offering, best first. */
export function worthy(candidates: readonly Candidate[]): readonly Candidate[] {
  const least = worthOffering * (candidates[0]?.score ?? 0);
  return candidates.slice(0, mostOffered).filter(({ score }) => score >= least);
}

/** A candidate as the answer names it, with the words that spoke for it as typed. */
export function toMatch(index: MatchIndex, question: Question, candidate: Candidate): Match {
  const { subject, score } = candidate;
  const { label } = subject;
  const kind = subject.kind === 'topic' ? 'topic' : 'agreement';
  const id = kind === 'topic' ? topicOf(index, question, subject) : subject.id;
  const because = spoke(question, subject, reasonsFor(index, question, candidate));
  return { label, kind, id, score: Math.round(score * 100) / 100, because, strand: null };
}

/** The topic of a label to show: one that is named, else the one most speaks for. */
function topicOf(index: MatchIndex, { evidence, names }: Question, { id: label }: Subject): string {
  const { topics, scorer } = index.topicsOf(label);
  const scores = scorer.scores(evidence);
  const named = new Set(names.map(({ value }) => value.id));
  const worth = topics.map(({ id }, at) => (scores[at] ?? 0) + (named.has(id) ? nameWorth.topic : 0));
  return topics[worth.indexOf(Math.max(...worth))]?.id ?? label;
}

/** Names of it that stand in the question first, then the words that added most; each once. */
function spoke({ words, names }: Question, subject: Subject, reasons: readonly Reason[]): string[] {
  const named = names.filter(({ value }) => value.label === subject.label);
  const inNames = new Set(
    named.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
  const asTyped = named.map(({ start, end }) =>
    words
      .slice(start, end)
      .map(({ typed }) => typed)
      .join(' '),
  );
  const single = reasons.filter(({ word }) => !inNames.has(word)).map(({ word }) => words[word]?.typed ?? '');
  return [...new Set([...asTyped, ...single])].slice(0, mostReasons);
}
