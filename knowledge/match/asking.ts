import type { Knowledge } from '../knowledge.ts';
import type { Area } from '../schema.ts';
import type { MatchContext } from './answer.ts';
import type { Candidates } from './candidates.ts';
import type { Question } from './question.ts';
import type { Traits } from './traits.ts';

/** What the steps of one answer share: the question as read, and what was weighed. */
export interface Asking {
  readonly knowledge: Knowledge;
  readonly question: Question;
  readonly context: MatchContext;
  /** Area the answer is for. */
  readonly area: Area | null;
  readonly traits: Traits;
  readonly candidates: Candidates;
}
