/**
 * The routing rules for “which agreement covers this?”: what the words of the agreements cannot tell. Each rule moves
 * scores and says why. The ids are those of the agreements the rules are about.
 */
import { byScore, type Candidate } from './candidates.ts';
import type { Traits } from './traits.ts';

type Rule = (candidates: readonly Candidate[], traits: Traits) => readonly Candidate[];

const rules: readonly Rule[] = [lastResort, childOrAdult, childAtRisk, successor];

/** London agreements with the rules applied, best first. */
export function routed(candidates: readonly Candidate[], traits: Traits): readonly Candidate[] {
  return [...rules.reduce((list, rule) => rule(list, traits), candidates)].sort(byScore);
}

/** Residual crime is for what no other agreement covers (SF DSA §1.6): named only when nothing else fits as well. */
function lastResort(candidates: readonly Candidate[]): readonly Candidate[] {
  return scaled(candidates, { 'residual-crime': 0.8 }, ({ isNamed }) => !isNamed);
}

/** Who it is about decides between agreements that use the same words: MAS or Adult Safeguarding, Youth Offending or IOM. */
function childOrAdult(candidates: readonly Candidate[], { child, adult }: Traits): readonly Candidate[] {
  if (child === adult) return candidates;
  return scaled(candidates, child ? { 'adult-safeguarding': 0.7, iom: 0.7 } : { mas: 0.6, mace: 0.7 }, () => true);
}

/** A child at risk outranks other themes; abuse at home is MARAC’s when it is between partners. */
function childAtRisk(candidates: readonly Candidate[], { child, atRisk, domesticAbuse }: Traits): readonly Candidate[] {
  if (!child || !atRisk) return candidates;
  return scaled(candidates, { mas: 1.15, 'marac-vawg': domesticAbuse ? 1 : 0.8 }, () => true);
}

/**
 * Troubled Families was drawing to a close in January 2021 and Supporting Families came after it: it is what somebody
 * who says “troubled families” today needs, unless they report to the ministry or on what has ended.
 */
function successor(candidates: readonly Candidate[], { formerProgramme }: Traits): readonly Candidate[] {
  const former = candidates.find(({ subject }) => subject.id === 'troubled-families');
  if (!former || formerProgramme) return candidates;
  return candidates.map((candidate) =>
    candidate.subject.id === 'supporting-families' && candidate.score <= former.score
      ? { ...candidate, score: former.score * 1.02, isNamed: candidate.isNamed || former.isNamed }
      : candidate,
  );
}

function scaled(
  candidates: readonly Candidate[],
  factors: Readonly<Record<string, number>>,
  applies: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  return candidates.map((candidate) =>
    applies(candidate) ? { ...candidate, score: candidate.score * (factors[candidate.subject.id] ?? 1) } : candidate,
  );
}

/** How near the best an agreement must be to belong beside it. */
const near = 0.6;

/**
 * Agreements that belong together or side by side: a child where there is domestic abuse has MARAC and MAS; an
 * exploited child has MACE, Rescue & Response and MAS to choose from (the two documents disagree on MACE).
 */
export function companions(
  candidates: readonly Candidate[],
  traits: Traits,
): { ids: readonly string[]; together: boolean } {
  const [best] = candidates;
  const isNear = (id: string) =>
    candidates.some(({ subject, score }) => subject.id === id && score >= near * (best?.score ?? 0));
  if (traits.child && traits.domesticAbuse && isNear('marac-vawg'))
    return { ids: ['marac-vawg', 'mas'], together: true };
  const exploited = ['mace', 'county-lines', 'mas'];
  if (traits.child && traits.exploitation && exploited.includes(best?.subject.id ?? ''))
    return { ids: exploited, together: false };
  return { ids: [], together: false };
}

/** MAS, when a child is at risk and something speaks for it, though another agreement answers the question. */
export function childBeside(
  heard: readonly Candidate[],
  offered: readonly Candidate[],
  { child, atRisk }: Traits,
): Candidate | null {
  if (!child || !atRisk || offered.some(({ subject }) => subject.id === 'mas')) return null;
  return heard.find(({ subject }) => subject.id === 'mas') ?? null;
}
