import type { Band, Match } from './answer.ts';
import { type Candidate, reasonsFor } from './candidates.ts';
import type { MatchIndex, Subject } from './matchIndex.ts';
import type { Question } from './question.ts';
import type { Reason } from './scorer.ts';

/** The most an answer offers. */
export const mostOffered = 3;
/** Words shown as reasons. */
const mostReasons = 5;
/** An answer stands alone when the next one has less than this share of its score. */
const alone = 0.5;
/** … and comes first, with others beside it, below this share. */
const clear = 0.85;
/** What has less than this share of the best score is not offered. */
const worthOffering = 0.45;

/** How sure the best candidate is, by how far the next one lies behind. */
export function bandOf(candidates: readonly Candidate[]): Band {
  const [best, next] = candidates;
  if (!best) return 'none';
  const share = (next?.score ?? 0) / best.score;
  if (share < alone) return 'this-one';
  return share < clear ? 'probably' : 'choose';
}

/** The candidates that are worth offering in a band, best first. */
export function worthy(candidates: readonly Candidate[], band: Band): readonly Candidate[] {
  const best = candidates[0]?.score ?? 0;
  const most = band === 'this-one' ? 1 : mostOffered;
  return candidates.slice(0, most).filter(({ score }) => score >= worthOffering * best);
}

/** A candidate as the answer names it, with the words that spoke for it as typed. */
export function toMatch(index: MatchIndex, question: Question, candidate: Candidate): Match {
  const { subject, score } = candidate;
  const { label, kind, id } = subject;
  const because = spoke(question, subject, reasonsFor(index, question, candidate));
  return { label, kind, id, score: Math.round(score * 100) / 100, because, strand: null };
}

/** Names of it that stand in the question first, then the words that added most; each once. */
function spoke({ words, names }: Question, subject: Subject, reasons: readonly Reason[]): string[] {
  const named = names.filter(({ value }) => value.id === subject.id);
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
