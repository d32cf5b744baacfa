import { byScore, type Candidate, type Candidates } from './candidates.ts';
import { asksHow } from './form.ts';
import type { MatchIndex } from './matchIndex.ts';
import type { Question } from './question.ts';

/** What a purpose gains when the nearest London agreement fits the question. */
const nearestWorth = { named: 12, unnamed: 6 };
/** How much of the best purpose’s score is added: it says again, in part, what the examples say. Less when the question is how to share. */
const shareOfPurpose = { which: 0.5, how: 0.1 };
const leastForPurpose = 3;
const shareOfBest = 0.5;
const mostPurposes = 3;

/**
 * In Kent and Medway one agreement covers every subject, so whatever speaks for any agreement speaks for it: its own
 * examples, one of its purposes, or the words of the London agreement on the same subject. Null when nothing does.
 */
export function kentCandidate(
  index: MatchIndex,
  question: Question,
  { kent, agreements }: Candidates,
): Candidate | null {
  if (!kent) return null;
  const purposes = index.purposeScorer.scores(question.evidence);
  const [best] = [kent, ...agreements].sort(byScore);
  const most = Math.max(0, ...purposes);
  const score = (best?.score ?? 0) + shareOfPurpose[asksHow(question) > 1 ? 'how' : 'which'] * most;
  if (score === 0) return null;
  return { ...kent, item: best?.item ?? kent.item, purpose: most > 0 ? purposes.indexOf(most) : null, score };
}

/** Ids of the purposes that the words point at, best first. */
export function purposesMeant(index: MatchIndex, question: Question, { agreements }: Candidates): string[] {
  const own = index.purposeScorer.scores(question.evidence);
  const [nearest] = agreements;
  const gain = nearest?.isNamed ? nearestWorth.named : nearestWorth.unnamed;
  const weighed = index.purposes
    .map(({ id, london }, at) => ({
      id,
      score: (own[at] ?? 0) + (nearest && london.includes(nearest.subject.id) ? gain : 0),
    }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const least = Math.max(leastForPurpose, shareOfBest * (weighed[0]?.score ?? 0));
  return weighed
    .filter(({ score }) => score >= least)
    .slice(0, mostPurposes)
    .map(({ id }) => id);
}
