import type { Knowledge } from './knowledge.ts';
import { matchQuestion } from './match/matchQuestion.ts';
import { sayPlainly } from './match/normalise.ts';
import type { Agreement, Area, Topic } from './schema.ts';

/** An agreement or a topic as a list shows it. */
export interface Entry {
  readonly kind: 'agreement' | 'topic';
  readonly id: string;
  readonly title: string;
  /** Where it applies; null means everywhere. */
  readonly area: 'kent' | 'london' | null;
  readonly isLegacy: boolean;
  /** Its title and the names people use, as the matching compares them; a space before each word. */
  readonly names: readonly string[];
}

/** Everything that can be opened, for somebody in `area`: their agreements, how to share, then the other area's; A–Z. */
export function allEntries(knowledge: Knowledge, area: Area | null): readonly Entry[] {
  return [...entriesByTitle(knowledge)].sort((one, other) => shelf(one, area) - shelf(other, area));
}

/**
 * What some words may mean: first what the matching would answer, best first; then names that begin with the words;
 * then names that hold all of them. A word may be half typed. Empty when nothing is found.
 */
export function foundEntries(knowledge: Knowledge, text: string, area: Area | null): readonly Entry[] {
  const entries = allEntries(knowledge, area);
  const answers = matchQuestion(knowledge, text, { area, answers: {} }).ranked;
  const answered = answers.flatMap((match) => entries.filter(({ kind, id }) => kind === match.kind && id === match.id));
  const typed = sayPlainly(text);
  if (typed === '') return answered;
  const words = typed.split(' ').map((word) => ` ${word}`);
  const begun = entries.filter(({ names }) => names.some((name) => name.startsWith(` ${typed}`)));
  const holding = entries.filter(({ names }) => names.some((name) => words.every((word) => name.includes(word))));
  return [...new Set([...answered, ...begun, ...holding])];
}

/** Where an entry stands for somebody in `area`; with no area of ours told, all areas are near. */
function shelf({ kind, area: own, isLegacy }: Entry, area: Area | null): number {
  const isNear = own === null || own === area || area === null || area === 'elsewhere';
  return (isNear ? 0 : 4) + (kind === 'agreement' ? 0 : 2) + (isLegacy ? 1 : 0);
}

/** Read once for each revision: a search comes with every letter that is typed. */
const read = new WeakMap<Knowledge, readonly Entry[]>();

function entriesByTitle(knowledge: Knowledge): readonly Entry[] {
  const known = read.get(knowledge);
  if (known) return known;
  const { agreements, topics } = knowledge.content;
  const entries = [...agreements.map(ofAgreement), ...topics.map(ofTopic)];
  const sorted = entries.sort((one, other) => letters.compare(one.title, other.title));
  read.set(knowledge, sorted);
  return sorted;
}

const letters = new Intl.Collator('en-GB');

function ofAgreement({ id, name, shortName, area, status, aliases }: Agreement): Entry {
  const names = [name, shortName, ...aliases].map(plainly);
  return { kind: 'agreement', id, title: shortName, area, isLegacy: status === 'legacy', names };
}

function ofTopic({ id, title, area, aliases }: Topic): Entry {
  return { kind: 'topic', id, title, area, isLegacy: false, names: [title, ...aliases].map(plainly) };
}

const plainly = (name: string): string => ` ${sayPlainly(name)}`;
