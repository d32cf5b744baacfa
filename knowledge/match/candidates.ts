import type { MatchContext } from './answer.ts';
import { isForm } from './features.ts';
import { asksHow } from './form.ts';
import type { MatchIndex, Subject } from './matchIndex.ts';
import type { Question } from './question.ts';
import type { Evidence, Reason } from './scorer.ts';

/** Something the answer may name, with how much speaks for it. */
export interface Candidate {
  readonly subject: Subject;
  /** Its place in the index. */
  readonly item: number;
  /** The purpose that speaks for it as well, by its place in the index; null for all but the Kent and Medway agreement. */
  readonly purpose: number | null;
  readonly score: number;
  /** One of its names stands in the question. */
  readonly isNamed: boolean;
}

/** What could be answered, best first, agreements and topics apart. */
export interface Candidates {
  /** The Kent and Medway agreement, which covers every subject there; null when the content has none. */
  readonly kent: Candidate | null;
  /** London agreements that something speaks for. */
  readonly agreements: readonly Candidate[];
  /** Labels of topics that something speaks for. */
  readonly topics: readonly Candidate[];
  /** What nobody covers, as far as something speaks for it. */
  readonly declines: readonly Candidate[];
}

/** What a name adds when it stands in the question, about as much as three rare words. Names of topics are looser. */
export const nameWorth = { agreement: 9, topic: 7 };
/** What the form of a question adds at most to guidance and takes from agreements, or the other way round, is twice this. */
const formWorth = 1;
/** A guidance topic of the other area is seldom what is meant. */
const otherAreaShare = 0.6;

/** What scores less can be neither offered nor near what is. */
const worthWeighing = 2;
/** No rule lifts what comes after this many. */
const mostWeighed = 40;
/** … so that of longer lists what has less than this share of the best is left out. */
const shareOfLongList = 0.25;

/** Weighs everything that can be answered against the question. */
export function weigh(index: MatchIndex, question: Question, area: MatchContext['area']): Candidates {
  const { subjects } = index;
  const named = new Set(question.names.map(({ value }) => value.label));
  const scores = index.scorer.scores(question.evidence);
  const how = asksHow(question);
  const guidance = formWorth * index.guidance.oddsOf(question.evidence);
  const candidate = (subject: Subject, item: number): Candidate => {
    const isNamed = named.has(subject.label);
    const found = (scores[item] ?? 0) + (isNamed && subject.kind !== 'decline' ? nameWorth[subject.kind] : 0);
    const score =
      subject.kind === 'topic'
        ? found * how * inArea(subject, area) + guidance
        : subject.kind === 'agreement'
          ? found - guidance
          : found;
    return { subject, item, purpose: null, isNamed, score };
  };
  const least = leastOfKind(subjects, scores);
  const found: Candidate[] = [];
  subjects.forEach((subject, item) => {
    if ((scores[item] ?? 0) < least[subject.kind] && !named.has(subject.label)) return;
    found.push(candidate(subject, item));
  });
  found.sort(byScore);
  const kent = subjects.findIndex(({ kind, area: where }) => kind === 'agreement' && where === 'kent');
  return {
    kent: subjects[kent] ? candidate(subjects[kent], kent) : null,
    agreements: found
      .filter(({ subject }) => subject.kind === 'agreement' && subject.area === 'london')
      .slice(0, mostWeighed),
    topics: found.filter(({ subject }) => subject.kind === 'topic'),
    declines: found.filter(({ subject }) => subject.kind === 'decline'),
  };
}

/** What a subject of each kind must score to be weighed at all. */
function leastOfKind(subjects: readonly Subject[], scores: Float64Array): Record<Subject['kind'], number> {
  const best = { agreement: 0, topic: 0, decline: 0 };
  const count = { agreement: 0, topic: 0, decline: 0 };
  subjects.forEach(({ kind }, item) => {
    const score = scores[item] ?? 0;
    if (score < worthWeighing) return;
    count[kind] += 1;
    best[kind] = Math.max(best[kind], score);
  });
  const least = (kind: Subject['kind']) =>
    count[kind] <= mostWeighed ? worthWeighing : Math.max(worthWeighing, shareOfLongList * best[kind]);
  return { agreement: least('agreement'), topic: least('topic'), decline: least('decline') };
}

const told = new WeakMap<Question, readonly Evidence[]>();

/** What the words of a question say, without its form; asked for of every candidate. */
function withoutForms(question: Question): readonly Evidence[] {
  const known = told.get(question) ?? question.evidence.filter(({ name }) => !isForm(name));
  told.set(question, known);
  return known;
}

/** What each word of the question added to a candidate, the strongest first. */
export function reasonsFor(index: MatchIndex, question: Question, { item, purpose }: Candidate): Reason[] {
  const about = withoutForms(question);
  const reasons = index.scorer.reasons(about, item);
  if (purpose === null) return reasons;
  const more = index.purposeScorer
    .reasons(about, purpose)
    .filter(({ word }) => !reasons.some((one) => one.word === word));
  return [...reasons, ...more].sort((a, b) => b.added - a.added);
}

/** Best first; equal scores by id, so that the order never depends on chance. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.subject.id < b.subject.id ? -1 : 1);
}

function inArea(subject: Subject, area: MatchContext['area']): number {
  return subject.area === null || area === null || subject.area === area ? 1 : otherAreaShare;
}
